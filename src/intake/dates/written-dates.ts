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
const WRITTEN = /[一二三四五六七八九十〇○◯零oOОοΟ]\d?[年月]/;

/** 二〇二七年六月底前 as 2027年6月底前. */
export function arabicDates(printed: string): ArabicDates {
  if (!WRITTEN.test(printed)) return { text: printed, at: (offset) => offset };
  const months = put(arabicYears(printed), MONTH);
  const days = put(months.text, DAY);
  return { text: days.text, at: (offset) => months.at[days.at[offset] ?? 0] ?? 0 };
}

/** The words of a pattern in Arabic figures, and for each character (and the end) where it stood. */
function put(text: string, pattern: RegExp): { text: string; at: number[] } {
  const at: number[] = [];
  const parts: string[] = [];
  let from = 0;
  const copy = (to: number): void => {
    parts.push(text.slice(from, to));
    while (from < to) at.push(from++);
  };
  for (const { 0: words, index } of text.matchAll(pattern)) {
    copy(index);
    const figures = String(small(words));
    parts.push(figures);
    for (let each = 0; each < figures.length; each++) at.push(index);
    from = index + words.length;
  }
  copy(text.length);
  return { text: parts.join(''), at: at.concat(text.length) };
}

function small(printed: string): number {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (FIGURES.indexOf(tens || '一') || 1) * 10 : 0;
  return ten + (ones ? FIGURES.indexOf(ones) : 0);
}
