import { describe, expect, it } from '@jest/globals';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const read = (text: string) => readTargets(text, { year: 2024, by: null }, (start, end) => [start, end]);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value}${unit}`);
const due = (text: string): string[] => read(text).map(({ metric, value, by }) => `${metric} ${value} ${by}`);
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code }) => code);

describe('each figure behind 分别 is of its own thing', () => {
  it.each([
    [
      '稻谷、油料、茶叶产量分别达到40万吨、6万吨和2万吨',
      ['稻谷产量 >= 400000吨', '油料产量 >= 60000吨', '茶叶产量 >= 20000吨'],
    ],
    [
      'GDP、规上服务业营收额、民间投资分别增长5%、6%、7%',
      ['GDP增长 = 5%', '规上服务业营收额增长 = 6%', '民间投资增长 = 7%'],
    ],
    ['城镇、农村居民人均收入分别增长5%、6%左右', ['城镇居民人均收入增长 ~ 5%', '农村居民人均收入增长 ~ 6%']],
    ['文化、体育支出分别增长8%和6%', ['文化支出增长 = 8%', '体育支出增长 = 6%']],
    [
      '文旅收入80亿元、接待游客600万人次，同比分别增长9%和7%',
      ['文旅收入 = 8000000000元', '接待游客 = 6000000人次', '文旅收入增长 = 9%', '接待游客增长 = 7%'],
    ],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each(['居民收入分别增长6%和7%', '稻谷、木本油料产量分别达到40万吨、6万吨'])('or is asked about: %s', (text) =>
    expect(doubts(text)).toEqual(['target_mixed', 'target_mixed']),
  );
});

describe('each figure of a list of periods is due when its own is over', () => {
  it.each([
    ['工程开工率上半年达到60%、全年达到100%', ['工程开工率 60 2024-06-30', '工程开工率 100 2024-12-31']],
    [
      '一季度、上半年、前三季度、全年支付率分别达到20%、50%、75%、100%',
      ['支付率 20 2024-03-31', '支付率 50 2024-06-30', '支付率 75 2024-09-30', '支付率 100 2024-12-31'],
    ],
    ['上半年、全年完成率分别达到40%、95%', ['完成率 40 2024-06-30', '完成率 95 2024-12-31']],
    ['一季度、二季度分别完成15%、45%', ['完成 15 2024-03-31', '完成 45 2024-06-30']],
    [
      '2024—2026年每年分别新增泊位2万个、3万个、4万个',
      ['新增泊位 20000 2024-12-31', '新增泊位 30000 2025-12-31', '新增泊位 40000 2026-12-31'],
    ],
  ])('%s', (text, expected) => expect(due(text)).toEqual(expected));
});

describe('what a figure is called', () => {
  const named = (text: string) =>
    readTargets(text, { year: 2024, by: null }, (a, b) => [a, b]).map(({ metric, value }) => `${metric} ${value}`);
  it.each([
    ['城乡低保标准分别提高到每人每月720元和560元', ['城市低保标准 720', '农村低保标准 560']],
    ['新建、改扩建学校12所（新建5所、改扩建7所）', ['新建、改扩建学校 12', '新建学校 5', '改扩建学校 7']],
    ['培养高技能人才5000名（其中技师不少于2000名）', ['培养高技能人才 5000', '技师 2000']],
    ['在3~5个县（市、区）开展试点', ['县（市、区）开展试点 3']],
  ])('is what it counts and no more: %s', (text, expected) => expect(named(text)).toEqual(expected));

  it('is asked where only a change is named', () => {
    const asked = (text: string) =>
      measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
        targets: readTargets(text.slice(from, to), { year: 2024, by: null }, (a, b) => [a, b]),
        conditions: [],
      })).doubts.map(({ code }) => code);
    for (const text of ['较上年多增3000人', '增长一成以上', '下降10%']) expect(asked(text)).toEqual(['target_unnamed']);
    expect(asked('城镇就业人数增长一成以上')).toEqual([]);
  });
});
