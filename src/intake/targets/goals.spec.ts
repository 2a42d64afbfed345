import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();

/** What is read of a plan whose chapter of goals says this. */
function goals(said: string) {
  const tasks = '二、重点任务\n（一）春风行动。开展排查。（责任单位：市人社局）';
  const {
    goals: figures,
    conditions,
    doubts,
  } = readPlan(`太原市2025年工作方案\n一、工作目标\n${said}\n${tasks}`, registry);
  return {
    figures: figures.map(({ raw }) => raw),
    conditions: (conditions ?? []).map(({ kind, raw }) => [kind, raw]),
    asked: doubts.filter(({ code }) => code === 'figure_unread').map(({ reason }) => reason),
  };
}

describe('the goals of a plan', () => {
  it('keep what they demand without a figure', () =>
    expect(goals('年底前培训5000人，实现实名制管理全覆盖，欠薪线索应查尽查。')).toEqual({
      figures: ['5000人'],
      conditions: [
        ['coverage', '实现实名制管理全覆盖'],
        ['exhaustive', '应查尽查'],
      ],
      asked: [],
    }));

  it('are read where the line break behind their heading was lost', () => {
    const of = (opening: string) => {
      const tasks = '二、重点任务（一）栽树。栽植行道树300棵。（市林业局牵头）（二）浇水。按月浇水。（市水务局牵头）';
      const { goals: found, measures } = readPlan(
        `太原市2025年绿化方案\n为做好绿化，制定本方案。一、${opening}。${tasks}`,
        registry,
      );
      return [found.map(({ raw, by }) => `${raw}|${by}`), measures.map(({ no }) => no)];
    };
    const both = ['2.1', '2.2'];
    expect(of('目标任务到年底，行道树成活率达到92%以上，力争枯死树动态清零')).toEqual([
      ['92%以上|2025-12-31', '动态清零|null'],
      both,
    ]);
    expect(of('总体目标全市绿地率达到40%')).toEqual([['40%|null'], both]);
    expect(of('总体要求和目标')).toEqual([[], both]);
  });

  it('are only striven for where 力争 stands before a zero', () => {
    const { goals: found } = readPlan(
      '太原市2025年工作方案\n一、工作目标\n结案率达到90%，力争积案动态清零，无证经营动态清零。',
      registry,
    );
    expect(found.map(({ metric, hard }) => [metric, hard])).toEqual([
      ['结案率', true],
      ['积案', false],
      ['无证经营', true],
    ]);
  });

  it('are asked about where a figure was not understood', () =>
    expect(goals('参保率达到三分之二以上。').asked).toEqual([
      '总体目标中“三分之二以上”没有读成数字，请补录指标或写明不设指标',
    ]));

  it('are read where each is a numbered item of one sentence', () => {
    const three = ['92%以上', '不少于300户', '动态清零'];
    expect(
      goals('（一）行道树成活率达到92%以上。\n（二）每年走访不少于300户。\n（三）枯死树动态清零。').figures,
    ).toEqual(three);
    expect(goals('1.行道树成活率达到92%以上\n2.每年走访不少于300户；\n3.枯死树动态清零。').figures).toEqual(three);
    expect(
      goals('1、成活目标：行道树成活率达到92%以上。\n（1）每年走访不少于300户。\n2、枯死树动态清零。').figures,
    ).toEqual(three);
    expect(goals('（一）行道树应补尽补。\n（二）巡查全覆盖。').conditions).toEqual([
      ['exhaustive', '应补尽补'],
      ['coverage', '巡查全覆盖'],
    ]);
  });

  it('are asked about where the figure of such an item was not understood', () =>
    expect(goals('（一）参保率达到三分之二以上。').asked).toEqual([
      '总体目标中“三分之二以上”没有读成数字，请补录指标或写明不设指标',
    ]));

  it('are not read out of a title with its own text behind it', () =>
    expect(goals('（一）走访。走访养护户300户。').figures).toEqual(['300户']));

  it('demand nothing in the text of a measure', () => expect(goals('坚持稳中求进。').conditions).toEqual([]));
});

describe('the opening of a plan, before its first chapter', () => {
  const of = (opening: string) => {
    const tasks = '一、重点任务\n（一）栽树。栽植行道树300棵。（市林业局牵头）';
    const { goals: found, doubts } = readPlan(
      `太原市2025年绿化方案\n并绿发〔2025〕12号\n${opening}\n${tasks}`,
      registry,
    );
    const asked = doubts.map(({ reason }) => reason).filter((reason) => reason.startsWith('正文开头'));
    return { figures: found.map(({ raw }) => raw), asked };
  };

  it('gives goals that are asked about', () =>
    expect(of('2025年，全市绿地率达到40%，走访养护户300户，枯死树动态清零。')).toEqual({
      figures: ['40%', '300户', '动态清零'],
      asked: [
        '正文开头印有“绿地率40%”、“走访养护户300户”、“枯死树动态清零”，不在任何举措之下，已读作总体目标：请核对，不是目标的请在“更正阶段、报送要求和总体目标”中删去',
      ],
    }));

  it('is asked about where a figure was not understood', () =>
    expect(of('今年，全市绿地率达到三分之二以上。')).toEqual({
      figures: [],
      asked: ['正文开头“三分之二以上”没有读成数字，请补录指标或写明不设指标'],
    }));

  it.each([
    '根据《太原市绿化三年行动计划（2024—2026年）》（并政发〔2024〕7号）和7月3日会议要求，制定本方案。',
    '2024年，全市走访养护户200户。为做好今年工作，制定本方案。',
    '请各单位于3月5日前报送1份方案。',
  ])('gives none in %s', (opening) => expect(of(opening)).toEqual({ figures: [], asked: [] }));
});
