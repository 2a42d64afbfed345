import { describe, expect, it } from '@jest/globals';
import { target } from '../../test/cascade/compared-plans.js';
import { valueWords } from './draft-words.js';
import { targetLine } from './target-lines.js';

const training = (by: string | null) => target('培训农民工', 2000, '人', { raw: '2000人', op: '=', by });

describe('a target on its card', () => {
  it('tells what is counted, the comparison, the figure with its unit, the day and how binding it is', () => {
    expect(targetLine(training('2023-06-30'))).toBe('培训农民工：等于 2000人，2023-06-30 前，必须完成');
    const loans = target('新增创业担保贷款', 30_000_000, '元', { raw: '3000万元以上', by: '2023-12-31', hard: false });
    expect(targetLine(loans)).toBe('新增创业担保贷款：不低于 3000万元，2023-12-31 前，力争（原文“3000万元以上”）');
  });

  it('calls no print what a person typed', () => {
    const typed = target('新增创业担保贷款', 35_000, '元', { raw: '等于35000元', op: '=', by: null });
    expect(targetLine(typed)).toBe('新增创业担保贷款：等于 3.5万元，未印期限，必须完成');
  });

  it('tells two of one figure apart by their days', () => {
    expect(targetLine(training('2023-06-30'))).not.toBe(targetLine(training('2023-12-31')));
    expect(targetLine(training(null))).toBe('培训农民工：等于 2000人，未印期限，必须完成');
  });

  it('has the measure’s own day where no other is printed for it, unless it is no matter of progress', () => {
    expect(targetLine(training(null), '2023-12-31')).toBe(
      '培训农民工：等于 2000人，期限随本条完成时限 2023-12-31，必须完成',
    );
    expect(targetLine(training('2023-06-30'), '2023-12-31')).toContain('2023-06-30 前');
    const norm = target('办结时间', 3, '日', { raw: '3日内', op: '<=', by: null, targetKind: 'norm' });
    expect(targetLine(norm, '2023-12-31')).toContain('未印期限');
  });

  it('tells the years of a yearly figure, a trend without a figure, one without a name, and what no round asks for', () => {
    const yearly = target('新建驿站', 6, '个', { raw: '6个', op: '=', by: null, years: [2025, 2027] });
    expect(targetLine(yearly)).toBe('新建驿站：等于 6个，2025—2027年每年，必须完成');
    const fewer = target('欠薪案件', 0, '件', { raw: '下降', op: 'trend_down', value: null, by: '2023-12-31' });
    expect(targetLine(fewer)).toBe('欠薪案件：下降，2023-12-31 前，必须完成');
    const norm = target('', 3, '日', { raw: '3日内', op: '<=', by: null, targetKind: 'norm' });
    expect(targetLine(norm)).toBe('（未读出名称）：不高于 3日，未印期限，必须完成，办理规范，不统计（原文“3日内”）');
  });
});

describe('a target in the record of corrections', () => {
  it('shows a day that was changed', () => {
    const [before, after] = ['2023-06-30', '2023-12-31'].map((by) => valueWords('targets', [training(by)]));
    expect(before).toBe('培训农民工 2000人（2023-06-30 前）');
    expect(after).toBe('培训农民工 2000人（2023-12-31 前）');
  });
});
