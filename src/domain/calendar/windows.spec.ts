import { describe, expect, it } from '@jest/globals';
import { WINDOW_WORDS, windowOf } from './windows.js';

const told = (raw: string, year: number | null = 2024, issuedOn: string | null = null) => {
  const { start, end } = windowOf(raw, { year, issuedOn });
  return end === null ? null : `${start ?? ''}~${end}`;
};
const note = (raw: string, year: number | null = 2024) => windowOf(raw, { year, issuedOn: null }).note;

describe('a window that the calendar can tell', () => {
  it.each([
    ['春节前后', '2024-01-26~2024-02-25'],
    ['春节前', '~2024-02-09'],
    ['春节前夕', '~2024-02-09'],
    ['春节期间', '2024-02-10~2024-02-16'],
    ['春运期间', '2024-01-26~2024-03-05'],
    ['春运', '2024-01-26~2024-03-05'],
    ['元旦春节期间', '2024-01-01~2024-02-16'],
    ['元旦、春节期间', '2024-01-01~2024-02-16'],
    ['元旦、春节、元宵节期间', '2024-01-01~2024-02-24'],
    ['清明节前', '~2024-04-03'],
    ['“五一”期间', '2024-05-01~2024-05-05'],
    ['五一劳动节期间', '2024-05-01~2024-05-05'],
    ['端午节前', '~2024-06-09'],
    ['中秋、国庆期间', '2024-09-17~2024-10-07'],
    ['中秋、国庆“双节”期间', '2024-09-17~2024-10-07'],
    ['元旦、春节“两节”前', '~2024-12-31'],
    ['国庆节前', '~2024-09-30'],
    ['国庆节前后', '2024-09-24~2024-10-08'],
    ['国庆假期', '2024-10-01~2024-10-07'],
    ['重阳节前', '~2024-10-10'],
    ['除夕前', '~2024-02-08'],
    ['正月初八前', '~2024-02-17'],
    ['正月十五前', '~2024-02-24'],
    ['农历腊月二十三前', '~2024-02-02'],
    ['腊月廿八之前', '~2024-02-07'],
    ['春节前一个月', '2024-01-10~2024-02-09'],
    ['春节前一个月完成', '~2024-01-10'],
    ['国庆节前两周内', '2024-09-17~2024-09-30'],
    ['中秋节前半个月', '2024-09-02~2024-09-16'],
    ['元旦前10天', '2024-12-22~2024-12-31'],
    ['“五一”前2个月', '2024-03-01~2024-04-30'],
  ])('%s in 2024', (raw, days) => expect(told(raw)).toBe(days));

  it('is taken by the almanac of its own year, leap years and late festivals too', () => {
    expect(told('春节前后', 2023)).toBe('2023-01-07~2023-02-06');
    expect(told('春运期间', 2023)).toBe('2023-01-07~2023-02-15');
    expect(told('春运期间', 2025)).toBe('2025-01-14~2025-02-22');
    expect(told('中秋国庆期间', 2025)).toBe('2025-10-01~2025-10-08');
    expect(told('中秋国庆期间', 2020)).toBe('2020-10-01~2020-10-07');
  });

  it('is that of the printed year where one is printed', () => {
    expect(told('2022年春节前', 2021, '2021-11-05')).toBe('~2022-01-31');
    expect(told('2020年春节期间', 2023, '2023-05-11')).toBe('2020-01-25~2020-01-31');
  });

  it('is the next year’s where this year’s was over when the plan was issued, and says so', () => {
    expect(told('春节前', 2023, '2023-11-20')).toBe('~2024-02-09');
    expect(windowOf('春节前', { year: 2023, issuedOn: '2023-11-20' }).note).toBe(
      '按节日前一日；本年的已过，按下一年推算',
    );
    expect(told('元旦前', 2023)).toBe('~2023-12-31');
    expect(told('国庆节前', 2023, '2023-05-11')).toBe('~2023-09-30');
  });
});

describe('a window that only its words tell', () => {
  it.each([
    ['汛期', '起止各地不一，以当地公布的为准'],
    ['冬春季', '起止各地不一，以当地公布的为准'],
    ['农忙时节', '起止各地不一，以当地公布的为准'],
    ['寒暑假', '日期由教育部门公布'],
    ['高考期间', '日期由教育部门公布'],
    ['全国两会期间', '会期以公布的为准'],
    ['两节期间', '没有写明是哪两个节日'],
    ['元宵节后10个工作日内', '从节日还是假期后起算没有写明，请按放假安排推算'],
    ['春节后复工前', '以各单位、各项目的复工日为准'],
    ['2024年秋季学期开学前', '日期由教育部门公布'],
    ['新学期开学前', '日期由教育部门公布'],
    ['正月四十前', '起止以原文为准'],
  ])('%s has no days: %s', (raw, why) => {
    expect(windowOf(raw, { year: 2024, issuedOn: null })).toEqual({ start: null, end: null, note: why });
  });

  it('has none where the year is not known, the almanac does not reach, or it comes round each year', () => {
    expect([told('春节前后', null), note('春节前后', null)]).toEqual([null, '年度没有读出，没有推算日期']);
    expect([told('春节前后', 2100), note('春节前后', 2100)]).toEqual([null, '历书没有2100年，没有推算日期']);
    expect(windowOf('春节前后', { year: 2024, issuedOn: null }, true)).toMatchObject({ end: null });
  });
});

describe('windows in a sentence', () => {
  const found = (text: string) => [...text.matchAll(WINDOW_WORDS)].map(([raw]) => raw);

  it('are found as they are printed', () => {
    expect(found('在元旦、春节期间和春运期间，做好汛期安全，全国两会期间值守，2022年春节前清零。')).toEqual([
      ...['元旦、春节期间', '春运期间', '汛期', '全国两会期间', '2022年春节前'],
    ]);
    expect(found('寒暑假、农忙时节、冬春季、高考期间和国庆节前后')).toEqual([
      ...['寒暑假', '农忙时节', '冬春季', '高考期间', '国庆节前后'],
    ]);
    expect(found('正月十五前摸底，节后复工前培训，春节后10日内上报，腊月二十前清零')).toEqual([
      ...['正月十五前', '节后复工前', '春节后10日内', '腊月二十前'],
    ]);
  });

  it('may be so long before a feast', () => {
    expect(found('春节前一个月完成清欠，国庆节前10天排查，端午节前夕走访')).toEqual([
      ...['春节前一个月完成', '国庆节前10天', '端午节前夕'],
    ]);
  });

  it('are none where a feast is only a name', () => {
    expect(found('推荐五一劳动奖章，举办春节晚会，国庆路改造，春节前三等奖，端午龙舟赛，前期准备')).toEqual([]);
  });
});
