import { describe, expect, it } from '@jest/globals';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const read = (text: string) => readTargets(text, { year: 2024, by: null }, (start, end) => [start, end]);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value ?? ''}${unit ?? ''}`);
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('a figure keeps the unit of measure that the plan prints', () => {
  it.each([
    ['新建改造公路60千米', ['新建改造公路 = 60千米']],
    ['修建绿道120km', ['修建绿道 = 120km']],
    ['铺设管网5000米', ['铺设管网 = 5000米']],
    ['装机容量达到15兆瓦', ['装机容量 >= 15兆瓦']],
    ['新增光伏装机30MW', ['新增光伏装机 = 30MW']],
    ['外送电量500万千瓦时', ['外送电量 = 5000000千瓦时']],
    ['新增变电容量20万千伏安', ['新增变电容量 = 200000千伏安']],
    ['改造老旧小区30万㎡', ['改造老旧小区 = 300000㎡']],
    ['改造老旧小区30万m2', ['改造老旧小区 = 300000m2']],
    ['造林200hm2，治理水土流失面积50km²', ['造林 = 200hm2', '治理水土流失面积 = 50km²']],
    ['收储粮食5000t', ['收储粮食 = 5000t']],
    ['集装箱吞吐量达到100万TEU', ['集装箱吞吐量 >= 1000000TEU']],
    ['集装箱吞吐量达到100万标箱', ['集装箱吞吐量 >= 1000000标箱']],
    ['新建充电桩8000根', ['新建充电桩 = 8000根']],
    ['村企新增结对20对，帮扶15户', ['村企新增结对 = 20对', '帮扶 = 15户']],
    ['师徒结对达到30对以上', ['师徒结对 >= 30对']],
    ['结成40对帮扶对子', ['结成帮扶对子 = 40对']],
    ['热线全年365天对群众开放，2对应急车组', []],
    ['新建宽6米道路，划定500米范围，新建5G网络', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('points of interest are how a loan is given, a length that is laid is progress', () =>
    expect(['贷款利率加50个基点', '新建公路60千米'].map((text) => read(text)[0]?.targetKind)).toEqual([
      'parameter',
      'annual',
    ]));
});

describe('of 万 and 亿 without a measure word the words at the figure tell what they count', () => {
  it.each([
    ['完成税收10亿', ['税收 = 1000000000元']],
    ['争取投资8000万', ['投资 = 80000000元']],
    ['发行债券20亿以上', ['发行债券 >= 2000000000元']],
    ['发行20亿债券', ['发行债券 = 2000000000元']],
    ['销售收入增长到30亿', ['销售收入 = 3000000000元']],
    ['落实贷款1.5个亿', ['落实贷款 = 150000000元']],
    ['新增参保15万', ['新增参保 = 150000人']],
    ['新增城镇就业3万以上', ['新增城镇就业 >= 30000人']],
    ['农村人口进城落户2万左右', ['农村人口进城落户 ~ 20000人']],
    ['产量达到15万', ['产量 >= 150000']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('where they do not, it is asked', () => {
    expect(doubts('产量达到15万')).toEqual(['target_unmeasured 产量15万']);
    expect(doubts('新增参保15万，死亡率控制在0.015以内')).toEqual([]);
  });
});

describe('a size in words', () => {
  it.each([
    ['地区生产总值突破千亿元', ['地区生产总值 > 100000000000元']],
    ['力争产业规模突破百亿元大关', ['产业规模 > 10000000000元']],
    ['农产品加工产值过百亿元', ['农产品加工产值 > 10000000000元']],
    ['存款余额达到万亿元', ['存款余额 >= 1000000000000元']],
    ['打造千亿级产业集群', []],
    ['培育超百亿元企业2家', ['培育超百亿元企业 = 2家']],
  ])('is a target where it is to be reached: %s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    ['改造拥堵路口五处', ['改造拥堵路口 = 5处']],
    ['新建口袋公园八座、停车场三个', ['新建口袋公园 = 8座', '停车场 = 3个']],
    ['每县建成驿站一个', ['每县建成驿站 = 1个']],
    ['任务分为五个，发现一个、整改一个，每月调度一次', []],
  ])('a few things, told behind what they are: %s', (text, expected) => expect(brief(text)).toEqual(expected));
});
