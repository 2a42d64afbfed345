import { describe, expect, it } from '@jest/globals';
import { readLines } from './text.js';

const TITLE = '2027年农民工工作任务分解表';
const HEAD = ['序号', '工作任务', '责任单位', '一季度', '二季度', '三季度', '四季度'];
const TRAINING = ['1', '开展技能培训', '市人社局', '2000人次', '4000人次', '6000人次', '8000人次'];
const FAIRS = ['2', '举办招聘会', '市总工会、市妇联', '1', '2', '3', '4'];
const ARREARS = ['3', '清理欠薪线索', '市住建局', '', '完成排查', '', '全部办结'];
const FULL = [HEAD, TRAINING, FAIRS];

const onTabs = (rows: string[][]): string => rows.map((row) => row.join('\t')).join('\n');
const onStrokes = ([head = [], ...rows]: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const onBlanks = (rows: string[][]): string => rows.map((row) => row.join('　')).join('\n');
const onLines = (rows: string[][]): string => rows.flat().join('\n');
const onFilledLines = (rows: string[][]): string => rows.flat().filter(Boolean).join('\n');

const read = (table: string, behind = '') => {
  const { text, rows = [] } = readLines([TITLE, table, ...(behind ? [behind] : [])].join('\n'));
  const own = rows.map(({ own: cells }) => cells.map(({ column, text: words }) => `${column} ${words}`));
  return { lines: text.split('\n'), own };
};

describe('a pasted task table with a column for every quarter', () => {
  it.each([
    ['strokes', onStrokes],
    ['wide blanks', onBlanks],
    ['a line for every cell', onLines],
    ['a line for every filled cell', onFilledLines],
  ])('with %s is read as with tabs: what stands under a quarter is none of the task', (_, printed) => {
    expect(read(printed(FULL))).toEqual(read(onTabs(FULL)));
    expect(read(printed(FULL))).toEqual({
      lines: [TITLE, '1. 开展技能培训。（责任单位：市人社局）', '2. 举办招聘会。（责任单位：市总工会、市妇联）'],
      own: [
        ['一季度 2000人次', '二季度 4000人次', '三季度 6000人次', '四季度 8000人次'],
        ['一季度 1', '二季度 2', '三季度 3', '四季度 4'],
      ],
    });
  });

  it.each([
    ['strokes', onStrokes],
    ['wide blanks', onBlanks],
    ['a line for every cell', onLines],
  ])('with %s keeps quarters in which nothing is due empty', (_, printed) => {
    expect(read(printed([...FULL, ARREARS])).own.at(-1)).toEqual(['二季度 完成排查', '四季度 全部办结']);
  });

  it('whose empty cells were lost says of which quarters nobody can tell', () => {
    const measured = [
      ['序号', '工作任务', '计量单位', '一季度', '二季度', '三季度', '四季度', '责任单位'],
      ['1', '开展技能培训', '人次', '2000', '4000', '6000', '8000', '市人社局'],
      ['2', '清理欠薪线索', '件', '', '5', '', '8', '市住建局'],
    ];
    const { lines, own } = read(onFilledLines(measured), '附件：责任单位名单');
    expect(lines.slice(1)).toEqual([
      '1. 开展技能培训。（责任单位：市人社局）',
      '2. 清理欠薪线索。（责任单位：市住建局）',
      '附件：责任单位名单',
    ]);
    expect(own[1]).toEqual(['计量单位 件', '一季度至四季度（栏目待核） 5；8']);
    const spread = read(onFilledLines([HEAD, TRAINING, ['2', ...ARREARS.slice(1)]]));
    expect(spread.own[1]).toEqual(['一季度至四季度（栏目待核） 完成排查；全部办结']);
  });

  it('under 进度安排, in one line of heads or two, is the same table', () => {
    const upper = ['序号', '工作任务', '责任单位', '进度安排', '', '', ''];
    const lower = ['', '', '', ...HEAD.slice(3)];
    const stacked = [upper, lower, TRAINING, FAIRS];
    const whole = read(onTabs(FULL));
    expect(read(onTabs(stacked))).toEqual(whole);
    expect(read(onStrokes(stacked))).toEqual(whole);
    expect(read(onFilledLines(stacked))).toEqual(whole);
  });

  it('keeps its chapters, and ends where its rows do', () => {
    const table = onStrokes([HEAD, ['一、稳定就业'], TRAINING, ['二、搞好服务'], FAIRS]).replace(
      /\| ([一二]、.*) \|/g,
      '$1',
    );
    expect(read(`${table}\n三、工作要求\n各单位按季报送进展。`).lines).toEqual([
      TITLE,
      '一、稳定就业',
      '1. 开展技能培训。（责任单位：市人社局）',
      '二、搞好服务',
      '2. 举办招聘会。（责任单位：市总工会、市妇联）',
      '三、工作要求',
      '各单位按季报送进展。',
    ]);
  });

  it('or half a year, without numbers, is read so too', () => {
    const rows = [
      ['工作任务', '牵头单位', '上半年目标', '7—12月目标'],
      ['建设零工驿站', '市人社局', '选定地址', '建成5处'],
      ['开设职工夜校', '市总工会', '开班', '办满20期'],
    ];
    for (const printed of [onStrokes, onBlanks, onLines]) expect(read(printed(rows))).toEqual(read(onTabs(rows)));
    expect(read(onLines(rows)).own[0]).toEqual(['上半年目标 选定地址', '7—12月目标 建成5处']);
  });

  it('holds its tasks there where no other column does', () => {
    const rows = [
      ['序号', '责任单位', '上半年工作任务', '下半年工作任务'],
      ['1', '市人社局', '摸清培训需求。', '开展技能培训。'],
      ['2', '市总工会', '选定夜校地址。', '开设职工夜校。'],
    ];
    for (const printed of [onTabs, onStrokes, onLines])
      expect(read(printed(rows)).lines[1]).toBe('1. 摸清培训需求。开展技能培训。（责任单位：市人社局）');
  });

  it('stays as it is printed where its rows cannot be told', () => {
    const torn = [
      HEAD,
      TRAINING,
      ['2', '举办招聘会', '市总工会', '1', '2', '3', '4', '5', '6'],
      ['3', ...FAIRS.slice(1)],
    ];
    expect(read(onFilledLines(torn)).lines).toEqual([TITLE, ...onFilledLines(torn).split('\n')]);
  });
});
