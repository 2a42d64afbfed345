import { columnOf, roleLabel, workColumns, type Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';

/** The head of a table that a web page flattened: every cell on a line of its own, or divided by strokes. */
export interface FlatHead {
  columns: Column[];
  /** Its columns of units in order, those left out that only watch or give marks. */
  labels: string[];
  /** The last column of units only watches. */
  watched: boolean;
  /** Its units are offices of one department. */
  offices: boolean;
  /** Paragraph in which it ends. */
  last: number;
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

/** The head on one line whose columns nothing but blanks divides. */
export function spacedHead({ text, gap }: Pick<Paragraph, 'text' | 'gap'>): FlatHead | null {
  const cells = [...text].map((character, at) => (at > 0 && gap[at] ? `|${character}` : character)).join('');
  const read = takeCells(cells.split('|').filter(Boolean));
  return read && read.pending.length === 0 ? headOf(read.columns, 0) : null;
}

const HINT = /[序编项任工内措举要目名事分指标领重主成牵责清问做思类]/;

/** A first cell is short; looked at first, for speed. */
function mayBegin(paragraph: Pick<Paragraph, 'text' | 'gap'> | undefined): boolean {
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
  return { columns, labels, watched: watched.length > 0, offices, last };
}
