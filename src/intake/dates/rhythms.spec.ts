import { describe, expect, it } from '@jest/globals';
import { readConditions } from '../targets/conditions.js';
import { deadlinesIn } from './deadlines.js';
import { rhythmsIn } from './rhythms.js';

const found = (text: string) => rhythmsIn(text).map(({ raw }) => raw);

describe('rhythms that a text prints', () => {
  it.each([
    ['每月10日、25日前各会商一次，并印发简报。', ['每月10日、25日前']],
    ['每年3月底前、9月底前组织抽查。', ['每年3月底前、9月底前']],
    ['每年6月、12月底前报送台账。', ['每年6月、12月底前']],
    ['每半月巡查一次，每周三更新数据，每旬小结。', ['每半月', '每周三', '每旬']],
    ['每周一次例会，每季度首月15日前研判。', ['每周', '每季度首月15日前']],
    ['每半年首月10日前报表，每季度最后一个月20日前对账。', ['每半年首月10日前', '每季度最后一个月20日前']],
    ['半年评估一次，一个月调度一次。', ['半年评估一次', '一个月调度一次']],
    ['每两周回访一次，每年开展2次演练。', ['每两周', '每年']],
    ['每日17:00前汇总，次月5日前通报。', ['每日17:00前', '次月5日前']],
  ])('are read with all their days: %s', (text, rhythms) => expect(found(text)).toEqual(rhythms));

  it.each([
    ['a half-year of the calendar', '上半年通报一次。'],
    ['a quarter of the calendar', '二季度开展一次排查。'],
    ['an amount', '每月1000元补贴。'],
  ])('are not %s: %s', (_, text) => expect(found(text)).toEqual([]));

  it('leave the measure without a day of its own', () => {
    const text = '每年3月底前、9月底前完成一次抽查，每月10日、25日前各会商一次。';
    expect(deadlinesIn(text, 2024, null)).toEqual([]);
    const conditions = readConditions(text, { year: 2024, issuedOn: null }, (start, end) => [start, end]);
    expect(conditions.map(({ kind, raw }) => [kind, raw])).toEqual([
      ['recurrent', '每年3月底前、9月底前'],
      ['recurrent', '每月10日、25日前'],
    ]);
  });

  it('do not take the day of the next task with them', () => {
    const text = '每月25日前汇总、9月底前完成验收。';
    expect(deadlinesIn(text, 2024, null).map(({ day }) => day)).toEqual(['2024-09-30']);
  });
});

describe('the halves of a year', () => {
  const windows = (text: string) =>
    readConditions(text, { year: 2024, issuedOn: null }, (start, end) => [start, end]).map(({ raw, start, end }) => [
      raw,
      start,
      end,
    ]);

  it('are both told', () => {
    expect(windows('上半年、下半年各组织一次互查。')).toEqual([
      ['上半年', '2024-01-01', '2024-06-30'],
      ['下半年', '2024-07-01', '2024-12-31'],
    ]);
    expect(windows('2025年下半年召开推进会。')).toEqual([['2025年下半年', '2025-07-01', '2025-12-31']]);
  });

  it('end the work where its end follows at once', () => {
    const days = (text: string) => deadlinesIn(text, 2024, null).map(({ day, doubt }) => [day, doubt]);
    expect(days('下半年出台管理办法。')).toEqual([['2024-12-31', null]]);
    expect(days('上半年、下半年各组织一次互查。')).toEqual([]);
    expect(days('案件数较去年下半年明显下降。')).toEqual([]);
  });
});
