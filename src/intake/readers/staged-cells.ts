import type { Column } from '../lines/column-words.js';
import { fits, GROUP, withoutEmpty } from './staged-fit.js';

/** What stands behind a table. */
const ENDS = /^(?:附件|附表|附[:：]|注|说明|备注|填表|抄送|主送|[一二三四五六七八九十]{1,3}、)/;

/** Rows by their cells, and how many lines they take. */
export interface CellRows {
  rows: string[][];
  end: number;
}

/**
 * The rows of a table with a line for every cell: by their running numbers, else as many cells each as there are columns.
 * Empty lines are its empty cells where that gives rows of all columns. Null where rows cannot be told.
 */
export function cellRows(lines: readonly string[], columns: readonly Column[]): CellRows | null {
  const read = columns[0]?.kind === 'number' ? countedRows : evenRows;
  const filled = read(lines.filter(Boolean), columns);
  const printed = read(lines, columns);
  const whole = printed?.rows.every(({ length }) => length === 1 || length === columns.length);
  if (printed && whole && printed.rows.length >= (filled?.rows.length ?? 0)) return printed;
  return filled && { rows: filled.rows, end: behindFilled(lines, filled.end) };
}

/** The place behind so many lines that hold words. */
function behindFilled(lines: readonly string[], count: number): number {
  let at = 0;
  for (let left = count; left > 0; at++) if (lines[at]) left -= 1;
  return at;
}

const isNumber = (cell: string | undefined, number: number): boolean => cell?.replace(/[.、]$/, '') === String(number);

/** Rows that begin with their running numbers, from one on; null where none does, or one behind them was not reached. */
function countedRows(cells: readonly string[], columns: readonly Column[]): CellRows | null {
  const rows: string[][] = [];
  let at = 0;
  let number = 1;
  for (; ; number++) {
    const over = GROUP.test(cells[at] ?? '') && isNumber(cells[at + 1], number) ? 1 : 0;
    const size = isNumber(cells[at + over], number) ? sizeOf(cells, at + over, columns, number + 1) : 0;
    if (size === 0) break;
    rows.push(...(over > 0 ? [[cells[at] ?? '']] : []), cells.slice(at + over, at + over + size));
    at += over + size;
  }
  const more = cells.slice(at, at + columns.length * REACH).some((cell) => isNumber(cell, number));
  return rows.length > 0 && !more ? { rows, end: at } : null;
}
const REACH = 3;

/** How many cells a row has: as many as the head, or fewer where the next number or the table's end comes sooner; 0 for none. */
function sizeOf(cells: readonly string[], at: number, columns: readonly Column[], next: number): number {
  const follows = (size: number): boolean => {
    const behind = cells[at + size];
    const over = GROUP.test(behind ?? '') && isNumber(cells[at + size + 1], next);
    return behind === undefined || ENDS.test(behind) || isNumber(behind, next) || over;
  };
  const sizes = columns.map((_, less) => columns.length - less).filter((size) => at + size <= cells.length);
  const fitting = sizes.filter((size) => {
    const row = cells.slice(at, at + size);
    return size === columns.length ? fits(row, columns) : withoutEmpty(row, columns) !== null;
  });
  return fitting.find(follows) ?? (fitting[0] === columns.length ? columns.length : 0);
}

/** Rows without numbers, all cells of each filled, up to what ends the table; null for fewer than two, or other words behind them. */
function evenRows(cells: readonly string[], columns: readonly Column[]): CellRows | null {
  const rows: string[][] = [];
  const row = (): string[] => cells.slice(rows.length * columns.length, (rows.length + 1) * columns.length);
  const isRow = (): boolean => row().length === columns.length && row().every(Boolean) && fits(row(), columns);
  while (isRow()) rows.push(row());
  const behind = cells[rows.length * columns.length];
  const ended = !behind || ENDS.test(behind);
  return rows.length > 1 && ended ? { rows, end: rows.length * columns.length } : null;
}
