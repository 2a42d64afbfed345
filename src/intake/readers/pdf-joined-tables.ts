import { distinct, type Grid, type GridCell } from './grid.js';
import type { PdfLine } from './pdf-lines.js';
import { NUMBER_HEAD } from './task-heads.js';

/**
 * Joins a table with its continuation on the next page, where nothing but page numbers stood between. `notes` tell of
 * first rows without a number that may go on the row before.
 */
export function joinTables(lines: readonly PdfLine[]): { lines: PdfLine[]; notes: string[] } {
  const joined: PdfLine[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above?.grid && line.grid && line.page > above.page && above.grid[0].length === line.grid[0].length) {
      const { grid, isSure } = append(above.grid, line.grid);
      joined[joined.length - 1] = { ...above, page: line.page, grid };
      if (!isSure) {
        notes.push(`第 ${line.page} 页表格的第一行没有序号，可能是上一页最后一行的下半截，请对照原文核对。`);
      }
    } else joined.push(line);
  }
  return { lines: joined, notes };
}

/** The rows of both, a repeated head left out, the halves of a row that the page's end cuts put together. */
function append(above: Grid, below: Grid): { grid: Grid; isSure: boolean } {
  const body = below.slice(repeatedHead(above, below));
  const first = body[0];
  if (!first) return { grid: above, isSure: true };
  const number = numberColumn(above);
  const seam = seamOf(above, body, number);
  const moved = new Map<GridCell, GridCell>();
  if (seam === 'cut') runOn(above[above.length - 1], first, moved);
  if (seam === 'group') moved.set(first[number], above[above.length - 1][number]);
  const rest = seam === 'cut' ? body.slice(1) : body;
  const shift = above.length - (body[0][0].row + (seam === 'cut' ? 1 : 0));
  for (const cell of new Set(rest.flat())) {
    if (!moved.has(cell)) moved.set(cell, { ...cell, row: cell.row + shift });
  }
  const rows = rest.map((row) => row.map((cell) => moved.get(cell) ?? cell));
  return { grid: [...above, ...rows], isSure: seam === 'cut' || seam === 'none' };
}

/** A head has few rows, and a title may stand above it. */
const HEAD_ROWS = 4;
const NUMBER = /^\d{1,4}[.．、]?$/;

/** How many rows at the top of the next page say the same as those that begin the table. */
function repeatedHead(above: Grid, below: Grid): number {
  const rows = Math.min(HEAD_ROWS, above.length, below.length);
  const same = (at: number): boolean => at < rows && wordsOf(below[at]) === wordsOf(above[at]);
  let count = 0;
  while (same(count) && !below[count].some((cell) => NUMBER.test(cell.text.trim()))) count++;
  return count;
}

const wordsOf = (row: GridCell[]): string => row.map((cell) => cell.text).join('\t');

/** The column of the numbers by its head, else the first. */
function numberColumn(grid: Grid): number {
  const isNumber = (cell: GridCell): boolean => NUMBER_HEAD.test(cell.text.replace(/\s+/g, ''));
  return Math.max(0, ...grid.slice(0, HEAD_ROWS).map((row) => row.findIndex(isNumber)));
}

/**
 * Where two pages of a table meet: `cut` when the first row has words but no number, where every row has one of its own;
 * `group` when one number stands over several rows; `open` when other rows have no number either.
 */
function seamOf(above: Grid, body: Grid, number: number): 'cut' | 'group' | 'open' | 'none' {
  const [last, first] = [above[above.length - 1], body[0]];
  const words = distinct(first).filter((cell) => cell.text.trim() !== '');
  if (first[number].text.trim() !== '' || words.length === 0 || !NUMBER.test(last[number].text.trim())) return 'none';
  if (above.length > 1 && above[above.length - 2][number] === last[number]) return 'group';
  if (body.length > 1 && body[1][number] === first[number]) return 'group';
  const from = above.findIndex((row) => NUMBER.test(row[number].text.trim()));
  return [...above.slice(from), ...body.slice(1)].some((row) => isUnnumbered(row, number)) ? 'open' : 'cut';
}

/** A row of a measure without a number; headings across the table and empty rows are none. */
function isUnnumbered(row: GridCell[], number: number): boolean {
  return row[number].text.trim() === '' && distinct(row).filter((cell) => cell.text.trim() !== '').length > 1;
}

/** The words of a lower half behind those of the upper one; a cell that goes on further down stays one with it. */
function runOn(above: GridCell[], below: GridCell[], moved: Map<GridCell, GridCell>): void {
  below.forEach((cell, column) => {
    if (moved.has(cell)) return;
    moved.set(cell, above[column]);
    above[column].text += cell.text;
  });
}
