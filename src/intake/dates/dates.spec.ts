import { describe, expect, it } from '@jest/globals';
import { dayStretches } from './month-stretch.js';
import { dayRange, dueDays } from './phrases.js';

describe('a stretch of days as plans print it', () => {
  it.each([
    ['2023年5月15日前', null, '2023-05-15'],
    ['2023年5月中旬-12月', '2023-05-11', '2023-12-31'],
    ['2023年3月—4月', '2023-03-01', '2023-04-30'],
    ['2023年3月1日至4月20日', '2023-03-01', '2023-04-20'],
    ['2023年11月至2024年2月', '2023-11-01', '2024-02-29'],
    ['6月上旬', '2023-06-01', '2023-06-10'],
    ['6月上中旬', '2023-06-01', '2023-06-20'],
    ['6月中下旬', '2023-06-11', '2023-06-30'],
    ['2023年6月底前', null, '2023-06-30'],
    ['二〇二三年三月—十二月', '2023-03-01', '2023-12-31'],
  ])('%s', (text, start, end) => expect(dayRange(text, 2023)).toEqual({ start, end }));

  it('is nothing where no date is printed', () => expect(dayRange('动员部署', 2023)).toBeNull());
  it('begins or ends on no day that does not exist', () =>
    expect(dayRange('2023年2月30日至11月31日', 2023)).toEqual({ start: null, end: null }));
});

describe('a due date', () => {
  it.each([
    ['2023年10月底前完成', '2023-10-31'],
    ['12月20日前报送', '2023-12-20'],
    ['年底前评估', '2023-12-31'],
    ['到2025年，建成体系', '2025-12-31'],
    ['“十四五”期间', '2025-12-31'],
    ['上半年完成', '2023-06-30'],
    ['三季度末', '2023-09-30'],
    ['二〇二三年六月底前', '2023-06-30'],
    ['二○二三年十二月三十一日前', '2023-12-31'],
    ['二零二三年十月二十日', '2023-10-20'],
    ['十月底前', '2023-10-31'],
  ])('%s', (text, day) => expect(dueDays(text, 2023)[0]?.day).toBe(day));

  it('is not taken from a date that does not exist', () => expect(dueDays('2月30日前', 2023)).toEqual([]));
  it('is unknown without a year to go by', () => expect(dueDays('年底前', null)).toEqual([]));

  it('in Chinese figures is told as it is printed, with its place', () => {
    const text = '有序推进，一月一次；二〇二三年十月底前建成，十二月十日前报送。';
    const found = dueDays(text, 2023);
    expect(found.map(({ day, raw }) => [day, raw])).toEqual([
      ['2023-10-31', '二〇二三年十月底前'],
      ['2023-12-10', '十二月十日前'],
    ]);
    expect(found.every(({ raw, index }) => text.startsWith(raw, index))).toBe(true);
  });

  it('in Chinese figures costs no more per character in a long text', () => {
    const cpu = (times: number): number => {
      const before = process.cpuUsage();
      dueDays(`${'二〇'.repeat(times)}。${'十月十日前完成，'.repeat(times / 10)}`, 2023);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpu(2000);
    expect(cpu(40_000)).toBeLessThan(2000);
  });
});

describe('words behind a printed year', () => {
  it.each([
    ['2025年3月至5月完成', '2025-05-31', '2025年3月至5月'],
    ['2025年4月—10月', '2025-10-31', '2025年4月—10月'],
    ['2026年第一季度完成', '2026-03-31', '2026年第一季度'],
    ['2026年上半年完成', '2026-06-30', '2026年上半年'],
  ])('tell its last day: %s', (text, day, raw) => expect(dueDays(text, 2024)).toEqual([{ day, raw, index: 0 }]));

  it('begin something, and no day of the year ends it: 2024年起', () => {
    expect(dueDays('从2024年起，用三年时间建成服务站15个', 2024)).toEqual([]);
    expect(dueDays('2024年起草方案', 2024).map(({ day }) => day)).toEqual(['2024-12-31']);
  });

  it('are a feast’s, and no day of the year', () => expect(dueDays('2026年春节前完成', 2026)).toEqual([]));
});

describe('stretches from day to day', () => {
  const told = (text: string) => dayStretches(text, 2024).map(({ raw, start, end }) => [raw, start, end]);

  it('have both their days, printed with years or in the plan’s', () => {
    expect(told('2024年8月1日至10月31日开展专项检查')).toEqual([
      ['2024年8月1日至10月31日', '2024-08-01', '2024-10-31'],
    ]);
    expect(told('2月5日—15日集中接访')).toEqual([['2月5日—15日', '2024-02-05', '2024-02-15']]);
  });

  it('go over New Year, said or not', () => {
    expect(told('2024年12月25日—2025年1月28日接访')[0]).toContain('2025-01-28');
    expect(told('12月25日至次年1月28日接访')[0]).toContain('2025-01-28');
    expect(told('12月25日至1月28日接访')[0]).toContain('2025-01-28');
  });

  it('have an open end where no calendar has the day', () => {
    expect(told('2月5日至2月30日排查')).toEqual([['2月5日至2月30日', '2024-02-05', null]]);
  });
});
