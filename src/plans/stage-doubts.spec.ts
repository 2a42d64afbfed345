import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { withOwnColumns } from './own-columns.js';

const ROW = '1. 开展技能培训。（责任单位：市人社局）';
const TEXT = ['2027年太原市农民工工作任务分解表', '一、重点任务', ROW].join('\n');

const read = (own: [string, string][]) => {
  const rows = [{ line: ROW, own: own.map(([column, text]) => ({ column, text })) }];
  return withOwnColumns(readPlan(TEXT, loadUnitRegistry()), TEXT, rows).measures[0]!;
};
const doubts = (own: [string, string][]) => read(own).doubts.map(({ code, reason }) => [code, reason]);

describe('figures in columns of stages', () => {
  it('are asked about once a measure, with their columns and what to do', () => {
    const cells: [string, string][] = [
      ['计量单位', '人次'],
      ['一季度', '2000'],
      ['二季度', '3月15日前摸底'],
      ['下半年目标', '累计8000'],
    ];
    expect(doubts(cells)).toEqual([
      ['stage_figures', expect.stringContaining('（一季度 2000；下半年目标 累计8000；单位：人次）')],
    ]);
    expect(doubts(cells)[0]![1]).toContain('“期限”填各期末日');
    expect(read(cells)).toMatchObject({ doubtful: true, confidence: 0.8, targets: [] });
  });

  it('are none in days, numbers of points, or other columns', () => {
    expect(doubts([['一季度', '1.摸底；2.建账']])).toEqual([]);
    expect(doubts([['三季度', '9月底前办结']])).toEqual([]);
    expect(doubts([['考核分值', '5']])).toEqual([]);
    expect(doubts([['上半年完成情况', '培训300人']])).toEqual([]);
  });

  it('and words that lost their column in pasted text are asked about by the columns they may be of', () => {
    expect(doubts([['一季度至四季度（栏目待核）', '完成排查；办结']])).toEqual([
      ['stage_untold', expect.stringContaining('“完成排查；办结”分不清各在哪一栏（一季度至四季度）')],
    ]);
  });
});
