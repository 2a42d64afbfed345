import { describe, expect, it } from '@jest/globals';
import { firstCycle, issueDay, planStart, planYears } from './years.js';

const plan = (title: string, issuedOn: string | null, more: Partial<Parameters<typeof planYears>[0]> = {}) => ({
  ...{ title, issuedOn, docNumber: null, phases: [], goals: [] },
  ...more,
});

describe('the years that a plan works through', () => {
  it('of next year’s plan, issued in November, are next year alone', () => {
    expect(planYears(plan('2027年农民工工作要点', '2026-11-20'), 2026)).toEqual([2027, 2027]);
  });

  it('follow the office where it has set the year', () => {
    expect(planYears(plan('农民工工作要点', '2026-11-20', { year: 2027 }), 2026)).toEqual([2027, 2027]);
  });

  it('of a plan of several years are those of the title, without what lies before its issue', () => {
    expect(planYears(plan('三年行动方案（2027—2029年）', '2026-12-20'), 2026)).toEqual([2027, 2029]);
    expect(planYears(plan('三年行动方案（2025—2027年）', '2026-03-20'), 2026)).toEqual([2026, 2027]);
  });

  it('reach to the last phase; without any year printed they are that of the import', () => {
    const phases = [{ name: '总结', start: null, end: '2020-12-31' }];
    expect(planYears(plan('实施意见', '2015-11-20', { phases }), 2026)).toEqual([2015, 2020]);
    expect(planYears(plan('实施意见', null), 2026)).toEqual([2026, 2026]);
  });
});

describe('where a plan begins', () => {
  it('is its own year, also when the office enables it in the autumn before or long after', () => {
    expect(firstCycle({ yearFrom: 2027, yearTo: 2027 }, '2026-11-22')).toBe(2027);
    expect(firstCycle({ yearFrom: 2023, yearTo: 2023 }, '2026-11-22')).toBe(2023);
    expect(firstCycle({ yearFrom: 2015, yearTo: 2020 }, '2017-03-01')).toBe(2017);
  });

  it('asks for nothing before its date; without one, before its year', () => {
    expect(planStart(plan('2027年工作要点', '2026-11-20'))?.day).toBe('2026-11-20');
    expect(planStart(plan('2027年工作要点', null))).toEqual({ day: '2027-01-01', words: '年度（2027 年）' });
    expect(planStart(plan('工作要点', null))).toBeNull();
    expect(issueDay(plan('2027年工作要点', null), '2026-11-22')).toEqual({ day: '2027-01-01', presumed: true });
  });
});
