import { type Grid, type GridCell, withCells } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';
import { printDay } from './xlsx-dates.js';

const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
/** 9.15, 9/15前, 3.1-9.15: month and day with nothing but a point between them. */
const POINTED = new RegExp(
  `^(?:${MONTH}[.．/]${DAY}日?\\s*(?:[-—–~～－至到]+)\\s*)?${MONTH}[.．/]${DAY}日?\\s*(?:之?前|以前|前完成)?$`,
);
const EACH = new RegExp(`(${MONTH})[.．/](${DAY})日?`, 'g');
/** Days of 2020 to 2049 as the numbers that a sheet keeps them as. */
const SERIAL = /^\d{5}$/;
const SERIALS = [43_831, 54_788] as const;
/** 9.3 and 2025.1, which a sheet of figures shows for 9.30 and 2025.10 too. */
const SHORTENED = new RegExp(`^(?:${MONTH}[.．][123]|20\\d{2}[.．]1)$`);
/** Other months of a year are read as they stand. */
const FIRST_MONTH = /^(20\d{2})[.．]1$/;

interface Table {
  grid: Grid;
  /** What a person must look at: one remark for a column. */
  notes: string[];
}

/** A table whose columns of days print 9.15 or 45960: read as 9月15日 and 2025年10月30日, which is told. */
export function withDays(grid: Grid, head: TaskHead): Table {
  const days = new Map<GridCell, GridCell>();
  const notes = head.columns
    .filter(({ kind }) => kind === 'due')
    .flatMap((column) => readColumn(days, grid, head, column));
  return { grid: days.size > 0 ? withCells(grid, days) : grid, notes };
}

function readColumn(days: Map<GridCell, GridCell>, grid: Grid, head: TaskHead, { index, label }: Column): string[] {
  const cells = [...new Set(grid.slice(head.body).map((row) => row[index]))];
  const read = cells.flatMap((cell) => {
    const text = dayOf(cell.text.trim());
    return text === null ? [] : [{ cell, printed: cell.text.trim(), text }];
  });
  for (const { cell, text } of read) days.set(cell, { ...cell, text });
  const [first] = read;
  if (!first) return [];
  const short = read.find(({ printed }) => SHORTENED.test(printed));
  const zero = short ? `；表格里的数不显示末尾的0，“${short.printed}”也可能是${withZero(short.printed)}` : '';
  const places = `第${first.cell.row + 1}行${read.length > 1 ? `等${read.length}处` : ''}`;
  return [`任务分解表“${label}”栏${places}印有“${first.printed}”这样的数，按“${first.text}”读作日期${zero}，请核对。`];
}

/** Whether a cell holds such a figure. */
export const printsDay = (cell: string): boolean => dayOf(cell) !== null;

/** The day that such a figure means, in words; null for any other cell. */
function dayOf(cell: string): string | null {
  if (POINTED.test(cell))
    return cell.replace(EACH, (_, month: string, day: string) => `${Number(month)}月${Number(day)}日`);
  const year = FIRST_MONTH.exec(cell)?.[1];
  if (year) return `${year}年1月`;
  const serial = SERIAL.test(cell) ? Number(cell) : 0;
  return serial >= SERIALS[0] && serial <= SERIALS[1] ? printDay(serial, undefined, false) : null;
}

/** The day of a figure with the zero that a sheet may have left out. */
const withZero = (cell: string): string | null =>
  FIRST_MONTH.test(cell) ? cell.replace(FIRST_MONTH, '$1年10月') : dayOf(`${cell}0`);
