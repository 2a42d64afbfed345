import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const UNITS = '（责任单位：市教育局、市财政局）';
const leads = (...lines: string[]) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n${lines.join('\n')}`, registry).measures.map(
    ({ leadBasis, responsible }) => `${leadBasis} ${responsible.length}`,
  );

describe('a rule of who leads', () => {
  const first = `1.办好夜校。${UNITS}`;
  const last = `3.清扫校园。${UNITS}`;

  it('governs its note alone where it stands in one', () => {
    const ruled = '2.张贴须知。（责任单位：市教育局、市财政局，排第一位的为牵头单位）';
    expect(leads(first, ruled, last)).toEqual(['first_listed 2', 'stated 1', 'first_listed 2']);
  });

  it('governs from there on with 下同', () => {
    const ruled = '2.张贴须知。（责任单位：市教育局、市财政局，排第一位的为牵头单位，下同）';
    expect(leads(first, ruled, last)).toEqual(['first_listed 2', 'stated 1', 'stated 1']);
  });

  it('governs all in a paragraph of its own, also at the end', () => {
    expect(leads(first, last.replace('3', '2'), '注：责任单位中排第一位的为牵头单位。')).toEqual([
      'stated 1',
      'stated 1',
    ]);
  });

  it('is read with 以下同 as well', () => {
    const ruled = '2.张贴须知。（市教育局、市财政局，列首位的为牵头单位，以下同）';
    expect(leads(first, ruled, last)).toEqual(['first_listed 2', 'stated 1', 'stated 1']);
  });

  it('governs nothing before a note that was not read, and what is behind with 下同 alone', () => {
    const unread = (rule: string) => `2.张贴须知。（市教育局、市财政局齐心盯紧，${rule}）`;
    expect(leads(first, unread('列首位的为牵头单位'), last)).toEqual(['first_listed 2', 'first_listed 2']);
    expect(leads(first, unread('列首位的为牵头单位，下同'), last)).toEqual(['first_listed 2', 'stated 1']);
  });

  it('is no note itself in brackets of its own, and told to nobody', () => {
    const { doubts } = readPlan(`衢州市2024年工作方案\n一、任务\n${first}\n（列首位的为牵头单位，以下同）`, registry);
    expect(doubts.map(({ code }) => code)).not.toContain('note_unread');
  });
});

describe('a group that a rule gives every task to', () => {
  const open = (rule: string) =>
    readPlan(
      `衢州市人民政府关于印发衢州市2024年工作方案任务分工的通知\n各县（市、区）人民政府：\n现将任务分工印发给你们。${rule}\n衢州市人民政府\n2024年3月1日\n衢州市2024年工作方案\n一、任务\n1.办好夜校。${UNITS}\n2.张贴须知。（市公安局负责）`,
      registry,
    ).measures.map((one) => one.open);

  it.each(['不再逐项列出', '不再逐条列示', '不再一一列出', '下同'])(
    'is told by the covering notice too: %s',
    (words) => {
      const places = '各县（市、区）人民政府';
      expect(open(`（具体任务均涉及${places}，${words}）`)).toEqual([[places], [places]]);
    },
  );

  it('is not told by what the notice asks of the places', () => {
    expect(open('各县（市、区）均要建立台账，由专人负责，不再另行发文。')).toEqual([[], []]);
  });

  it.each([
    ['（以下任务列首位的为牵头单位，各县（市、区）按属地责任抓好落实，不再逐条列出）', '各县（市、区）'],
    ['下列任务中，列首位的单位为牵头单位，其余为配合单位；各县（市、区）均需落实。', '各县（市、区）'],
    ['以下各项任务各县（市、区）人民政府均为责任单位，不再一一列出。', '各县（市、区）人民政府'],
    ['各项任务均需各县（市、区）人民政府贯彻落实，不再单独列出。', '各县（市、区）人民政府'],
  ])('is told by words about all tasks, which are no task themselves: %s', (rule, places) => {
    const tasks = `1.办好夜校。${UNITS}\n2.张贴须知。（市公安局负责）`;
    const { measures } = readPlan(`衢州市2024年工作方案\n一、任务\n${rule}\n${tasks}`, registry);
    expect(measures.map(({ title, open: groups }) => [title, groups])).toEqual([
      ['办好夜校', [places]],
      ['张贴须知', [places]],
    ]);
  });

  it('is told by a remark below the tasks, which makes none either', () => {
    const tasks = '1.办好夜校。（★市教育局、市财政局）\n2.张贴须知。（市财政局、★市公安局）';
    const remark = '注：带★的为牵头单位，各县（市、区）人民政府按职责抓好落实。';
    const { measures } = readPlan(`衢州市2024年工作方案\n一、任务\n${tasks}\n${remark}`, registry);
    expect(measures.map(({ lead, open: groups }) => [lead?.surface, groups])).toEqual([
      ['市教育局', ['各县（市、区）人民政府']],
      ['市公安局', ['各县（市、区）人民政府']],
    ]);
  });

  it('is no other group where the places are told to do something of their own', () => {
    const duty = '各项工作中，各县（市、区）要按时组织实施。';
    const { measures } = readPlan(`衢州市2024年工作方案\n一、任务\n${duty}\n1.办好夜校。${UNITS}`, registry);
    expect(measures.at(-1)?.open).toEqual([]);
  });
});
