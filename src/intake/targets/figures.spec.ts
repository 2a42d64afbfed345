import { describe, expect, it } from '@jest/globals';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2024, by: null }, span);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value ?? ''}${unit ?? ''}`.trimEnd());
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('what a change reaches is the target, not what it starts from', () => {
  it.each([
    ['替代率、参保率分别由70%、60%提高到80%、75%', ['替代率 = 80%', '参保率 = 75%']],
    ['培训补贴标准由每人500元上调至800元', ['培训补贴标准 = 800元']],
    ['零工市场由3个、5个增加到8个、10个', ['零工市场 = 8个', '零工市场 = 10个']],
    ['参保率由70%提高到80%、就业率由60%提高到75%', ['参保率 = 80%', '就业率 = 75%']],
    ['森林覆盖率提高0.2个百分点，达到62.5%', ['森林覆盖率提高 = 0.2个百分点', '森林覆盖率 >= 62.5%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a term or a limit is read as it is meant', () => {
  it.each([
    ['投诉3日内受理率达到98%以上', ['投诉3日内受理率 >= 98%']],
    ['讨薪案件60日内办结', ['讨薪案件 <= 60日']],
    ['失业率控制在5.5%左右', ['失业率 ~ 5.5%']],
    ['失业率控制在5.5%以内', ['失业率 <= 5.5%']],
    ['差错率不超过1%左右', ['差错率 <= 1%']],
    ['生产安全事故死亡率控制在0.015以内', ['生产安全事故死亡率 <= 0.015']],
    ['有效利用系数提高到0.56', ['有效利用系数 = 0.56']],
    ['城乡居民收入比缩小到2.3：1以内', ['城乡居民收入比 <= 2.3']],
    ['引导100家以上企业参与', ['引导企业参与 >= 100家']],
    ['排查50人以上企业', []],
    ['执行1.2版标准', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a list of figures shares what stands once', () => {
  it.each([
    '2022、2023、2024年参保人数分别达到60、65、70万人',
    '2022年、2023年和2024年，参保人数分别达到60万、65万和70万人',
  ])('each year has its own: %s', (text) =>
    expect(read(text).map(({ metric, op, value, unit, by }) => `${metric} ${op} ${value}${unit} ${by}`)).toEqual([
      '参保人数 >= 600000人 2022-12-31',
      '参保人数 >= 650000人 2023-12-31',
      '参保人数 >= 700000人 2024-12-31',
    ]),
  );

  it('years alone are no figures', () => expect(brief('2022、2023、2024年分别开展评选')).toEqual([]));

  it('the whole year begins anew behind a quarter', () =>
    expect(read('上半年培训500人，全年培训900人').map(({ by }) => by)).toEqual(['2024-06-30', null]));
});

describe('figures in words', () => {
  it.each([
    ['培训农民工两万人次', ['培训农民工 = 20000人次']],
    ['新增就业一千二百人', ['新增就业 = 1200人']],
    ['举办招聘会不少于二十场，走访十五户', ['举办招聘会 >= 20场', '走访 = 15户']],
    ['培训两万农民工', ['培训农民工 = 20000人']],
    ['免费培训农民工两成以上', ['免费培训农民工 >= 20%']],
    ['七成以上的农民工签订劳动合同', ['农民工签订劳动合同 >= 70%']],
    ['合同签订率达到八成五以上', ['合同签订率 >= 85%']],
    ['女性学员占比达1/4', ['女性学员占比 >= 25%']],
    ['半数以上企业建立工会', ['企业建立工会 >= 50%']],
    ['优质服务覆盖率超过一半', ['优质服务覆盖率 > 50%']],
    ['工会覆盖率过半', ['工会覆盖率 > 50%']],
    ['参保人数比2020年翻一番', ['参保人数增长 = 100%']],
    ['落实稳就业三十条、推进十二项任务、抓好二十个方面', []],
    ['实现时间过半、任务过半', []],
    ['建立三级网络，开展一次排查，第二十条', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    ['女性学员占比达1/3', ['figure_unread 1/3']],
    ['居民收入增速快于全国平均水平', ['figure_unread 快于全国平均水平']],
    ['农村居民收入增长快于城镇居民', ['figure_unread 快于城镇居民']],
    ['工资不低于当地最低工资标准', []],
    ['服务达到全国先进水平', []],
  ])('what no number tells is asked about: %s', (text, expected) => expect(doubts(text)).toEqual(expected));
});

describe('the name of a figure', () => {
  it.each([
    ['参保率6月、9月底前均须达到80%', ['参保率 >= 80%']],
    ['春节前后开展慰问活动100场次', ['慰问活动 = 100场次']],
    ['暑期举办夏令营10期', ['举办夏令营 = 10期']],
    ['春季招聘活动举办20场', ['春季招聘活动举办 = 20场']],
    ['保证金缴存率、专户开设率均达到100%', ['保证金缴存率、专户开设率 >= 100%']],
    ['医保财政补助标准提高到每人每月60元', ['医保财政补助标准 = 60元']],
    ['新建服务中心8个，其中市级1个、县级7个', ['新建服务中心 = 8个', '市级服务中心 = 1个', '县级服务中心 = 7个']],
    ['累计新增城镇就业25万人，年均5万人', ['累计新增城镇就业 = 250000人', '年均新增城镇就业 = 50000人']],
    ['缴存人数新增1万人，累计达到8万人', ['缴存人数新增 = 10000人', '累计缴存人数 >= 80000人']],
    ['建设示范园区3个、示范村（社区）10个', ['建设示范园区 = 3个', '示范村（社区） = 10个']],
    ['3年内重点引进100名技术人才', ['重点引进技术人才 = 100名']],
    ['1—6月培训农民工300人', ['培训农民工 = 300人']],
    ['放映电影不少于600场（次）', ['放映电影 >= 600场（次）']],
    ['实际利用外资2亿美元', ['实际利用外资 = 200000000美元']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('a number inside a quoted name is no other figure', () =>
    expect(doubts('建设“15分钟便民就业服务圈”20个')).toEqual([]));
});
