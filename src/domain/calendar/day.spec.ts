import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween, earlierOf, isDay, laterOf, makeDay, parseDay, printDay, today, weekday } from './day.js';

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

  it('knows the length of every month', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const written = (month: number, date: number) => `2023-${String(month).padStart(2, '0')}-${date}`;
    expect(lengths.map((length, at) => isDay(written(at + 1, length)))).toEqual(lengths.map(() => true));
    expect(lengths.map((length, at) => isDay(written(at + 1, length + 1)))).toEqual(lengths.map(() => false));
  });

  it('has a leap day every fourth year, in 2000 too, not in 1900 or 2100', () => {
    expect(['1996', '2000', '2024'].map((year) => isDay(`${year}-02-29`))).toEqual([true, true, true]);
    expect(['1900', '2100', '2022'].map((year) => isDay(`${year}-02-29`))).toEqual([false, false, false]);
  });

  it('takes one way of writing only, with real months and dates', () => {
    const strange = ['2023/12/31', '2023-12-01 ', '2023-12-311', '2023-00-10', '2023-10-00', ''];
    expect(strange.filter(isDay)).toEqual([]);
    expect(makeDay(618, 6, 18)).toBe('0618-06-18');
  });

  it('tells the earlier of two days from the later', () => {
    expect([laterOf('2023-05-11', '2023-05-15'), laterOf('2023-05-15', '2023-05-11')]).toEqual(
      Array(2).fill('2023-05-15'),
    );
    expect([earlierOf('2023-05-11', '2023-05-15'), earlierOf('2023-05-15', '2023-05-11')]).toEqual(
      Array(2).fill('2023-05-11'),
    );
  });
});
