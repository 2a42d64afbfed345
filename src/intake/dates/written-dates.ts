import { arabicYears } from '../../domain/plan/year.js';

/** A text with its dates in Arabic figures, and the offset in the printed text of each of its characters (and its end). */
export interface ArabicDates {
  text: string;
  at: (offset: number) => number;
}

const FIGURES = '〇一二三四五六七八九';
/** Months and days in Chinese figures where a date is meant: 六月底前, 十二月三十一日; not 一月一次, 三月内. */
const MONTH =
  /(?<![一二三四五六七八九十个几数半两每])(?:十[一二]|[一二三四五六七八九十])(?=月(?:份|底|末|初|[上中]?[上中下]旬|之?前|以前|[、和及与](?:十[一二]|[一二三四五六七八九十])月(?:底|末|之?前|以前)|[一二三四五六七八九十]{1,3}日|[-—~～至]|$))|(?<=\d年)(?:十[一二]|[一二三四五六七八九十])(?=月)/g;
const DAY = /(?<=月)(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?=日)/g;
/** 2024.9.30, 2024-10-15, 2024/11/15日; without a day only where the words go on as a date: 2024.9底前, 2024/6月. */
const DOTTED = /(?<![\d.])(20\d\d)([./-])(\d{1,2})(?:\2(\d{1,2})日?(?![\d./%‰-])|月|(?=底|末|[上中下]旬|之?前|以前))/g;
export const DOTTED_HINT = /20\d\d[./-]\d/;
/** No such date without one of these, told from the end: looked for first, for speed. */
const WRITTEN = /[年月](?<=[一二三四五六七八九十〇○◯零oOОοΟ]\d?.)/;

const HINT = new RegExp(`${WRITTEN.source}|${DOTTED_HINT.source}`);

/** 二〇二七年六月底前 as 2027年6月底前, 2027.6.30 as 2027年6月30日. */
export function arabicDates(printed: string): ArabicDates {
  if (!HINT.test(printed)) return { text: printed, at: (offset) => offset };
  if (!WRITTEN.test(printed)) return placed(put(printed, DOTTED, signed));
  const dotted = put(arabicYears(printed), DOTTED, signed);
  const months = put(dotted.text, MONTH, small);
  const days = put(months.text, DAY, small);
  return { text: days.text, at: (offset) => dotted.at[months.at[days.at[offset] ?? 0] ?? 0] ?? 0 };
}

interface Put {
  text: string;
  at: number[];
}

const placed = ({ text, at }: Put): ArabicDates => ({ text, at: (offset) => at[offset] ?? 0 });

const signed = ([, year, , month, day]: RegExpMatchArray): string => `${year}年${month}月${day ? `${day}日` : ''}`;

/** The words of a pattern as others, and for each character (and the end) where it stood. */
function put(text: string, pattern: RegExp, other: (match: RegExpMatchArray) => string): Put {
  const at: number[] = [];
  const parts: string[] = [];
  let from = 0;
  const copy = (to: number): void => {
    parts.push(text.slice(from, to));
    while (from < to) at.push(from++);
  };
  for (const match of text.matchAll(pattern)) {
    copy(match.index);
    const words = other(match);
    parts.push(words);
    for (let each = 0; each < words.length; each++) at.push(match.index);
    from = match.index + match[0].length;
  }
  copy(text.length);
  return { text: parts.join(''), at: at.concat(text.length) };
}

function small([printed]: RegExpMatchArray): string {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (FIGURES.indexOf(tens || '一') || 1) * 10 : 0;
  return String(ten + (ones ? FIGURES.indexOf(ones) : 0));
}
