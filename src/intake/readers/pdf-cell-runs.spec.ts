import { describe, expect, it } from '@jest/globals';
import { cellRuns } from './pdf-cell-runs.js';

const RULES = [57, 87, 223, 314];
const run = (text: string, x: number, width: number) => ({ text, x, y: 86, width, size: 12 });
const placed = (...runs: ReturnType<typeof run>[]) =>
  cellRuns(runs, RULES).map(({ text, x }) => `${text}@${Math.round(x)}`);

describe('a piece of a PDF that reaches over a rule of its table', () => {
  it('is cut at its blank, each word where it stands: the heads of two narrow columns', () => {
    expect(placed(run('序号 工作任务', 58, 78))).toEqual(['序号@58', '工作任务@88']);
    expect(placed(run('序号 工作任务 牵头单位', 58, 212))).toEqual(['序号@58', '工作任务@128', '牵头单位@222']);
  });

  it('stays whole within one cell, and where nothing in it divides words', () => {
    expect(placed(run('2027 年 10 月', 88, 60), run('市人力资源和社会保障局牵头', 160, 140))).toEqual([
      '2027 年 10 月@88',
      '市人力资源和社会保障局牵头@160',
    ]);
  });
});
