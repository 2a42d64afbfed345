import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { arrangementIn, checkArrangement, holidaysByLaw, weekdayWord, withArrangements } from './arrangement.js';
import { WorkingCalendar, type CalendarTable } from './working-days.js';

const table = JSON.parse(readFileSync('seeds/calendar.json', 'utf8')) as CalendarTable;

/** A year that follows on the table, made up: only what the law gives, without weekends worked. */
const next = () => {
  const holidays = [...holidaysByLaw(2027).keys()];
  return { year: 2027, holidays, workdays: [] as string[] };
};

describe('the holidays by law', () => {
  it('are thirteen days since 2025, eleven before; feasts go by the moon', () => {
    expect([...holidaysByLaw(2026)]).toEqual([
      ['2026-01-01', '元旦'],
      ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'].map((day, at) => [day, at === 0 ? '除夕' : '春节']),
      ...[
        ['2026-04-05', '清明节'],
        ['2026-05-01', '劳动节'],
        ['2026-05-02', '劳动节'],
        ['2026-06-19', '端午节'],
      ],
      ...[
        ['2026-09-25', '中秋节'],
        ['2026-10-01', '国庆节'],
        ['2026-10-02', '国庆节'],
        ['2026-10-03', '国庆节'],
      ],
    ]);
    expect(holidaysByLaw(2024).size).toBe(11);
    expect([...holidaysByLaw(2027).keys()]).toContain('2027-02-06');
  });
});

describe('a year’s arrangement', () => {
  it('that was published passes, every one of the shipped years', () => {
    for (let year = table.years.from; year <= table.years.to; year++)
      expect(() => checkArrangement(arrangementIn(table, year), true)).not.toThrow();
    for (const year of [2021, 2025, 2026])
      expect(() => checkArrangement(arrangementIn(table, year), false)).not.toThrow();
  });

  it('is refused with the day that cannot be right', () => {
    const told = (change: object) => {
      try {
        checkArrangement({ ...next(), ...change }, true);
        return '';
      } catch (error) {
        return `${(error as { code: string }).code} ${(error as Error).message}`;
      }
    };
    expect(told({})).toBe('');
    expect(told({ workdays: ['2027-01-04'] })).toBe(
      'calendar_invalid 2027年1月4日是周一，本来就上班，不会是调休上班日。',
    );
    expect(told({ workdays: ['2027-05-02'] })).toBe('calendar_invalid 2027年5月2日既列为放假又列为上班。');
    expect(told({ holidays: next().holidays.filter((day) => day !== '2027-10-02') })).toBe(
      'calendar_invalid 法定节假日2027年10月2日（国庆节）不在放假日期中。',
    );
    expect(told({ workdays: ['2028-01-01'] })).toContain('2028-01-01 不在2027年（或上一年12月）');
    expect(told({ holidays: [...next().holidays, '2026-12-31'] })).toBe('');
  });

  it('whose sums do not go up is asked about, and taken when somebody is certain', () => {
    const odd = { ...next(), workdays: ['2027-02-20'] };
    expect(() => checkArrangement(odd, false)).toThrow(expect.objectContaining({ code: 'calendar_unbalanced' }));
    expect(() => checkArrangement(odd, true)).not.toThrow();
  });

  it('names the days of the week', () => {
    expect(['2027-01-01', '2027-01-03', '2027-01-04'].map(weekdayWord)).toEqual(['周五', '周日', '周一']);
  });
});

describe('years that were entered', () => {
  it('follow on the shipped ones; working days are then counted across the turn of the year', () => {
    const calendar = new WorkingCalendar(withArrangements(table, [next()]));
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.addWorkingDays('2026-12-30', 2)).toBe('2027-01-04');
  });

  it('take the place of a shipped year, and may name days of the December before', () => {
    const changed = { ...arrangementIn(table, 2026), workdays: [] };
    const made = withArrangements(table, [{ ...next(), workdays: ['2026-12-27'] }, changed]);
    expect(arrangementIn(made, 2026).workdays).toEqual(['2026-12-27']);
    expect(arrangementIn(made, 2025)).toEqual(arrangementIn(table, 2025));
    expect(made.years).toEqual({ from: 2015, to: 2027 });
  });

  it('one with a gap before it stays out', () => {
    expect(withArrangements(table, [{ ...next(), year: 2029 }]).years.to).toBe(2026);
    expect(withArrangements(table, [{ ...next(), year: 2014 }]).years.from).toBe(2015);
  });
});
