import { bestMatches } from './assignment.js';
import { clausesOf, type Clause, type WithClauses } from './clause.js';
import { furtherMatches } from './further.js';
import { similarities } from './similarity.js';
import type { Table } from './terms.js';

/** Two clauses, by their keys. */
export interface KeyPair {
  left: string;
  right: string;
}

/** What people have decided: these belong together, those do not. */
export interface Judged {
  confirmed: readonly KeyPair[];
  rejected: readonly KeyPair[];
  /** Taken for a pair for another reason than likeness, until a person has said so or otherwise. */
  proposed?: readonly KeyPair[];
}

export interface Pair extends KeyPair {
  /** Likeness, 0..1. */
  score: number;
  /** Nobody needs to look again: confirmed by a person, or alike and far ahead of every other candidate. */
  certain: boolean;
  confirmed: boolean;
}

export interface Pairing {
  /** In the order of the left plan. */
  pairs: Pair[];
  leftOnly: string[];
  rightOnly: string[];
  /** For a clause that stayed alone: the clause of the other side that is most like it, even if paired. */
  nearest: { left: Map<string, Nearest>; right: Map<string, Nearest> };
}

export interface Nearest {
  key: string;
  score: number;
}

/** one: a clause has one counterpart (two versions of a plan); several: one clause may answer several (another plan). */
export type Shape = 'one' | 'several';

export const NOTHING_JUDGED: Judged = { confirmed: [], rejected: [] };

/** Below this likeness two clauses are about different things. */
const THRESHOLD = 0.27;
/** From this likeness on a pair stands by itself where no other candidate comes near. */
export const CLEAR = 0.5;
const LEAD = 0.06;
const NEAR = 0.24;

/**
 * Pairs the clauses of two plans, those without a unit among them: pairs that a person confirmed, and those proposed that nobody refused, are taken as given, the rest by the assignment of
 * greatest likeness, each at most once. With `shape` several, a clause that then stayed alone is paired, never for
 * certain, with the one most like it, though that one has a partner. The same whichever plan is called left.
 */
export function pairMeasures(
  left: WithClauses,
  right: WithClauses,
  judged: Judged = NOTHING_JUDGED,
  shape: Shape = 'one',
): Pairing {
  if (orderKey(left) > orderKey(right)) return turned(paired(right, left, turnedJudgement(judged), shape), left);
  return paired(left, right, judged, shape);
}

function paired(left: WithClauses, right: WithClauses, judged: Judged, shape: Shape): Pairing {
  const sides = { left: clausesOf(left), right: clausesOf(right) };
  const table = similarities(sides.left.map(measureOf), sides.right.map(measureOf));
  const given = givenPairs(sides, judged, shape);
  const usable = usableWorth(sides, table, judged, given);
  const found = bestMatches(table.rows, table.columns, usable).map(([row, column]) => ({
    row,
    column,
    confirmed: false,
  }));
  const once = [...given, ...found];
  const further = shape === 'several' ? furtherOf(sides, table, judged, once) : [];
  const all = [...once, ...further].sort((a, b) => a.row - b.row || a.column - b.column);
  const pairs = all.map((match) => pairOf(sides, table, match));
  return { pairs, ...leftovers(sides, table, all) };
}

function furtherOf({ left, right }: Sides, table: Table, judged: Judged, once: Placed[]): Placed[] {
  const rejected = rejection(left, right, judged);
  const found = furtherMatches(table, once, rejected);
  return found.map(([row, column]) => ({ row, column, confirmed: false, further: true }));
}

interface Sides {
  left: Clause[];
  right: Clause[];
}

interface Placed {
  row: number;
  column: number;
  confirmed: boolean;
  /** Beside another pair of one of its clauses. */
  further?: boolean;
  /** Not for its likeness. */
  proposed?: boolean;
}

function givenPairs({ left, right }: Sides, judged: Judged, shape: Shape): Placed[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const placed: Placed[] = [];
  const isRejected = rejection(left, right, judged);
  const given = [
    ...judged.confirmed.map((pair) => ({ ...pair, proposed: false })),
    ...(judged.proposed ?? []).map((pair) => ({ ...pair, proposed: true })),
  ];
  for (const { proposed, ...pair } of given) {
    const row = left.findIndex((clause) => clause.key === pair.left);
    const column = right.findIndex((clause) => clause.key === pair.right);
    if (row < 0 || column < 0 || (proposed && isRejected(row, column))) continue;
    if (shape === 'one' && (rows.has(row) || columns.has(column))) continue;
    rows.add(row);
    columns.add(column);
    placed.push({ row, column, confirmed: !proposed, proposed });
  }
  return placed;
}

/** Worth grows faster than likeness, so that one strong pair is not given up for two weak ones. */
function usableWorth({ left, right }: Sides, table: Table, judged: Judged, given: Placed[]) {
  const rows = new Set(given.map((pair) => pair.row));
  const columns = new Set(given.map((pair) => pair.column));
  const rejected = rejection(left, right, judged);
  return (row: number, column: number): number => {
    const score = table.values[row * table.columns + column]!;
    if (score < THRESHOLD || rows.has(row) || columns.has(column)) return 0;
    return rejected(row, column) ? 0 : score * score;
  };
}

function rejection(left: Clause[], right: Clause[], judged: Judged): (row: number, column: number) => boolean {
  const rejected = new Set(judged.rejected.map((pair) => `${pair.left} ${pair.right}`));
  return (row, column) => rejected.size > 0 && rejected.has(`${left[row]!.key} ${right[column]!.key}`);
}

function pairOf({ left, right }: Sides, table: Table, { row, column, confirmed, further, proposed }: Placed): Pair {
  const score = table.values[row * table.columns + column]!;
  const certain = confirmed || (!further && !proposed && score >= CLEAR && score - rival(table, row, column) >= LEAD);
  return { left: left[row]!.key, right: right[column]!.key, score, certain, confirmed };
}

/** The best likeness that either clause of a pair has with any third one. */
function rival(table: Table, row: number, column: number): number {
  let best = 0;
  for (let other = 0; other < table.columns; other++)
    if (other !== column) best = Math.max(best, table.values[row * table.columns + other]!);
  for (let other = 0; other < table.rows; other++)
    if (other !== row) best = Math.max(best, table.values[other * table.columns + column]!);
  return best;
}

function leftovers({ left, right }: Sides, table: Table, placed: Placed[]): Omit<Pairing, 'pairs'> {
  const rows = new Set(placed.map((pair) => pair.row));
  const columns = new Set(placed.map((pair) => pair.column));
  const value = (row: number, column: number) => table.values[row * table.columns + column]!;
  const leftOnly = left.flatMap((clause, row) => (rows.has(row) ? [] : [{ clause, at: row }]));
  const rightOnly = right.flatMap((clause, column) => (columns.has(column) ? [] : [{ clause, at: column }]));
  return {
    leftOnly: leftOnly.map(({ clause }) => clause.key),
    rightOnly: rightOnly.map(({ clause }) => clause.key),
    nearest: {
      left: nearestOf(leftOnly, right, value),
      right: nearestOf(rightOnly, left, (column, row) => value(row, column)),
    },
  };
}

function nearestOf(
  alone: { clause: Clause; at: number }[],
  others: Clause[],
  value: (at: number, other: number) => number,
): Map<string, Nearest> {
  const found = new Map<string, Nearest>();
  for (const { clause, at } of alone) {
    const scores = others.map((_, other) => value(at, other));
    const best = Math.max(0, ...scores);
    if (best >= NEAR) found.set(clause.key, { key: others[scores.indexOf(best)]!.key, score: best });
  }
  return found;
}

const measureOf = ({ measure }: Clause) => measure;

function orderKey(plan: WithClauses): string {
  const clauses = clausesOf(plan).map(measureOf);
  return clauses.map(({ no, title, text, note: units }) => `${no} ${title} ${text} ${units}`).join('\n');
}

const turn = ({ left, right }: KeyPair): KeyPair => ({ left: right, right: left });

function turnedJudgement({ confirmed, rejected, proposed = [] }: Judged): Judged {
  return { confirmed: confirmed.map(turn), rejected: rejected.map(turn), proposed: proposed.map(turn) };
}

function turned({ pairs, leftOnly, rightOnly, nearest }: Pairing, left: WithClauses): Pairing {
  const order = new Map(clausesOf(left).map((clause, at) => [clause.key, at]));
  const back = pairs.map((pair) => ({ ...pair, ...turn(pair) }));
  return {
    pairs: back.sort((a, b) => order.get(a.left)! - order.get(b.left)!),
    ...{ leftOnly: rightOnly, rightOnly: leftOnly, nearest: { left: nearest.right, right: nearest.left } },
  };
}
