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

  it('is read by the days behind its units where rows have no numbers', () => {
    const head = '任务分解表序号 项目 创建任务 指标分析 责任部门 完成时限 备注';
    const first = '1、旧厂房摸底、建档。市住建局、文旅局、民宗局，各街道、乡镇 2022年 2月 20日';
    const more = '2、结合实际作出处置。 市住建局、水利局 2022年 2月-9 月 无存量旧厂房。市水利局长期';
    expect(told(`${head}${first}${more}`)).toMatchObject([
      ['旧厂房摸底、建档。', '市住房和城乡建设局 市文旅局 市民族宗教事务局', '', '2022-02-20', 'table_columns'],
      [expect.anything(), '市住房和城乡建设局 市水利局', '', expect.anything(), 'table_columns'],
      [expect.anything(), '市水利局', '', null, 'table_columns'],
    ]);
  });

  it('is read by the names behind a full stop where their level is not printed', () => {
    const head = '任务责任分解表序号项目名称主要内容区政府分管领导牵头单位配合单位';
    const first =
      '1增加学位新建学校2所，增加学位500个。甲某某教育局高新区（柳河镇）各街道2修缮老城完成布展。乙某文旅局城投公司轨道公司';
    const more = '推进老街和周边一带的立面整治。丙某某住建局东门街道南门街道4优化养老服务300人。丁某民政局各街道';
    expect(told(head + first + more).map(([, lead, others]) => [lead, others])).toEqual([
      ['教育局', '高新区'],
      ['文旅局', '城投公司 轨道公司'],
      ['住房和城乡建设局', '东门街道 南门街道'],
      ['民政局', ''],
    ]);
  });

  it('ends a row where the next printed line begins with its number, and tells of one that cannot be read', () => {
    const rows = [
      '1推行一日办结市市场监管局市公安局6月底前',
      '2办好书房另行通知9月底前',
      '3推广电子保函市住建局市司法局年底前',
    ];
    const text = `序号任务内容牵头单位责任单位完成时限\n${rows.join('\n')}`;
    expect(told(text).map(([words, lead]) => [words, lead])).toEqual([
      ['推行一日办结。', '市市场监督管理局'],
      ['推广电子保函。', '市住房和城乡建设局'],
    ]);
    expect(plan(text).doubts.some(({ reason }) => reason.includes('办好书房'))).toBe(true);
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
