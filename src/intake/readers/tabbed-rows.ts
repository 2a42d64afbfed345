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
    const end = tableEnd(lines, at);
    const table = end - at >= 2 ? taskTableLines(gridOf(lines.slice(at, end)), seen) : null;
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

/** End of the run of rows with as many tabs as the first. */
function tableEnd(lines: string[], start: number): number {
  const tabs = count(lines[start]);
  if (tabs < LEAST_TABS) return start;
  let end = start;
  while (end < lines.length && count(lines[end]) === tabs) end++;
  return end;
}

function count(line: string): number {
  return line.split('\t').length - 1;
}

function gridOf(lines: string[]): Grid {
  const builder = new GridBuilder();
  lines.forEach((line, row) =>
    line.split('\t').forEach((cell, column) => builder.put(row, column, cell.replaceAll(INNER_BREAK, '\n').trim())),
  );
  return builder.build();
}
