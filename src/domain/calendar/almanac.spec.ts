import { describe, expect, it } from '@jest/globals';
import { clearAndBright, lunarDay } from './almanac.js';

/** 正月初一 as the almanacs print it. */
const SPRING = {
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
};

describe('the almanac', () => {
  it.each(Object.entries(SPRING))('has 正月初一 of %s on %s', (year, day) =>
    expect(lunarDay(Number(year), 1, 1)).toBe(day),
  );

  it('has the other feasts of the lunar year, and 清明 by the sun', () => {
    expect([lunarDay(2024, 5, 5), lunarDay(2024, 8, 15), lunarDay(2024, 9, 9)]).toEqual([
      ...['2024-06-10', '2024-09-17', '2024-10-11'],
    ]);
    expect([clearAndBright(2023), clearAndBright(2024)]).toEqual(['2023-04-05', '2024-04-04']);
  });

  it('says nothing of years that it does not cover', () => {
    expect([lunarDay(1948, 1, 1), lunarDay(2100, 1, 1), clearAndBright(2100)]).toEqual([null, null, null]);
  });
});
