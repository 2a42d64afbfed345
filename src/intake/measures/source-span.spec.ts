import { describe, expect, it } from '@jest/globals';
import { sourceSpan } from './read-measure.js';

describe('the place of a note in the source', () => {
  it('runs from its first character to behind its last, a day that is printed before the units included', () => {
    const at = Int32Array.from([30, 31, 32, 20, 21, 22]);
    const row = { text: '财政局3月底', at, gap: new Uint8Array(6), boldEnd: null, row: true };
    expect(sourceSpan(row, 0, 6)).toEqual([20, 33]);
    expect(sourceSpan(row, 0, 3)).toEqual([30, 33]);
    expect(sourceSpan(row, 2, 2)).toEqual([32, 32]);
  });
});
