import { describe, expect, it } from '@jest/globals';
import { measure, plan } from '../../../test/cascade/compared-plans.js';
import { dayToward, movedWords, textToward, wordsToward, yearShift, type YearShift } from './years.js';

const SHIFT: YearShift = { left: 2025, right: 2026 };
const titled = (title: string, issuedOn: string | null = null, due: string | null = null) =>
  plan('city', [measure('1', '办夜校', '开班。', ['市教育局'], { due })], { title, issuedOn });

describe('the years of two plans', () => {
  it('come from the titles; a plan of several years has no one year', () => {
    const of = (one: string, other: string) => yearShift(titled(one), titled(other));
    expect(of('2024年工作要点', '2026年工作要点')).toEqual({ left: 2024, right: 2026 });
    expect(of('2025年工作要点', '2025年实施方案')).toBeNull();
    expect(of('2021—2025年规划', '2026年工作要点')).toBeNull();
    expect(of('2021年至2023年行动方案', '2026年工作要点')).toBeNull();
    expect(of('2024年、2025年工作要点', '2026年工作要点')).toBeNull();
  });

  it('are those that the offices have said, where they have', () => {
    const corrected = { ...titled('工作要点', '2025-11-20', '2026-10-31'), year: 2026 };
    expect(yearShift(titled('2025年工作要点'), corrected)).toEqual(SHIFT);
  });

  it('without a year in the title it is that of issue, unless a day of the plan lies in another year', () => {
    const yearly = titled('工作要点', '2025-03-01', '2025-10-31');
    expect(yearShift(yearly, titled('工作要点', '2026-02-01', '2026-10-31'))).toEqual(SHIFT);
    expect(yearShift(yearly, titled('工作要点', '2026-02-01', '2027-10-31'))).toBeNull();
    expect(yearShift(yearly, titled('工作要点'))).toBeNull();
    expect(yearShift(titled('2021—2025年规划', '2025-03-01'), titled('2026年工作要点'))).toBeNull();
  });
});

describe('a day of last year beside one of this year', () => {
  it('moves by the distance; a day that both print is one day, a far goal stays unless it was moved', () => {
    expect(dayToward(SHIFT, '2025-10-31', '2026-11-30')).toBe('2026-10-31');
    expect(dayToward(SHIFT, '2025-10-31', null)).toBe('2026-10-31');
    expect(dayToward(SHIFT, '2025-10-31', '2025-10-31')).toBe('2025-10-31');
    expect(dayToward(SHIFT, '2030-12-31', '2032-12-31')).toBe('2030-12-31');
    expect(dayToward(SHIFT, '2030-12-31', '2031-12-31')).toBe('2031-12-31');
    expect([dayToward(SHIFT, null, '2026-01-01'), dayToward(null, '2025-10-31', '2026-10-31')]).toEqual([
      null,
      '2025-10-31',
    ]);
  });

  it('keeps the end of February', () => {
    expect(dayToward({ left: 2023, right: 2024 }, '2023-02-28', null)).toBe('2024-02-29');
    expect(dayToward({ left: 2024, right: 2025 }, '2024-02-29', null)).toBe('2025-02-28');
  });

  it('is told with both, where it moved', () => {
    expect(movedWords(SHIFT, '2025-10-31', '2026-10-31')).toBe('（相差1年，折合 2026-10-31）');
    expect([movedWords(SHIFT, '2030-12-31', '2030-12-31'), movedWords(null, '2025-10-31', '2025-10-31')]).toEqual([
      '',
      '',
    ]);
  });
});

describe('a text of last year beside one of this year', () => {
  it('takes the other’s years where only the distance lies between', () => {
    expect(textToward(SHIFT, '2025年底前建成', '2026年底前建成')).toBe('2026年底前建成');
    expect(textToward(SHIFT, '对照2024年，2025年再降', '对照2025年，2026年再降')).toBe('对照2025年，2026年再降');
    expect(textToward(SHIFT, '到2030年，2025年先行', '到2030年，2026年先行')).toBe('到2030年，2026年先行');
    expect(textToward(SHIFT, '2025年培训，2030年普及', '2026年培训')).toBe('2026年培训，2030年普及');
    expect(textToward(SHIFT, '2024—2025年两年', '2025—2026年两年')).toBe('2025—2026年两年');
    expect(textToward(SHIFT, '培训2025人', '培训2026人')).toBe('培训2025人');
    expect(textToward(null, '2025年', '2026年')).toBe('2025年');
  });

  it('in a measure title, text and printed figures follow, the days stay as printed', () => {
    const [old, now] = [2025, 2026].map((year) =>
      measure('1', `${year}年任务`, `${year}年办成。`, [], { due: `${year}-06-30` }),
    );
    expect(wordsToward(SHIFT, old!, now!)).toMatchObject({
      title: '2026年任务',
      text: '2026年办成。',
      due: '2025-06-30',
    });
    expect(wordsToward(null, old!, now!)).toBe(old);
  });
});
