import { arabicYears } from '../../domain/plan/year.js';

/** A text with its dates in Arabic figures, and the offset in the printed text of each of its characters (and its end). */
export interface ArabicDates {
  text: string;
  at: (offset: number) => number;
}

const FIGURES = '〇一二三四五六七八九';
/** Months and days in Chinese figures where a date is meant: 六月底前, 十二月三十一日; not 一月一次, 三月内. */
const MONTH =
  /(?<![一二三四五六七八九十个几数半两每])(?:十[一二]|[一二三四五六七八九十])(?=月(?:份|底|末|初|[上中下]旬|之?前|以前|[一二三四五六七八九十]{1,3}日|[-—~～至]|$))|(?<=\d年)(?:十[一二]|[一二三四五六七八九十])(?=月)/g;
const DAY = /(?<=月)(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?=日)/g;
/** No such date without one of these: looked for first, for speed. */
const WRITTEN = /[一二三四五六七八九十〇○◯零oOОοΟ]+[年月]/;

/** 二〇二七年六月底前 as 2027年6月底前. */
export function arabicDates(printed: string): ArabicDates {
  if (!WRITTEN.test(printed)) return { text: printed, at: (offset) => offset };
  const years = arabicYears(printed);
  const shifts: [from: number, by: number][] = [];
  const put = (text: string, pattern: RegExp): string =>
    text.replace(pattern, (words: string, ...rest: unknown[]) => {
      const figures = String(small(words));
      const offset = rest.find((one) => typeof one === 'number') ?? 0;
      if (figures.length !== words.length) shifts.push([offset + words.length, figures.length - words.length]);
      return figures;
    });
  const months = put(years, MONTH);
  const monthShifts = shifts.splice(0);
  const text = put(months, DAY);
  const dayShifts = shifts.splice(0);
  return { text, at: (offset) => back(back(offset, dayShifts), monthShifts) };
}

/** The offset before the replacements: each entry tells where a printed word ended, and how much longer its figures are. */
function back(offset: number, shifts: readonly [from: number, by: number][]): number {
  let before = offset;
  for (const [from, by] of shifts) if (before - by >= from) before -= by;
  return before;
}

function small(printed: string): number {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (FIGURES.indexOf(tens || '一') || 1) * 10 : 0;
  return ten + (ones ? FIGURES.indexOf(ones) : 0);
}
