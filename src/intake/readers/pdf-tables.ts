import { type Grid, GridBuilder } from './grid.js';
import { cellRuns } from './pdf-cell-runs.js';
import { limits } from './limits.js';
import { pageLines, type PdfPage, type PdfRun } from './pdf-lines.js';
import type { Rule } from './pdf-rules.js';

/** A ruled table of a page: where it begins, its cells, and the page's pieces that lie outside all tables. */
export interface PdfTable {
  top: number;
  left: number;
  right: number;
  /** The upright rules, from left to right. */
  columns: number[];
  grid: Grid;
}

/** Rules closer than this are one line (borders are often drawn twice). */
const NEAR = 3;

/**
 * Takes ruled tables out of a page. Pages that are drawings rather than tables are left as they are. One row alone is a
 * table where it has the columns of the table that ends the page before (`going`); else, with three columns or more on
 * the page behind a table, it is counted in `loose`.
 */
export function takeTables(page: PdfPage, rules: Rule[], going?: readonly number[]): TakenTables {
  const tables: PdfTable[] = [];
  let [rest, loose] = [page.runs, 0];
  if (rules.length > limits.pdfRules) return { tables, rest, loose };
  for (const group of connected(rules)) {
    const frame = frameOf(group);
    if (!frame) continue;
    const inside = rest.filter((run) => contains(frame, run));
    if (inside.length === 0) continue;
    if (frame.ys.length === 2 && !hasColumnsOf(frame, going)) {
      if (going && frame.xs.length > 3) loose++;
      continue;
    }
    rest = rest.filter((run) => !contains(frame, run));
    tables.push({
      top: frame.ys[0],
      left: frame.xs[0],
      right: frame.xs[frame.xs.length - 1],
      columns: frame.xs,
      grid: gridOf(frame, inside, page),
    });
  }
  return { tables, rest, loose };
}

/** What was found on a page. */
export interface TakenTables {
  tables: PdfTable[];
  rest: PdfRun[];
  loose: number;
}

/** Whether the columns are as wide as those that go on; left and right pages may stand apart. */
function hasColumnsOf({ xs }: TableFrame, going?: readonly number[]): boolean {
  return going?.length === xs.length && going.every((x, at) => Math.abs(x - going[0] - (xs[at] - xs[0])) <= NEAR);
}

interface TableFrame {
  xs: number[];
  ys: number[];
  rules: Rule[];
}

/** Groups of rules that touch one another. */
function connected(rules: Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touch(rule, other)));
    const joined = [rule, ...touching.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !touching.includes(group)), joined);
  }
  return groups;
}

function touch(a: Rule, b: Rule): boolean {
  return a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR;
}

/** Lines of the grid; null for what is no table: fewer than two columns or no row. */
function frameOf(rules: Rule[]): TableFrame | null {
  const xs = positions(rules.filter((rule) => rule.y1 - rule.y0 > rule.x1 - rule.x0).map((rule) => rule.x0));
  const ys = positions(rules.filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0).map((rule) => rule.y0));
  return xs.length >= 3 && ys.length >= 2 ? { xs, ys, rules } : null;
}

function positions(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || value - sorted[index - 1] > NEAR);
}

function contains({ xs, ys }: TableFrame, run: PdfRun): boolean {
  const [x, y] = centre(run);
  return x > xs[0] && x < xs[xs.length - 1] && y > ys[0] && y < ys[ys.length - 1];
}

function centre(run: PdfRun): [number, number] {
  return [run.x + Math.min(run.width, run.size) / 2, run.y - 0.35 * run.size];
}

function gridOf(frame: TableFrame, runs: PdfRun[], page: PdfPage): Grid {
  const builder = new GridBuilder();
  const places = runsByPlace(frame, cellRuns(runs, frame.xs));
  for (let row = 0; row + 1 < frame.ys.length; row++) {
    for (let column = 0; column + 1 < frame.xs.length; column++) {
      if (builder.at(row, column)) continue;
      const [down, across] = extent(frame, builder, row, column);
      const inside = Array.from({ length: down }, (_, r) => places[row + r].slice(column, column + across)).flat(2);
      builder.put(row, column, cellText(frame.xs[column + across], inside, page), down, across);
    }
  }
  return builder.build();
}

/** The pieces in each place of the grid, by row and column. */
function runsByPlace({ xs, ys }: TableFrame, runs: PdfRun[]): PdfRun[][][] {
  const places = ys.slice(1).map(() => xs.slice(1).map((): PdfRun[] => []));
  for (const run of runs) {
    const [x, y] = centre(run);
    places[between(ys, y)]?.[between(xs, x)]?.push(run);
  }
  return places;
}

/** The gap between two lines in which a value lies; -1 on or outside them. */
function between(lines: number[], value: number): number {
  const next = lines.findIndex((line) => value <= line);
  return next > 0 && value < lines[next] ? next - 1 : -1;
}

/** How many rows and columns the cell beginning here covers: as far as no rule is drawn. */
function extent(frame: TableFrame, builder: GridBuilder, row: number, column: number): [down: number, across: number] {
  let [down, across] = [1, 1];
  const { xs, ys } = frame;
  while (
    column + across + 1 < xs.length &&
    !builder.at(row, column + across) &&
    !ruledRight(frame, row, column + across)
  )
    across++;
  while (row + down + 1 < ys.length && !ruledBelow(frame, row + down, column)) down++;
  return [down, across];
}

function ruledRight({ xs, ys, rules }: TableFrame, row: number, line: number): boolean {
  const middle = (ys[row] + ys[row + 1]) / 2;
  return rules.some(
    (rule) => Math.abs(rule.x0 - xs[line]) <= NEAR && rule.x1 - rule.x0 <= NEAR && rule.y0 < middle && rule.y1 > middle,
  );
}

function ruledBelow({ xs, ys, rules }: TableFrame, line: number, column: number): boolean {
  const middle = (xs[column] + xs[column + 1]) / 2;
  return rules.some(
    (rule) => Math.abs(rule.y0 - ys[line]) <= NEAR && rule.y1 - rule.y0 <= NEAR && rule.x0 < middle && rule.x1 > middle,
  );
}

/** Room, in character sizes, that a cell keeps free at its right edge. */
const MARGIN = 0.6;

/** Width, in character sizes, of what cannot be cut at the start of a line: a figure, a word, and the marks after it. */
function uncut(line: string): number {
  const [start = ''] = /^([\w.%]+|.)[，。、；：！？）》”’]*/u.exec(line) ?? [];
  return [...start].reduce((width, char) => width + (/[\x21-\x7e]/.test(char) ? 0.5 : 1), 0);
}

/** A cell's lines; a line that fills the cell's width, up to `right`, runs on into the next. */
function cellText(right: number, runs: PdfRun[], page: PdfPage): string {
  const lines = pageLines({ ...page, runs });
  return lines.reduce((text, line, index) => {
    if (index === 0) return line.text;
    const above = lines[index - 1];
    const full = right - above.x1 < (MARGIN + uncut(line.text)) * above.size || /[、，]$/.test(above.text);
    return text + (full ? '' : '\n') + line.text;
  }, '');
}
