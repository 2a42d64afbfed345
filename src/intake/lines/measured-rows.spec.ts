import { describe, expect, it } from '@jest/globals';
import { extractPasted } from '../extract.js';
import { GridBuilder } from '../readers/grid.js';
import { taskTableLines } from '../readers/task-table.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (rows: string[][], divider: string) => {
  const lines = rows.map((row) => (divider === '|' ? `|${row.join('|')}|` : row.join(divider)));
  const { text } = extractPasted(`平凉市2022年农民工工作任务分解表\n${lines.join('\n')}`);
  return readPlan(text, registry).measures.map(({ targets, responsible, open }) =>
    [
      targets.map(({ metric, op, value, unit }) => `${metric}${op}${value ?? ''}${unit ?? ''}`).join(' '),
      ...[...responsible.map(({ name }) => name), ...open],
    ].join('/'),
  );
};

const BEHIND = [
  ['序号', '工作任务', '目标值', '计量单位', '责任单位'],
  ['1', '开展职业技能培训', '500', '人', '市人力资源和社会保障局'],
  ['2', '新建零工市场', '≥3', '个', '市住房和城乡建设局'],
  ['3', '欠薪案件办结率', '98', '%', '市人力资源和社会保障局'],
  ['4', '发放稳岗补贴', '120', '万元', '市财政局'],
];
const TOLD = [
  '职业技能培训=500人/市人力资源和社会保障局',
  '新建零工市场>=3个/市住房和城乡建设局',
  '欠薪案件办结率=98%/市人力资源和社会保障局',
  '发放稳岗补贴=1200000元/市财政局',
];
const before = BEHIND.map(([number = '', task = '', value = '', measure = '', units = '']) => [
  ...[number, task, measure, value, units],
]);

describe('a table that has its measure words in a column of their own', () => {
  it.each(['\t', '|', '  ', '\n'])('divided by %j joins them with the figures', (divider) => {
    expect(told(BEHIND, divider)).toEqual(TOLD);
    expect(told(before, divider)).toEqual(TOLD);
  });

  it.each(['\t', '|', '  '])('under 单位 alone, divided by %j, they are measure words and no offices', (divider) => {
    const [, ...rows] = before;
    expect(told([['序号', '工作任务', '单位', '数量', '责任单位'], ...rows], divider)).toEqual(TOLD);
  });

  it('under 单位 beside no figures are offices', () => {
    const rows = [
      ['序号', '工作任务', '单位'],
      ['1', '开展职业技能培训', '市人力资源和社会保障局'],
      ['2', '新建零工市场', '市住房和城乡建设局'],
    ];
    const builder = new GridBuilder();
    rows.forEach((row, at) => row.forEach((cell, column) => builder.put(at, column, cell)));
    expect(taskTableLines(builder.build())?.lines).toEqual([
      '1. 开展职业技能培训。（单位：市人力资源和社会保障局）',
      '2. 新建零工市场。（单位：市住房和城乡建设局）',
    ]);
  });
});
