import { alignCells } from '../lines/aligned-cells.js';
import { coveredUnits } from '../lines/column-tables.js';
import { columnOf, type Column } from '../lines/column-words.js';
import type { ReaderResult } from './extracted.js';
import { type Grid, GridBuilder } from './grid.js';
import { SeenRows } from './repeated-rows.js';
import { taskTableLines } from './task-table.js';

/** Rows as a workbook puts them on the clipboard: a cell with a line break stands in quotes. */
const QUOTED_BREAK = /\t"((?:[^"]|""){0,2000})"(?=\t|\n|$)|^"((?:[^"]|""){0,2000})"(?=\t)/gm;
const INNER_BREAK = '\u2028';
const LEAST_TABS = 2;

/** Turns runs of tab-separated rows that form a 任务分解表 into clauses; all other lines stay as they are. */
export function withTables(text: string): ReaderResult {
  const lines = text.replace(QUOTED_BREAK, unquoted).split('\n');
  const result: string[] = [];
  const notes: string[] = [];
  const seen = new SeenRows();
  for (let at = 0; at < lines.length;) {
    const { end, rows } = raggedRows(lines, at) ?? evenRows(lines, at);
    const table = rows.length >= 2 ? taskTableLines(gridOf(rows), seen) : null;
    result.push(...(table?.lines ?? lines.slice(at, Math.max(end, at + 1))));
    notes.push(...(table?.notes ?? []));
    at = Math.max(end, at + 1);
  }
  return { text: result.join('\n').replaceAll(INNER_BREAK, '\n'), notes };
}

/** A quoted cell without its quotes: `inner` after a tab, `first` at the beginning of a row. */
function unquoted(_: string, inner: string | undefined, first: string | undefined): string {
  const cell = (inner ?? first ?? '').replace(/""/g, '"').replace(/\n/g, INNER_BREAK);
  return (inner === undefined ? '' : '\t') + cell;
}

/** Rows of a table by their cells, and the line behind them; no rows where lines are to stay as they are. */
interface Rows {
  end: number;
  rows: string[][];
}

/** The run of rows with as many tabs as the first. */
function evenRows(lines: string[], start: number): Rows {
  const tabs = count(lines[start]);
  if (tabs < LEAST_TABS) return { end: start, rows: [] };
  let end = start;
  while (end < lines.length && count(lines[end]) === tabs) end++;
  return { end, rows: lines.slice(start, end).map(cellsOf) };
}

/**
 * Rows of which some have fewer cells than the head: a browser copies a merged cell only into its first row. They are
 * put under the columns they fit; where that leaves a choice all rows stay as they are. Null for rows without such a head.
 */
function raggedRows(lines: string[], start: number): Rows | null {
  const head = cellsOf(lines[start]);
  const columns = head.map((words): Column => columnOf(words.replace(/\s/g, '')) ?? { kind: 'words', label: words });
  if (head.length <= LEAST_TABS || !columns.some(({ kind }) => kind === 'units')) return null;
  let end = start;
  while (end < lines.length && count(lines[end]) > 0 && count(lines[end]) < head.length) end++;
  const rows = lines.slice(start, end).map((line) => alignedRow(cellsOf(line), columns));
  const whole = rows.filter((row) => row !== null);
  return whole.length === rows.length ? { end, rows: whole } : { end, rows: [] };
}

function alignedRow(cells: string[], columns: readonly Column[]): string[] | null {
  if (cells.length === columns.length) return cells;
  const filled = cells.filter(Boolean);
  const order = alignCells(filled, columns);
  return order?.sure ? columns.map((_, place) => filled[order.places.indexOf(place)] ?? '') : null;
}

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.replaceAll(INNER_BREAK, '\n').trim());

function count(line: string): number {
  return line.split('\t').length - 1;
}

/** Of a merged cell the clipboard has only the first row: a task without its units has those above it. */
function gridOf(rows: string[][]): Grid {
  const columns = rows[0].map((words): Column => columnOf(words) ?? { kind: 'words', label: words });
  const builder = new GridBuilder();
  rows.forEach((cells, row) => {
    const covered = row > 0 ? coveredUnits(cells, columns) : [];
    cells.forEach((cell, column) => {
      const above = covered.includes(column) ? builder.at(row - 1, column) : undefined;
      if (above) builder.extend(above, row, column);
      else builder.put(row, column, cell);
    });
  });
  return builder.build();
}
