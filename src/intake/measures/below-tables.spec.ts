import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const TABLE = ['序号\t项目\t责任单位', '1\t修缮村小12所\t县教育局', '2\t硬化乡村道路60公里\t县交通运输局'];
const plan = (...lines: string[]) => readPlan(['遂川县2026年民生实事分解表', ...TABLE, ...lines].join('\n'), registry);

describe('a line below a task table', () => {
  it('does not take the place of the last row’s words', () => {
    const { measures } = plan('各乡镇要加强调度，确保办好办实。');
    expect(measures.map(({ text }) => text)).toEqual(['修缮村小12所。', '硬化乡村道路60公里。']);
  });

  it('that sets one day for all rows is asked about', () => {
    const { doubts, measures } = plan('（注：以上项目均须于12月20日前完成）');
    expect(doubts.map(({ code }) => code)).toContain('common_day');
    expect(doubts.find(({ code }) => code === 'common_day')?.reason).toContain('以上项目均须于12月20日前完成');
    expect(measures.map(({ due }) => due)).toEqual([null, null]);
    expect(plan('以上80%的项目已于9月开工。').doubts.map(({ code }) => code)).not.toContain('common_day');
  });
});
