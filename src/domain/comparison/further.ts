import type { Match } from './assignment.js';
import type { Table } from './terms.js';

/** From this likeness on a clause that stayed alone may be answered by one that answers another already. */
const FURTHER = 0.3;

/**
 * For every row and column that has no partner yet, the one most like it, even if that one has a partner: one clause of
 * ours may answer several of another plan. What was rejected is not proposed.
 */
export function furtherMatches(
  table: Table,
  placed: readonly { row: number; column: number }[],
  rejected: (row: number, column: number) => boolean,
): Match[] {
  const worth = (row: number, column: number) =>
    row < 0 || column < 0 || rejected(row, column) ? 0 : table.values[row * table.columns + column]!;
  const [rows, columns] = [range(table.rows), range(table.columns)];
  const alone = (all: number[], taken: number[]) => all.filter((one) => !taken.includes(one));
  const byRow = alone(
    rows,
    placed.map((one) => one.row),
  ).map((row): Match => [row, best(columns, (at) => worth(row, at))]);
  const byColumn = alone(
    columns,
    placed.map((one) => one.column),
  ).map((column): Match => [best(rows, (at) => worth(at, column)), column]);
  const found = [...byRow, ...byColumn].filter(([row, column]) => worth(row, column) >= FURTHER);
  return [...new Map(found.map((match) => [match.join(' '), match])).values()];
}

const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

/** The first of the greatest value; -1 of none. */
function best(of: number[], value: (at: number) => number): number {
  return of.reduce((most, at) => (most < 0 || value(at) > value(most) ? at : most), -1);
}
