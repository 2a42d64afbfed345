import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) =>
  readPlan(['衢州市2024年稳就业实施方案', '一、重点任务', ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  read(...lines).measures.map(({ no, title, text, responsible, targets, doubts }) => [
    no,
    title,
    text.replaceAll('\n', '/'),
    responsible.map(({ surface }) => surface).join(' '),
    targets.map(({ value }) => value).join(' '),
    doubts.map(({ code }) => code).join(' '),
  ]);
const ALL = '1.开展检查2次；/2.通报案例10件；/3.建立机制。';

describe('a list closed by one note', () => {
  it.each([
    ['on the line below', ['3.建立机制。', '责任单位：市民政局、市公安局']],
    ['at the end of its last item', ['3.建立机制。（责任单位：市民政局、市公安局）']],
  ])('%s is one task where semicolons part its items', (_, end) => {
    const lines = ['（一）强化监管', '1.开展检查2次；', '2.通报案例10件；', ...end];
    expect(told(...lines)).toEqual([['1.1', '强化监管', ALL, '市民政局 市公安局', '2 10', '']]);
    expect(read(...lines).unassigned).toEqual([]);
  });

  it('on the line below is one task where no item of the plan has a note of its own', () => {
    const lines = [
      '（一）兜底帮扶。做好下列工作。',
      '1.开发岗位300个。',
      '2.清零零就业家庭。',
      '（责任单位：市民政局）',
    ];
    expect(told(...lines)).toEqual([
      ['1.1', '兜底帮扶', '做好下列工作。/1.开发岗位300个。/2.清零零就业家庭。', '市民政局', '300', ''],
    ]);
  });

  it('is asked about where other items have notes of their own', () => {
    const own = ['（一）扩大就业', '1.办好夜校。（市教育局负责）', '2.办好网课。（市总工会负责）'];
    const [, , list] = told(...own, '（二）兜底帮扶', '1.开发岗位300个。', '2.走访200户。', '责任单位：市民政局');
    expect(list).toEqual(['1.2', '兜底帮扶', '1.开发岗位300个。/2.走访200户。', '市民政局', '300 200', 'note_scope']);
  });

  it('may be one of sub-points', () => {
    expect(told('1.办好夜校。', '（1）开课30门；', '（2）招生500人。', '责任单位：市教育局')).toEqual([
      ['1.1', '办好夜校', '（1）开课30门；/（2）招生500人。', '市教育局', '30 500', ''],
    ]);
  });

  it('is none where the note stands in the last item, or the items are sections', () => {
    const items = ['（一）兜底帮扶', '1.开发岗位300个。', '2.走访200户。责任单位：市民政局'];
    expect(told(...items).map(([no]) => no)).toEqual(['1.1.2']);
    const sections = ['（一）开发岗位。设岗300个。', '（二）走访慰问。走访200户。', '责任单位：市民政局'];
    expect(told(...sections).map(([no]) => no)).toEqual(['1.2']);
    expect(read(...sections).unassigned).toEqual(['1.1 开发岗位']);
  });
});

describe('a note alone below items that have notes of their own', () => {
  const items = ['（一）畅通渠道。', '1.开通热线。（市民政局负责）', '2.设立窗口。（市司法局负责）'];

  it('is the heading’s, to be looked at', () => {
    expect(told(...items, '牵头单位：市总工会')).toEqual([
      ['1.1', '畅通渠道', '畅通渠道。', '市总工会', '', 'note_scope'],
      ['1.1.1', '开通热线', '开通热线。', '市民政局', '', ''],
      ['1.1.2', '设立窗口', '设立窗口。', '市司法局', '', ''],
    ]);
  });

  it('is asked about where line breaks are lost and nothing stands before it', () => {
    const flat = told(`${items.join('')}牵头单位：市总工会`);
    expect(flat.map(([no, , text, , , doubt]) => [no, text, doubt])).toEqual([
      ['1.1.1', '开通热线。', ''],
      ['1.1.2.1', '设立窗口。', ''],
      ['1.1.2.2', '', 'note_scope'],
    ]);
  });

  it('is the last item’s where it only names who helps', () => {
    expect(told(...items, '配合单位：市总工会').map(([no]) => no)).toEqual(['1.1.1', '1.1.2.1', '1.1.2.2']);
  });
});
