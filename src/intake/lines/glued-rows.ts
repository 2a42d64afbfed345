import type { UnitRegistry } from '../../domain/units/registry.js';
import { listedName, registeredTail } from '../notes/unit-list.js';
import type { Paragraph } from './paragraph.js';

const DATE =
  /(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|年底|年内|[上下]半年|[一二三四]季度)(?:之?前)?$|(?:长期(?:坚持)?|持续推进|全年)$/;
/** “2所学校”, “3月底”: a figure of the task or a date, no running number. */
const NO_NUMBER = /^(?:[年月日个所家项名人条次场处座批类级号万亿]|季度|小时)/;
/** Longer stretches are no rows; also keeps the cost in step with the length. */
const LONGEST_ROW = 800;

export interface Stretch {
  paragraph: Paragraph;
  start: number;
  end: number;
}

/** A row cut up: its words, its lists of units in order, its date. */
export interface GluedRow {
  number: Stretch | null;
  words: Stretch;
  lists: Stretch[];
  date: Stretch | null;
}

/** “……市住建局、市财政局加强河湖治理……”: the words of the next row stand behind the units of the one before. */
const GOES_ON = /[^、，；。|（省市县区州盟旗各等和]/;

/** The rows of one printed line; the break between two of them may be lost. None where the line ends in no unit. */
export function lineRows(line: Stretch, columns: number, registry: UnitRegistry): GluedRow[] {
  const { paragraph, end } = line;
  const { text } = paragraph;
  if (end - line.start > LONGEST_ROW) return [];
  const rows: GluedRow[] = [];
  let start = line.start;
  for (let at = start + SHORTEST_ROW; at < end - SHORTEST_ROW; at++) {
    if (!/[局委办厅府]/.test(text[at - 1] ?? '') || !GOES_ON.test(text[at] ?? '')) continue;
    const row = rowOf({ paragraph, start, end: at }, registry);
    if (!row || row.lists.length < columns) continue;
    rows.push(row);
    start = at;
    at += SHORTEST_ROW;
  }
  const last = rowOf({ paragraph, start, end }, registry);
  return last ? [...rows, last] : [];
}

const SHORTEST_ROW = 7;

/** Rows that follow each other in one paragraph: each runs up to the next running number that stands behind a whole row. */
export function numberedRows({ paragraph, start, end }: Stretch, registry: UnitRegistry): GluedRow[] {
  const rows: GluedRow[] = [];
  for (let from = start, number = 1; from < end; number++) {
    const next = nextNumber(paragraph, from, Math.min(end, from + LONGEST_ROW), number + 1, registry);
    const row = rowOf({ paragraph, start: from, end: next }, registry);
    if (!row?.number) return rows;
    rows.push(row);
    from = next;
  }
  return rows;
}

function nextNumber(paragraph: Paragraph, from: number, end: number, number: number, registry: UnitRegistry): number {
  const printed = String(number);
  for (let at = paragraph.text.indexOf(printed, from + 1); at >= 0 && at < end;) {
    const after = paragraph.text.slice(at + printed.length, at + printed.length + 3);
    const fits = /^[一-龥“《]/.test(after) && !NO_NUMBER.test(after) && !/\d/.test(paragraph.text[at - 1] ?? '');
    if (fits && rowOf({ paragraph, start: from, end: at }, registry)) return at;
    at = paragraph.text.indexOf(printed, at + 1);
  }
  return end;
}

function rowOf({ paragraph, start, end }: Stretch, registry: UnitRegistry): GluedRow | null {
  const text = paragraph.text.slice(start, end).replace(/[|。；]+$/, '');
  const digits = /^\d{1,3}[.、]?(?=[一-龥“《])/.exec(text)?.[0].length ?? 0;
  const date = DATE.exec(text)?.index ?? text.length;
  const lists = listsOf(text.slice(0, date), registry);
  const first = lists[0]?.[0] ?? 0;
  if (first - digits < 4) return null;
  const at = (a: number, b: number): Stretch => ({ paragraph, start: start + a, end: start + b });
  return {
    number: digits > 0 ? at(0, digits - Number(/[.、]$/.test(text.slice(0, digits)))) : null,
    words: at(digits, first),
    lists: lists.map(([a, b]) => at(a, b)),
    date: date < text.length ? at(date, text.length) : null,
  };
}

/** The lists of units that a text ends in, first one first; a new list begins where no separator stands. */
export function listsOf(text: string, registry: UnitRegistry): [start: number, end: number][] {
  const lists: [number, number][] = [];
  let end = text.length;
  let joined = false;
  for (let start = tailOf(text, joined, registry); start >= 0; start = tailOf(text.slice(0, end), joined, registry)) {
    const [list] = lists;
    if (joined && list) list[0] = start;
    else lists.unshift([start, end]);
    joined = SEPARATOR.test(text[start - 1] ?? '');
    end = joined ? start - 1 : start;
  }
  return lists;
}

/** Behind a separator, or before one, a name may do without its level. */
function tailOf(text: string, joined: boolean, registry: UnitRegistry): number {
  const start = registeredTail(text, registry);
  if (start >= 0) return start;
  const bare = listedName(text, registry);
  return joined || SEPARATOR.test(text[bare - 1] ?? '') ? bare : -1;
}

const SEPARATOR = /[、，]/;
