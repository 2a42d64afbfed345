import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(`衢州市2022年重点任务分工表\n${lines.join('\n')}`, registry).measures.map(
    ({ no, text, responsible, supporting, due, doubtful }) => {
      const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
      return [no, text, names(responsible), names(supporting), due, doubtful];
    },
  );

describe('a table whose every cell stands on a line of its own with its head before it', () => {
  const cells = [
    ['序号', '1'],
    ['重点任务', '办好夜校。'],
    ['责任主体', '市教育局'],
    ['责任人', '甲某'],
    ['配合单位', '市财政局、各县（市、区）'],
    ['督办单位', '市政府督查室'],
    ['完成时限', '6月底前'],
    ['序号', '2'],
    ['重点任务', '建设球场8处。'],
    ['责任主体', '市体育局'],
    ['责任人', '乙某'],
    ['配合单位', '同上'],
    ['备注', '含改建'],
  ];
  const expected = [
    ['1', '办好夜校。', '市教育局', '市财政局', '2022-06-30', false],
    ['2', '建设球场8处。', '市体育局', '市财政局', null, false],
  ];

  it.each(['：', '|', ' | '])('divided by “%s” is read row by row', (mark) => {
    expect(told(...cells.map((pair) => pair.join(mark)))).toEqual(expected);
  });

  it('is none where a label only says who does the clause above it', () => {
    const lines = [
      '一、任务',
      '1.办好夜校。',
      '责任单位：市教育局',
      '完成时限：6月底前',
      '2.建设球场。',
      '责任单位：市体育局',
    ];
    expect(told(...lines).map(([no, , lead]) => [no, lead])).toEqual([
      ['1.1', '市教育局'],
      ['1.2', '市体育局'],
    ]);
  });
});
