import { openDeadline } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** The days that measures' own texts propose as 完成时限: what a person has to decide comes first. */
export function deadlinesView(draft: DraftReading, perForm: object): object {
  const dated = draft.measures.filter(({ deadline }) => deadline);
  const isOpen = (measure: DraftMeasure): boolean => openDeadline(measure) !== null;
  const rows = [...dated.filter(isOpen), ...dated.filter((one) => !isOpen(one))];
  return {
    deadlines: rows.map((one, at) => ({ ...rowOf(one), ...perForm, n: at + 1 })),
    deadlinesOpen: dated.filter(isOpen).length,
  };
}

function rowOf(measure: DraftMeasure): object {
  const { key, no, title, due, withoutDue } = measure;
  const { day = '', raw = '', doubt = null } = measure.deadline ?? {};
  const open = openDeadline(measure) !== null;
  return {
    ...{ key, open, raw, doubt: open ? (doubt ?? '') : '', day: due ?? day },
    place: `${no} ${title}`.trim(),
    standing: open ? '请您定' : withoutDue ? '不设时限' : `已定为 ${due}`,
  };
}
