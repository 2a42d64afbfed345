import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) =>
  readPlan(
    ['关于印发《安溪县2024年乡村建设任务清单》的通知', '安溪县2024年乡村建设任务清单', ...lines].join('\n'),
    registry,
  ).measures;
const rows = (...lines: string[]) =>
  read(...lines).map(({ no, lead, responsible, open, due, doubts }) =>
    [
      no.split('.').at(-1),
      lead?.name,
      responsible.length,
      open.join(' '),
      due,
      doubts.map(({ code }) => code).join(' '),
    ].join('/'),
  );

const ROWS = [
  ['1', '完成村庄绿化面积1200亩', '县林业局', '3月底前'],
  ['2', '改造提升农村公路35公里', '县交通运输局', '10月底前'],
  ['3', '清理入河排污口，保护水源', '县水利局、县农业农村局', '12月底前'],
  ['4', '建设标准化村卫生所20个', '县卫生健康局', '8月底前'],
  ['5', '培育家庭农场50家', '县农业农村局、各乡镇人民政府', '年底前'],
  ['6', '培训乡村医生100人次', '县卫生健康局、县财政局等', '11月底前'],
];
const TOLD = [
  '1/县林业局/1//2024-03-31/',
  '2/县交通运输局/1//2024-10-31/',
  '3/县水利局/2//2024-12-31/',
  '4/县卫生健康局/1//2024-08-31/',
  '5/县农业农村局/1/各乡镇人民政府/2024-12-31/',
  '6/县卫生健康局/2/等/2024-11-30/',
];
const undated = (row: string): string => row.replace(/2024-\d\d-\d\d/, '');

describe('a table whose head was not copied', () => {
  it.each(['\t', '   ', '|'])('divided by %j tells its columns by what they hold', (divider) => {
    const lines = (from: number, to: number): string[] =>
      ROWS.map((row) => (divider === '|' ? `|${row.slice(from, to).join('|')}|` : row.slice(from, to).join(divider)));
    expect(rows(...lines(0, 4))).toEqual(TOLD);
    expect(rows(...lines(0, 3)).map(undated)).toEqual(TOLD.map(undated));
    expect(rows(...lines(1, 4))).toEqual(TOLD);
    expect(rows(...lines(1, 3)).map(undated)).toEqual(TOLD.map(undated));
  });

  it('may leave out a day, and have chapters between its rows', () => {
    const lines = ROWS.map((row, at) => (at === 1 ? row.slice(0, 3) : row).join('\t'));
    const told = TOLD.map((row, at) => (at === 1 ? undated(row) : row));
    expect(rows(...lines)).toEqual(told);
    expect(rows('一、生态', ...lines.slice(0, 3), '二、民生', ...lines.slice(3))).toEqual(told);
  });

  it('leaves out persons and remarks, and takes progress that names days for them', () => {
    const lines = ROWS.map(([number, task, units, day]) =>
      [`${number}.`, task, '某副县长', units, `已经开工，${day}完成`, '续建'].join('\t'),
    );
    expect(rows(...lines)).toEqual(TOLD);
  });

  it('is in doubt where it has two columns of units', () => {
    const lines = ROWS.map(([number, task, units]) => [number, task, units, '县财政局'].join('\t'));
    const told = read(...lines).map(({ lead, supporting, doubts }) => [
      lead?.name,
      supporting.map(({ name }) => name).join(' '),
      doubts.map(({ code }) => code).join(' '),
    ]);
    expect(told[0]).toEqual(['县林业局', '县财政局', 'table_columns']);
    expect(told).toHaveLength(6);
  });

  it('is none where no column holds tasks: lists of persons, telephones and prizes', () => {
    expect(rows('1\t张某某\t县林业局\t副局长', '2\t李某某\t县财政局\t局长', '3\t王某\t县水利局\t局长')).toEqual([]);
    expect(rows('1\t县林业局\t安溪路8号', '2\t县财政局\t中山路9号', '3\t县水利局\t建设路10号')).toEqual([]);
    expect(rows('1\t先进集体\t县林业局', '2\t先进集体\t县财政局', '3\t文明窗口\t县水利局')).toEqual([]);
    expect(rows('会议时间\t3月5日上午', '会议地点\t县人民政府一楼会议室', '参会单位\t县林业局')).toEqual([]);
  });

  it('is none where blanks divide the names in the brackets of notes', () => {
    const lines = ROWS.map(([number, task]) => `${number}.${task}。（责任单位：县林业局　县财政局　各乡镇人民政府）`);
    expect(rows(...lines)).toEqual(TOLD.map((_, at) => `${at + 1}/县林业局/2/各乡镇人民政府//`));
    const bare = ROWS.map(([number, task]) => `${number}.${task}。（县林业局　县财政局　县水利局）`);
    expect(read(...bare).map(({ responsible }) => responsible.length)).toEqual(ROWS.map(() => 3));
  });
});
