import { titleLines, TURNED } from './title-lines.js';
import { bodyCells, headCells, type OfficeTable } from './table.js';

/** What the partial documents/grid prints. */
export interface GridContext {
  shares: number[];
  head: { cells: { label: string; colspan: number; rowspan: number }[] }[];
  rows: { cells: { lines: string[]; rowspan: number; centre: boolean }[] }[];
}

/** Widths of the columns in percent of the page, to a tenth. */
export function shares(columns: { width: number }[]): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => Math.round((column.width / total) * 1000) / 10);
}

/** A table's columns, heads and merged cells as the template prints them; `shares` are widths in percent. */
export function gridContext(table: OfficeTable): GridContext {
  const centred = table.columns.map((column) => column.centre ?? false);
  return {
    shares: shares(table.columns),
    head: headCells(table.columns).map((cells) => ({ cells })),
    rows: bodyCells(table).map((row) => ({
      cells: row.flatMap((cell, index) =>
        cell ? [{ lines: cell.text.split('\n'), rowspan: cell.rowspan, centre: centred[index] ?? false }] : [],
      ),
    })),
  };
}

/** What a page that is mainly one table prints (documents/task-table, ledger, self-check). */
export interface TablePage {
  lines: string[];
  meta: string[];
  grid: GridContext;
  note: string | null;
}

/** A page that holds one table, set crosswise: title lines, facts, grid and note. */
export function tablePage(table: OfficeTable): TablePage {
  return { lines: titleLines(table.title, TURNED), meta: table.meta, grid: gridContext(table), note: table.note };
}
