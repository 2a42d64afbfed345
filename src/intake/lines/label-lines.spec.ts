import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const parts = (note: string): string[] => {
  const text = `太原市2022年工作方案\n一、重点任务\n（一）办好夜校。增加课程，方便职工。\n${note}\n（二）建好驿站。（责任单位：市民政局）\n`;
  const [first] = readPlan(text, registry).measures;
  const names = (units: readonly { name: string }[] = []): string => units.map(({ name }) => name).join(' ');
  return [names(first?.responsible), names(first?.supporting), first?.open.join(' ') ?? ''];
};

describe('labels and units on lines of their own', () => {
  it.each([
    ['责任单位：\n市财政局\n市公安局', ['市财政局 市公安局', '', '']],
    ['牵头单位：市财政局；配合单位：\n市公安局、市司法局，各县区', ['市财政局', '市公安局 市司法局', '各县区']],
    ['主办单位：市财政局\n协办单位：市公安局、各县（市、区）政府', ['市财政局', '市公安局', '各县（市、区）政府']],
    ['牵头单位：市财政局；配合单位：市公安局、各县\n（市、区）', ['市财政局', '市公安局', '各县（市、区）']],
    ['责任单位\n市财政局、市公安局', ['市财政局 市公安局', '', '']],
    ['牵头单位\n市财政局\n配合单位\n市公安局、市司法局', ['市财政局', '市公安局 市司法局', '']],
    ['承办单位：市财政局；协办单位：市公安局', ['市财政局', '市公安局', '']],
    ['方便职工。牵\n头单位：市财政局；配合\n单位：市公安局、各县区', ['市财政局', '市公安局', '各县区']],
    [
      '方便职工。责任单位：市财政局、市公安局\n以上措施由市财政局负责跟踪调度，市政府督查室督查。',
      ['市财政局 市公安局', '', ''],
    ],
    ['方便职工。\n承办单位：阳曲县人民政府', ['阳曲县人民政府', '', '']],
    ['方便职工。\n牵头单位：市财政局\n承办单位：阳曲县人民政府', ['市财政局', '阳曲县人民政府', '']],
    ['方便职工。牵头单位：市财政局\n责任单位：市公安局、各县区', ['市财政局', '市公安局', '各县区']],
  ])('%j', (note, expected) => expect(parts(note)).toEqual(expected));
});

describe('who runs a web page', () => {
  it.each([
    '\n主办单位：太原市人民政府办公室 承办单位：太原市大数据中心\n',
    '\n主办：太原市人民政府 承办：太原市政府办公室\n',
    '\n公开责任部门：市政府办公室\n',
    '\n承办单位：阳曲县人民政府\n',
    '主办单位：太原市人民政府办公室承办单位：太原市大数据中心',
  ])('is no unit of the last task: %j', (footer) => {
    const text = `太原市2022年工作方案\n一、重点任务\n（一）办好夜校。（责任单位：市财政局）${footer}`;
    const { measures } = readPlan(text, registry);
    expect(measures.map(({ responsible }) => responsible.map(({ name }) => name))).toEqual([['市财政局']]);
  });
});

describe('a line that begins like a button of a web page', () => {
  it.each(['关闭违规加工点20家，全面清查。（市应急局负责）', '打印宣传册5000份，送到工地。（责任单位：市民政局）'])(
    'is a task where it says something: %s',
    (line) => {
      const text = `太原市2022年工作方案\n一、重点任务\n（一）办好夜校。（责任单位：市财政局）\n（二）清查工地。\n${line}\n分享到：\n打印 关闭\n`;
      expect(readPlan(text, registry).measures).toHaveLength(2);
    },
  );
});

describe('a day with a label of its own below the units', () => {
  it.each(['完成时间：2022年6月底前', '完成时限：2022年6月底前', '办结期限：2022年6月底前'])(
    'belongs to the note: %s',
    (line) => {
      for (const units of ['\n责任单位：市财政局', '牵头单位：市财政局，责任单位：市公安局', '责任单位：市财政局']) {
        const text = `太原市2022年工作方案\n一、重点任务\n（一）办好夜校。增加课程。${units}\n${line}\n（二）建好驿站。（责任单位：市民政局）\n`;
        const { measures } = readPlan(text, registry);
        expect([measures.length, measures[0]?.text, measures[0]?.due]).toEqual([2, '增加课程。', '2022-06-30']);
      }
    },
  );
});
