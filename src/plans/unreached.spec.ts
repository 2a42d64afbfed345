import { describe, expect, it } from '@jest/globals';
import { issuedWords, unreachedFact } from './unreached.js';

const bureaus = (count: number): string[] => Array.from({ length: count }, (_, at) => `第${at + 1}局`);

describe('units without an account', () => {
  it('stand on the plan’s page all by name, since each is to be reached by hand', () => {
    expect(unreachedFact(bureaus(7))[0]!.value).toBe(`${bureaus(7).join('、')}（任务须另行送达）`);
    expect(unreachedFact([])).toEqual([]);
  });

  it('are told in short after the issue, with where the others stand', () => {
    expect(issuedWords(bureaus(7))).toContain('第5局 等 7 个，全部名单见本页');
    expect(issuedWords(bureaus(2))).not.toContain('全部名单');
  });
});
