import { describe, expect, it } from '@jest/globals';
import { target } from '../../test/cascade/compared-plans.js';
import { valueWords } from './draft-words.js';

describe('figures in words', () => {
  it('say of one that each of several years has which years', () => {
    const yearly = (years: [number, number]) =>
      valueWords('targets', [target('新建驿站', 6, '家', { raw: '6家', years })]);
    expect(yearly([2025, 2027])).toBe('新建驿站 6家（2025—2027年每年）');
    expect(yearly([2025, 2025])).toBe('新建驿站 6家（2025年）');
  });

  it('say of one that is only striven for that it is, once', () => {
    const one = (raw: string, hard: boolean) =>
      valueWords('targets', [target('带动返乡创业', 1000, '人', { raw, hard })]);
    expect(one('800人', true)).toBe('带动返乡创业 800人');
    expect(one('1000人', false)).toBe('带动返乡创业 1000人（力争）');
    expect(one('力争达到1000人', false)).toBe('带动返乡创业 力争达到1000人');
  });
});
