import { describe, expect, it } from '@jest/globals';
import { dueWords } from './due-words.js';

describe('the 完成时限 in words', () => {
  it.each([
    [{ track: 'standing', due: '2026-12-31', presumed: true }, '长期坚持'],
    [{ track: 'standing', due: '2026-10-31', presumed: false }, '2026-10-31'],
    [{ track: 'deliverable', due: '2026-12-31', presumed: true }, '2026-12-31（推定）'],
    [{ track: 'deliverable', due: '2026-06-30', presumed: false }, '2026-06-30'],
    [{ track: 'deliverable', due: null, presumed: false }, '未定'],
  ])('%j is %s', (facts, words) => expect(dueWords(facts)).toBe(words));
});
