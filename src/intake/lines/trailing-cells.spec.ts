import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const rows = (...lines: string[]) =>
  readPlan(['遂川县2026年民生实事任务分解表', ...lines].join('\n'), registry).measures.map(
    ({ text, due, responsible, doubts }) => [
      text,
      responsible.map(({ surface }) => surface).join(' '),
      due,
      doubts.map(({ code }) => code).join(' '),
    ],
  );

const SCHOOL = ['修缮村小12所', '县教育局、县财政局'];
const ROADS = ['硬化乡村道路60公里', '县交通运输局、县发改局'];
const JOBS = ['举办专场招聘会20场次', '县人社局、县妇联'];
const STEPS = [
  '3月底前定点，10月底前全部完工',
  '一季度完成招标，11月底前建成通车',
  '每季度不少于5场，12月底前办完',
] as const;
const TOLD = [
  ['修缮村小12所。', '县教育局 县财政局', '2026-10-31', ''],
  ['硬化乡村道路60公里。', '县交通运输局 县发改局', '2026-11-30', ''],
  ['举办专场招聘会20场次。', '县人社局 县妇联', '2026-12-31', ''],
];

describe('the last columns of a table pasted one cell a line', () => {
  it('keep the words of 序时进度 in their row, with running numbers and without them', () => {
    const body = [SCHOOL, ROADS, JOBS].map((row, at) => [...row, STEPS[at] ?? '']);
    const head = ['工作任务', '责任单位', '序时进度'];
    expect(rows(...head, ...body.flat())).toEqual(TOLD);
    const numbered = body.flatMap((row, at) => [String(at + 1), ...row]);
    expect(rows('序号', ...head, ...numbered)).toEqual(TOLD);
    expect(rows(['序号', ...head].join('\t'), ...numbered)).toEqual(TOLD);
  });

  it('keep several lines of one cell of days together where numbers tell the rows apart', () => {
    const head = ['序号', '工作任务', '责任单位', '完成时限'];
    const two = ['3月底前定点', '10月底前全部完工'];
    expect(rows(...head, '1', ...SCHOOL, ...two, '2', ...ROADS, '11月底前')).toEqual(TOLD.slice(0, 2));
  });

  it('leave remarks out, and let chapters stand between', () => {
    const head = ['工作任务', '责任单位', '完成时限', '备注'];
    const first = ['一、教育', ...SCHOOL, '10月底前', '续建项目'];
    const second = ['二、交通', ...ROADS, '11月底前', '省级任务'];
    expect(rows(...head, ...first, ...second, ...JOBS, '12月底前', '民生实事')).toEqual(TOLD);
  });

  it('are in doubt on both rows where a cell of one of them was left out', () => {
    const head = ['工作任务', '具体要求', '责任单位', '备注'];
    const [first, second, third] = [SCHOOL, ROADS, JOBS].map((row) => [row[0] ?? '', '做好每月调度', row[1] ?? '']);
    const body = [...(first ?? []), '续建', ...(second ?? []).slice(1), '新建', ...(third ?? []), '新建'];
    expect(rows(...head, ...body, '疏浚河道2条', '做好每月调度', '县水利局').map((row) => [row[1], row[3]])).toEqual([
      ['县教育局 县财政局', 'table_columns'],
      ['县交通运输局 县发改局', 'table_columns'],
      ['县人社局 县妇联', ''],
      ['县水利局', ''],
    ]);
  });

  it('divided by tabs keep the progress of a row that ends without its remark', () => {
    const lines = [SCHOOL, ROADS, JOBS].map((row, at) => [at + 1, ...row, STEPS[at], ...(at < 2 ? ['续建'] : [])]);
    const head = ['序号', '工作任务', '责任单位', '序时进度', '备注'];
    expect(rows(...[head, ...lines].map((cells) => cells.join('\t')))).toEqual(TOLD);
  });

  it('take no sentence of the text behind the table for a day', () => {
    const behind = '各乡镇要加强调度，于每月25日前报送进展情况，重要事项随时报告。';
    const told = rows('工作任务', '责任单位', '完成时限', ...SCHOOL, '10月底前', ...ROADS, '11月底前', behind);
    expect(told.slice(0, 2)).toEqual(TOLD.slice(0, 2));
  });
});
