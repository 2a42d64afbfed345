import type { ConditionReading, Doubt } from '../../domain/plan/reading.js';

/** What a text demands together with what its note says of time; what both say stands once. */
export function besides(said: readonly ConditionReading[], terms: readonly ConditionReading[]): ConditionReading[] {
  return [...said.filter((one) => !terms.some((term) => isWithin(one, term))), ...terms];
}

/** 春运 of the text is 春运期间 of the note. */
const isWithin = (one: ConditionReading, term: ConditionReading): boolean =>
  one.kind === term.kind && term.raw.startsWith(one.raw) && (one.end ?? null) === (term.end ?? null);

/** Work that goes on, and days that are read elsewhere. */
const NO_SEASON = /\d|[年月季周日旬]|长期|持续|坚持|常态|经常|即时|随时|立即|日常|全程|贯穿/;

/** Whether the words behind 完成时限 are understood: a day, work that goes on, or a season or rhythm that was read. */
export const isTermRead = (printed: string, terms: readonly ConditionReading[]): boolean =>
  terms.length > 0 || NO_SEASON.test(printed);

/** What a person is asked where they are not. */
export const TERM_DOUBT = (printed: string): Doubt => ({
  code: 'deadline_unread',
  reason: `完成时限印有“${printed}”，没有读懂，请核对后填写时限或要求`,
  field: 'due',
});
