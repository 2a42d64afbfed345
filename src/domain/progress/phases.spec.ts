import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WorkingCalendar, type CalendarTable } from '../calendar/working-days.js';
import { stagesOf } from './phases.js';

const calendar = new WorkingCalendar(JSON.parse(readFileSync('seeds/calendar.json', 'utf8')) as CalendarTable);

describe('stages of a plan that is issued before its year', () => {
  it('mobilises for next year’s plan from its issue in November, and works and evaluates in the plan’s year', () => {
    const days = (printed: Parameters<typeof stagesOf>[0]) =>
      stagesOf(printed, '2015-11-20', 2016, calendar, true).map(({ start, end }) => [start, end]);
    expect(days([])).toEqual([
      ['2015-11-20', '2015-12-31'],
      ['2016-01-01', '2016-11-30'],
      ['2016-12-01', '2016-12-31'],
    ]);
    const printed = [
      { name: '动员部署', start: '2015-11-20', end: '2015-12-20' },
      { name: '推进落实', start: '2016-01-01', end: '2016-11-30' },
    ];
    expect(days(printed).slice(0, 2)).toEqual([
      ['2015-11-20', '2015-12-20'],
      ['2016-01-01', '2016-11-30'],
    ]);
  });
});
