import { describe, expect, it } from '@jest/globals';
import { printedTarget, strivenMark } from './striven.js';

describe('a target that is only striven for', () => {
  it.each([
    ['a hard one', { hard: true, raw: '1200套' }, ''],
    ['one whose words say so', { hard: false, raw: '力争达到90%' }, ''],
    ['one said to be so earlier in its sentence', { hard: false, raw: '1200套' }, '（力争）'],
  ])('%s', (_, target, mark) => {
    expect(strivenMark(target)).toBe(mark);
  });

  it('is printed so in tables', () => {
    expect(printedTarget({ metric: '配租公租房', raw: '1200套', hard: false })).toBe('配租公租房1200套（力争）');
    expect(printedTarget({ metric: '转移就业', raw: '转移就业4.2万人以上', hard: true })).toBe('转移就业4.2万人以上');
  });
});
