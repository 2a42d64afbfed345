import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const plan = (...lines: string[]) => readPlan(['汤阴县2026年重点工作分工', ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  plan(...lines).measures.map(({ responsible, supporting, open, doubtful }) => [
    responsible.map(({ surface }) => surface).join(' '),
    supporting.map(({ surface }) => surface).join(' '),
    open.join('/'),
    doubtful ? '疑' : '',
  ]);

describe('a task table whose cells stand on lines of their own', () => {
  it('needs no running numbers, and its head may be broken over two lines', () => {
    const head = ['主要', '任务', '牵头', '单位', '配合单位', '备注'];
    const first = ['修缮两所村小，添置课桌椅。', '县教育局', '县财政局'];
    const second = ['给困难家庭送去冬煤。', '县民政局', '各乡镇'];
    expect(told(...head, ...first, ...second)).toEqual([
      ['县教育局', '县财政局', '', ''],
      ['县民政局', '', '各乡镇', ''],
    ]);
  });

  it('lets chapters, leaders and merged cells stand between its rows', () => {
    const head = ['牵头领导', '重点工作', '牵头单位', '配合单位', '时限'];
    const rows = ['甲某县长', '一、办好教育', '1.修缮两所村小。', '县教育局', '县财政局', '9月底前'];
    const more = ['2.新建一所夜校。', '县人社局', '县财政局', '持续推进', '二、保障民生', '乙某副县长'];
    const read = plan(...head, ...rows, ...more, '3.送去冬煤。', '县民政局', '县财政局', '年底前').measures;
    expect(read.map(({ no, lead, due, doubtful }) => [no, lead?.name, due, doubtful])).toEqual([
      ['1.1', '县教育局', '2026-09-30', false],
      ['1.2', '县人力资源和社会保障局', null, false],
      ['2.3', '县民政局', '2026-12-31', false],
    ]);
  });

  it('takes a closing stop, a duty and groups of every kind into the cell of units', () => {
    const head = ['工作任务', '具体要求', '|', '责任单位', '|', '时限要求'];
    const first = ['公开决算', '部门决算全部上网。', '县财政局，各乡镇政府负责落实', '持续推进'];
    const second = ['公开政策', '政策解读配图。', '县政府各部门，各乡镇人民政府、街道办事处。', '年底前'];
    const third = ['公开清单', '惠民清单上墙。', '县教育局、县民政局分别牵头落实', '年底前'];
    expect(told(...[...head, ...first, ...second, ...third].flatMap((cell) => [cell, '|']))).toMatchObject([
      ['县财政局', '', '各乡镇政府', ''],
      ['', '', '县政府各部门/各乡镇人民政府/街道办事处', ''],
      ['县教育局 县民政局', '', '', '疑'],
    ]);
  });

  it('keeps what is to be done also where its column stands behind the units', () => {
    const head = ['序号', '项目名称', '牵头单位', '配合单位', '年度目标任务', '备注'];
    const first = ['1', '饮水安全工程', '县水利局', '县财政局、各乡镇', '改造管网28公里，11月底前完工', '续建'];
    const second = ['2', '就业帮扶', '县人社局', '县财政局', '开发公益性岗位120个', '新增'];
    const third = ['3', '法律援助', '县司法局', '县法院、县公安局', '办理援助案件360件', '续建'];
    const { measures, unassigned } = plan(...head, ...first, ...second, ...third);
    expect(measures.map(({ targets, doubtful }) => [...targets.map(({ raw }) => raw), doubtful])).toEqual([
      ['28公里', false],
      ['120个', false],
      ['360件', false],
    ]);
    expect(measures[0]?.deadline?.day).toBe('2026-11-30');
    expect(measures[2]?.text).not.toContain('续建');
    expect(unassigned).toEqual([]);
    const broken = plan(...head, ...first.slice(0, 4), '改造管网28公里，', '11月底前完工', '续建', ...second).measures;
    expect(broken.map(({ deadline, doubtful }) => [deadline?.day, doubtful])).toEqual([
      ['2026-11-30', false],
      [undefined, false],
    ]);
  });

  it('is in doubt where the lines of two cells cannot be told apart, or one cell is empty', () => {
    const head = ['序号', '项目内容', '牵头单位', '协同单位'];
    const first = ['1', '修缮村小。', '县教育局', '柳河镇', '县城投集团', '县财政局'];
    const rows = [...first, '2', '新建夜校。', '县人社局', '/', '3', '疏浚沟渠。', '县水利局'];
    expect(told(...head, ...rows)).toEqual([
      ['县教育局', '柳河镇 县城投集团 县财政局', '', '疑'],
      ['县人社局', '', '', ''],
      ['县水利局', '', '', '疑'],
    ]);
  });

  it('takes days named after festivals for days', () => {
    const head = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'];
    const rows = [
      '1',
      '走访困难工友。',
      '县民政局',
      '——',
      '春节前',
      '2',
      '建立工资台账。',
      '县人社局',
      '县财政局',
      '即时',
    ];
    const { measures } = plan(...head, ...rows, '3', '体检两千人。', '县民政局', '县财政局', '国庆节前');
    expect(measures.map(({ title, due, doubtful }) => [title, due, doubtful])).toEqual([
      ['走访困难工友', null, false],
      ['建立工资台账', null, false],
      ['体检两千人', null, false],
    ]);
  });

  it('takes no task for units, though it ends like one', () => {
    const head = ['序号', '民生实事', '责任单位', '完成时限'];
    const first = ['1', '改造养老院。', '县民政局', '5月底前动工', '开工建设老年大学。', '12月底前'];
    const read = plan(...head, ...first, '2', '新建书房。', '县文旅局', '9月底前');
    expect(read.measures.map(({ no, responsible }) => [no, responsible.length])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(read.doubts.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('老年大学'));
  });

  it('lists a row among others whose units could not be told', () => {
    const head = ['重点任务', '责任单位'];
    const rows = ['1.修缮村小。', '县教育局', '2.疏浚沟渠。', '另行通知', '3.新建夜校。', '县人社局'];
    const read = plan(...head, ...rows);
    expect(read.measures.map(({ lead }) => lead?.name)).toEqual(['县教育局', '县人力资源和社会保障局']);
    expect(read.doubts).toContainEqual(expect.objectContaining({ code: 'note_unread' }));
  });

  it('ends where its cells do: the paragraphs behind it stay as they are', () => {
    const head = ['重点任务', '责任单位'];
    const rows = ['修缮村小。', '县教育局', '新建夜校。', '县人社局'];
    const after = '各单位每季度末报送进展，县政府办公室汇总后通报。';
    expect(told(...head, ...rows, after)).toEqual([
      ['县教育局', '', '', ''],
      ['县人社局', '', '', ''],
    ]);
  });

  it('is no table where nothing behind the head is a unit', () => {
    expect(told('重点任务', '责任单位', '修缮村小', '进展顺利', '新建夜校', '进展顺利')).toEqual([]);
  });
});

describe('working groups of a headquarters', () => {
  it('are a group, no unit', () => {
    const text = '一、抢险。备足沙袋。（牵头单位：县水利局；责任单位：县防汛抗旱指挥部各工作组，各乡镇）';
    expect(told(text)).toEqual([['县水利局', '', '县防汛抗旱指挥部各工作组/各乡镇', '']]);
  });
});

describe('heads that return without end', () => {
  it('cost no more per line than few', () => {
    const page = '重点任务\n责任单位\n清运积雪\n进展顺利\n疏浚沟渠\n县水利局\n查看路灯\n进展顺利\n';
    const cost = (pages: number): number => {
      const before = process.cpuUsage();
      readPlan(page.repeat(pages), registry);
      return process.cpuUsage(before).user;
    };
    cost(300);
    expect(cost(3000) / cost(300)).toBeLessThan(20);
  });
});
