import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();

/** The phases of a plan whose timetable prints these. */
const phases = (...said: string[]): string[] =>
  readPlan(
    `太原市2024年农民工讨薪通道畅通方案\n一、重点任务\n（一）畅通渠道。（责任单位：市教育局）\n二、实施步骤\n${said.join('\n')}`,
    registry,
  ).phases.map(({ name, start, end, printed }) => `${name} ${start}~${end} ${printed}`);

describe('a phase may last a half or a quarter of the year', () => {
  it('with its first and last day', () =>
    expect(
      phases(
        '（一）动员部署阶段：第一季度。印发方案。',
        '（二）集中整治阶段（上半年）。逐户走访。',
        '（三）检查验收阶段：下半年。逐项核对。',
      ),
    ).toEqual([
      '动员部署阶段 2024-01-01~2024-03-31 第一季度',
      '集中整治阶段 2024-01-01~2024-06-30 上半年',
      '检查验收阶段 2024-07-01~2024-12-31 下半年',
    ]));

  it('but not by a half year that its words only speak of', () =>
    expect(phases('（一）总结评估阶段。对上半年情况进行评估。')).toEqual(['总结评估阶段 null~null null']));
});

describe('a phase lasts from its first month to its last', () => {
  it('where 月 stands once for both', () =>
    expect(
      phases(
        '（一）动员部署阶段（2—3月）。印发方案。',
        '（二）组织实施阶段：4至11月。逐户走访。',
        '（三）总结阶段（12月）。总结。',
      ),
    ).toEqual([
      '动员部署阶段 2024-02-01~2024-03-31 2—3月',
      '组织实施阶段 2024-04-01~2024-11-30 4至11月',
      '总结阶段 2024-12-01~2024-12-31 12月',
    ]));

  it('with its year before both', () =>
    expect(phases('（一）组织实施阶段（2024年4-11月）。逐户走访。', '（二）整治阶段：2024年4-9月，逐户走访。')).toEqual(
      ['组织实施阶段 2024-04-01~2024-11-30 2024年4-11月', '整治阶段 2024-04-01~2024-09-30 2024年4-9月'],
    ));

  it('where its months are printed with points', () =>
    expect(phases('（一）动员部署阶段（2024.3）。印发。', '（二）实施阶段（2024.4—2024.11）。走访。')).toEqual([
      '动员部署阶段 2024-03-01~2024-03-31 2024.3',
      '实施阶段 2024-04-01~2024-11-30 2024.4—2024.11',
    ]));
});

describe('phases in running words under the heading of the timetable', () => {
  it('are read with their days', () =>
    expect(phases('动员部署：3月15日至4月10日；组织实施：4月11日至11月30日；总结评估：12月1日至31日。')).toEqual([
      '动员部署 2024-03-15~2024-04-10 3月15日至4月10日',
      '组织实施 2024-04-11~2024-11-30 4月11日至11月30日',
      '总结评估 2024-12-01~2024-12-31 12月1日至31日',
    ]));

  it('with the days before the name or in brackets behind it, each with its own words', () => {
    const { phases: read } = readPlan(
      '太原市2024年农民工讨薪通道畅通方案\n一、重点任务\n（一）畅通渠道。（责任单位：市教育局）\n二、时间安排\n3月为动员部署阶段，印发方案。4—11月为集中整治阶段。\n总结阶段（12月）：梳理经验。形成报告。',
      registry,
    );
    expect(read.map(({ name, start, end, text }) => `${name} ${start}~${end} ${text}`)).toEqual([
      '动员部署阶段 2024-03-01~2024-03-31 印发方案',
      '集中整治阶段 2024-04-01~2024-11-30 ',
      '总结阶段 2024-12-01~2024-12-31 梳理经验。形成报告',
    ]);
  });

  it('but one sentence with a day there is no phase', () => expect(phases('总结：12月底前报送。')).toEqual([]));
});

describe('what all do in a phase', () => {
  const measures = (words: string): string[] =>
    readPlan(
      `太原市2024年农民工讨薪通道畅通方案\n一、重点任务\n（一）畅通渠道。（责任单位：市教育局）\n二、实施步骤\n（一）集中整治阶段（4—11月）。${words}`,
      registry,
    ).measures.map(({ no }) => no);

  it('is no task without a lead', () => expect(measures('各单位落实。')).toEqual(['1.1']));
  it('but a unit named there has one', () => expect(measures('逐户走访。（市民政局负责）')).toEqual(['1.1', '2.1']));
});
