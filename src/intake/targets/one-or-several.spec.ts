import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const read = (text: string) => readTargets(text, { year: 2024, by: null }, (start, end) => [start, end]);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value ?? ''}${unit ?? ''}`.trimEnd());
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('how many targets a text sets', () => {
  it.each([
    ['举办招聘会不少于3—5场', ['举办招聘会 >= 3场']],
    ['培育龙头企业3至5家', ['培育龙头企业 >= 3家']],
    ['帮扶对象不超过3—5户', ['帮扶对象 <= 5户']],
  ])('a range of things is one, the least of it: %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
    expect(read(text)[0]?.raw).toContain('5');
  });

  it.each([
    ['劳动合同签订率、参保率均达到95%', ['劳动合同签订率 >= 95%', '参保率 >= 95%']],
    ['普及率和覆盖率达到90%以上', ['普及率 >= 90%', '覆盖率 >= 90%']],
    ['小学、初中入学率均达到99%', ['小学入学率 >= 99%', '初中入学率 >= 99%']],
    ['培训、就业人数达到5000人', ['培训、就业人数 >= 5000人']],
  ])('each rate of a list has the figure, other things have it together: %s', (text, expected) =>
    expect(brief(text)).toEqual(expected),
  );

  it('两个100% are the rates that are told, and asked about where none is', () => {
    const text = '实现两个100%：工资支付率100%、实名制率100%';
    expect(brief(text)).toEqual(['工资支付率 = 100%', '实名制率 = 100%']);
    expect(doubts(text)).toEqual([]);
    expect(doubts('确保做到“两个100%”')).toEqual(['figure_unread 两个100%']);
  });

  it('what each course or each county has is no total of the year', () => {
    expect(brief('举办培训班10期，每期50人')).toEqual(['举办培训班 = 10期', '每期培训班 = 50人']);
    const kinds = (text: string) => read(text).map(({ targetKind }) => targetKind);
    expect(kinds('举办培训班10期，每期50人')).toEqual(['annual', 'norm']);
    expect(kinds('举办招聘会50场，其中各县（市、区）各10场')).toEqual(['annual', 'norm']);
    expect(kinds('三个县区各新建驿站3个')).toEqual(['norm']);
  });

  it('a walk of so many minutes names what is built', () => {
    const text = '打造15分钟便民生活圈20个';
    expect(brief(text)).toEqual(['打造便民生活圈 = 15分钟', '打造15分钟便民生活圈 = 20个']);
    expect(read(text).map(({ targetKind }) => targetKind)).toEqual(['parameter', 'annual']);
    expect(doubts(text)).toEqual([]);
  });

  it.each(['拨打12345热线', '新建5G网络', '创建4A级旅游景区', '打造一刻钟便民生活圈'])(
    'a number that belongs to a name is none: %s',
    (text) => expect(read(text)).toEqual([]),
  );
});

describe('nothing or no more of a thing', () => {
  it.each([
    ['违法用地只减不增', ['违法用地 trend_down']],
    ['耕地保有量和基本农田面积只增不减', ['耕地保有量 trend_up', '基本农田面积 trend_up']],
    ['实现零死亡、零事故', ['死亡 = 0人', '事故 = 0起']],
    ['确保安全生产零事故', ['安全生产事故 = 0起']],
    ['隐性债务零新增', ['隐性债务新增 = 0元']],
    ['对排查出的隐患，实行动态清零', ['排查出的隐患 = 0件']],
    ['死亡人数不突破10人', ['死亡人数 <= 10人']],
    ['能源消费总量不得突破500万吨', ['能源消费总量 <= 5000000吨']],
    ['开展零事故行动', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('the year that something is measured against stays in its words and is no day', () => {
    expect(read('单位能耗比2020年下降10%')).toMatchObject([{ raw: '比2020年下降10%', by: null }]);
    const [level] = readConditions('参保人数不低于2023年水平', { year: 2024, issuedOn: null }, (a, b) => [a, b]);
    expect(level).toMatchObject({ kind: 'trend', raw: '不低于2023年水平' });
  });
});

describe('what is striven for as a whole is so in its parts', () => {
  it.each([
    ['力争培训农民工5000人，其中脱贫劳动力800人', [false, false]],
    ['力争建成驿站5个、公园6座，新建广场3处', [false, false, true]],
    ['确保培训农民工5000人，其中脱贫劳动力800人', [true, true]],
  ])('%s', (text, expected) => expect(read(text).map(({ hard }) => hard)).toEqual(expected));
});

describe('a figure is not named after the words that lead to it', () => {
  it.each([
    ['GDP突破500亿元大关', ['GDP > 50000000000元']],
    ['地区生产总值迈上500亿元大关', ['地区生产总值 >= 50000000000元']],
    ['旅游收入约达20亿元', ['旅游收入 ~ 2000000000元']],
    ['举办招聘会50场，培训农民工、学员各约500人', ['举办招聘会 = 50场', '培训农民工、学员 ~ 500人']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('where they are all that is told, the name is asked', () =>
    expect(doubts('各建20个')).toEqual(['target_unnamed 20个']));
});
