import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) => {
  const { measures, doubts } = readPlan(['宁海县2022年民生实事责任分工', ...lines].join('\n'), registry);
  const read = measures.map(({ no, text, responsible }) =>
    [no, text, responsible.map(({ name }) => name).join(' ')].join('|'),
  );
  return [...read, ...doubts.filter(({ code }) => /unread/.test(code)).map(({ reason }) => reason)];
};

describe('a table with one cell on a line and a column of persons', () => {
  const rows = [
    '1',
    '农村危桥改造',
    '县交通运输局',
    '甲某某',
    '2',
    '老年助餐服务',
    '县民政局',
    '县卫健局',
    '乙某某',
    '3',
    '养老服务',
    '县民政局',
    '丙某',
  ];

  it('takes a task as short as a name for a task where persons stand behind the units', () => {
    expect(told('序号', '项目名称', '责任单位', '责任人', ...rows)).toEqual([
      '1|农村危桥改造。|县交通运输局',
      '2|老年助餐服务。|县民政局 县卫生健康局',
      '3|养老服务。|县民政局',
    ]);
  });

  it('and for a task where they stand between task and units', () => {
    const led = ['1', '农村危桥改造', '甲某某', '县交通运输局', '2', '养老服务', '乙某', '县民政局'];
    expect(told('序号', '项目名称', '责任领导', '责任单位', ...led)).toEqual([
      '1|农村危桥改造。|县交通运输局',
      '2|养老服务。|县民政局',
    ]);
  });
});

describe('cells of a table', () => {
  it('are running numbers in Chinese numerals too', () => {
    const rows = ['一', '农村危桥改造', '县交通运输局', '二', '养老服务', '县民政局', '三', '学位扩容', '县教育局'];
    expect(told('序号', '项目名称', '责任单位', ...rows)).toEqual([
      '1|农村危桥改造。|县交通运输局',
      '2|养老服务。|县民政局',
      '3|学位扩容。|县教育局',
    ]);
  });

  it('are units though their name begins like a task', () => {
    const rows = ['1', '消费价格涨幅3%', '发展改革委', '2', '新增就业5000人', '人社局'];
    expect(told('序号', '主要指标', '责任单位', ...rows).map((row) => row.split('|')[2])).toEqual([
      '县发展和改革委员会',
      '县人力资源和社会保障局',
    ]);
  });
});

describe('a line of sums in a table', () => {
  it.each(['合计\t3项', '合计：3项', '总计\t\t3项\t', '小计 3项'])('“%s” is no task and no words of one', (sum) => {
    const rows = ['1\t危桥改造\t县交通运输局\t6月底', '2\t养老服务\t县民政局\t持续', '3\t学位扩容\t县教育局\t8月底'];
    expect(told('序号\t任务\t责任单位\t完成时限', ...rows, sum)).toEqual([
      '1|危桥改造。|县交通运输局',
      '2|养老服务。|县民政局',
      '3|学位扩容。|县教育局',
    ]);
  });

  it('is none where it stands in one line for each cell', () => {
    const rows = ['1', '危桥改造', '县交通运输局', '小计', '1项', '2', '养老服务', '县民政局', '合计', '2项'];
    expect(told('序号', '任务', '责任单位', ...rows)).toEqual(['1|危桥改造。|县交通运输局', '2|养老服务。|县民政局']);
  });
});

describe('the row of a table that sums the others up', () => {
  const tasks = (between: string, ...sum: string[]) => {
    const rows = [
      ['序号', '工作任务', '牵头单位', '配合单位'],
      ['1', '举办招聘会30场', '市人社局', '市总工会'],
      ['2', '开办夜校20所', '市教育局', '市财政局'],
      sum,
    ];
    const text = ['太原市2025年务工人员服务任务分解表', ...rows.map((cells) => cells.join(between))].join('\n');
    const { measures, unassignedClauses } = readPlan(text, loadUnitRegistry());
    return [...measures, ...(unassignedClauses ?? [])].map(({ title }) => title);
  };

  it.each(['|', '\t'])('is no task, numbered or not, with units or without (cells divided by %j)', (between) => {
    for (const sum of [
      ['合计', '6项', '', ''],
      ['合计 6项', '', '', ''],
      ['3', '合计', '6项', ''],
      ['', '小计', '6项', ''],
      ['总计', '6项', '市人社局', ''],
    ])
      expect(tasks(between, ...sum)).toEqual(['举办招聘会30场', '开办夜校20所']);
  });
});
