import type { DeadlineReading } from '../domain/plan/reading.js';
import { isToCome, openDeadline } from './draft-deadlines.js';
import { openStrangeDays } from './draft-strange-days.js';
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
    strangeDays: openStrangeDays(draft).map((day) => ({ ...day, ...perForm })),
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

/** The day that the text proposes, unless it had passed when the plan was issued. */
export function dayToTake(measure: DraftMeasure, start: PlanStart | null): DeadlineReading | null {
  const proposed = openDeadline(measure);
  return proposed && isToCome(proposed.day, start) ? proposed : null;
}

/** What the field of the 完成时限 holds, and what clearing it means. */
export function dueHintOf(measure: DraftMeasure, start: PlanStart | null): string {
  const { due, deadline, withoutDue } = measure;
  if (!deadline) return due ? '已填；清空即不设' : '未印明可不填';
  const printed = `正文印有“${deadline.raw}”，`;
  if (due) return `${printed}已定；清空即不设`;
  if (withoutDue) return `${printed}已定为不设`;
  return printed + (dayToTake(measure, start) ? '照此建议；清空即不设' : `早于计划的${start?.words}，请填写正确的日期`);
}
