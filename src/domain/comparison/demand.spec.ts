import { describe, expect, it } from '@jest/globals';
import { target } from '../../../test/cascade/compared-plans.js';
import {
  demandWords,
  inUnitOf,
  isTotal,
  sameFigure,
  sameMetric,
  SAME_ELSEWHERE,
  SAME_IN_CLAUSE,
  stanceOf,
} from './demand.js';

describe('two targets of the same metric', () => {
  it('are compared in one unit: 1.2万人次 is more than 11000人次, 2小时 less than 150分钟', () => {
    const people = target('培训农民工', 1.2, '万人次');
    expect(stanceOf(people, target('培训农民工', 11_000, '人次'))).toBe('weaker');
    expect(stanceOf(target('培训农民工', 12_000, '人次'), people)).toBe('equal');
    const limit = target('办理时间', 2, '小时', { op: '<=', targetKind: 'norm' });
    expect(stanceOf(limit, target('办理时间', 150, '分钟', { op: '<=', targetKind: 'norm' }))).toBe('weaker');
    expect(inUnitOf(target('面积', 1, '亩'), target('面积', 2, '公顷'))?.toFixed(0)).toBe('30');
    expect(inUnitOf(target('装机', 1, '万千瓦'), target('装机', 15, 'MW'))?.toFixed(1)).toBe('1.5');
  });

  it('ask for less when they allow more: 不超过5% against 不超过3%, five open cases against none', () => {
    const share = (value: number) => target('欠薪案件占比', value, '%', { op: '<=' });
    expect(stanceOf(share(3), share(5))).toBe('weaker');
    expect(stanceOf(share(3), share(2))).toBe('stronger');
    const cleared = target('欠薪案件', 0, '件', { op: '=', targetKind: 'standing' });
    expect(stanceOf(cleared, target('欠薪案件', 5, '件', { op: '<=' }))).toBe('weaker');
  });

  it('ask for less at the same figure when 确保 became 力争, or 以上 became 左右', () => {
    const firm = target('参保率', 95, '%');
    expect(stanceOf(firm, { ...firm, hard: false })).toBe('weaker');
    expect(stanceOf(firm, { ...firm, op: '~' })).toBe('weaker');
    expect(stanceOf({ ...firm, hard: false }, firm)).toBe('stronger');
  });

  it('a figure that became a mere trend is weaker; households cannot be compared with people', () => {
    const figure = target('新增就业', 5000, '人');
    expect(stanceOf(figure, target('新增就业', null, null, { op: 'trend_up', raw: '稳步增长' }))).toBe('weaker');
    expect(stanceOf(figure, target('新增就业', 6000, '户'))).toBe('unlike');
  });

  it('are found under slightly different names, but vague names only within the paired clause', () => {
    const here = [target('城镇新增就业人数', 5000, '人'), target('返乡创业', 300, '人')];
    expect(sameMetric(target('新增城镇就业', 6000, '人'), here, SAME_IN_CLAUSE)).toBe(here[0]);
    expect(sameMetric(target('新增城镇就业', 6000, '元'), here, SAME_IN_CLAUSE)).toBeNull();
    const vague = [target('新建', 100, '家')];
    expect(sameMetric(target('新建', 1000, '家'), vague, SAME_IN_CLAUSE)).toBe(vague[0]);
    expect(sameMetric(target('新建', 1000, '家'), vague, SAME_ELSEWHERE)).toBeNull();
  });

  it('are found in other clauses by a short name that says what is counted', () => {
    const here = [target('参保率', 95, '%'), target('新建', 100, '家')];
    expect(sameMetric(target('参保率', 97, '%'), here, SAME_ELSEWHERE)).toBe(here[0]);
    expect(sameMetric(target('就业率', 97, '%'), here, SAME_ELSEWHERE)).toBeNull();
    for (const vague of ['新建', '累计建成', '全年培训', ''])
      expect(sameMetric(target(vague, 100, '家'), [target(vague, 90, '家')], SAME_ELSEWHERE)).toBeNull();
  });

  it('are printed as the trade writes them; only totals can be divided among the places below', () => {
    expect(demandWords(target('培训农民工', 12_600, '人次'))).toBe('培训农民工不低于1.26万人次');
    expect(demandWords(target('参保率', 95, '%', { op: '~', hard: false }))).toBe('参保率95%左右（力争）');
    expect(isTotal(target('培训农民工', 180_000, '人次'))).toBe(true);
    expect(isTotal(target('参保率', 95, '%'))).toBe(false);
  });
});

describe('the same figure under a shorter name', () => {
  const pile = target('新建社区充电桩', 500, '个');

  it('is the same demand: 新建 is what 新建社区充电桩 was', () => {
    expect(sameFigure(target('新建', 500, '个'), [pile, target('建成驿站', 20, '个')])).toBe(pile);
    expect(sameFigure(pile, [target('新建', 500, '个')])?.metric).toBe('新建');
  });

  it('is another one where the figure, its sign or its name is another, or where it may be either of two', () => {
    for (const other of [target('新建', 400, '个'), target('新建', 500, '个', { op: '<=' }), target('改造', 500, '个')])
      expect(sameFigure(other, [pile])).toBeNull();
    expect(sameFigure(target('新建', 500, '个'), [pile, target('新建驿站', 500, '个')])).toBeNull();
  });
});
