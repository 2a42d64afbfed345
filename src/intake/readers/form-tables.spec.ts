import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';
import { renderBlocks } from './blocks.js';
import { type Grid, GridBuilder } from './grid.js';
import { readLines } from './text.js';

/** Rows of texts; undefined continues the cell to the left. */
function gridOf(rows: (string | undefined)[][]): Grid {
  const builder = new GridBuilder();
  rows.forEach((row, r) =>
    row.forEach((text, c) => {
      const left = text === undefined ? builder.at(r, c - 1) : undefined;
      if (left) builder.extend(left, r, c);
      else builder.put(r, c, text ?? '');
    }),
  );
  return builder.build();
}

const TITLE = '云岭市2026年农民工工作任务分解表';
const FAIRS = [
  ['工作内容', '办招聘会40场。'],
  ['完成时限', '3月底前'],
  ['责任单位', '市人社局、市总工会'],
];
const WAGES = [
  ['工作内容', '开展欠薪专项检查。'],
  ['完成时限', '6月底前'],
  ['牵头单位', '市住建局'],
  ['配合单位', '市财政局'],
  ['考核分值', '5分'],
  ['联系人', '黄蕾'],
];
const READ = [
  '1. 办招聘会40场。（责任单位：市人社局、市总工会，完成时限：3月底前）',
  '2. 开展欠薪专项检查。（牵头单位：市住建局，配合单位：市财政局，完成时限：6月底前）',
];

describe('a form for each measure, its heads down the left side', () => {
  it('is read as a row: the day under 完成时限 is the measure’s, and the forms count on', () => {
    const { text, notes, rows } = renderBlocks([TITLE, gridOf(FAIRS), '', gridOf(WAGES)]);
    expect(text.split('\n').filter(Boolean)).toEqual([TITLE, ...READ]);
    expect(notes).toEqual(['任务分解表的栏目“联系人”涉及个人信息，未读入。']);
    expect(rows).toEqual([{ line: READ[1], own: [{ column: '考核分值', text: '5分' }] }]);
    const { measures } = readPlan(text, loadUnitRegistry());
    expect(measures.map(({ no, due }) => [no, due])).toEqual([
      ['1', '2026-03-31'],
      ['2', '2026-06-30'],
    ]);
  });

  it('is read so where all forms stand below each other on one sheet, under a title', () => {
    const title = [[TITLE, undefined]];
    const { text } = renderBlocks([gridOf([...title, ...FAIRS, ['', ''], ...WAGES])]);
    expect(text.split('\n')).toEqual([TITLE, ...READ]);
  });

  it('is read so where it was pasted', () => {
    const pasted = [FAIRS, WAGES].map((form) => form.map((row) => row.join('\t')).join('\n')).join('\n\n');
    expect(readLines(`${TITLE}\n${pasted}`).text.split('\n').filter(Boolean)).toEqual([TITLE, ...READ]);
  });

  it('is read so with two heads side by side and 责任单位 merged over its parts', () => {
    const rows = [
      ['任务名称', '春风行动', '完成时限', '3月底前'],
      ['工作内容', '办招聘会40场。', undefined, undefined],
      ['责任单位', '牵头单位', '市人社局', undefined],
      ['责任单位', '配合单位', '市总工会', undefined],
    ];
    expect(renderBlocks([gridOf(rows)]).text).toBe(
      '1. 春风行动。办招聘会40场。（牵头单位：市人社局，配合单位：市总工会，完成时限：3月底前）',
    );
  });

  it('is none where nobody is named, or a row is none of a form', () => {
    const nobodys = [
      ['工作内容', '办招聘会40场。'],
      ['完成时限', '3月底前'],
      ['备注', '无'],
    ];
    expect(renderBlocks([gridOf(nobodys)]).text).toBe('工作内容\t办招聘会40场。\n完成时限\t3月底前\n备注\t无');
    const more = renderBlocks([gridOf([...FAIRS, ['全年累计办招聘会，4月以后另行安排', '40场']])]);
    expect(more.text).toContain('完成时限\t3月底前');
  });

  it('is none where heads stand above their columns', () => {
    const rows = [
      ['工作内容', '责任单位'],
      ['工作任务', '市人社局'],
    ];
    expect(renderBlocks([gridOf(rows)]).text).toBe('1. 工作任务。（责任单位：市人社局）');
  });
});
