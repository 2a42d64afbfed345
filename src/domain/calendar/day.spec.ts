import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, isDay, makeDay, parseDay, printDay, today, weekday } from './day.js';

describe('calendar days', () => {
  it('turns at midnight in Shanghai, not in London', () => {
    expect(today(Date.parse('2023-05-14T15:59:59Z'))).toBe('2023-05-14');
    expect(today(Date.parse('2023-05-14T16:00:00Z'))).toBe('2023-05-15');
  });

  it('counts over month ends, leap days and backwards', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-03-01', -1)).toBe('2023-02-28');
    expect(daysBetween('2023-01-01', '2024-01-01')).toBe(365);
    expect(daysBetween('2023-05-15', '2023-05-11')).toBe(-4);
  });

  it('knows that the plan of Taiyuan was issued on a Thursday', () => {
    expect(weekday('2023-05-11')).toBe(4);
    expect(weekday('2023-12-31')).toBe(7);
  });

  it('prints a day without leading zeros', () => {
    expect(printDay('2023-05-09')).toBe('2023年5月9日');
  });

  it('refuses days that do not exist, naming what to type', () => {
    expect(isDay('2023-02-29')).toBe(false);
    expect(() => parseDay('2023年2月3日')).toThrow('2023-12-31');
    expect(() => makeDay(2023, 13, 1)).toThrow(expect.objectContaining({ code: 'day_invalid' }));
    expect(parseDay(' 2024-02-29 ')).toBe('2024-02-29');
  });
});
