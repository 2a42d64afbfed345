import { describe, expect, it } from '@jest/globals';
import { withTables } from './tabbed-rows.js';

const HEAD = ['序号', '工作任务', '牵头单位', '配合单位', '启动时间', '完成时限'];
const FAIRS = ['1', '办招聘会', '市人社局', '市总工会', '3月', '6月底'];
const CHECKS = ['2', '开展检查', '市住建局', '', '4月', '9月底'];
const read = (...rows: string[][]) => withTables(rows.map((row) => row.join('\t')).join('\n'));
const LINES = [
  '1. 办招聘会。（牵头单位：市人社局，配合单位：市总工会，完成时限：6月底）',
  '2. 开展检查。（牵头单位：市住建局，完成时限：9月底）',
];

describe('a row of totals', () => {
  it('is no task and goes on none, wherever it stands; that is told', () => {
    const totals = [
      ['', '小计', '', '', '', ''],
      ['合计：2项', '', '', '', '', ''],
    ] as const;
    const { text, notes } = read(HEAD, FAIRS, [...totals[0]], CHECKS, [...totals[1]]);
    expect(text.split('\n')).toEqual(LINES);
    expect(notes).toEqual(['任务分解表第3、5行是合计，不是任务，未读入。']);
  });

  it('is one only without units: 合计 may begin a task', () => {
    const task = ['3', '合计工伤费用', '市人社局', '', '', ''];
    expect(read(HEAD, FAIRS, task).notes).toEqual([]);
  });
});

describe('the day on which work begins', () => {
  it('is the office’s own column, never the day by which it is done', () => {
    const { text, rows } = read(HEAD, FAIRS, CHECKS);
    expect(text.split('\n')).toEqual(LINES);
    expect(rows?.map(({ own }) => own)).toEqual([
      [{ column: '启动时间', text: '3月' }],
      [{ column: '启动时间', text: '4月' }],
    ]);
  });
});

describe('a pasted head of two lines', () => {
  const UPPER = ['序号', '工作任务', '责任单位', '', '完成时限'];
  const LOWER = ['', '', '牵头单位', '配合单位', ''];

  it('has both columns below 责任单位, and is none of the rows where a page begins with it again', () => {
    const [first, second] = [FAIRS, CHECKS].map((row) => row.filter((_, at) => at !== 4));
    const { text, notes } = read(UPPER, LOWER, first!, UPPER, LOWER, second!);
    expect(text.split('\n')).toEqual(LINES);
    expect(notes).toEqual([]);
  });

  it('may say 牵头 and 配合 alone', () => {
    const [first] = [FAIRS].map((row) => row.filter((_, at) => at !== 4));
    expect(read(UPPER, ['', '', '牵头', '配合', ''], first!).text).toBe(LINES[0]);
  });
});
