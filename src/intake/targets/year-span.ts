/** The years that a figure is set for, as printed: 2025—2027年, 2025年起，连续三年. */
interface YearSpan {
  first: number;
  last: number;
  /** Where the words begin and end in the text. */
  from: number;
  to: number;
}

/** Looked for first, for speed. */
export const SPAN_HINT = /连续[\d二两三四五]年|20\d\d年?(?:[-—–~～－]+|至|到)20\d\d年/;
const SPANS =
  /(20\d{2})年?(?:[-—–~～－]+|至|到)(20\d{2})年(?!\d{1,2}月|[上下]半年)|(20\d{2})年(?:1月)?(?:起|开始)，?连续([\d二两三四五])年/g;
const EACH_YEAR = /每年|逐年|年均/;
/** 三年共, 五年累计: all the years together. */
const TOGETHER = /[\d二两三四五]年(?:内|间)?(?:共计?|累计|合计|总计|总共)/;

/** The last stretch of years that the sentence prints before a place. */
export function spanBefore(text: string, index: number): YearSpan | null {
  const start = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1;
  const match = [...text.slice(start, index).matchAll(SPANS)].at(-1);
  if (!match) return null;
  const first = Number(match[1] ?? match[3]);
  const last = match[2] ? Number(match[2]) : first + numberOf(match[4] ?? '') - 1;
  const from = start + match.index;
  return last > first ? { first, last, from, to: from + match[0].length } : null;
}

const numberOf = (word: string): number => Number(word) || (word === '两' ? 2 : '零一二三四五'.indexOf(word));

/** Whether a figure is for each of several years (每年) or for them together (三年共), by the words of its list before it. */
export function shareOfYears(text: string, index: number): 'each' | 'together' | null {
  const stop = Math.max(...['，', '。', '；', '\n'].map((sign) => text.lastIndexOf(sign, index - 1)));
  const words = text.slice(stop + 1, index);
  if (TOGETHER.test(words)) return 'together';
  return EACH_YEAR.test(words) ? 'each' : null;
}
