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

describe('organ and date under a table that has a line for every cell', () => {
  const head = ['序号', '任务', '牵头单位', '配合单位'];
  const rows = ['1', '办好夜校。', '市教育局', '市总工会', '2', '建好驿站。', '市总工会', '市财政局、市民政局'];
  const dated = (day: string) => ['1', '办好夜校。', '市教育局', '6月底', '2', '建好驿站。', '市总工会', day];
  const DUE = ['序号', '任务', '责任单位', '完成时限'];
  const read = (...lines: string[]) => {
    const plan = readPlan(['太原市农民工工作任务分解表', ...lines].join('\n'), loadUnitRegistry());
    const last = plan.measures.at(-1);
    const names = [...(last?.responsible ?? []), ...(last?.supporting ?? [])].map(({ surface }) => surface);
    return [names.join(' '), last?.due, plan.issuers.map(({ name }) => name).join(' '), plan.issuedOn, plan.region];
  };
  const SIGNED = ['太原市人力资源和社会保障局', '2027年1月10日'];
  const OFFICE = ['太原市农民工工作领导小组办公室', '二〇二七年一月十日'];

  it('are no cells of its last row, but who issued it and when', () => {
    const all = '市总工会 市财政局 市民政局';
    expect(read(...head, ...rows, ...SIGNED)).toEqual([all, null, SIGNED[0], '2027-01-10', '太原市']);
    expect(read(...head, ...rows, ...OFFICE)).toEqual([all, null, OFFICE[0], '2027-01-10', '太原市']);
    const behind = ['（此件公开发布）'];
    expect(read(...head, ...rows, ...SIGNED, ...behind)).toEqual([all, null, SIGNED[0], '2027-01-10', '太原市']);
    expect(read(...DUE, ...dated('12月底'), ...SIGNED)).toEqual([
      ...['市总工会', '2027-12-31', SIGNED[0], '2027-01-10', '太原市'],
    ]);
  });

  it('are cells where the day is that of the last row', () => {
    expect(read(...DUE, ...dated('2027年12月31日')).slice(0, 2)).toEqual(['市总工会', '2027-12-31']);
    const units = ['1', '办好夜校。', '太原市教育局', '2', '建好驿站。', '太原市总工会', '2027年1月10日'];
    expect(read('序号', '任务', '责任单位', ...units)[0]).toBe('市总工会');
  });
});
