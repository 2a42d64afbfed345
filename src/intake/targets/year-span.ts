import type { Doubt, TargetReading } from '../../domain/plan/reading.js';
import { matchesOf } from '../../domain/text/signs.js';
import { TEXT } from './sieves.js';

/** The years that a figure is set for, as printed: 2025—2027年, 2025年起，连续三年. */
interface YearSpan {
  first: number;
  last: number;
  /** Where the words begin and end in the text. */
  from: number;
  to: number;
}

/** Looked for first, for speed. */
export const SPAN_HINT = TEXT.of(
  /[\d二两三四五]年(?:左右)?的?(?:之?内|以内|时间|共|累计|合计|总)|(?:连续|未来|今后|分)[\d二两三四五]年|20\d\d年?(?:[-—–~～－]+|至|到)20\d\d年|年?[、和及]20\d\d年[各共累合]/,
);
const SPANS =
  /(20\d{2})年?(?:[-—–~～－]+|至|到)(20\d{2})年(?!\d{1,2}月|[上下]半年)|(20\d{2})年(?:1月)?(?:起|开始)，?连续([\d二两三四五])年|(20\d{2})年?[、和及](?:20\d{2}年?[、和及])?(20\d{2})(?:年(?=各|共(?!有|同)|累计|合计)|(?=[两三四]年(?:共(?!有|同)|累计|合计|总)))/g;
/** 三年内, 用三到五年时间, 未来三年, 三年共, 分三年: from when on is not printed; 毕业2年内, 近三年内 are of people and of the past. */
const UNDATED =
  /(?<=^|[，。；：、）\n]|力争|争取|确保|计划|努力)(?:用|利用|通过|在)?(?:[二两三四2-4](?:[-—~至到]))?(?:([二两三四五2-5])年(?:左右)?的?(?:之?内|以内|时间|(?=共|累计|合计|总[计共]))|(?:未来|今后)([二两三四五2-5])年(?:左右)?(?:的时间|之?内|时间)?)|(?<![部得百])分([二两三四五2-5])年(?![级度制])/g;
/** 第一年1万人，第二年2万人; 首年, 次年: the figure of one year of the stretch. */
const ORDINAL = /(?:第([一二三四五])|(首)|(次))年[^，。；、\d]{0,12}$/;
const ORDINAL_REACH = 18;

/** The year of the stretch that the words right before a figure tell by its number, as printed 'YYYY'; else null. */
export function ordinalYear(text: string, index: number, { first, last, to }: YearSpan): string | null {
  const match = ORDINAL.exec(text.slice(Math.max(to, index - ORDINAL_REACH), index));
  if (!match) return null;
  const year = first + (match[1] ? numberOf(match[1]) : match[2] ? 1 : 2) - 1;
  return year <= last ? String(year) : null;
}

/** Looked for first, for speed. */
export const BEGINS_HINT = TEXT.of(/20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|开始)/);
const FIRST_YEAR = /.*(20\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|开始)(?!草|步|跑)/s;

/** 2026年起每年…: the year from when on the figures behind it in the sentence hold; null where none is printed. */
export function beginsBefore(text: string, index: number): number | null {
  const start =
    Math.max(text.lastIndexOf('。', index), text.lastIndexOf('；', index), text.lastIndexOf('\n', index)) + 1;
  const year = FIRST_YEAR.exec(text.slice(start, index))?.[1];
  return year === undefined ? null : Number(year);
}

const EACH_YEAR = /每年|逐年|年均/;
const LISTED_EACH = /20\d{2}年各/;
/** 三年共, 五年累计: all the years together. */
const TOGETHER = /[\d二两三四五]年(?:内|间)?(?:共计?|累计|合计|总计|总共)/;

/**
 * The last stretch of years that the sentence prints before a place; one without years (三年内) begins with the year
 * `begins`.
 */
export function spanBefore(text: string, index: number, begins: number | null): YearSpan | null {
  const start = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1;
  const words = text.slice(start, index);
  const dated = matchesOf(words, SPANS).at(-1);
  const match = dated ?? (begins === null ? undefined : matchesOf(words, UNDATED).at(-1));
  if (!match) return spanAround(text, start, index);
  const first = dated ? Number(match[1] ?? match[3] ?? match[5]) : begins!;
  const printed = dated && (match[2] ?? match[6]);
  const years = dated ? match[4] : (match[1] ?? match[2] ?? match[3]);
  const last = printed ? Number(printed) : first + numberOf(years ?? '') - 1;
  const from = start + match.index;
  return last > first ? { first, last, from, to: from + match[0].length } : null;
}

/** 从2025年起，每年新增2000个，连续三年: how many years stands behind the figure. */
function spanAround(text: string, start: number, index: number): YearSpan | null {
  if (!text.includes('连续', index)) return null;
  const begins = BEGINS.exec(text.slice(start, index));
  const years = FOR_YEARS.exec(text.slice(index))?.[1];
  if (!begins || !years) return null;
  const first = Number(begins[1]);
  const from = start + begins.index;
  return { first, last: first + numberOf(years) - 1, from, to: from + begins[0].length };
}
const BEGINS = /[自从]?(20\d{2})年(?:1月)?(?:起|开始)/;
const FOR_YEARS = /^[^。；\n]{0,20}，连续([二两三四五2-5])年(?=[，。；\n]|$)/;

/** 2025年、2026年各建20所: as many in each of the years that stand in the list. */
export const isEachListed = (text: string, { from, to }: YearSpan): boolean =>
  text[to] === '各' && /年?[、和及]/.test(text.slice(from, to));

/** A doubt for each stretch of years whose first year is not printed, of which some target has its day. */
export function spansAsked(text: string, targets: readonly TargetReading[]): Doubt[] {
  return [...stretchesAsked(text, targets), ...ordinalsAsked(text), ...listsAsked(text, targets)];
}

/** 2026—2028年每年新建10个、15个: two figures for each of three years. */
function listsAsked(text: string, targets: readonly TargetReading[]): Doubt[] {
  if (!text.includes('每年')) return [];
  return matchesOf(text, LISTED_YEARLY).flatMap(({ 0: raw }) => {
    const several = targets.filter((one) => one.years && one.years[0] < one.years[1] && raw.includes(one.raw));
    if (new Set(several.map(({ value }) => value)).size < 2) return [];
    const reason = `“${raw}”每年之后有几个数，分不清各是哪一年的，请逐项核对年份`;
    return [{ code: 'target_span', reason, field: 'targets' }];
  });
}
const LISTED_YEARLY = /每年[^，。；、\n\d]{0,14}\d[\d.]*万?([一-龥]{1,3})(?:、\d[\d.]*万?\1)+/g;

/** 第一年10个，第二年20个, and nowhere in the sentence from which year on. */
const ordinalsAsked = (text: string): Doubt[] =>
  LATER_HINT.test(text)
    ? matchesOf(text, LATER_YEAR)
        .filter(({ index }) => {
          const before = text.slice(text.lastIndexOf('。', index) + 1, index);
          return matchesOf(before, SPANS).length === 0 && matchesOf(before, UNDATED).length === 0;
        })
        .map(({ 0: raw }) => ({
          code: 'target_span',
          reason: `“${raw}”没有写明是哪一年，其后的指标现按本计划年度读取，请核对期限`,
          field: 'targets',
        }))
    : [];
const LATER_HINT = TEXT.of(/第[二三四五]年/);
const LATER_YEAR = /第[二三四五]年(?=[^，。；：\n\d月季]{0,12}\d)(?!\d+[月日])/g;

function stretchesAsked(text: string, targets: readonly TargetReading[]): Doubt[] {
  const by = targets
    .map((one) => one.by ?? '')
    .sort()
    .at(-1);
  if (!by || !SPAN_HINT.test(text)) return [];
  return matchesOf(text, UNDATED)
    .filter(({ index }) => matchesOf(text.slice(text.lastIndexOf('。', index) + 1, index), SPANS).length === 0)
    .map(({ 0: raw }) => ({
      code: 'target_span',
      reason: `“${raw}”没有写明从哪一年算起，有关指标按到${by.slice(0, 4)}年底读取，请核对期限`,
      field: 'targets',
    }));
}

const numberOf = (word: string): number => Number(word) || (word === '两' ? 2 : '零一二三四五'.indexOf(word));

/** Whether a figure is for each of several years (每年) or for them together (三年共), by the words of its list before it. */
export function shareOfYears(text: string, index: number): 'each' | 'together' | null {
  const stop = Math.max(...['，', '。', '；', '\n'].map((sign) => text.lastIndexOf(sign, index - 1)));
  const words = text.slice(stop + 1, index);
  if (TOGETHER.test(words)) return 'together';
  if (LISTED_EACH.test(words)) return 'each';
  return EACH_YEAR.test(words) ? 'each' : null;
}
