import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const measures = (rows: string[][], divider = '\t') =>
  readPlan(`山西省2026年任务清单\n${rows.map((row) => row.join(divider)).join('\n')}`, registry).measures;
const brief = (rows: string[][], divider?: string) =>
  measures(rows, divider).map(({ no, lead, supporting, due }) => [
    no,
    lead?.name,
    supporting.map(({ name }) => name).join(' '),
    due,
  ]);

describe('a table with a line for every row', () => {
  const head = ['序号', '任务类别', '主要任务', '牵头单位', '配合单位', '完成时间'];
  const rows = [
    head,
    ['1', '建设平台', '建成 CMOS 试验线。', '省科技厅', '省财政厅，太原市政府', '2026年9月'],
    ['2', '建设平台', '推广新工艺，培训人才。', '省工信厅、省科技厅按职责分工负责', '晋源实验室', '持续推进'],
    ['5', '开放数据', '完善制度。', '省数据局', '无', '2026年6月'],
    ['9', '开放数据', '制定标准。', '省市场监管局（省知识产权局）', '省电力公司', '2026年12月'],
  ];
  const expected = [
    ['1', '省科学技术厅', '省财政厅 太原市人民政府', '2026-09-30'],
    ['2', '省工业和信息化厅', '晋源实验室', null],
    ['5', '省数据局', '', '2026-06-30'],
    ['9', '省市场监督管理局', '省电力公司', '2026-12-31'],
  ];

  it('is read by its columns, whatever stands in the cells, and keeps numbers that were left out', () => {
    expect(brief(rows)).toEqual(expected);
  });

  it('is the same with upright strokes and a line of dashes under its head', () => {
    const marked = rows.map((row) => ['', ...row, ''].join(' | ').trim());
    marked.splice(1, 0, '|---|---|---|---|---|---|');
    const read = readPlan(`山西省2026年任务清单\n${marked.join('\n')}`, registry).measures;
    expect(read.map(({ lead }) => lead?.name)).toEqual(expected.map(([, lead]) => lead));
  });

  it('points at the source of its units', () => {
    const text = `山西省2026年任务清单\n${rows.map((row) => row.join('\t')).join('\n')}`;
    const [first] = readPlan(text, registry).measures;
    const [from, to] = first?.noteSpan ?? [0, 0];
    expect(text.slice(from, to)).toContain('省科技厅\t省财政厅，太原市政府');
  });
});
