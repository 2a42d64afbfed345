import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const text = `太原市2024年农民工工作方案
一、重点任务
（一）促进就业。落实政策。（责任单位：市人力资源社会保障局）
二、工作步骤
（一）动员部署阶段（2024年3月）。制定方案。
（二）总结评估阶段（2024年12月）。开展总结。
太原市人力资源和社会保障局
太原市财政局
2024年3月1日
`;

describe('the closing lines of a document', () => {
  it('belong to no clause, and still tell who issued it and when', () => {
    const { phases, issuedOn, issuers } = readPlan(text, loadUnitRegistry());
    expect(phases.at(-1)?.text).toBe('开展总结。');
    expect(issuedOn).toBe('2024-03-01');
    expect(issuers.map(({ name }) => name)).toEqual(['太原市人力资源和社会保障局', '太原市财政局']);
  });
});

describe('a day in brackets under the title', () => {
  it('is the day of issue', () => {
    const plan =
      '太原市2024年农民工工作要点\n（2024年2月18日）\n一、重点任务\n（一）促进就业。（责任单位：市教育局）\n';
    expect(readPlan(plan, loadUnitRegistry()).issuedOn).toBe('2024-02-18');
  });
});
