import type { UnitRegistry } from '../../domain/units/registry.js';
import type { NormalText } from '../normalise/normalise.js';
import { alignCells, isDay } from './aligned-cells.js';
import { columnOf, type Column } from './column-words.js';
import { columnsOf, usual } from './headless-tables.js';

/** A printed line of the normal text: where it begins in it, and what it says. */
interface Printed {
  start: number;
  text: string;
}

/** Rows of a table, each the lines that are its cells; the lines between them are none of it. */
type Row = readonly Printed[];

const NUMBER = /^\d{1,3}[.、]?$/;
const NUMBER_LENGTH = 4;
const MARK = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;
const UNITS_END = /(?:[局委办厅部院会府队站所社司]|中心|街道)$/;
const LEAST_ROWS = 2;
const MOST_CELLS = 9;
/** Lines before the first row in which the head of a table would stand. */
const HEAD_LINES = 12;
const HEAD = /^\|?序号|^[^。：:；]{0,30}(?:责任|牵头|主办|承办|配合)(?:单位|部门)[^。：:；]{0,30}$/;
const UNITS_WITHIN = /[局委办厅部院会府]、/;
/** The share of rows that have as many cells as is usual. */
const MOST = 0.6;

/**
 * Puts the cells of a table that was pasted without its head, each cell on a line of its own, on one line per row, divided by
 * strokes. Its rows are told by running numbers from 1 on, a line each; every row is to be checked, since agendas and lists of
 * names can look the same. The text as it is where it has no such table, or where the cells of a row are not the others'.
 */
export function withRowsOfCells(normal: NormalText, registry: UnitRegistry): NormalText {
  if (!FIRST.test(normal.text)) return normal;
  const lines = printedLines(normal.text);
  const placed = tablesIn(lines, registry);
  return placed.size > 0 ? rewritten(normal, lines, placed) : normal;
}

/** What stands before the figure is told behind it, for which a text is soon looked through. */
const FIRST = /1(?<=^0?1)[.、]?$/m;

/** The lines that belong to tables, each with its place. */
function tablesIn(lines: readonly Printed[], registry: UnitRegistry): Map<Printed, Placed> {
  const placed = new Map<Printed, Placed>();
  for (let at = 0; at < lines.length; at++) {
    const rows = numberOf(lines[at]) === 1 && !isHeaded(lines, at) ? numberedRows(lines, at) : null;
    const table = rows && tableOf(rows, registry);
    if (!table) continue;
    for (const [line, how] of table) placed.set(line, how);
    at = lines.indexOf([...table.keys()].at(-1)!, at);
  }
  return placed;
}

function printedLines(text: string): Printed[] {
  const lines: Printed[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** Under a head each cell has its column. */
const isHeaded = (lines: readonly Printed[], at: number): boolean =>
  lines.slice(Math.max(0, at - HEAD_LINES), at).some(({ text }) => isHead(text));

const isHead = (text: string): boolean => {
  const kind = text.length <= HEAD_LENGTH ? columnOf(text)?.kind : undefined;
  return kind === 'units' || kind === 'number' || kind === 'date' || HEAD.test(text);
};
const HEAD_LENGTH = 16;

/** Rows from one running number to the next, each on a line of its own; the last has as many cells as is usual. */
function numberedRows(lines: readonly Printed[], from: number): Row[] | null {
  const starts = [from];
  const width = widthFrom(lines, from);
  for (let at = from; at >= 0;) {
    const next = nextNumber(lines, at, width);
    if (next > 0) starts.push(next);
    at = next;
  }
  if (starts.length < LEAST_ROWS) return null;
  const rows = starts.slice(0, -1).map((start, at) => cellsFrom(lines.slice(start, starts[at + 1])));
  const last = starts.at(-1) ?? from;
  const most = usual(rows.map((row) => row.length));
  return [...rows, cellsFrom(lines.slice(last, last + most))];
}

/** A chapter's heading behind a row's cells is none of them. */
function cellsFrom(lines: readonly Printed[]): Row {
  const end = lines.findIndex(({ text }, at) => at > 0 && MARK.test(text));
  return end < 0 ? lines : lines.slice(0, end);
}

const numberOf = (line: Printed | undefined): number =>
  line && line.text.length <= NUMBER_LENGTH && NUMBER.test(line.text) ? Number.parseInt(line.text, 10) : 0;

/** How far it is to the next number where the one behind that is as far: a figure in a cell may look like it. */
function widthFrom(lines: readonly Printed[], from: number): number {
  for (let width = 2; width <= MOST_CELLS; width++) {
    const [first, second, third] = [0, 1, 2].map((row) => lines[from + row * width]);
    if (follows(first, second, LEFT_OUT) && follows(second, third, LEFT_OUT)) return width;
  }
  return 0;
}

/** Whether a line is the number behind that of another, some of them left out. */
function follows(before: Printed | undefined, line: Printed | undefined, most: number): boolean {
  const [number, found] = [numberOf(before), numberOf(line)];
  return found > number && found <= number + most;
}

/** Where the next row begins: as far as the first was long, numbers left out or not, else at the next number near there. */
function nextNumber(lines: readonly Printed[], at: number, width: number): number {
  if (width > 0 && follows(lines[at], lines[at + width], LEFT_OUT)) return at + width;
  for (let next = at + Math.max(2, width - FEWER); next <= at + MOST_CELLS + 1; next++)
    if (follows(lines[at], lines[next], 1)) return next;
  return -1;
}
const LEFT_OUT = 5;
/** Cells that a row may have less than the first. */
const FEWER = 2;

/** How a line stands in its row: the strokes before it, and whether the row begins with it. */
interface Placed {
  before: string;
  first: boolean;
}

/** The lines of the rows with the strokes before them; null where the columns cannot be told. */
function tableOf(rows: readonly Row[], registry: UnitRegistry): Map<Printed, Placed> | null {
  const width = usual(rows.map(({ length }) => length));
  const whole = rows.filter(({ length }) => length === width);
  if (whole.length < LEAST_ROWS || whole.length < rows.length * MOST || rows.some(isTorn)) return null;
  const columns = columnsOf(
    whole.map((row) => row.map(({ text }) => text)),
    registry,
  );
  if (!columns) return null;
  const placed = rows.map((row, at) => placedRow(at === rows.length - 1 ? undated(row, columns) : row, columns));
  return placed.includes(null) ? null : new Map(placed.flatMap((row) => row ?? []));
}

/** A note that goes on behind the number of a page: no row ends inside a list or a bracket. */
const isTorn = (row: Row): boolean =>
  /[、，；（]$/.test(row.at(-1)?.text ?? '') ||
  row.some(({ text }) => text.split('（').length !== text.split('）').length);

/** The organ under the last row is none of its cells: where a day should stand there is one. */
function undated(row: Row, columns: readonly Column[]): Row {
  const end = row.findIndex(({ text }, at) => columns[at]?.kind === 'date' && !isDay(text));
  return row.length === columns.length && end > 0 && end === row.length - 1 ? row.slice(0, end) : row;
}

/**
 * A row with more cells than columns has words that went on over the line; one with fewer has some left empty. Null where
 * it cannot be told which.
 */
function placedRow(row: Row, columns: readonly Column[]): [Printed, Placed][] | null {
  const cells = row.length > columns.length ? joinedWords(row, columns.length) : row.map((line) => [line]);
  if (cells.length > columns.length) return null;
  const texts = cells.map((lines) => lines.map(({ text }) => text).join(''));
  const places = row.length === columns.length ? texts.map((_, index) => index) : alignCells(texts, columns)?.places;
  return (
    (places &&
      cells.flatMap((lines, index) =>
        lines.map((line, at): [Printed, Placed] => {
          const strokes = index === 0 ? 1 : (places[index] ?? 0) - (places[index - 1] ?? 0);
          return [line, { before: at > 0 ? '' : '|'.repeat(strokes), first: index + at === 0 }];
        }),
      )) ??
    null
  );
}

/** Neighbouring lines that stop at a comma, or hold words both, are one cell, as long as there are too many. */
function joinedWords(row: Row, width: number): Printed[][] {
  const cells: Printed[][] = row.map((line) => [line]);
  for (const goesOn of [isOpen, areWords])
    for (let at = cells.length - 1; at > 0 && cells.length > width; at--) {
      const [above = [], below = []] = [cells[at - 1], cells[at]];
      if (goesOn(above.at(-1)?.text ?? '', below[0]?.text ?? '')) cells.splice(at - 1, 2, [...above, ...below]);
    }
  return cells;
}

const isOpen = (above: string): boolean => /[、，]$/.test(above);
const areWords = (...lines: string[]): boolean =>
  lines.every((text) => !NUMBER.test(text) && !isDay(text) && !UNITS_END.test(text) && !UNITS_WITHIN.test(text));

/** The text with the lines of each row as one. */
function rewritten(normal: NormalText, lines: readonly Printed[], placed: ReadonlyMap<Printed, Placed>): NormalText {
  const rows = new Set<number>();
  const pieces = lines.map((line, index) => {
    const { before, first } = placed.get(line) ?? { before: '', first: true };
    const ends = placed.get(lines[index - 1]!) && first ? '|' : '';
    return { ...line, before: (first && index > 0 ? `${ends}\n` : '') + before };
  });
  const length = pieces.reduce((sum, { text, before }) => sum + text.length + before.length, 0);
  const at = new Int32Array(length + 1);
  const gap = new Uint8Array(length + 1);
  let offset = 0;
  pieces.forEach(({ text, start, before }, index) => {
    const how = placed.get(lines[index]!);
    if (how?.first) rows.add(offset + before.length - 1);
    at.fill(normal.at[start] ?? 0, offset, offset + before.length);
    offset += before.length;
    at.set(normal.at.subarray(start, start + text.length), offset);
    gap.set(normal.gap.subarray(start, start + text.length), offset);
    offset += text.length;
  });
  at[length] = normal.at[normal.text.length] ?? 0;
  return { ...normal, text: pieces.map(({ text, before }) => before + text).join(''), at, gap, rows };
}
