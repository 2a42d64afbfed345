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

describe('figures whose measure word stands in the head of their column', () => {
  const rows = (text: string) =>
    readPlan(`运城市2024年重点工作任务分解表\n${text}`, loadUnitRegistry()).measures.map(({ no, targets, lead, due }) =>
      [
        no,
        ...targets.map(({ metric, op, raw, value }) => `${metric} ${op} ${raw} ${value}`),
        lead?.surface,
        due ?? '-',
      ].join('|'),
    );

  it('are the goals of their rows where every cell stands on a line of its own, however long the figure', () => {
    const head = ['序号', '重点任务', '目标值（万元）', '牵头单位', '完成时限'];
    const body = [
      '1',
      '发放创业贷款',
      '5000',
      '市人社局',
      '年底前',
      '2',
      '发放技能补贴',
      '800',
      '市财政局',
      '11月底前',
    ];
    expect(rows([...head, ...body].join('\n'))).toEqual([
      '1|发放创业贷款 = 5000万元 50000000|市人社局|2024-12-31',
      '2|发放技能补贴 = 800万元 8000000|市财政局|2024-11-30',
    ]);
    const behind = [
      '序号',
      '重点任务',
      '牵头单位',
      '目标值（个）',
      '1',
      '建驿站',
      '市人社局',
      '2',
      '2',
      '建夜校',
      '市教育局',
      '3',
    ];
    expect(rows(behind.join('\n'))).toEqual(['1|建驿站 = 2个 2|市人社局|-', '2|建夜校 = 3个 3|市教育局|-']);
  });

  it('are no running numbers, though they look like the next one', () => {
    const head = ['序号', '重点任务', '年度目标（个）', '责任单位'];
    const body = ['1', '新建驿站', '2', '市人社局', '2', '改造市场', '3', '市财政局'];
    expect(rows([...head, ...body].join('\n'))).toEqual([
      '1|新建驿站 = 2个 2|市人社局|-',
      '2|改造市场 = 3个 3|市财政局|-',
    ]);
  });

  it.each(['|', '\t'])('are goals where %j divides the cells, with their signs', (divider) => {
    const lines = [
      ['序号', '重点任务', '年度目标（个）', '责任单位'],
      ['1', '新建驿站', '≥4', '市人社局'],
      ['2', '改造市场', '3以上', '市财政局'],
    ];
    expect(rows(lines.map((line) => line.join(divider)).join('\n'))).toEqual([
      '1|新建驿站 >= ≥4个 4|市人社局|-',
      '2|改造市场 >= 3个以上 3|市财政局|-',
    ]);
  });
});
