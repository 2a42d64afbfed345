import { describe, expect, it } from '@jest/globals';
import { dueAndWindows, dueWords } from './due-words.js';

describe('the 完成时限 in words', () => {
  it.each([
    [{ track: 'standing', due: '2026-12-31', presumed: true }, '2026-12-31（推定）'],
    [{ track: 'standing', due: '2026-12-31', presumed: true, windows: '长期坚持' }, '长期坚持'],
    [{ track: 'standing', due: '2026-10-31', presumed: false }, '2026-10-31'],
    [{ track: 'deliverable', due: '2026-12-31', presumed: true }, '2026-12-31（推定）'],
    [{ track: 'deliverable', due: '2026-06-30', presumed: false }, '2026-06-30'],
    [{ track: 'deliverable', due: null, presumed: false }, '未定'],
  ])('%j is %s', (facts, words) => expect(dueWords(facts)).toBe(words));

  it('is what the plan names, and 长期坚持 only where the plan says so', () => {
    const standing = { track: 'standing', due: '2024-12-31', duePresumed: true };
    expect(dueWords({ ...standing, presumed: true, windows: '每月25日前' })).toBe('每月25日前');
    expect(dueAndWindows({ ...standing, windows: '春运（2024-01-26 至 2024-03-05）' })).toBe(
      '春运（2024-01-26 至 2024-03-05）',
    );
    expect(dueAndWindows({ ...standing, windows: '' })).toBe('2024-12-31（推定）');
    expect(dueAndWindows({ ...standing, windows: '持续推进' })).toBe('持续推进');
  });

  it('has them beside its day in a ledger', () => {
    const dated = { track: 'deliverable', due: '2024-06-30', duePresumed: false };
    expect(dueAndWindows({ ...dated, windows: '每月25日前' })).toBe('2024-06-30；每月25日前');
  });
});
