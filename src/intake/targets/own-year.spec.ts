import { describe, expect, it } from '@jest/globals';
import { measureFigures } from './goal-column.js';
import { readConditions } from './conditions.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2024, by: null }, span);
const dated = (text: string): string[] =>
  read(text).map(({ metric, value, by, targetKind }) => `${metric} ${value} ${by ?? ''} ${targetKind}`);
const stood = (text: string): string[] => read(text).map(({ raw, hard }) => `${raw}${hard ? '' : '（力争）'}`);
const asked = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('what a plan vouches for is no striving, though a striving stands before it', () => {
  it.each([
    ['力争年底前培训5000人，确保培训4000人', ['5000人（力争）', '4000人']],
    ['力争年内解决3000户住房困难，确保6月底前分配1000套', ['3000户（力争）', '1000套']],
    ['力争到2024年底累计培训1万人，其中确保贫困人员2000人', ['1万人（力争）', '2000人']],
    ['争取发放贷款2亿元左右，必须完成1.5亿元', ['2亿元左右（力争）', '1.5亿元']],
    ['力争在确保安全的前提下建成站点10座', ['10座（力争）']],
    ['确保全年努力培训2000人', ['2000人（力争）']],
  ])('%s', (text, expected) => expect(stood(text)).toEqual(expected));
});

describe('each year of a stretch has the figure that is printed for it', () => {
  it.each([
    [
      '2024—2026年，培训农民工6万人，第一年1万人，第二年2万人，第三年3万人。',
      [
        '培训农民工 60000 2026-12-31 multi_year',
        '培训农民工 10000 2024-12-31 annual',
        '培训农民工 20000 2025-12-31 multi_year',
        '培训农民工 30000 2026-12-31 multi_year',
      ],
    ],
    [
      '2024—2026年分别新建服务站10个、15个、20个。',
      ['新建服务站 10 2024-12-31 annual', '新建服务站 15 2025-12-31 multi_year', '新建服务站 20 2026-12-31 multi_year'],
    ],
    [
      '2024—2026年参保率、签约率、覆盖率分别达到90%、95%、98%。',
      ['参保率 90 2026-12-31 ratio', '签约率 95 2026-12-31 ratio', '覆盖率 98 2026-12-31 ratio'],
    ],
    [
      '2024、2025两年共筹集公租房2000套，2024年完成800套。',
      ['筹集公租房 2000 2025-12-31 multi_year', '筹集公租房 800 2024-12-31 annual'],
    ],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));

  it('where nobody prints the first year, it is asked', () => {
    expect(asked('分三年实施，第一年新建驿站10个，第二年新建驿站20个。')).toEqual(['target_span 分三年']);
    expect(asked('第一年新建驿站10个，第二年新建驿站20个。')).toEqual(['target_span 第二年']);
    expect(asked('2024—2026年，新建驿站30个，第一年10个，第二年20个。')).toEqual([]);
  });
});

describe('a year from when on, or to compare with, is not the year of the plan’s figure', () => {
  it('2026年起每年 begins in 2026', () => {
    expect(read('2026年起每年培训不低于4万人').map(({ by, years }) => [by, years])).toEqual([
      ['2026-12-31', [2026, 2026]],
    ]);
    expect(dated('2024年起每年培训4万人')).toEqual(['培训 40000  annual']);
    expect(dated('2025年起，新建小区充电桩配建比例不低于30%')).toEqual(['新建小区充电桩配建比例 30 2025-12-31 ratio']);
  });

  it('2023年水平 is what the growth is measured by', () => {
    expect(dated('投入资金不低于1000万元，超过2023年水平，增长一倍')).toEqual([
      '投入资金 10000000  annual',
      '投入资金增长 100  ratio',
    ]);
    expect(dated('新增就业5万人，比2023年水平提高10%')).toEqual(['新增就业 50000  annual', '新增就业提高 10  ratio']);
  });
});

describe('a few things told in words are asked about, and none is lost', () => {
  it.each([
    ['组织两场招聘会', ['figure_unread 组织两场招聘会']],
    ['开展不少于两次联合执法', ['figure_unread 不少于两次联合执法']],
    ['走访百户企业', ['figure_unread 走访百户企业']],
    ['走访百户以上企业', []],
    ['开展一次走访，做好三件实事', []],
  ])('%s', (text, expected) => expect(asked(text)).toEqual(expected));

  it('千分之三 is a figure', () => expect(dated('投诉率降到千分之三以下')).toEqual(['投诉率 0.3  ratio']));

  it('the level of last year is one that may not be passed', () =>
    expect(
      readConditions('案件数控制在上年同期水平以下', { year: 2024, issuedOn: null }, span).map(({ kind, raw }) => [
        kind,
        raw,
      ]),
    ).toEqual([['trend', '控制在上年同期水平以下']]));
});

describe('9月1日开学前 is a day', () => {
  it('and not only a season', () =>
    expect(
      readConditions('9月1日开学前完成登记', { year: 2024, issuedOn: null }, span).map(({ kind, by }) => [kind, by]),
    ).toEqual([['deadline', '2024-09-01']]));
});

describe('words of a day or a duty are no part of a metric’s name', () => {
  it.each([
    [
      '举办招聘会80场，其中上半年40场、下半年40场',
      ['举办招聘会 80  annual', '举办招聘会 40 2024-06-30 annual', '举办招聘会 40 2024-12-31 annual'],
    ],
    ['本年度内完成改造厕所200座', ['改造厕所 200  annual']],
    ['争取发放贷款2亿元，必须完成1.5亿元', ['发放贷款 200000000  annual', '发放贷款 150000000  annual']],
    ['按工程款1.5%存储保证金', ['按工程款 1.5  parameter']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));
});
