import { matchesOf } from '../../domain/text/signs.js';
import { columnOf, roleLabel, workColumns, type Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';
import { blankCells, type Cell } from './table-rows.js';

/** The head of a table that a web page flattened: every cell on a line of its own, or divided by strokes. */
export interface FlatHead {
  columns: Column[];
  /** Its columns of units in order, those left out that only watch or give marks. */
  labels: string[];
  /** The last column of units only watches. */
  watched: boolean;
  /** Its units are offices of one department. */
  offices: boolean;
  /** Persons stand beside its units. */
  persons: boolean;
  /** Paragraph in which it ends. */
  last: number;
  /** It stands inside that paragraph, from and to these places, its cells divided by blanks of any width. */
  inside?: { start: number; end: number };
}

/** Lines of a head, and the lines a single cell of it may be broken into. */
const LINES = 40;
const PARTS = 4;
const LONGEST = 16;

/** The head that begins with a paragraph, null where none does or its columns are in no order that could be read back. */
export function flatHead(paragraphs: readonly Pick<Paragraph, 'text' | 'gap'>[], from: number): FlatHead | null {
  if (!mayBegin(paragraphs[from])) return null;
  const columns: Column[] = [];
  let last = from - 1;
  let pending: string[] = [];
  for (let index = from; index < Math.min(paragraphs.length, from + LINES); index++) {
    const paragraph = paragraphs[index];
    const cells = paragraph && paragraph.text.length <= 160 ? headCells(paragraph) : null;
    const read = cells && takeCells([...pending, ...cells]);
    if (!read || (index === from && read.columns.length === 0 && read.pending.join('') === '')) break;
    if (isFirstRow(columns, read.columns)) break;
    columns.push(...read.columns);
    pending = read.pending;
    if (pending.length === 0) last = index;
    if (pending.length >= PARTS) break;
  }
  return last < from ? null : headOf(columns, last);
}

/**
 * The head that stands on one line, anywhere in it, its columns divided by blanks of any width or by strokes: found by a
 * column of units, and as many columns to its left and right as are heads. Null without one.
 */
export function blankHead(paragraph: Paragraph, line: number): FlatHead | null {
  const { text, gap } = paragraph;
  if (!text.includes('|') && ![1, 2, 3].some((blank) => gap.includes(blank))) return null;
  for (const { index, 0: words } of matchesOf(text, UNITS_HEAD)) {
    const end = index + words.length;
    if (!isBorder(paragraph, end) && !(text[end] === '1' && isBorder(paragraph, end + 1))) continue;
    const cells = blankCells(paragraph, Math.max(0, index - BEFORE), Math.min(text.length, end + BEHIND));
    const at = cells.findIndex((cell) => cell.start < end && end <= cell.end);
    const head = at < 0 ? null : headAround(cells, at, end, line);
    if (head) return head;
  }
  return null;
}

/** 责任单位, 配合部门（单位）. */
const UNITS_HEAD =
  /(?:单位|部门|主体|[处科股]室|机构|乡镇|街道)(?:[和及与、/](?:责任人|负责人|联系人))?(?:（[^（）]{1,20}）)?/g;
const BEFORE = 90;
const BEHIND = 60;
const COLUMNS = 3;

const isBorder = ({ text, gap }: Paragraph, at: number): boolean =>
  at === text.length || text[at] === '|' || (gap[at] ?? 0) > 0;

/** The head around one of its columns of units, the widest one to the left that does not begin with a title. */
function headAround(cells: readonly Cell[], at: number, unitsEnd: number, line: number): FlatHead | null {
  const parts = headParts(cells, at);
  const words = parts.map(({ text }) => text);
  const column = parts.findIndex(({ end }) => end === unitsEnd);
  const left = words.findIndex((_, from) => from <= column && isHead(words.slice(from, column + 1)));
  if (left < 0) return null;
  let right = column + 1;
  while (right < words.length && isHead(words.slice(left, right + 1))) right += 1;
  const number = words.findIndex((word, from) => from > left && from < right && columnOf(word)?.kind === 'number');
  const first = number > left && (words[left] ?? '').length > TITLE ? number : left;
  const columns = takeCells(words.slice(first, right))?.columns ?? [];
  const head = columns.length < COLUMNS ? null : headOf(columns, line);
  return head && { ...head, inside: { start: parts[first]?.start ?? 0, end: parts[right - 1]?.end ?? 0 } };
}

/** “……分工表序号” before a head's columns, “完成时限1” behind them: what lost line breaks stuck to them is cut off. */
function headParts(cells: readonly Cell[], at: number): Cell[] {
  return cells.flatMap((cell, index) => {
    const length = index < at ? (TITLED.exec(cell.text)?.index ?? 0) : headLength(cell.text);
    if (length === 0) return [cell];
    const middle = cell.start + length;
    return [
      { ...cell, end: middle, text: cell.text.slice(0, length) },
      { ...cell, start: middle, text: cell.text.slice(length) },
    ];
  });
}

const TITLED = /(?<=.)(?:序号|编号)$|(?<=[表账])[一-龥]{0,4}(?:任务|工作|事项|内容|措施|举措|项目|名称|类别|要点)$/;

/** How many characters of a cell are the head of units, a day or a person that it begins with; 0 where it is no head, or one altogether. */
function headLength(text: string): number {
  if (columnOf(text)) return 0;
  for (let length = Math.min(LONGEST, text.length - 1); length > 1; length--) {
    const column = columnOf(text.slice(0, length));
    if (column && column.kind !== 'words') return length;
  }
  return 0;
}

/** Heads before 序号 are shorter than a title. */
const TITLE = 5;

/** Whether cells are heads, none of them broken off, and none the first row's words. */
function isHead(words: readonly string[]): boolean {
  const read = takeCells(words);
  if (!read || read.pending.length > 0) return false;
  const units = read.columns.findIndex(({ kind }) => kind === 'units');
  const numbered = read.columns.some(({ kind }) => kind === 'number');
  return units < 0 || numbered || !read.columns.slice(units).some(({ kind }) => kind === 'words');
}

const HINT = /[序编项任工内措举要目名事分指标领重主成牵责清问做思类]/;

/** A first cell is short; looked at first, for speed. */
export function mayBegin(paragraph: Pick<Paragraph, 'text' | 'gap'> | undefined): boolean {
  if (!paragraph) return false;
  const { text, gap } = paragraph;
  const start = text.startsWith('|') ? 1 : 0;
  const least = Math.min(text.length, start + LONGEST + BRACKET);
  let end = start;
  while (end < least && text[end] !== '|' && (end === start || gap[end] !== 2)) end += 1;
  if (end === least && end < text.length) return false;
  const first = text.slice(start, end);
  return (
    first === '' || (HINT.test(first) && !/[。，；：]/.test(first) && (columnOf(first) ?? BROKEN.exec(first)) !== null)
  );
}

/** Room for what a head says in brackets. */
const BRACKET = 30;

/** “普法宣传工作” behind the columns of units is what stands over the first row, though it ends like a head. */
const isFirstRow = (before: readonly Column[], [first]: readonly Column[]): boolean =>
  first?.kind === 'words' &&
  before.some(({ kind }) => kind === 'units') &&
  !before.some(({ kind }) => kind === 'number');

/** Cells between strokes and wide blanks. */
const headCells = ({ text, gap }: Pick<Paragraph, 'text' | 'gap'>): string[] =>
  [...text]
    .map((character, at) => (at > 0 && gap[at] === 2 ? `|${character}` : character))
    .join('')
    .split('|')
    .filter(Boolean);

/** Reads cells as heads, the words of one put together where it is broken; null where some cell is no head. */
function takeCells(cells: readonly string[]): { columns: Column[]; pending: string[] } | null {
  const columns: Column[] = [];
  let at = 0;
  while (at < cells.length) {
    if (IN_BRACKETS.test(cells[at] ?? '')) {
      at += 1;
      continue;
    }
    let parts = 1;
    let column = columnOf(cells[at] ?? '');
    while (!column && parts < PARTS && at + parts < cells.length) {
      parts += 1;
      column = columnOf(cells.slice(at, at + parts).join(''));
    }
    if (!column) {
      const rest = cells.slice(at);
      return rest.length < PARTS && rest.every((part) => BROKEN.test(part)) ? { columns, pending: rest } : null;
    }
    columns.push(column);
    at += parts;
  }
  return { columns, pending: [] };
}

/** 责任股室 and on the next line （单位）. */
const IN_BRACKETS = /^（[^（）]{1,8}）$/;

/** 主要 (and on the next line 任务). */
const BROKEN = /^(?:[一-龥]|[一-龥]{2,3}|[一-龥]{4}(?<=责任|牵头|配合|工作|主要))$/;

function headOf(columns: Column[], last: number): FlatHead | null {
  const first = columns.findIndex(({ kind }) => kind === 'units');
  const before = columns.slice(0, Math.max(first, 0));
  const behind = columns.slice(first + 1);
  const numbered = columns.some(({ kind }) => kind === 'number');
  if (first < 0 || !before.some(({ kind }) => kind === 'words')) return null;
  if (!numbered && behind.some(({ kind }) => kind === 'words')) return null;
  const units = columns.filter(({ kind }) => kind === 'units').map(({ label }) => roleLabel(label));
  const { labels, watched, offices } = workColumns(units);
  if (labels.length === 0 || units.slice(0, labels.length).some((label) => watched.includes(label))) return null;
  const persons = columns.some((column) => column.persons);
  return { columns, labels, watched: watched.length > 0, offices, persons, last };
}
