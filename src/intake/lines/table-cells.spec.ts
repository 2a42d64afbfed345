import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (lines: string[]) => readPlan(`嵩明县2024年重点任务分解表\n${lines.join('\n')}`, registry);
const brief = (lines: string[]) =>
  read(lines).measures.map(({ no, lead, responsible, supporting, doubts }) =>
    [
      no,
      lead?.name,
      responsible.length,
      supporting.map(({ name }) => name).join(' '),
      ...doubts.map(({ code }) => code),
    ].join('|'),
  );

describe('a table with a line for every cell', () => {
  it('gives each line to its column in the order of the head, the lead column last as well', () => {
    const head = ['序号', '事项', '责任单位', '牵头单位'];
    const first = ['1', '新增就业三千人。', '县人社局、县财政局', '县人社局'];
    const second = ['2', '改造管网。', '县水务局', '县水务局'];
    expect(brief([...head, ...first, ...second])).toEqual(['1|县人力资源和社会保障局|1|县财政局', '2|县水务局|1|']);
  });

  it('asks which column a line belongs to where there are more lines than columns', () => {
    const head = ['序号', '任务', '牵头单位', '配合单位'];
    const first = ['1', '建好驿站。', '县人社局', '县住建局', '县总工会'];
    const second = ['2', '办好夜校。', '县教育局', '县财政局'];
    expect(brief([...head, ...first, ...second])).toEqual([
      '1|县人力资源和社会保障局|1|县住房和城乡建设局 县总工会|table_columns',
      '2|县教育局|1|县财政局',
    ]);
  });

  it('goes on behind a head that every page prints again, one row to a page', () => {
    const head = ['序号', '任务', '牵头单位', '配合单位'];
    const rows = [
      ['1', '建好驿站。', '县人社局', '县总工会'],
      ['2', '办好夜校。', '县教育局', '县财政局'],
      ['3', '守护健康。', '县卫健局', '县医保局'],
    ];
    expect(brief(rows.flatMap((row) => [...head, ...row]))).toEqual([
      '1|县人力资源和社会保障局|1|县总工会',
      '2|县教育局|1|县财政局',
      '3|县卫生健康局|1|县医疗保障局',
    ]);
    expect(brief(rows.flatMap((row) => [head.join('\t'), row.join('\t')]))).toHaveLength(3);
    expect(brief(rows.flatMap((row) => [head.join(' '), row.join(' ')]))).toHaveLength(3);
  });

  it('keeps a row whose units it cannot read among those that nobody is named for', () => {
    const head = ['序号', '任务', '责任单位'];
    const plan = read([
      ...head,
      '1',
      '建好驿站。',
      '县人社局',
      '2',
      '清运积雪。',
      '县教育局',
      '3',
      '排查路灯。',
      '待定',
    ]);
    expect(plan.measures.map(({ no }) => no)).toEqual(['1', '2']);
    expect(plan.unassigned).toEqual([expect.stringContaining('排查路灯')]);
  });
});

describe('a table with strokes between its cells', () => {
  it('may list names with a blank between them, and a row that ends with a stroke ends there', () => {
    const lines = [
      '检查行业 | 月份 | 责任单位 |',
      '网吧、书店、 | 3月份 | 县文旅局  县公安局 |',
      '景区、庙宇、古塔、渡口、索道、 | 4月份 | 县应急局 县消防救援大队 |',
      '校车、 | 5月份 | 县教育局 |',
    ];
    expect(
      read(lines).measures.map(({ mode, responsible }) => [mode, ...responsible.map(({ surface }) => surface)]),
    ).toEqual([
      ['joint', '县文旅局', '县公安局'],
      ['joint', '县应急局', '县消防救援大队'],
      ['lead_support', '县教育局'],
    ]);
  });
});

describe('a table without any divider', () => {
  it('is asked about where its rows could be told apart', () => {
    const lines = ['序号工作任务牵头单位配合单位', '1建好驿站县人社局县总工会', '2办好夜校县教育局县财政局'];
    expect(read(lines).measures.map(({ doubtful }) => doubtful)).toEqual([true, true]);
  });

  it('is told to a person where they could not', () => {
    const run = '序号项目内容分管领导牵头单位配合单位1建好驿站甲某某另行通知2办好夜校乙某再作安排';
    const plan = read([run]);
    expect(plan.measures).toEqual([]);
    expect(plan.doubts.map(({ code }) => code)).toContain('table_unread');
  });
});

describe('a table that names a standing body', () => {
  it('has it among the units of the row, in doubt where another cell has two lines', () => {
    const head = [
      '关于数据有序共享的重点任务责任分工',
      '|',
      '序',
      '号|',
      '工作任务',
      '|',
      '牵头单位',
      '|',
      '责任单位',
      '|',
    ];
    const first = ['1', '|', '建成共享平台。', '|', '县数据共享协调机制', '|', '县直相关部门', '各乡镇（街道）|'];
    const second = ['2', '|', '公布数据目录。', '|', '县财政局', '|', '县直相关部门', '|'];
    const { measures } = read([...head, ...first, ...second]);
    expect(measures.map(({ lead, open, doubtful }) => [lead?.surface, open.join('/'), doubtful])).toEqual([
      ['县数据共享协调机制', '县直相关部门/各乡镇（街道）', true],
      ['县财政局', '县直相关部门', false],
    ]);
  });
});

describe('a table whose names lost their last character', () => {
  it('has them among the units of the row', () => {
    const head = ['领域', '主要目标', '主要责任单位', '责任单位'];
    const first = ['1.少年健康水平提高。', '——近视率降低。', '省卫生厅', '省人口计生', '省教育厅'];
    const second = ['2.少年知晓急救知识。', '省卫生厅', '省新闻出版', '省公安厅', '省妇联'];
    const rows = readPlan(['湖南省少年发展规划目标责任分解书', ...head, ...first, ...second].join('\n'), registry);
    expect(
      rows.measures.map(({ responsible, supporting, doubtful }) => [
        ...[responsible, supporting].map((units) => units.map(({ surface }) => surface).join(' ')),
        doubtful,
      ]),
    ).toEqual([
      ['省卫生厅', '省人口计生 省教育厅', true],
      ['省卫生厅', '省新闻出版 省公安厅 省妇联', true],
    ]);
  });

  it('is in doubt where the level is lost as well, so that the name looks like a task', () => {
    const head = ['主要目标', '主要责任单位', '责任单位'];
    const rows = [
      '少年知晓急救知识。',
      '省卫生厅',
      '人口计生',
      '省公安厅',
      '省妇联',
      '办好夜校。',
      '省教育厅',
      '省财政厅',
    ];
    const { measures } = readPlan(['湖南省少年发展规划目标责任分解书', ...head, ...rows].join('\n'), registry);
    expect(measures.map(({ lead, doubtful }) => [lead?.surface, doubtful])).toEqual([
      ['省卫生厅', true],
      ['省公安厅', true],
      ['省教育厅', false],
    ]);
  });
});
