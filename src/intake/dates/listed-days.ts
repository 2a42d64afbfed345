import { matchesOf } from '../../domain/text/signs.js';
import type { FoundDue } from './phrases.js';

/** A day of a list, with where it stands; `own` is what is printed of it alone (6月25日), '' for a bare month. */
export interface ListedDay {
  day: string;
  index: number;
  own: string;
}

/** 前 or 底前 behind the last of a list is said of each of it. */
const BY_THEN = /(?:\d{1,2}月(?:份)?)?((?:\d{1,2}日|[上中下]旬|底|末)?(?:之?前|以前)|底|末)$/;
const OWN_PART = /^(?:\d{1,2}日|[上中下]旬|底|末)(?=.)/;
const REACH = 40;
const LIST_BEFORE =
  /(?<![\d.第至到〜~～—–-])(?:20\d\d年)?(?:\d{1,2}(?:月(?:份)?(?:\d{1,2}日|[上中下]旬)?[、和及与]|、))+$/;
/** “4、12月底前” at a beginning is the number of a clause. */
const BARE_NUMBER = /(?:^|、)\d{1,2}、/;
const EACH_MONTH = /(\d{1,2})(?:月(?:份)?)?(\d{1,2}日|[上中下]旬)?[、和及与]/g;

/**
 * “3月和9月底前分别办结”, “6月30日、12月31日前”: the days of a list before its last, which is `last` in the text; in its year
 * where none is printed. `dayOf` reads the words of one day.
 */
export function listedDays(
  text: string,
  last: RegExpExecArray,
  year: number,
  dayOf: (words: string, year: number) => string | null,
): ListedDay[] {
  if (!/[、和及与]/.test(text[last.index - 1] ?? '')) return [];
  const by = BY_THEN.exec(last[0])?.[1];
  const list = by && LIST_BEFORE.exec(text.slice(Math.max(0, last.index - REACH), last.index))?.[0];
  if (!list) return [];
  const start = last.index - list.length;
  if (BARE_NUMBER.test(list) && !/[一-龥，]/.test(text[start - 1] ?? '')) return [];
  const printed = Number(/^20\d\d/.exec(list)?.[0] ?? year);
  return matchesOf(list, EACH_MONTH).flatMap(({ 0: each, 1: month = '', 2: part, index }) => {
    const day = dayOf(`${month}月${part ? part + by.replace(OWN_PART, '') : by}`, printed);
    const from = /^20\d\d年$/.test(list.slice(0, index)) ? 0 : index;
    const own = part || from < index ? list.slice(from, index) + each.slice(0, -1) : '';
    return day === null ? [] : [{ day, index: start + from, own }];
  });
}

/** The days as each stands: those of a list without the 前 behind its last, a bare month before it left out. */
export const eachAlone = (days: readonly FoundDue[]): FoundDue[] =>
  days.flatMap((one) => (one.own === undefined ? [one] : one.own === '' ? [] : [{ ...one, raw: one.own }]));
