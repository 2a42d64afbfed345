import { columnOf, type Column } from '../lines/column-words.js';
import { withoutStrokes } from './stroke-rows.js';

/** What divides cells: wide blanks. */
export const GAP = /\u3000+| {2,}/g;
const HEAD = /单位|部门|主体/;
const LONGEST = 120;
const LEAST_ROWS = 2;
const NUMBER = /^(?:\d{1,3}[.、]?|[一二三四五六七八九十]{1,3}、?)?$/;

/**
 * A task table whose cells blanks divide, some of its lines beginning with empty cells, with tabs instead: where every
 * cell begins under a head, or where the same blank stands for every border; one whose cells strokes divide as
 * `withoutStrokes` says. Other lines stay as they are.
 */
export function tabbed(text: string): string {
  if (!/(?:\u3000| {2}|\|)[^\n]{0,40}(?:单位|部门|主体)/.test(text)) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (lines[at].length > LONGEST || !HEAD.test(lines[at])) continue;
    if (lines[at].includes('|')) at = withoutStrokes(lines, at);
    const columns = columnsOf(lines[at]);
    const end = columns ? endOf(lines, at) : at;
    if (!columns || end - at <= LEAST_ROWS) continue;
    const rows = withoutIndent(lines.slice(at, end));
    const cells = rows && (underHeads(rows) ?? betweenGaps(rows, columns));
    cells?.forEach((row, index) => {
      lines[at + index] = row.join('\t');
    });
    at = end - 1;
  }
  return lines.join('\n');
}

/** The columns of a line whose words all head one, a number or a task first. */
function columnsOf(line: string): Column[] | null {
  const columns = line.trim().split(GAP).map(columnOf);
  const known = columns.filter((column) => column !== null);
  return known.length === columns.length && known.length > 1 && known.some(({ kind }) => kind === 'units')
    ? known
    : null;
}

/** The line behind the table: an empty one, or one without any gap. */
function endOf(lines: readonly string[], at: number): number {
  let end = at;
  while (end < lines.length && lines[end].trim() !== '' && lines[end].search(GAP) >= 0) end++;
  return end;
}

/** The lines without what all of them begin with; null where none of them begins with an empty cell. */
function withoutIndent(lines: readonly string[]): string[] | null {
  const indent = /^[ \u3000]*/.exec(lines[0])?.[0] ?? '';
  if (!lines.every((line) => line.startsWith(indent))) return null;
  const rows = lines.map((line) => line.slice(indent.length).trimEnd());
  return rows.slice(1).some((row) => /^[ \u3000]/.test(row)) ? rows : null;
}

interface Placed {
  start: number;
  text: string;
}

/** Every cell stands right under its head, as in a fixed type. */
export function underHeads(rows: readonly string[]): string[][] | null {
  const [heads = [], ...body] = rows.map(placed);
  const cells = body.map((row) => {
    const places = row.map(({ start }) => heads.findIndex((head) => Math.abs(head.start - start) <= 1));
    const rising = places.every((place, index) => place > (places[index - 1] ?? -1));
    return rising ? heads.map((_, place) => row[places.indexOf(place)]?.text ?? '') : null;
  });
  return cells.every((row) => row !== null) ? [heads.map(({ text }) => text), ...cells] : null;
}

/** The cells of a line and how far from its beginning they stand, in widths of half a character. */
function placed(line: string): Placed[] {
  const cells: Placed[] = [];
  let width = 0;
  let last = 0;
  for (const { index, 0: gap } of [...line.matchAll(GAP), { index: line.length, 0: '' }]) {
    const text = line.slice(last, index);
    if (text !== '') cells.push({ start: width, text });
    width += widthOf(text) + widthOf(gap);
    last = index + gap.length;
  }
  return cells;
}

/** The same blank stands for every border, so that two of them hold an empty cell between them. */
export function betweenGaps(rows: readonly string[], columns: readonly Column[]): string[][] | null {
  const [gap = ''] = rows[0].match(GAP) ?? [];
  const cells = rows.map((row) => row.split(gap));
  const fits = cells.every(
    (row) =>
      row.length <= columns.length &&
      row.every((cell) => !/^[ \u3000]|[ \u3000]$/.test(cell)) &&
      (columns[0].kind !== 'number' || row === cells[0] || NUMBER.test(row[0])),
  );
  return fits && cells[0].length === columns.length ? cells : null;
}

const widthOf = (text: string): number => text.replace(/[^\x00-\x7f]/g, '  ').length;
