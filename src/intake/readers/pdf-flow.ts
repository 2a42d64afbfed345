import { distinct, type Grid, type GridCell } from './grid.js';
import { pageLines, type PdfLine, type PdfPage } from './pdf-lines.js';
import { type PdfTable, takeTables } from './pdf-tables.js';
import type { Rule } from './pdf-rules.js';

/** The lines of a page from top to bottom, each table standing as one line where it begins. */
export function pageFlow(page: PdfPage, rules: Rule[]): PdfLine[] {
  const { tables, rest } = takeTables(page, rules);
  const lines = [...pageLines({ ...page, runs: rest }), ...tables.map((table) => tableLine(page, table))];
  return lines.sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

function tableLine(page: PdfPage, { top, left, right, grid }: PdfTable): PdfLine {
  return { page: page.number, text: '', x0: left, x1: right, y: top, size: 0, beside: 1, column: 0, grid };
}

/** Joins a table with its continuation on the next page, where nothing but page numbers stood between. */
export function joinTables(lines: PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above?.grid && line.grid && line.page > above.page && above.grid[0].length === line.grid[0].length) {
      joined[joined.length - 1] = { ...above, page: line.page, grid: append(above.grid, line.grid) };
    } else joined.push(line);
  }
  return joined;
}

function append(above: Grid, below: Grid): Grid {
  const head = above[0].map((cell) => cell.text).join('\t');
  const body = below[0].map((cell) => cell.text).join('\t') === head ? below.slice(1) : below;
  const rows = [...above];
  const first = body[0];
  const rest = first && isCutRow(rows[rows.length - 1], first) ? body.slice(1) : body;
  if (rest !== body) runOn(rows[rows.length - 1], first);
  const shift = rows.length - (rest[0]?.[0]?.row ?? 0);
  const moved = new Map<GridCell, GridCell>();
  for (const cell of new Set(rest.flat())) moved.set(cell, { ...cell, row: cell.row + shift });
  return [...rows, ...rest.map((row) => row.map((cell) => moved.get(cell) ?? cell))];
}

/** A row cut by the page's end goes on without its number. */
function isCutRow(above: GridCell[], below: GridCell[]): boolean {
  return (
    /^\d{1,3}$/.test(above[0].text.trim()) &&
    below[0].text.trim() === '' &&
    distinct(below).some((cell) => cell.text !== '')
  );
}

function runOn(above: GridCell[], below: GridCell[]): void {
  below.forEach((cell, column) => {
    if (below[column - 1] !== cell && cell.text !== '') above[column].text += cell.text;
  });
}
