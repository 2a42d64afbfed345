import { describe, expect, it } from '@jest/globals';
import { conditionLine, conditionTyped, conditionWords, conditionsWords, windowsWords } from './condition-words.js';
import type { ConditionReading } from './reading.js';

const SPRING: ConditionReading = {
  ...{ kind: 'window', raw: '春节前后', start: '2024-01-26', end: '2024-02-25', note: '按节日前后各15日' },
};
const FLOOD: ConditionReading = { kind: 'window', raw: '汛期', start: null, end: null, note: '起止各地不一' };
const NATIONAL: ConditionReading = {
  kind: 'window',
  raw: '国庆节前',
  start: null,
  end: '2024-09-30',
  note: '至前一日',
};
const COVERED: ConditionReading = { kind: 'coverage', raw: '乡镇全覆盖' };

describe('conditions in words', () => {
  it('tell a window’s days and by what rule, or why there are none', () => {
    expect([SPRING, FLOOD, NATIONAL, COVERED].map(conditionWords)).toEqual([
      '春节前后（2024-01-26 至 2024-02-25，按节日前后各15日）',
      '汛期（起止各地不一）',
      '国庆节前（至 2024-09-30，至前一日）',
      '乡镇全覆盖',
    ]);
    expect(conditionsWords([COVERED, FLOOD])).toBe('乡镇全覆盖；汛期（起止各地不一）');
  });

  it('stand in a list of tasks where they name a time: seasons with the days that are known, rhythms', () => {
    const monthly: ConditionReading = { kind: 'recurrent', raw: '每月25日前' };
    const yearly: ConditionReading = { kind: 'recurrent', raw: '每年' };
    expect(windowsWords([SPRING, FLOOD, COVERED, NATIONAL, monthly, monthly, yearly])).toBe(
      '春节前后（2024-01-26 至 2024-02-25）；汛期；国庆节前（至 2024-09-30）；每月25日前',
    );
  });

  it('say in such a list that their days were put into the next year', () => {
    const later = { ...SPRING, note: `${SPRING.note}；本年的已过，按下一年推算` };
    expect(windowsWords([later])).toBe('春节前后（2024-01-26 至 2024-02-25，按下一年推算）');
    expect(conditionLine(later)).toBe('春节前后（2024-01-26 至 2024-02-25）');
  });

  it('are read back from the line that a person may change', () => {
    for (const { raw, start = null, end = null, ...rest } of [SPRING, FLOOD, NATIONAL, COVERED])
      expect(conditionTyped(conditionLine({ ...rest, raw, start, end }))).toEqual({ raw, start, end });
    expect(conditionTyped('春节前后（腊月二十三至正月十五）')).toEqual({
      ...{ raw: '春节前后（腊月二十三至正月十五）', start: null, end: null },
    });
  });
});
