import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestMatches, type Match } from './assignment.js';

const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

/** The greatest worth by trying everything. */
function most(values: number[][], row: number, taken: ReadonlySet<number>): number {
  if (row === values.length) return 0;
  const without = most(values, row + 1, taken);
  const withOne = values[row]!.map((worth, column) =>
    worth > 0 && !taken.has(column) ? worth + most(values, row + 1, new Set([...taken, column])) : 0,
  );
  return Math.max(without, ...withOne);
}

const worthOf = (values: number[][], matches: Match[]) =>
  matches.reduce((sum, [row, column]) => sum + values[row]![column]!, 0);

describe('the pairing of greatest worth', () => {
  it('gives up the single best pair where two others are worth more together', () => {
    const values = [
      [9, 8],
      [8, 0],
    ];
    expect(bestMatches(2, 2, (row, column) => values[row]![column]!)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is as good as trying everything, never uses a row or column twice, and leaves what is worth nothing alone', () => {
    fc.assert(
      fc.property(table, (values) => {
        const matches = bestMatches(values.length, values[0]!.length, (row, column) => values[row]![column]!);
        expect(worthOf(values, matches)).toBe(most(values, 0, new Set()));
        expect(new Set(matches.map(([row]) => row)).size).toBe(matches.length);
        expect(new Set(matches.map(([, column]) => column)).size).toBe(matches.length);
        expect(matches.every(([row, column]) => values[row]![column]! > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
