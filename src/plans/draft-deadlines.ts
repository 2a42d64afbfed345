import type { DeadlineReading, TargetReading } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import type { FieldChange } from './draft-changes.js';
import { planStart, type PlanStart } from './years.js';

type Dated = Pick<DraftMeasure, 'due' | 'deadline' | 'withoutDue'>;

/** The day that the measure's own text proposes, while nobody has decided on it; null when there is nothing to decide. */
export function openDeadline({ due, deadline, withoutDue }: Dated): DeadlineReading | null {
  return due === null && !withoutDue ? (deadline ?? null) : null;
}

/** A day that had passed when the plan was issued is none that anybody can keep. */
export const isToCome = (day: string, start: PlanStart | null): boolean => start === null || day >= start.day;

/** What the question about a proposed day says; `start` is when the plan began. */
export function deadlineQuestion(measure: Dated, start: PlanStart | null): string[] {
  const deadline = openDeadline(measure);
  if (!deadline) return [];
  const { day, raw, doubt } = deadline;
  const why = doubt ?? `正文印有“${raw}”`;
  if (isToCome(day, start)) return [`${why}：建议完成时限 ${day}（办结型），可采用、改日期或不设`];
  const early = why.includes('早于')
    ? why
    : `正文印有“${raw}”，按${day}理解则早于计划的${start?.words ?? ''}，请核对年份`;
  return [`${early}：请填写正确的完成时限，或不设`];
}

/** The fields by which a day becomes the 完成时限 of a measure, or the measure is left without one (null). */
export function deadlineFields(day: string | null): Pick<DraftMeasure, 'due' | 'track' | 'withoutDue'> {
  return { due: day, track: day === null ? 'standing' : 'deliverable', withoutDue: day === null };
}

/**
 * The figures of a measure that is left without the day its text proposes (text: the plan's): those that stand behind the
 * work done by then (6月底前完成清单，新建5所) had the day from there and lose it. Where the day is printed for a figure
 * (12月底前培训2万人次，其中女性8000人次) it is theirs, whatever it is to the measure.
 */
export function targetsLeft(text: string, { deadline, targets }: Pick<DraftMeasure, 'deadline' | 'targets'>) {
  if (!deadline) return targets;
  const { day, span } = deadline;
  const standsBehindWork = (target: TargetReading): boolean =>
    target.by === day && target.span !== undefined && OTHER_WORK.test(text.slice(span[1], target.span[0]));
  const isForFigures = targets.some(
    (one) => one.by === day && one.span !== undefined && one.span[0] >= span[1] && !standsBehindWork(one),
  );
  return isForFigures ? targets : targets.map((one) => (standsBehindWork(one) ? { ...one, by: null } : one));
}
const OTHER_WORK = /^，?[^，]+，/;

type Draft = Pick<DraftReading, 'measures' | 'issuedOn' | 'docNumber' | 'title' | 'text'>;

/** The day that a form may propose as it is printed: it is in no doubt, and had not passed when the plan was issued. */
export function takenAsPrinted(deadline: DeadlineReading | null, start: PlanStart | null): string | null {
  return deadline && deadline.doubt === null && isToCome(deadline.day, start) ? deadline.day : null;
}

/** True while a day is proposed that only a person may take: it is in doubt, or before the plan's own date. */
export function isDayDoubted(measure: Dated, start: PlanStart | null): boolean {
  const deadline = openDeadline(measure);
  return deadline !== null && takenAsPrinted(deadline, start) === null;
}

/** The proposed days that are in no doubt, taken; the others stay questions. */
export function deadlinesTaken(draft: Draft): FieldChange[] {
  const start = planStart(draft);
  return draft.measures.flatMap((measure) => {
    const deadline = openDeadline(measure);
    if (!deadline || isDayDoubted(measure, start)) return [];
    const { due, track } = deadlineFields(deadline.day);
    return [
      { key: measure.key, field: 'due', value: due },
      { key: measure.key, field: 'track', value: track },
    ];
  });
}

/** The measures whose proposed day is in doubt, left without one: where no person is there to be asked. */
export function doubtedDaysLeft(draft: Draft): FieldChange[] {
  const start = planStart(draft);
  const doubted = draft.measures.filter((measure) => isDayDoubted(measure, start));
  return doubted.flatMap((measure): FieldChange[] => {
    const { key } = measure;
    const targets = targetsLeft(draft.text, measure);
    const isOther = targets.some((one, at) => one !== measure.targets[at]);
    return [{ key, field: 'withoutDue', value: true }, ...(isOther ? [{ key, field: 'targets', value: targets }] : [])];
  });
}
