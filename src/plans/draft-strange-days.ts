import type { Doubt, Span } from '../domain/plan/reading.js';
import { Refusal } from '../shared/errors.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftReading } from './draft.js';

/** A printed day that no calendar has and of which a person has said that it is seen to. */
export interface StrangeDayChoice {
  id: string;
  /** What is asked about it, for the record. */
  words: string;
}

/** A printed day that no calendar has (2月30日) outside of what a measure asks about, with its id: d001, d002, … */
export interface StrangeDay {
  id: string;
  reason: string;
}

type Draft = Pick<DraftReading, 'doubts' | 'measures' | 'strangeDays'>;

/** Whether a doubt is about a printed day that no calendar has. */
export const isStrangeDay = ({ code }: Doubt): boolean => code === 'day_impossible';

/** Those that were not yet seen to, in the order of the text. A day of a measure is asked about with its 完成时限. */
export function openStrangeDays(draft: Draft): StrangeDay[] {
  const seen = new Set((draft.strangeDays ?? []).map(({ id }) => id));
  return draft.doubts
    .filter(isStrangeDay)
    .map((doubt, at) => ({ ...doubt, id: `d${String(at + 1).padStart(3, '0')}` }))
    .filter(({ id, span }) => !seen.has(id) && !isAskedWith(draft.measures, span))
    .map(({ id, reason }) => ({ id, reason }));
}

const within = (span: Span, [start, end]: Span): boolean => span[0] >= start && span[1] <= end;

function isAskedWith(measures: Draft['measures'], span: Span | undefined): boolean {
  const asks = measures.filter(({ deadline }) => deadline?.doubt?.includes('日历上没有'));
  return span !== undefined && asks.some((one) => within(span, one.span) || within(span, one.noteSpan));
}

/** The questions about them, as the page for checking lists them. */
export function strangeDayQuestions(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  const reasons = openStrangeDays(draft).map(({ reason }) => reason);
  return reasons.length > 0 ? [{ key: 'strange-days', no: '', title: '日历上没有的日期', reasons }] : [];
}

/** The change by which one is seen to. Refusal: unknown_day. */
export function strangeDaySeen(draft: Draft, id: string): FieldChange {
  const day = openStrangeDays(draft).find((one) => one.id === id);
  if (day) return seeing(draft, [day]);
  throw new Refusal('unknown_day', '这一处日期已经核对过了。', { place: '日历上没有的日期', cure: '请刷新页面。' });
}

/** All of them seen to, where nobody is there to be asked; none for none open. */
export function strangeDaysLeft(draft: Draft): FieldChange[] {
  const open = openStrangeDays(draft);
  return open.length > 0 ? [seeing(draft, open)] : [];
}

function seeing(draft: Draft, days: StrangeDay[]): FieldChange {
  const seen = days.map(({ id, reason }) => ({ id, words: /“[^”]*”/.exec(reason)?.[0] ?? reason }));
  return { key: null, field: 'strangeDays', value: [...(draft.strangeDays ?? []), ...seen] };
}
