import { describe, expect, it } from '@jest/globals';
import { measure, target } from '../../../test/cascade/compared-plans.js';
import type { TargetReading } from '../plan/reading.js';
import { answersIn } from './answers.js';
import { differences } from './weakening.js';

const term = (metric: string, value: number) =>
  target(metric, value, '个工作日', { op: '<=', targetKind: 'parameter', raw: `${value}个工作日以内` });
const share = (metric: string, value: number, more: Partial<TargetReading> = {}) => target(metric, value, '%', more);
const clause = (...targets: TargetReading[]) => measure('1', '办好法律援助', '', ['司法局'], { targets });
const told = (theirs: TargetReading[], ours: TargetReading[]) =>
  differences(clause(...theirs), clause(...ours), { targets: ours, otherLevel: true }).map(({ words }) => words);
const answered = (theirs: TargetReading[], ours: TargetReading[]) =>
  [...answersIn(theirs, ours)].map(([one, own]) => [one.metric, own.metric]);

describe('the figures of two clauses of one matter', () => {
  it('belong together by unit and name, in whatever order they are printed', () => {
    const theirs = [term('援助案件办理时限', 10), share('受理率', 100)];
    const ours = [share('援助案件受理率', 100), term('平均办理时限', 15)];
    expect(answered(theirs, ours)).toEqual([
      ['援助案件办理时限', '平均办理时限'],
      ['受理率', '援助案件受理率'],
    ]);
    expect(told(theirs, ours)).toEqual(['上级为援助案件办理时限不超过10个工作日，我方为平均办理时限不超过15个工作日']);
  });

  it('of two that may answer a demand the one that is left over by the other does', () => {
    const theirs = [share('培训合格率', 90), share('培训考核合格率', 80)];
    const ours = [share('技能培训考核合格率', 80), share('培训合格率', 90)];
    expect(told(theirs, ours)).toEqual([]);
  });

  it('of one name are told apart by their days', () => {
    const half = { by: '2026-06-30' };
    const year = { by: '2026-12-31' };
    const theirs = [share('任务完成率', 50, half), share('任务完成率', 100, year)];
    expect(told(theirs, [share('任务完成率', 100, year), share('任务完成率', 50, half)])).toEqual([]);
  });

  it('of the same unit but of other things are not laid beside each other', () => {
    const said = told([share('培训合格率', 90)], [share('培训后就业率', 60)]);
    expect(said).toEqual([expect.stringMatching(/^上级有目标：培训合格率不低于90%，我方没有同名目标；/)]);
  });

  it('a demand in another unit is not laid beside a figure that answers another demand', () => {
    const theirs = [term('援助案件办理时限', 10), share('援助案件受理率', 100)];
    expect(told(theirs, [share('援助案件受理率', 100)])).toEqual([]);
  });
});
