import { printedDays } from '../intake/dates/phrases.js';
import { isToCome } from './draft-deadlines.js';
import { isDueBefore } from './duties-asked.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import type { FieldChange } from './draft-changes.js';
import { planStart, type PlanStart } from './years.js';

/** A 完成时限 or a day for reporting that stands before the plan's own date since the plan was given another year or date. */
interface DayAsked {
  no: string;
  day: string;
  changes: FieldChange[];
}

/**
 * The days that could be kept before a correction of the plan's head and lie before the plan's own date after it: each is
 * a question again, as a day read newly would be. Reports are asked about by their day alone and need no change.
 */
export function daysAsked(before: DraftReading, after: DraftReading): DayAsked[] {
  const [was, is] = [planStart(before), planStart(after)];
  const held = new Map(before.measures.map(({ key, due }) => [key, due]));
  const measures = after.measures.flatMap((measure) => {
    const { key, no, due } = measure;
    const former = held.get(key);
    if (due === null || is === null || isToCome(due, is) || !former || !isToCome(former, was)) return [];
    return [{ no, day: due, changes: askedAgain(measure, due, is) }];
  });
  const couldBeKept = after.reporting.filter((duty) => !isDueBefore(duty, was));
  const duties = couldBeKept.filter((duty) => isDueBefore(duty, is)).map(({ due }) => ({ no: '报送要求', day: due! }));
  return [...measures, ...duties.map((one) => ({ ...one, changes: [] }))];
}

function askedAgain({ key, deadline, note, noteSpan }: DraftMeasure, due: string, start: PlanStart): FieldChange[] {
  const set = (field: string, value: unknown): FieldChange => ({ key, field, value });
  const open = [set('due', null), set('withoutDue', false), set('track', 'standing')];
  if (deadline?.day === due) return open;
  const raw = printedDays(note, Number(due.slice(0, 4))).find(({ day }) => day === due)?.raw ?? due;
  const doubt = `原定的完成时限 ${due} 早于计划的${start.words}`;
  return [...open, set('deadline', deadline ? { ...deadline, doubt } : { day: due, raw, span: noteSpan, doubt })];
}

/** The same in words; '' for none. */
export function daysAskedWords(asked: readonly DayAsked[]): string {
  if (asked.length === 0) return '';
  const days = asked.map(({ no, day }) => `${no} ${day}`.trim());
  return `这些日期早于计划的日期，已退为待核对：${days.join('、')}，请重新定。`;
}
