import { describe, expect, it } from '@jest/globals';
import { withTables } from '../readers/tabbed-rows.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { columnOf, roleLabel, workColumns } from './column-words.js';

describe('the columns of units of a table', () => {
  it.each([
    [['责任单位', '督办科室'], ['责任单位']],
    [
      ['牵头单位', '责任科室', '配合单位'],
      ['牵头单位', '配合单位'],
    ],
    [
      ['责任科室', '配合单位'],
      ['责任科室', '配合单位'],
    ],
    [
      ['责任处室', '配合处室'],
      ['责任处室', '配合处室'],
    ],
    [['牵头单位', '监督单位'], ['牵头单位']],
  ])('%j: %j do the work', (columns, working) => expect(workColumns(columns).labels).toEqual(working));
});

describe('the head of a column', () => {
  it.each(['工作任务', '目标值', '年度目标值', '任务数', '指标名称'])('%s heads words of the task', (head) =>
    expect(columnOf(head)).toEqual({ kind: 'words', label: head }),
  );
});

describe('who filled in a table, and when', () => {
  it('is no part of its tasks where every cell has a line of its own', () => {
    const heads = ['序号', '重点任务', '牵头单位', '完成时限', '填报日期', '填报人', '备注'];
    const first = ['1', '办招聘会', '市人社局', '6月底前', '2026年3月5日', '王晓明', '民生实事'];
    const second = ['2', '开展欠薪检查', '市住建局', '9月底前', '2026年3月6日', '赵红', '无'];
    const { measures } = readPlan(
      ['云岭市2026年任务分解表', ...heads, ...first, ...second].join('\n'),
      loadUnitRegistry(),
    );
    expect(measures.map(({ title, due }) => [title, due])).toEqual([
      ['办招聘会', '2026-06-30'],
      ['开展欠薪检查', '2026-09-30'],
    ]);
  });
});

describe('the stations and villages of a township', () => {
  it('are units in a head', () => {
    expect(columnOf('牵头站所')).toEqual({ kind: 'units', label: '牵头站所' });
    for (const words of ['责任站所', '配合站所', '责任站办所', '责任村', '配合村居', '责任村（社区）'])
      expect(columnOf(words)?.kind).toBe('units');
    expect([roleLabel('牵头站所'), roleLabel('配合村居')]).toEqual(['牵头单位', '配合单位']);
  });

  it('lead the rows of its table', () => {
    const rows = [
      '序号\t工作任务\t责任领导\t牵头站所\t配合单位\t完成时限',
      '1\t建好农贸市场。\t陈某\t镇农业服务中心\t各行政村\t6月底',
      '2\t排查自建房。\t李某\t镇应急所\t派出所、各行政村\t4月30日前',
    ].join('\n');
    for (const text of [rows, withTables(rows).text]) {
      const { measures } = readPlan(`龙泉镇2024年重点工作任务台账\n${text}`, loadUnitRegistry());
      expect(measures.map(({ lead, mode, open }) => [lead?.name, mode, ...open])).toEqual([
        ['镇农业服务中心', 'lead_support', '各行政村'],
        ['镇应急所', 'lead_support', '各行政村'],
      ]);
    }
  });
});
