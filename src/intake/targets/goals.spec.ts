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

  it('are asked about where a figure was not understood', () =>
    expect(goals('参保率达到三分之二以上。').asked).toEqual([
      '总体目标中“三分之二以上”没有读成数字，请补录指标或写明不设指标',
    ]));

  it('demand nothing in the text of a measure', () => expect(goals('坚持稳中求进。').conditions).toEqual([]));
});
