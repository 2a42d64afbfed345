import type { UnitRegistry } from '../../domain/units/registry.js';
import { listedName, registeredTail } from '../notes/unit-list.js';
import type { Paragraph } from './paragraph.js';
import type { Cell } from './table-rows.js';

/** What divides two stretches of a table: nothing, a blank, a tab or stroke, the end of a printed line. */
export const BORDER = { none: 0, blank: 1, wide: 2, line: 3 } as const;

/** The smallest stretch of a table that no cell's border goes through. */
export interface Bit extends Cell {
  /** What stands before it. */
  border: number;
  /** Index of its paragraph. */
  line: number;
}

/** The stretches of a paragraph between blanks, strokes and line ends. */
export function bitsOf(paragraph: Paragraph, line: number, from = 0, to = paragraph.text.length): Bit[] {
  const { text, gap } = paragraph;
  const bits: Bit[] = [];
  let border: number = from === 0 ? BORDER.line : BORDER.none;
  let start = from;
  const close = (end: number): void => {
    if (end > start) bits.push({ paragraph, line, start, end, text: text.slice(start, end), border });
  };
  for (let at = from; at < to; at++) {
    const stroke = text[at] === '|';
    const here = stroke ? BORDER.wide : (gap[at] ?? 0);
    if (here === BORDER.none || (at === start && !stroke) || (here === BORDER.blank && withinDay(text, at))) continue;
    close(at);
    border = at > start ? here : Math.max(border, here);
    start = stroke ? at + 1 : at;
  }
  close(to);
  return bits;
}

/** “2022 年 12 月底”: a day is one cell. */
const withinDay = (text: string, at: number): boolean =>
  (/\d/.test(text[at - 1] ?? '') && /[年月日%％]/.test(text[at] ?? '')) ||
  (/[年月至]/.test(text[at - 1] ?? '') && /\d/.test(text[at] ?? ''));

/** 办好, 办理 are no ends of a name. */
const NAME_END =
  /(?:[局委厅部会院队行司社站所府心]|办(?![好理公法学证成案结实]))(?!事处|[、，））局委办厅部会院队行司社站所府心])/g;
/** A name that nobody knows is no shorter. */
const SHORTEST = 3;
const GROUP =
  /(?:各|相关|有关)(?:[县市区旗州乡镇街道村居社直级有关相]|[（）、]){1,12}(?:人民政府|政府|办事处|单位|部门)?|(?:各|相关|有关)(?:成员)?(?:单位|部门)/g;
const ONE_DAY = '(?:20\\d\\d年(?:\\d{1,2}月)?|(?<!\\d)\\d{1,2}月)(?:\\d{1,2}日|[上中下]旬)?(?:底|末|份)?';
const DAY = new RegExp(
  `${ONE_DAY}(?:[-—–~至]${ONE_DAY})?(?:之?前)?|年底前?|年内|全年(?![^\\d。]*[，。])|长期(?:坚持)?|持续推进`,
  'g',
);
const NUMBER =
  /(?<=[一-龥）。；%](?<![年月])|全年)\d{1,3}(?=[.、]?[一-龥“《])(?!\d?[年月日个所家项名人条次场处座批类级号万亿户亩张套间公千米吨辆台部件%])/g;
const STOP = /。/g;

/** Cuts a bit where a known unit, a group, a day, a running number or a sentence begins or ends inside it. */
export function subBits(bit: Bit, registry: UnitRegistry): Bit[] {
  const { text } = bit;
  const cuts = new Set<number>();
  for (const pattern of [GROUP, DAY, NUMBER])
    for (const { index, 0: words } of text.matchAll(pattern)) cuts.add(index).add(index + words.length);
  for (const { index } of text.matchAll(STOP)) cuts.add(index + 1);
  for (const { index } of text.matchAll(NAME_END)) nameCuts(text, index + 1, registry).forEach((at) => cuts.add(at));
  const opening = /^\d{1,3}(?=[.、]?[一-龥“《])/.exec(text)?.[0].length ?? 0;
  if (opening > 0) cuts.add(opening);
  const ends = [...cuts].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
  return [0, ...ends].map((from, index): Bit => {
    const to = ends[index] ?? text.length;
    const border = index === 0 ? bit.border : BORDER.none;
    return { ...bit, start: bit.start + from, end: bit.start + to, text: text.slice(from, to), border };
  });
}

/** Where the known name that ends here begins, and its end. */
function nameCuts(text: string, end: number, registry: UnitRegistry): number[] {
  const before = text.slice(Math.max(0, end - REACH), end);
  const offset = end - before.length;
  const levelled = registeredTail(before, registry);
  const bare = levelled < 0 ? listedName(before, registry) : levelled;
  if (bare >= 0)
    return [offset + bare - (levelled < 0 ? stemLength(before.slice(0, bare), registry) : 0), end + aside(text, end)];
  return end < SHORTEST ? [] : [end];
}

const REACH = 20;

/** “安庆海事局”: how long the bare name of a place is that stands right before a known name. */
const stemLength = (before: string, registry: UnitRegistry): number =>
  [2, 3].find((length) => {
    const stem = before.slice(-length);
    return stem.length === length && LEVELS.some((level) => registry.places(stem + level).length > 0);
  }) ?? 0;
const LEVELS = ['市', '县', '区', '州', '盟', '旗'];

/** “市发展改革委（市能源局）”: how long the bracket is that a name's second name stands in. */
const aside = (text: string, end: number): number => ASIDE.exec(text.slice(end, end + REACH))?.[0].length ?? 0;
const ASIDE = /^（[省市县区州]?[一-龥]{2,12}(?:[局委办厅部]|渔政)）/;
