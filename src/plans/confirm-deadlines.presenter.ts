import { isToCome, openDeadline } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { planStart, type PlanStart } from './years.js';

/** The days that measures' own texts propose as 完成时限: what a person has to decide comes first. */
export function deadlinesView(draft: DraftReading, perForm: object): object {
  const start = planStart(draft);
  const dated = draft.measures.filter(({ deadline }) => deadline);
  const isOpen = (measure: DraftMeasure): boolean => openDeadline(measure) !== null;
  const rows = [...dated.filter(isOpen), ...dated.filter((one) => !isOpen(one))];
  return {
    deadlines: rows.map((one, at) => ({ ...rowOf(one, start), ...perForm, n: at + 1 })),
    deadlinesOpen: dated.filter(isOpen).length,
  };
}

function rowOf(measure: DraftMeasure, start: PlanStart | null): object {
  const { key, no, title, due, withoutDue } = measure;
  const { day = '', raw = '', doubt = null } = measure.deadline ?? {};
  const open = openDeadline(measure) !== null;
  const isPast = open && !isToCome(day, start);
  const why = isPast ? `按 ${day} 理解则早于计划的${start?.words}，请填写正确的日期，或不设` : (doubt ?? '');
  return {
    ...{ key, open, raw, doubt: open ? why : '', day: due ?? (isPast ? '' : day) },
    place: `${no} ${title}`.trim(),
    standing: open ? '请您定' : withoutDue ? '不设时限' : `已定为 ${due}`,
  };
}
