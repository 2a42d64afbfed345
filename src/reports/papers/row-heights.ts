import { bodyCells, type OfficeTable } from './table.js';

/** A line of 11 pt text, its margins, and the least height of a row that is filled in by hand; points. */
const LINE = 14.5;
const MARGIN = 6;
const BY_HAND = 36;
/** Excel's limit. */
const HIGHEST = 409;
/** Width of a 20 pt character in half-width characters of 11 pt. */
const TITLE_CHARACTER = 3.7;

/** Width of text in half-width characters. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) > 0xff ? 2 : 1), 0);

const total = (table: OfficeTable): number => table.columns.reduce((sum, column) => sum + column.width, 0);

function linesOf(text: string, columnWidth: number): number {
  const room = Math.max(2, columnWidth - 1.5);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

const limited = (height: number): number => Math.min(HIGHEST, Math.round(height * 2) / 2);

/** Height of each body row that shows all of its text; a merged cell's text may use all the rows it covers. */
export function bodyHeights(table: OfficeTable): number[] {
  const least = table.rows.some((row) => row.includes('')) ? BY_HAND : 0;
  return bodyCells(table).map((row) => {
    const lines = row.map((cell, index) =>
      cell ? Math.ceil(linesOf(cell.text, table.columns[index]?.width ?? 10) / cell.rowspan) : 1,
    );
    return limited(Math.max(least, Math.max(1, ...lines) * LINE + MARGIN));
  });
}

/** Height of a head row: heads of narrow columns take two lines or more. */
export function headHeight(table: OfficeTable): number {
  const lines = table.columns.map((column) => linesOf(column.label, column.width));
  return limited(Math.max(2, ...lines) * LINE + MARGIN);
}

/** Height of a sheet's title in points, by the lines it takes across the table's width. */
export function titleHeight(table: OfficeTable): number {
  const lines = Math.ceil(((textWidth(table.title) / 2) * TITLE_CHARACTER) / Math.max(20, total(table) - 4));
  return limited(lines * 28 + 12);
}

/** Height of the note below a table, in points. */
export function noteHeight(table: OfficeTable): number {
  return limited(linesOf(`注：${table.note ?? ''}`, total(table)) * LINE + MARGIN);
}
