import { BORDER, bitsOf, type Bit } from './bits.js';
import { columnOf, roleLabel, workColumns, type Column } from './column-words.js';
import { mayBegin } from './flattened-heads.js';
import type { CellHead } from './flattened-cells.js';
import type { Paragraph } from './paragraph.js';
import { stackedHead } from './stacked-heads.js';

/** The head of a table in whatever way it is printed. */
export interface ModelHead extends CellHead {
  columns: Column[];
  /** Columns of units that only watch. */
  silent: boolean[];
  /** Where it begins in its first paragraph. */
  start: number;
  /** The paragraph in which it ends, and where. */
  last: number;
  end: number;
  /** All it says, to know it again. */
  words: string;
  /** It is printed over two lines, which no other reader knows. */
  stacked?: boolean;
}

const LINES = 40;
/** The bits one cell of a head may be broken into. */
const PARTS = 4;
const PART_LENGTH = 6;
const LONGEST = 16;
const MOST = 160;
/** A head stands right behind a title. */
const REACH = 400;
const COLUMNS = 2;
const UNKNOWN = 8;
const MOST_COLUMNS = 14;
/** With a colon it names the parts of a note. */
const UNITS =
  /(?:牵头|责任|主责|主办|负责|承办|配合|协办|参与|参加|协同|实施|落实)(?:责任)?(?:单位|部门|主体|处室|科室|股室|机构|乡镇)(?![:：])/;

/** The head that stands at the beginning of a paragraph, or inside one behind a title; null without one. */
export function modelHead(paragraphs: readonly Paragraph[], from: number): ModelHead | null {
  const paragraph = paragraphs[from];
  if (!paragraph) return null;
  const found = UNITS.exec(paragraph.text.slice(0, REACH));
  const opens = found !== null || mayBegin(paragraph);
  const stacked = opens ? stackedHead(paragraphs, from) : null;
  if (stacked) return headOf(stacked.columns, { ...stacked, start: 0, stacked: true });
  const whole = opens ? headFrom(paragraphs, from, 0) : null;
  if (whole) return whole;
  if (!found || found.index < COLUMNS) return null;
  const start = startBehindTitle(paragraph.text, found.index);
  return start < 0 ? null : headFrom(paragraphs, from, start);
}

/** A title stands before the head. */
const TITLED = /(?:[表单案]|分工|分解|任务|措施)(?:（[^（）]{1,20}）)?\|?$/;

/** Where the heads begin, right behind a title, that stand one behind the other up to a column of units; -1 for none. */
function startBehindTitle(text: string, end: number): number {
  const starts = new Set([end]);
  for (const start of starts)
    for (let length = 2; length <= Math.min(LONGEST, start); length++)
      if (columnOf(text.slice(start - length, start))) starts.add(start - length);
  starts.delete(end);
  return [...starts].sort((a, b) => a - b).find((start) => TITLED.test(text.slice(0, start))) ?? -1;
}

/** Most words are no head: the lines behind the first few are looked at only where those are all heads. */
function headFrom(paragraphs: readonly Paragraph[], from: number, start: number): ModelHead | null {
  for (const lines of FEWER) {
    const { head, whole } = headIn(headBits(paragraphs, from, start, lines), start);
    if (!whole) return head;
  }
  return headIn(headBits(paragraphs, from, start, LINES), start).head;
}
const FEWER = [3, 12];

function headIn(bits: readonly Bit[], start: number): { head: ModelHead | null; whole: boolean } {
  const columns: Column[] = [];
  let words = '';
  let last: Bit | null = null;
  let end = 0;
  for (let at = 0; at < bits.length && columns.length < MOST_COLUMNS;) {
    const { found, used, length } = columnsAt(bits, at, columns);
    if (found.length === 0 || columns.some((column) => column.kind === 'number' && found[0]?.kind === 'number')) break;
    columns.push(...found);
    at += used;
    last = bits[at - 1] ?? null;
    end = (last?.start ?? 0) + length;
    words += bits
      .slice(at - used, at)
      .map(({ text }) => text)
      .join('')
      .slice(0, used > 1 ? undefined : length);
    if (last && end < last.end) break;
  }
  const whole = last !== null && last.line > (bits.at(-1)?.line ?? 0) - 2;
  if (!last || /^[：:（]/.test(last.paragraph.text.slice(end))) return { head: null, whole };
  return { head: headOf(columns, { start, last: last.line, end, words }), whole };
}

function headBits(paragraphs: readonly Paragraph[], from: number, start: number, lines: number): Bit[] {
  const bits: Bit[] = [];
  for (let line = from; bits.length > 0 || line === from; line++) {
    if (line >= Math.min(paragraphs.length, from + lines)) break;
    const paragraph = paragraphs[line];
    if (!paragraph) break;
    const printed = bitsOf(paragraph, line, line === from ? start : 0, Math.min(paragraph.text.length, start + MOST));
    bits.push(...unspread(printed));
    if (paragraph.text.length > start + MOST) break;
  }
  return bits;
}

/** “序号项 目 名 称主要内容”: letters spread out within one line are put together with what stands beside them. */
function unspread(bits: readonly Bit[]): Bit[] {
  const out: Bit[] = [];
  for (let at = 0; at < bits.length; at++) {
    let to = at + 1;
    while (bits[to]?.text.length === 1 && bits[to]?.border === BORDER.blank) to += 1;
    const [first, last] = [bits[at], bits[to]];
    if (!first) break;
    if (to - at <= SPREAD || !last || last.border !== BORDER.blank) out.push(first);
    else {
      const text = first.paragraph.text.slice(first.start, last.end);
      out.push({ ...first, end: last.end, text });
      at = to;
    }
  }
  return out;
}
const SPREAD = 2;

interface Found {
  found: Column[];
  /** Bits that were used, and how much of the last of them. */
  used: number;
  length: number;
}
const NOTHING: Found = { found: [], used: 0, length: 0 };

/** The column, or the columns without anything between them, that begin at a bit. */
function columnsAt(bits: readonly Bit[], at: number, before: readonly Column[]): Found {
  const bit = bits[at];
  if (!bit) return NOTHING;
  const most = bit.text.length > PART_LENGTH ? 1 : PARTS;
  for (let used = 1; used <= most && at + used <= bits.length; used++) {
    const parts = bits.slice(at, at + used).map(({ text }) => text);
    const column = columnOf(parts.join(''));
    if (column && !isFirstRow(column, before)) return { found: [column], used, length: parts.at(-1)?.length ?? 0 };
  }
  const glued = gluedColumns(bit.text, before);
  if (glued.found.length > 0) return glued;
  const next = bits[at + 1];
  const unknown =
    before.length > 0 &&
    bit.text.length <= UNKNOWN &&
    !/[。；，、]|^\d{1,3}$/.test(bit.text) &&
    bit.border !== BORDER.none &&
    next;
  const known = unknown ? columnOf(next.text) : null;
  return known && !isFirstRow(known, before)
    ? { found: [{ kind: 'other', label: bit.text }], used: 1, length: bit.text.length }
    : NOTHING;
}

/** Behind units and a day, words that end like a head are the first row's. */
const isFirstRow = ({ kind }: Column, before: readonly Column[]): boolean =>
  kind === 'words' &&
  before.some((column) => column.kind === 'units') &&
  before.some((column) => column.kind === 'words');

function gluedColumns(text: string, before: readonly Column[]): Found {
  const numbered = columnsIn(text, before, (kind) => kind === 'units' || kind === 'number');
  const behind = text.slice(numbered.length);
  const counted = behind === '' || FIRST.test(behind) || numbered.found[0]?.kind !== 'number';
  const { found, length } = counted ? numbered : columnsIn(text, before, (kind) => kind === 'units');
  const whole = found.length >= COLUMNS || length === text.length;
  return whole || (before.length > COLUMNS && FIRST.test(text.slice(length))) ? { found, used: 1, length } : NOTHING;
}

/** Columns that stand one behind the other without anything between them, those of some kinds looked for first. */
function columnsIn(
  text: string,
  before: readonly Column[],
  first: (kind: Column['kind']) => boolean,
): { found: Column[]; length: number } {
  const found: Column[] = [];
  let at = 0;
  for (let length = 1; length > 0; at += length) {
    const column = longestColumn(text, at, first) ?? longestColumn(text, at, () => true);
    length = column && !isFirstRow(column, [...before, ...found]) ? column.size : 0;
    if (column && length > 0) found.push({ kind: column.kind, label: column.label });
  }
  return { found, length: at };
}

/** The first row’s number. */
const FIRST = /^1(?:[.、]|[一-龥“《])/;

/** The longest words that head a column of such a kind: 责任主体主要任务 are two. */
function longestColumn(
  text: string,
  at: number,
  fits: (kind: Column['kind']) => boolean,
): (Column & { size: number }) | null {
  for (let size = Math.min(LONGEST, text.length - at); size > 1; size--) {
    const column = columnOf(text.slice(at, at + size));
    if (column && fits(column.kind)) return { ...column, size };
  }
  return null;
}

function headOf(
  columns: Column[],
  place: Omit<ModelHead, 'columns' | 'silent' | 'offices' | 'persons'>,
): ModelHead | null {
  const units = columns.filter(({ kind }) => kind === 'units').map(({ label }) => label);
  if (units.length === 0 || !columns.some(({ kind }) => kind === 'words') || columns.length < COLUMNS) return null;
  const { labels, watched, offices } = workColumns(units);
  if (labels.length === 0) return null;
  const named = columns.map((column): Column =>
    column.kind === 'units' ? { ...column, label: roleLabel(column.label) } : column,
  );
  const silent = columns.map(({ kind, label }) => kind === 'units' && watched.includes(label));
  return { ...place, columns: named, silent, offices, persons: columns.some(({ persons }) => persons) };
}
