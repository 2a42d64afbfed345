import { bare } from './clause.js';

/** Similarities of every left text with every right text, 0..1, row by row. */
export interface Table {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** How often a term occurs in one text. */
export type Terms = Map<string, number>;

/** Pairs of neighbouring characters; a single character stands for itself. */
export function bigrams(text: string): Terms {
  const letters = [...bare(text)];
  const pairs = letters.length > 1 ? letters.slice(1).map((letter, at) => letters[at]! + letter) : letters;
  const terms: Terms = new Map();
  for (const pair of pairs) terms.set(pair, (terms.get(pair) ?? 0) + 1);
  return terms;
}

/**
 * Cosine of term vectors weighted by rarity over both sides: what every clause says counts little, what only two say
 * counts much. Weights are whole numbers, so that sums do not depend on their order and both directions agree exactly.
 */
export function cosines(left: readonly Terms[], right: readonly Terms[]): Table {
  const weight = rarity([...left, ...right]);
  const table = emptyTable(left.length, right.length);
  const postings = postingsOf(right, weight);
  const norms = right.map((terms) => norm(terms, weight));
  left.forEach((terms, row) => fillRow(table, row, terms, { weight, postings, norms }));
  return table;
}

/** Share of the rarity-weighted terms that two sets have in common, 0..1; how often a term occurs does not count. */
export function overlaps(left: readonly Terms[], right: readonly Terms[]): Table {
  const weight = rarity([...left, ...right]);
  const table = emptyTable(left.length, right.length);
  const postings = postingsOf(right, weight);
  const totals = right.map((terms) => total(terms, weight));
  left.forEach((terms, row) => {
    const own = total(terms, weight);
    const shared = new Float64Array(right.length);
    for (const term of terms.keys()) for (const { column } of postings.get(term) ?? []) shared[column]! += weight(term);
    totals.forEach((other, column) => {
      const all = own + other - shared[column]!;
      table.values[row * right.length + column] = all > 0 ? shared[column]! / all : 0;
    });
  });
  return table;
}

/** Likeness of two short texts, 0..1: shared pairs of characters, without weights (Dice). */
export function likeness(a: string, b: string): number {
  const [one, other] = [bigrams(a), bigrams(b)];
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one.keys()].filter((term) => other.has(term)).length;
  return (2 * shared) / (one.size + other.size);
}

const FINENESS = 100;

function rarity(texts: readonly Terms[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const terms of texts) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map([...counts].map(([term, count]) => [term, weigh(texts.length, count)]));
  return (term) => weights.get(term) ?? 0;
}

const weigh = (all: number, holding: number): number => Math.round(FINENESS * Math.log(1 + all / holding));

/** The second and third time a term occurs it adds, further ones do not. */
const often = (count: number): number => Math.min(count, 3);

type Posting = { column: number; weight: number }[];

function postingsOf(texts: readonly Terms[], weight: (term: string) => number): Map<string, Posting> {
  const postings = new Map<string, Posting>();
  texts.forEach((terms, column) => {
    for (const [term, count] of terms) {
      const entry = { column, weight: often(count) * weight(term) };
      const known = postings.get(term);
      if (known) known.push(entry);
      else postings.set(term, [entry]);
    }
  });
  return postings;
}

interface Weighing {
  weight: (term: string) => number;
  postings: Map<string, Posting>;
  norms: number[];
}

function fillRow(table: Table, row: number, terms: Terms, { weight, postings, norms }: Weighing): void {
  const from = row * table.columns;
  for (const [term, count] of terms) {
    const own = often(count) * weight(term);
    for (const { column, weight: other } of postings.get(term) ?? []) table.values[from + column]! += own * other;
  }
  const length = norm(terms, weight);
  norms.forEach((other, column) => {
    const at = from + column;
    table.values[at] = length * other > 0 ? Math.min(1, table.values[at]! / Math.sqrt(length * other)) : 0;
  });
}

function norm(terms: Terms, weight: (term: string) => number): number {
  let sum = 0;
  for (const [term, count] of terms) sum += (often(count) * weight(term)) ** 2;
  return sum;
}

function total(terms: Terms, weight: (term: string) => number): number {
  let sum = 0;
  for (const term of terms.keys()) sum += weight(term);
  return sum;
}

function emptyTable(rows: number, columns: number): Table {
  return { rows, columns, values: new Float64Array(rows * columns) };
}
