import { describe, expect, it } from '@jest/globals';
import { readLines } from './text.js';

const rows = [
  ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
  ['1', '开展春风行动，举办', '市人社局', '市妇联、市总', '春节前后'],
  ['', '招聘会30场', '', '工会', ''],
  ['2', '开展技能培训2万人次', '市人社局', '市教育局、', '12月底前'],
  ['', '', '', '市财政局', ''],
];
const read = [
  '1. 开展春风行动，举办招聘会30场。（牵头单位：市人社局，配合单位：市妇联、市总工会，完成时限：春节前后）',
  '2. 开展技能培训2万人次。（牵头单位：市人社局，配合单位：市教育局、市财政局，完成时限：12月底前）',
];
const pasted = (lines: string[]): string[] =>
  readLines(['任务台账', ...lines, '', '抄送：市委办'].join('\n')).text.split('\n');
const width = (text: string): number => text.replace(/[^\x00-\x7f]/g, '  ').length;
const widest = rows[0]!.map((_, at) => Math.max(...rows.map((row) => width(row[at]!))));

describe('a task table whose cells blanks divide', () => {
  it.each(['　', '    '])('with “%s” for every border keeps its empty cells', (gap) => {
    expect(pasted(rows.map((row) => row.join(gap)))).toEqual(['任务台账', ...read, '', '抄送：市委办']);
    expect(pasted(rows.map((row) => row.join(gap).trimEnd()))).toEqual(['任务台账', ...read, '', '抄送：市委办']);
  });

  it('or upright strokes, keeps its empty cells', () => {
    const lines = rows.map((row) => `| ${row.join(' | ')} |`);
    lines.splice(1, 0, '| --- | --- | --- | --- | --- |');
    expect(pasted(lines).slice(0, 3)).toEqual(['任务台账', ...read]);
  });

  it('whose cells stand under their heads is read by where they stand', () => {
    const lines = rows.map((row) => row.map((cell, at) => cell + ' '.repeat(widest[at]! - width(cell) + 2)).join(''));
    expect(pasted(lines)).toEqual(['任务台账', ...read, '', '抄送：市委办']);
    expect(pasted(lines.map((line) => `  ${line.trimEnd()}`))).toEqual(['任务台账', ...read, '', '抄送：市委办']);
  });

  it('stays as it is where its cells stand under no head, and where no line goes on', () => {
    const askew = [rows[0]!.join('  '), '1  开展春风行动  市人社局  市妇联  年底', '   招聘会  市教育局   工会'];
    expect(pasted(askew).slice(1, 4)).toEqual(askew);
    const whole = [
      rows[0]!.join('　'),
      '1　开展春风行动　市人社局　市妇联　年底',
      '2　技能培训　市人社局　市教育局　年底',
    ];
    expect(pasted(whole).slice(1, 4)).toEqual(whole);
  });
});
