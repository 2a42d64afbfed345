import { alignCells } from '../lines/aligned-cells.js';
import { coveredUnits } from '../lines/column-tables.js';
import { columnOf, type Column } from '../lines/column-words.js';
import type { ReaderResult, TableRow } from './extracted.js';
import { formRows } from './form-tables.js';
import { type Grid, GridBuilder, type GridCell } from './grid.js';
import { labelledRows, paragraphRows, standsOver, UNIT_LINE } from './paragraph-cells.js';
import { SeenRows } from './repeated-rows.js';
import { taskTableLines } from './task-table.js';

/** Rows as a workbook puts them on the clipboard: a cell with a line break stands in quotes. */
const QUOTED_BREAK = /\t"((?:[^"]|""){0,2000})"(?=\t|\n|$)|^"((?:[^"]|""){0,2000})"(?=\t)/gm;
const INNER_BREAK = '\u2028';
const LEAST_TABS = 2;
const MOST_ROWS = 2000;
/** The day under a signature. */
const DAY = /^\s*(?:20\d\d|二[〇○零].{2})年.{1,4}月.{1,4}日\s*$/;
const FIRST_CELL = /^(?![一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).{2,80}$/;
const GROUP_NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.]?|[（(][一二三四五六七八九十]{1,3}[）)])$/;

/** Turns runs of tab-separated rows that form a 任务分解表 into clauses; all other lines stay as they are. */
export function withTables(text: string): ReaderResult {
  const lines = text.replace(QUOTED_BREAK, unquoted).split('\n');
  const result: string[] = [];
  const notes: string[] = [];
  const tableRows: TableRow[] = [];
  const seen = new SeenRows();
  for (let at = 0; at < lines.length;) {
    const { end, rows } = formAt(lines, at) ?? rowsAt(lines, at);
    const table = rows.length >= 2 ? taskTableLines(gridOf(rows), seen) : null;
    result.push(...(table?.lines ?? lines.slice(at, Math.max(end, at + 1))));
    notes.push(...(table?.notes ?? []));
    tableRows.push(...(table?.rows ?? []));
    at = Math.max(end, at + 1);
  }
  return { text: result.join('\n').replaceAll(INNER_BREAK, '\n'), notes, rows: tableRows };
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

/** The lines of a form, its heads before the tab: 工作内容, 完成时限, 责任单位; null where none stands here. */
function formAt(lines: string[], start: number): Rows | null {
  if (!lines[start].includes('\t') || !columnOf(cellsOf(lines[start])[0])) return null;
  let end = start;
  while (end < lines.length && lines[end].includes('\t')) end++;
  const rows = lines.slice(start, end).map(cellsOf);
  return formRows(gridOf(rows)) ? { end, rows } : null;
}

/** The rows of the table whose head stands on this line, by the first way in which they fit it. */
function rowsAt(lines: string[], at: number): Rows {
  const below = lowerHead(lines[at], lines[at + 1]);
  if (below !== null) {
    const { end, rows } = rowsAt([below, ...lines.slice(at + 2, at + 2 + MOST_ROWS)], 0);
    return { end: end + at + 1, rows };
  }
  const columns = headColumns(lines[at]);
  const printed = columns ? spacedLines(lines, at) : [];
  if (printed.length > 2) {
    const { end, rows } = rowsAt(
      printed.map((line) => lines[line]),
      0,
    );
    return { end: (printed[end - 1] ?? at) + 1, rows };
  }
  const paragraphs = columns && (columns[0]?.kind === 'number' ? paragraphRows(lines, at) : labelledRows(lines, at));
  if (columns && paragraphs) {
    const rows = paragraphs.rows.map((row) => alignedRow(cellsOf(row), columns, false));
    if (rows.every((row) => row !== null)) return { end: paragraphs.end, rows: [cellsOf(lines[at]), ...rows] };
  }
  return (columns && raggedRows(lines, at, columns)) ?? evenRows(lines, at);
}

/** “任务、单位” over “牵头单位、配合单位”: the last cell of a head names two columns of units below it; as one line. */
function lowerHead(line: string, next: string | undefined): string | null {
  if (!next?.startsWith('\t') || count(line) < 1 || count(next) <= count(line)) return null;
  const [upper, lower] = [cellsOf(line), cellsOf(next)];
  const named = lower.slice(upper.length - 1);
  if (lower.slice(0, upper.length - 1).some(Boolean) || !/单位|部门|分工/.test(upper.at(-1) ?? '')) return null;
  return named.every((words) => columnOf(words)?.kind === 'units')
    ? [...upper.slice(0, -1), ...named].join('\t')
    : null;
}

/** The lines of a table that has an empty line behind every row, by index; none where no such line stands behind its head. */
function spacedLines(lines: readonly string[], at: number): number[] {
  const found = [at];
  for (let next = at; isSpaced(lines, next) && found.length < MOST_ROWS; next += 2) found.push(next + 2);
  return found;
}

const isSpaced = (lines: readonly string[], at: number): boolean =>
  lines[at + 1]?.trim() === '' && (lines[at + 2]?.includes('\t') ?? false);

/** The columns of a line that heads a table with units; null for other lines. */
function headColumns(line: string): Column[] | null {
  const head = cellsOf(line);
  const columns = head.map((words): Column => columnOf(words.replace(/\s/g, '')) ?? { kind: 'words', label: words });
  if (head.length === 2)
    return columns[0]?.kind === 'words' && columns[1]?.kind === 'units' && columnOf(head[0]) ? columns : null;
  return head.length > LEAST_TABS && columns.some(({ kind }) => kind === 'units') ? columns : null;
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
 * put under the columns they fit; where that leaves a choice all rows stay as they are.
 */
function raggedRows(lines: string[], start: number, columns: readonly Column[]): Rows {
  let end = start;
  while (end < lines.length && belongs(lines, end, columns)) end++;
  const run = lines.slice(start, end);
  const placed = run.some((line) => line.startsWith('\t'));
  const rows = run.map((line) => loneName(line, columns) ?? alignedRow(cellsOf(line), columns, placed));
  const whole = rows.filter((row) => row !== null);
  return whole.length === rows.length ? { end, rows: whole } : { end, rows: [] };
}

const belongs = (lines: readonly string[], at: number, columns: readonly Column[]): boolean =>
  isRowOf(lines[at], columns) ||
  (loneName(lines[at], columns) !== null && !DAY.test(lines[at + 1] ?? '')) ||
  isFirstCell(lines, at, columns) ||
  isGroupLine(lines, at, columns);

/** “一、民生保障” without a tab over a row with its number. */
function isGroupLine(lines: readonly string[], at: number, columns: readonly Column[]): boolean {
  if (columns[0]?.kind !== 'number' || !standsOver(lines, at)) return false;
  return isRowOf(lines[at + 1], columns) || isRowOf(lines[at + 2], columns);
}

const isRowOf = (line: string | undefined, columns: readonly Column[]): boolean =>
  count(line ?? '') > 0 && count(line ?? '') < columns.length;

/** A line that holds but the first cell of its row, the tabs behind it lost. */
const isFirstCell = (lines: readonly string[], at: number, columns: readonly Column[]): boolean =>
  columns[0]?.kind === 'words' &&
  isRowOf(lines[at + 1], columns) &&
  !lines[at].includes('\t') &&
  FIRST_CELL.test(lines[at].trim());

/** A name in a line of its own goes on with the last cell of the row above, if that holds units. */
function loneName(line: string, columns: readonly Column[]): string[] | null {
  if (line.includes('\t') || columns.at(-1)?.kind !== 'units' || !UNIT_LINE.test(line.trim())) return null;
  return columns.map((_, place) => (place === columns.length - 1 ? line.trim() : ''));
}

/** @param placed rows of the table begin with empty cells: no cell was left out on the left, only tabs at the end */
function alignedRow(cells: string[], columns: readonly Column[], placed: boolean): string[] | null {
  const asPrinted = (): string[] => columns.map((_, place) => cells[place] ?? '');
  if (cells.length === columns.length) return cells;
  if (placed || cells.length === 1 || isGroup(cells, columns)) return asPrinted();
  const filled = cells.filter(Boolean);
  const order = alignCells(
    filled.map((cell) => cell.replace(/\s+/g, ' ')),
    columns,
  );
  return order?.sure ? columns.map((_, place) => filled[order.places.indexOf(place)] ?? '') : null;
}

/** “二	权益保障”: a line over the next rows of a table that counts its tasks in figures. */
function isGroup(cells: readonly string[], columns: readonly Column[]): boolean {
  const filled = cells.filter(Boolean);
  return columns[0]?.kind === 'number' && filled.length <= 2 && GROUP_NUMBER.test(cells[0] ?? '');
}

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.replaceAll(INNER_BREAK, '\n').trim());

function count(line: string): number {
  return line.split('\t').length - 1;
}

/**
 * The second line of a head whose first has 责任单位 over 牵头单位 and 配合单位, of which the clipboard leaves the place over the
 * latter empty; null for a head of one line.
 */
function lowerHeads([upper, lower]: readonly string[][]): readonly string[] | null {
  if (!lower || upper.length !== lower.length || !upper.includes('')) return null;
  const fits = upper.every((words, at) => {
    const spans = words === '' || upper[at + 1] === '';
    return spans ? columnOf(lower[at]) !== null || isRole(lower[at]) : lower[at] === '';
  });
  return fits && upper[0] !== '' ? lower : null;
}

/** 牵头 and 配合 below 责任单位. */
const isRole = (words: string): boolean => columnOf(`${words}单位`)?.kind === 'units';

const isSame = (row: readonly string[] | undefined, other: readonly string[]): boolean =>
  row !== undefined && row.every((cell, at) => cell === other[at]);

/**
 * Of a merged cell the clipboard has only the first row, and a cell left empty looks the same: a task without its units
 * stays without them and keeps those of the number above it in mind, for a person to say.
 */
function gridOf(rows: string[][]): Grid {
  const lower = lowerHeads(rows);
  const heads = rows[0].map((words, at) => lower?.[at] || words);
  const columns = heads.map((words): Column => columnOf(words) ?? { kind: 'words', label: words });
  const builder = new GridBuilder();
  const number = columns.findIndex(({ kind }) => kind === 'number');
  const isUpper = (row: number): boolean => lower !== null && isSame(rows[row], rows[0]);
  const headOver = (row: number, column: number): GridCell | undefined =>
    isUpper(row - 1) ? builder.at(row - 1, column) : isUpper(row) ? builder.at(row, column - 1) : undefined;
  let numbered = 0;
  rows.forEach((cells, row) => {
    const covered = numbered > 0 && !isGroup(cells, columns) ? coveredUnits(cells, columns) : [];
    const over = numbered;
    if (row > 0 && cells[number] && !isGroup(cells, columns)) numbered = row;
    cells.forEach((cell, column) => {
      const wide = cell === '' ? headOver(row, column) : undefined;
      if (wide) return builder.extend(wide, row, column);
      builder.put(row, column, cell);
      const above = covered.includes(column) ? builder.at(over, column) : undefined;
      const words = above?.text || above?.above;
      const empty = builder.at(row, column);
      if (words && empty) empty.above = words;
    });
  });
  return builder.build();
}
