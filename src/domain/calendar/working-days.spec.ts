import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { whereKnown, WorkingCalendar, type CalendarTable } from './working-days.js';

const table = JSON.parse(readFileSync('seeds/calendar.json', 'utf8')) as CalendarTable;
const calendar = new WorkingCalendar(table);

describe('working days of the State Council calendar', () => {
  it('rests on holidays and works on the weekends worked instead', () => {
    expect(calendar.isWorkingDay('2023-10-06')).toBe(false);
    expect(calendar.isWorkingDay('2023-10-07')).toBe(true);
    expect(calendar.isWorkingDay('2023-10-14')).toBe(false);
    expect(calendar.isWorkingDay('2023-10-16')).toBe(true);
  });

  it('counts ten working days after the issue of the Taiyuan plan', () => {
    expect(calendar.addWorkingDays('2023-05-11', 10)).toBe('2023-05-25');
    expect(calendar.workingDaysBetween('2023-05-11', '2023-05-25')).toBe(10);
    expect(calendar.workingDaysBetween('2023-05-25', '2023-05-11')).toBe(-10);
  });

  it('rolls “3日内” over the National Day holiday', () => {
    expect(calendar.within('2023-09-28', 3)).toBe('2023-10-07');
    expect(calendar.within('2023-09-28', 3, 'working')).toBe('2023-10-09');
    expect(calendar.within('2023-05-15', 3)).toBe('2023-05-18');
  });

  it('never rolls a fixed date forward: it works backwards from it', () => {
    expect(calendar.workBack('2023-12-31', 0)).toBe('2023-12-29');
    expect(calendar.workBack('2023-12-31', 10)).toBe('2023-12-15');
  });

  it('finds the last working day of a month and of a quarter', () => {
    expect(calendar.lastWorkingDay('2023-04-03', 'month')).toBe('2023-04-28');
    expect(calendar.lastWorkingDay('2023-09-01', 'quarter')).toBe('2023-09-28');
    expect(calendar.lastWorkingDay('2022-01-01', 'month')).toBe('2022-01-30');
  });

  it('counts a span in natural days or in working days, as the rule says', () => {
    expect(calendar.between('2023-09-28', '2023-10-09', 'natural')).toBe(11);
    expect(calendar.between('2023-09-28', '2023-10-09', 'working')).toBe(3);
  });

  it('covers its first year from the first day and its last year to the last', () => {
    const year = new WorkingCalendar({
      years: { from: 2024, to: 2024 },
      holidays: [],
      workdays: [],
    });
    expect(['2024-01-01', '2024-01-06', '2024-12-30', '2024-12-31'].map((day) => year.isWorkingDay(day))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(year.workingDaysBetween('2024-01-01', '2024-12-31')).toBe(261);
  });

  it('refuses a year whose arrangement is not published instead of guessing', () => {
    const refusal = expect.objectContaining({ code: 'calendar_year_missing' });
    expect(() => calendar.isWorkingDay('2027-01-01')).toThrow(refusal);
    expect(() => calendar.addWorkingDays('2026-12-30', 5)).toThrow('2026年');
    expect(() => calendar.isWorkingDay('2000-06-01')).toThrow(refusal);
  });

  it('names in its refusal the page and the command where the year is entered', () => {
    expect(() => calendar.isWorkingDay('2027-01-04')).toThrow(/2027年1月4日.*“工作日历”.*qiantou calendar enter/);
  });

  it('gives nothing, instead of a refusal, to what can do without the day', () => {
    expect(whereKnown(() => calendar.addWorkingDays('2026-12-30', 5))).toBeNull();
    expect(whereKnown(() => calendar.addWorkingDays('2026-12-28', 1))).toBe('2026-12-29');
    expect(() =>
      whereKnown(() => {
        throw new Error('other');
      }),
    ).toThrow('other');
  });
});
