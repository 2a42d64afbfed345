import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const rows = (...lines: string[]) =>
  readPlan(['兴宁市2024年重点工作分工表', ...lines].join('\n'), registry).measures.map(
    ({ mode, lead, responsible, supporting, due, doubts }) =>
      [
        mode,
        lead?.name,
        responsible.length,
        supporting.map(({ name }) => name).join(' '),
        due,
        doubts.map(({ code }) => code).join(' '),
      ].join('/'),
  );

const UPPER = ['序号', '工作任务', '责任单位', '完成时限'];
const LOWER = ['牵头单位', '配合单位'];
const ROWS = [
  ['1', '维修农村公路桥梁8座', '市交通运输局', '市财政局', '10月底前'],
  ['2', '改造老旧供水管网30公里', '市水利局、市住房城乡建设局', '市发展改革委、市财政局', '年底前'],
  ['3', '新增托育服务托位600个', '市卫生健康委', '市教育局等', '9月底前'],
  ['4', '创建充分就业社区10个', '市人力资源社会保障局', '市总工会', '11月底前'],
  ['5', '举办惠民演出50场', '市文化广电旅游局', '市文联', '12月底前'],
  ['6', '整治农贸市场5个', '市市场监管局', '市城管局、市商务局', '8月底前'],
];
const TOLD = [
  'lead_support/市交通运输局/1/市财政局/2024-10-31/',
  'lead_support/市水利局/2/市发展和改革委员会 市财政局/2024-12-31/',
  'lead_support/市卫生健康委员会/1/市教育局/2024-09-30/',
  'lead_support/市人力资源和社会保障局/1/市总工会/2024-11-30/',
  'lead_support/市文化广电和旅游局/1/市文学艺术界联合会/2024-12-31/',
  'lead_support/市市场监督管理局/1/市城市管理局 市商务局/2024-08-31/',
];

describe('a head of two rows', () => {
  it.each(['\t', '   ', ' | '])('divided by %j gives its columns to the heads that stand under 责任单位', (divider) => {
    const lines = [UPPER, LOWER, ...ROWS].map((row) => row.join(divider));
    expect(rows(...lines)).toEqual(TOLD);
    const [upper = '', lower = '', ...body] = lines;
    const pages = [upper, lower, ...body.slice(0, 3), '— 5 —', upper, lower, ...body.slice(3)];
    expect(rows(...pages)).toEqual(TOLD);
    expect(rows(...pages.map((line) => (line === '— 5 —' ? '5' : line)))).toEqual(TOLD);
  });

  it('keeps the cells that strokes leave empty', () => {
    const row = (cells: string[]): string => `|${cells.join('|')}|`;
    const head = [row(['序号', '工作任务', '责任单位', '', '完成时限']), row(['', '', ...LOWER, ''])];
    expect(rows(...head, ...ROWS.map(row))).toEqual(TOLD);
    const copied = row(['序号', '工作任务', '责任单位', '责任单位', '完成时限']);
    expect(rows(copied, row(['序号', '工作任务', ...LOWER, '完成时限']), ...ROWS.map(row))).toEqual(TOLD);
  });

  it('may have a line for every cell', () => {
    expect(rows(...UPPER, ...LOWER, ...ROWS.flat())).toEqual(TOLD);
    const undated = rows(...UPPER.slice(0, 3), ...LOWER, ...ROWS.flatMap((row) => row.slice(0, 4)));
    expect(undated.map((row) => row.split('/').slice(0, 4))).toEqual(TOLD.map((row) => row.split('/').slice(0, 4)));
  });

  it('may say 责任分工 over its parts', () => {
    const upper = ['序号', '工作任务', '责任分工', '完成时限'].join('\t');
    expect(rows(upper, LOWER.join('\t'), ...ROWS.map((row) => row.join('\t')))).toEqual(TOLD);
  });
});
