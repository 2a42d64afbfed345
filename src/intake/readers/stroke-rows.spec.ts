import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';
import { readLines } from './text.js';

const HEADS = ['序号', '重点任务', '牵头单位', '配合单位', '分管领导', '联系人及电话', '完成时限'];
const ROWS = [
  ['1', '办好建筑工人夜校，开课30场', '市教育局', '市总工会', '张大山', '李小川 0351-7654321', '9.15'],
  ['2', '为外来务工人员开展健康体检', '市卫生健康委', '市财政局', '王铁柱', '赵春生', '12.31前'],
  ['3', '建设零工驿站', '市人力资源社会保障局', '市财政局', '', '', '10.20'],
];
const TITLE = '太原市2025年农民工工作任务分解表';
const PERSONS = '任务分解表的栏目“分管领导、联系人及电话”涉及个人信息，未读入。';
const DAYS = '任务分解表“完成时限”栏第2行等3处印有“9.15”这样的数，按“9月15日”读作日期，请核对。';

/** What is read of a table pasted under a title: its measures, what is asked of them, and the remarks on the table. */
function pasted(lines: readonly string[]) {
  const { text, notes } = readLines([`关于印发《${TITLE}》的通知`, '', TITLE, '', ...lines].join('\n'));
  const measures = readPlan(text, loadUnitRegistry()).measures;
  return {
    read: measures.map(({ no, lead, supporting, due }) => [no, lead?.name, supporting[0]?.name, due].join('|')),
    doubts: measures.flatMap(({ doubts }) => doubts.map(({ code }) => code)),
    ...{ notes, text },
  };
}

const READ = [
  '1|市教育局|市总工会|2025-09-15',
  '2|市卫生健康委员会|市财政局|2025-12-31',
  '3|市人力资源和社会保障局|市财政局|2025-10-20',
];

const between = (stroke: string, cells: readonly string[]) => cells.join(` ${stroke} `);
const framed = (stroke: string, cells: readonly string[]) => `${stroke} ${between(stroke, cells)} ${stroke}`;
const rule = (left: string, crossing: string, right: string) => left + HEADS.map(() => '────').join(crossing) + right;

describe('a task table pasted with strokes', () => {
  it.each([
    ['as Markdown', [framed('|', HEADS), `|${'---|'.repeat(HEADS.length)}`, ...ROWS.map((row) => framed('|', row))]],
    ['with strokes between its cells alone', [HEADS, ...ROWS].map((row) => between('|', row))],
    ['with drawn strokes', [between('│', HEADS), rule('', '┼', ''), ...ROWS.map((row) => between('│', row))]],
    [
      'in a drawn frame with a rule under every row',
      [
        rule('┌', '┬', '┐'),
        ...[HEADS, ...ROWS].flatMap((row) => [framed('│', row), rule('├', '┼', '┤')]),
        rule('└', '┴', '┘'),
      ],
    ],
  ])('%s asks about persons and days once a column, as a workbook does', (_, lines) => {
    const { read, doubts, notes, text } = pasted(lines);
    expect(read).toEqual(READ);
    expect(doubts).toEqual([]);
    expect(notes).toEqual([DAYS, PERSONS]);
    expect(text).not.toMatch(/张大山|7654321|[│┼─]/);
  });

  it('leaves out the persons beside the units of a cell, and says so once', () => {
    const cells = [
      ['序号', '重点任务', '牵头单位及联系人', '完成时限'],
      ['1', '办好建筑工人夜校', '市教育局 张大山', '6月底'],
      ['2', '建设零工驿站', '市财政局 李小川', '9月底'],
    ];
    const { read, notes } = pasted(cells.map((row) => framed('│', row)));
    expect(read).toEqual(['1|市教育局||2025-06-30', '2|市财政局||2025-09-30']);
    expect(notes).toEqual(['任务分解表的栏目“牵头单位及联系人”中单位旁的人名、电话涉及个人信息，未读入。']);
  });

  it('drawn with strokes but without persons or such days is read as one with plain strokes', () => {
    const cells = [
      ['序号', '重点任务', '牵头单位', '完成时限'],
      ['1', '办好建筑工人夜校', '市教育局', '6月底'],
      ['2', '建设零工驿站', '市财政局', '9月底'],
    ];
    const drawn = pasted(cells.map((row) => framed('│', row)));
    expect(drawn.read).toEqual(['1|市教育局||2025-06-30', '2|市财政局||2025-09-30']);
    expect(drawn.text).toBe(pasted(cells.map((row) => framed('|', row))).text);
  });

  it('without outer strokes keeps the empty cells at the ends of its lines', () => {
    const rows = [
      '序号|重点任务|牵头单位|分管领导|完成时限',
      '1|开办夜校|市教育局|张大山|9.15',
      '2|建设驿站|市财政局||',
    ];
    const { read, notes } = pasted(rows);
    expect(read).toEqual(['1|市教育局||2025-09-15', '2|市财政局||']);
    expect(notes).toHaveLength(2);
  });

  it('of which not every line has its cells stays as it is', () => {
    const lines = [...[HEADS, ...ROWS].map((row) => framed('|', row)), '| 4 | 开办工地书屋 | 市文化和旅游局 |'];
    expect(pasted(lines).text).toContain('| 张大山 |');
  });
});
