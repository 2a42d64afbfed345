import type { UnitRegistry } from '../../domain/units/registry.js';
import { listsOf, type GluedRow, type Stretch } from './glued-rows.js';

const SHORTEST_WORDS = 4;
const DAY = '(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底|末|份)?|20\\d\\d年';
/** A day, a span of months or 长期, right behind a unit or a group. */
const DATE = new RegExp(
  `(?<=[局委办厅部会院队行社司站所府道镇乡村居区县位门心）])(?:(?:${DAY})(?:[-—–~至](?:${DAY}|\\d{1,2}))?(?:之?前|底前)?|年底前?|年内|长期(?:坚持)?|持续推进|全年)`,
  'g',
);

const piece = ({ paragraph, start }: Stretch, from: number, to: number): Stretch => ({
  paragraph,
  start: start + from,
  end: start + to,
});

/** “……甄别。县住建局、国土资源局2014年2月……”: rows known by the days behind their units. */
export function datedRows(stretch: Stretch, registry: UnitRegistry): GluedRow[] {
  const text = stretch.paragraph.text.slice(stretch.start, stretch.end);
  const rows: GluedRow[] = [];
  let from = 0;
  for (const { 0: day, index } of text.matchAll(DATE)) {
    const lists = listsOf(text.slice(Math.max(from, index - REACH), index), registry);
    const begin = Math.max(from, index - REACH);
    const first = begin + (lists[0]?.[0] ?? 0);
    const number = numberLength(text.slice(from, first));
    if (lists.length === 0 || first - from - number < SHORTEST_WORDS) continue;
    rows.push({
      number: numberOf(stretch, from, number),
      words: piece(stretch, from + number, first),
      lists: lists.map(([a, b]) => piece(stretch, begin + a, begin + b)),
      date: piece(stretch, index, index + day.length),
    });
    from = index + day.length;
  }
  return rows;
}

const REACH = 160;

/** The number without its mark. */
function numberOf(stretch: Stretch, from: number, length: number): Stretch | null {
  if (length === 0) return null;
  const number = piece(stretch, from, from + length);
  return /[.、]/.test(stretch.paragraph.text[number.end - 1] ?? '') ? { ...number, end: number.end - 1 } : number;
}

const numberLength = (words: string): number => /^\d{1,3}[.、]?(?=[一-龥“《])/.exec(words)?.[0].length ?? 0;

const NAME =
  /[一-龥]{1,7}?(?:[局委办厅镇乡园区院会所站]|政府|部门|中心|街道|公司|集团|学校)(?:（[^（）]{1,8}）)?(?=$|[、，，\d。]|[一-龥])/y;
/** A row goes on behind its units with the next one's number or words, or ends. */
const LEADER = [0, 2, 3, 4];

/** “……学位500个。甲某某教育局财政局各街道3……”: rows known by the names right behind a full stop, the first one registered. */
export function stoppedRows(stretch: Stretch, led: boolean, registry: UnitRegistry): GluedRow[] {
  const text = stretch.paragraph.text.slice(stretch.start, stretch.end);
  const rows: GluedRow[] = [];
  let from = 0;
  for (let stop = text.indexOf('。'); stop >= 0; stop = text.indexOf('。', stop + 1)) {
    const lists = stop < from ? [] : namesAt(text, stop + 1, led, registry);
    const [first] = lists;
    const last = lists.at(-1);
    const number = numberLength(text.slice(from, stop));
    if (!first || !last || stop - from - number < SHORTEST_WORDS) continue;
    rows.push({
      number: numberOf(stretch, from, number),
      words: piece(stretch, from + number, stop),
      lists: lists.map(([a, b]) => piece(stretch, a, b)),
      date: null,
    });
    from = last[1];
  }
  return rows;
}

/** The names that begin at `from`, a leader's left out; names with a separator between them are one list. */
function namesAt(text: string, from: number, led: boolean, registry: UnitRegistry): [number, number][] {
  for (const skip of led ? LEADER : [0]) {
    const lists: [number, number][] = [];
    for (let at = from + skip; ;) {
      NAME.lastIndex = at;
      const name = NAME.exec(text)?.[0];
      if (name === undefined || (lists.length === 0 && registry.find(name) === null)) break;
      const before = lists.at(-1);
      if (before && at > before[1]) before[1] = at + name.length;
      else lists.push([at, at + name.length]);
      at += name.length;
      if (/[、，]/.test(text[at] ?? '')) at += 1;
    }
    if (lists.length > 0) return lists;
  }
  return [];
}
