import { describe, expect, it } from '@jest/globals';
import { ceilingOf, refuseBeyond } from './ceiling.js';
import { nextLevel, waysUnder } from './levels.js';
import { nextNumber } from './numbering.js';

const unit = (more: object = {}) => ({
  ...{ name: '市财政局', fullName: '太原市财政局', aliases: ['财政局'], kind: 'bureau', consultOnly: false },
  ...more,
});
const ISSUERS = ['太原市人力资源和社会保障局'];

describe('how far a unit may be pressed', () => {
  it('a bureau may be ordered; a court, a co-issuer of the plan is only written to; a superior only telephoned', () => {
    expect(ceilingOf(unit(), ISSUERS)).toBe('order');
    expect(ceilingOf(unit({ name: '市法院', fullName: '太原市中级人民法院', consultOnly: true }), ISSUERS)).toBe(
      'letter',
    );
    expect(ceilingOf(unit(), [...ISSUERS, '太原市财政局'])).toBe('letter');
    expect(ceilingOf(unit({ kind: 'superior' }), ISSUERS)).toBe('phone');
  });

  it('refuses an order beyond the ceiling and says which way is open', () => {
    expect(() => refuseBeyond('letter', 'order', '太原市中级人民法院')).toThrow('只能函商');
    expect(() => refuseBeyond('letter', 'letter', '太原市中级人民法院')).not.toThrow();
    expect(() => refuseBeyond('phone', 'letter', '省人社厅')).toThrow('上级机关');
    expect(waysUnder('letter')).toEqual(['phone', 'letter']);
  });
});

describe('the ladder 一般、重点、挂牌、通报、约谈', () => {
  const at = (form: string | null, level: 'normal' | 'circular' | 'interview', ceiling: 'order' | 'letter' = 'order') =>
    nextLevel({ ceiling, form, level });

  it('goes up one step at a time, from a letter to an ordinary order, and ends at 约谈', () => {
    expect(at('letter', 'normal')).toBe('normal');
    expect(at('order', 'normal')).toBe('key');
    expect(at('order', 'circular')).toBe('interview');
    expect(at('order', 'interview')).toBeNull();
  });

  it('has no step for a unit that may only be written to', () => {
    expect(at('letter', 'normal', 'letter')).toBeNull();
  });
});

describe('the number of an order', () => {
  const given = ['督办〔2023〕1号', '督办〔2023〕10号', '督办〔2022〕40号', '商请〔2023〕11号', '并农工办督字3号'];

  it('follows the highest of its series and year', () => {
    expect(nextNumber('督办', 2023, given)).toBe('督办〔2023〕11号');
    expect(nextNumber('商请', 2023, given)).toBe('商请〔2023〕12号');
  });

  it('begins each year at 1', () => {
    expect(nextNumber('督办', 2024, given)).toBe('督办〔2024〕1号');
    expect(nextNumber('督办', 2023, [])).toBe('督办〔2023〕1号');
  });
});
