import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const plan = (text: string) => readPlan(`衢州市2022年重点任务分解\n${text}`, registry);
const told = (text: string) =>
  plan(text).measures.map(({ text: words, responsible, supporting, due, doubts }) => {
    const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
    return [words, names(responsible), names(supporting), due, doubts.map(({ code }) => code).join()];
  });

describe('a table that lost everything between its cells', () => {
  it('is read by the registered units and the days that its rows end in, in doubt', () => {
    const rows =
      '1推行开办一日办结市市场监管局市公安局、市税务局6月底前2新建2所学校市教育局市财政局9月底前3推广电子保函市住建局市司法局年底前';
    expect(told(`序号任务内容牵头单位责任单位完成时限${rows}`)).toEqual([
      ['推行开办一日办结。', '市市场监督管理局', '市公安局 市税务局', '2022-06-30', 'table_columns'],
      ['新建2所学校。', '市教育局', '市财政局', '2022-09-30', 'table_columns'],
      ['推广电子保函。', '市住房和城乡建设局', '市司法局', '2022-12-31', 'table_columns'],
    ]);
  });

  it('without numbers too, and where the break between two rows is lost', () => {
    const rows =
      '改造老旧小区市住建局市水利局、市财政局加强河湖治理市水利局市生态环境局\n建设停车系统市城管局各县区政府';
    expect(told(`重点任务责任单位配合单位\n${rows}`)).toEqual([
      ['改造老旧小区。', '市住房和城乡建设局', '市水利局 市财政局', null, 'table_columns'],
      ['加强河湖治理。', '市水利局', '市生态环境局', null, 'table_columns'],
      ['建设停车系统。', '市城市管理局', '', null, 'table_columns'],
    ]);
  });

  it('puts more lists than columns into the last column', () => {
    const rows = '改造老旧小区市住建局市水利局市财政局\n加强河湖治理市水利局市财政局';
    const [first] = told(`重点任务牵头单位配合单位\n${rows}`);
    expect(first?.slice(1, 3)).toEqual(['市住房和城乡建设局', '市水利局 市财政局']);
  });

  it('is told of where its rows cannot be read, wherever its head stands', () => {
    const codes = (text: string) =>
      plan(`一、任务\n1.办好夜校。（市教育局负责）\n${text}`).doubts.map(({ code }) => code);
    expect(codes('重点任务责任单位配合单位\n改造老旧小区住建办\n治理河湖水利站')).toContain('table_unread');
    expect(codes('二、附表\n任务分解表序号项目创建任务责任部门完成时限1、既有建筑摸底县住房办2014年')).toContain(
      'table_unread',
    );
    expect(codes('二、附表\n没有任务表。')).not.toContain('table_unread');
  });
});

describe('separators that a copy spoilt', () => {
  it.each(['→', '·', '>', '丶', '--', '。', '.', '；', '/', '|'])('“%s” between units parts them', (mark) => {
    const units = ['市人社局', '市财政局', '市民政局'].join(mark);
    expect(told(`一、任务\n1.办好夜校。（${units}按职责分工负责）`)).toMatchObject([
      [expect.anything(), '市人力资源和社会保障局 市财政局 市民政局', '', null, ''],
    ]);
  });
});
