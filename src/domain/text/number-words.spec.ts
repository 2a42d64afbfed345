import { describe, expect, it } from '@jest/globals';
import { counted } from './number-words.js';

describe('a number in words', () => {
  it.each([
    ['十五', 15],
    ['廿三', 23],
    ['一百零八', 108],
    ['一千二百', 1200],
    ['两万五千', 25_000],
    ['三亿五千万', 350_000_000],
    ['一万亿', 1_000_000_000_000],
  ])('%s', (words, figure) => expect(counted(words)).toBe(figure));
});
