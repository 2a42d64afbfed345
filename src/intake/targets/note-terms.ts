import { isAheadOfSeason } from '../../domain/calendar/windows.js';
import type { ConditionReading, Doubt } from '../../domain/plan/reading.js';

/** What a text demands together with what its note says of time; what both say stands once. */
export function besides(said: readonly ConditionReading[], terms: readonly ConditionReading[]): ConditionReading[] {
  return [...said.filter((one) => !terms.some((term) => isWithin(one, term))), ...terms];
}

/** 春运 of the text is 春运期间 of the note. */
const isWithin = (one: ConditionReading, term: ConditionReading): boolean =>
  one.kind === term.kind && term.raw.startsWith(one.raw) && (one.end ?? null) === (term.end ?? null);

/** Work that goes on. */
const LASTING = /长期|持续|坚持|常态|经常|日常|全程|贯穿|全年|年度|\d{4}年/;

/** Whether the words behind 完成时限, which name no day, are understood: work that goes on, or a season or rhythm that was read. */
export const isTermRead = (printed: string, terms: readonly ConditionReading[]): boolean =>
  terms.length > 0 || LASTING.test(printed);

/** What a person is asked where they are not. */
export const TERM_DOUBT = (printed: string): Doubt => ({
  code: 'deadline_unread',
  reason: `完成时限印有“${printed}”，没有读懂，请核对后填写时限或要求`,
  field: 'due',
});

/** What is asked of 农忙前, 开学前, where no day tells by when a measure is done. */
export const seasonDoubts = (conditions: readonly ConditionReading[]): Doubt[] =>
  conditions
    .filter(({ kind, raw, end }) => kind === 'window' && !end && isAheadOfSeason(raw))
    .map(({ raw, span }) => ({
      code: 'deadline_unread',
      reason: `“${raw}”没有写明是哪一天，没有设为完成时限，请填写完成时限；不设时限的，保存本条即可`,
      field: 'due',
      ...(span ? { span } : {}),
    }));
