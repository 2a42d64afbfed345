import { describe, expect, it } from '@jest/globals';
import { endOfMonth, endOfQuarter, endOfYear, periodOf, periodsWithin, printPeriod, yearBefore } from './period.js';

describe('periods of the office', () => {
  it('ends “10月底” on the 31st and “2月底” by the leap year', () => {
    expect(endOfMonth('2023-10-05')).toBe('2023-10-31');
    expect(endOfMonth('2024-02-01')).toBe('2024-02-29');
    expect(endOfMonth('2023-12-31')).toBe('2023-12-31');
  });

  it('finds quarter, half-year and year', () => {
    expect(endOfQuarter('2023-05-11')).toBe('2023-06-30');
    expect(periodOf('2023-05-11', 'halfYear')).toEqual({ start: '2023-01-01', end: '2023-06-30' });
    expect(endOfYear('2023-05-11')).toBe('2023-12-31');
  });

  it('lists the quarters left of a year', () => {
    const quarters = periodsWithin({ start: '2023-05-11', end: '2023-12-31' }, 'quarter');
    expect(quarters.map((quarter) => printPeriod(quarter, 'quarter'))).toEqual([
      '2023年第二季度',
      '2023年第三季度',
      '2023年第四季度',
    ]);
  });

  it('lists a month that begins on the last day of the range', () => {
    const months = periodsWithin({ start: '2023-09-15', end: '2023-10-01' }, 'month');
    expect(months.map(({ start }) => start)).toEqual(['2023-09-01', '2023-10-01']);
  });

  it('compares with the same period of the year before, on leap days too', () => {
    expect(yearBefore({ start: '2024-01-01', end: '2024-02-29' })).toEqual({ start: '2023-01-01', end: '2023-02-28' });
  });

  it('names the periods as the office does', () => {
    expect(printPeriod(periodOf('2023-08-01', 'halfYear'), 'halfYear')).toBe('2023年下半年');
    expect(printPeriod(periodOf('2023-03-31', 'halfYear'), 'halfYear')).toBe('2023年上半年');
    expect(printPeriod(periodOf('2023-03-31', 'quarter'), 'quarter')).toBe('2023年第一季度');
    expect(printPeriod(periodOf('2023-12-31', 'quarter'), 'quarter')).toBe('2023年第四季度');
    expect(printPeriod(periodOf('2023-08-01', 'month'), 'month')).toBe('2023年8月');
    expect(printPeriod(periodOf('2023-08-01', 'year'), 'year')).toBe('2023年');
  });
});
