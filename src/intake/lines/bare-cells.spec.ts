import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const TITLE = '安溪县2024年农民工工作任务清单';
const reading = (rows: string[][], ...behind: string[]) =>
  readPlan(
    [`关于印发《${TITLE}》的通知`, '现印发给你们，请抓好落实。', TITLE, ...rows.flat(), ...behind].join('\n'),
    registry,
  );
const told = (rows: string[][], ...behind: string[]) =>
  reading(rows, ...behind).measures.map(({ no, responsible, supporting, due, doubts }) =>
    [
      no,
      responsible.map(({ name }) => name).join(' '),
      supporting.map(({ name }) => name).join(' '),
      due?.slice(5) ?? '',
      doubts.map(({ code }) => code).join(' '),
    ].join('|'),
  );

const ROWS = [
  ['1', '举办零工招聘会不少于20场，推送岗位信息', '县人力资源和社会保障局', '6月底前'],
  ['2', '为随迁子女办理入学手续', '县教育局、县公安局', '8月底前'],
  ['3', '开展工资支付专项检查，对在建项目逐一排查', '县住房和城乡建设局', '12月底前'],
  ['4', '改造工人集中居住区的消防设施', '县消防救援大队', '9月底前'],
  ['5', '组织免费健康体检3000人次', '县卫生健康局、县总工会', '10月底前'],
];
const TOLD = [
  '1|县人力资源和社会保障局||06-30|table_columns',
  '2|县教育局 县公安局||08-31|table_columns',
  '3|县住房和城乡建设局||12-31|table_columns',
  '4|县消防救援大队||09-30|table_columns',
  '5|县卫生健康局 县总工会||10-31|table_columns',
];
const without = (day: string): string => day.replace(/\d\d-\d\d/, '');
const third = (cells: string[]): string[][] => ROWS.with(2, cells);

describe('a table without its head that has each cell on a line of its own', () => {
  it('is read by what its columns hold: numbers, tasks, units, days', () => {
    expect(told(ROWS)).toEqual(TOLD);
    expect(told(ROWS.map(([number, ...cells]) => [`${number ?? ''}.`, ...cells]))).toEqual(TOLD);
    expect(told(ROWS.map((cells) => cells.flatMap((cell) => [cell, ''])))).toEqual(TOLD);
    expect(told(ROWS.slice(0, 2))).toEqual(TOLD.slice(0, 2));
  });

  it('is read without days, and asked about row by row, since agendas and lists of names can look the same', () => {
    expect(told(ROWS.map((cells) => cells.slice(0, 3)))).toEqual(TOLD.map(without));
    const agenda = [
      ['1', '传达学习根治欠薪会议精神', '县人社局'],
      ['2', '通报上半年清欠情况', '县住建局'],
      ['3', '研究部署下一步工作', '县政府办'],
    ];
    for (const row of told(agenda)) expect(row).toMatch(/table_columns/);
  });

  it('is none without numbers: nobody can tell whether a bureau stands over its task or under it', () => {
    expect(told(ROWS.map((cells) => cells.slice(1)))).toEqual([]);
    expect(told(ROWS.flatMap(([, task = '', units = '']) => [[units, task]]))).toEqual([]);
    expect(told([['抄送'], ...ROWS.map(([, , units = '']) => [units, '送各成员单位及有关企业'])])).toEqual([]);
  });

  it('is none where a row has more lines than the cells they could make', () => {
    const torn = ROWS.with(0, [
      '1',
      '举办零工招聘会不少于20场，面向农',
      '民工推送岗位',
      '县人力资源和社会保障局、县财',
      '政局',
      '6月底前',
    ]);
    expect(told(torn.slice(0, 3))).toEqual([]);
  });

  it('may have kinds before its tasks, figures, persons and remarks behind them, or units first', () => {
    const more = (put: (cells: string[], at: number) => string[]) => told(ROWS.map(put));
    const kinds = ['就业', '教育', '权益', '安全', '健康'];
    expect(more(([number = '', ...cells], at) => [number, kinds[at] ?? '', ...cells])).toEqual(TOLD);
    expect(more(([number = '', task = '', ...cells], at) => [number, task, String(at + 2), ...cells])).toEqual(TOLD);
    expect(
      more((cells, at) => [...cells.slice(0, 3), ['王某某', '李某', '张某'][at % 3] ?? '', ...cells.slice(3)]),
    ).toEqual(TOLD);
    expect(more((cells, at) => [...cells, at % 2 ? '续建' : '新建'])).toEqual(TOLD);
    expect(more(([number = '', task = '', units = '', day = '']) => [number, units, task, day])).toEqual(TOLD);
  });

  it('of two columns of units asks which leads', () => {
    const [first] = told(
      ROWS.map(([number = '', task = '', units = '', day = '']) => [number, task, units, '县财政局', day]),
    );
    expect(first).toBe('1|县人力资源和社会保障局|县财政局|06-30|table_columns');
  });

  it('asks about a row that has more or fewer cells than the others, and loses none', () => {
    expect(
      told(third(['3', '开展工资支付专项检查，', '对在建项目逐一排查', '县住房和城乡建设局', '12月底前'])),
    ).toEqual(TOLD);
    expect(told(third(['3', '开展工资支付专项检查', '县住房和城乡建设局']))).toEqual(
      TOLD.map((row, at) => (at === 2 ? without(row) : row)),
    );
    expect(told(third(['3', '开展工资检查', '县住房和城乡建设局、', '县水利局', '12月底前']))[2]).toBe(
      '3|县住房和城乡建设局 县水利局||12-31|table_columns',
    );
  });

  it('asks for the units of a row that has none, with those above it', () => {
    const { measures, unassignedClauses } = reading(third(['3', '开展工资支付专项检查', '12月底前']));
    expect(measures.map(({ no }) => no)).toEqual(['1', '2', '4', '5']);
    expect(unassignedClauses?.map(({ title, above }) => [title, above])).toEqual([
      ['开展工资支付专项检查', '责任单位：县教育局、县公安局'],
    ]);
  });

  it('goes on behind a number that was left out, and has chapters between its rows', () => {
    expect(told(ROWS.filter((_, at) => at !== 2))).toEqual(TOLD.filter((_, at) => at !== 2));
    const chapters = [['一、就业服务'], ...ROWS.slice(0, 2), ['二、权益保障'], ...ROWS.slice(2)];
    expect(told(chapters)).toEqual(TOLD.map((row, at) => (at < 2 ? '1.' : '2.') + row));
  });

  it('ends where it ends: what stands behind it, the organ and its day, is none of it', () => {
    const signed = ['安溪县农民工工作领导小组办公室', '2024年3月1日'];
    expect(told(ROWS, ...signed)).toEqual(TOLD);
    expect(
      told(
        ROWS.map((cells) => cells.slice(0, 3)),
        ...signed,
      ),
    ).toEqual(TOLD.map(without));
    expect(told(ROWS, '各单位要加强领导，明确专人负责，按时报送进展。')).toEqual(TOLD);
  });

  it('is none where a head stands over it, or where no column holds tasks', () => {
    const head = ['任务', '责任单位', '完成时限'];
    const sure = TOLD.map((row) => row.replace('table_columns', ''));
    expect(told([head, ...ROWS.map((cells) => cells.slice(1))])).toEqual(sure);
    expect(told([['序号', ...head], ...ROWS])).toEqual(sure);
    expect(
      told([
        ['1', '县教育局', '张某某'],
        ['2', '县公安局', '李某某'],
        ['3', '县民政局', '王某某'],
      ]),
    ).toEqual([]);
    expect(told([['一、成员单位', '县教育局', '县公安局', '县民政局', '县财政局', '二、工作职责']])).toEqual([]);
  });

  it('is none where the numbers are those of pages that end inside a note', () => {
    const pages = (to: number) =>
      `（一）开设专线。（县交通运输局牵头，县公安局、\n7\n县财政局、\n8\n县司法局${to > 8 ? '、\n9\n县民政局' : ''}配合）`;
    for (const text of [pages(8), pages(9)])
      expect(
        readPlan(`${TITLE}\n一、任务\n${text}\n（二）举办展览。（县文化和旅游局牵头）`, registry).measures,
      ).toHaveLength(2);
  });

  it('keeps every cell at its place in the source', () => {
    const { measures, text } = reading(ROWS);
    expect(measures.map(({ span }) => text.slice(...span).includes('\n') || text.slice(...span))).toHaveLength(5);
    expect(measures.map(({ noteSpan }) => text.slice(...noteSpan))).toEqual(
      ROWS.map(([, , units = '', day = '']) => `${units}\n${day}`),
    );
  });
});
