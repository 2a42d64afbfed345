import { describe, expect, it } from '@jest/globals';
import { GridBuilder } from '../readers/grid.js';
import { taskTableLines } from '../readers/task-table.js';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

/** The measure that a 任务分解表 of one task gives. */
function measure(task: string, goal: string, label = '目标') {
  const grid = new GridBuilder();
  const rows = [
    ['序号', '具体举措', label, '牵头单位'],
    ['1', task, goal, '市人社局'],
  ];
  rows.forEach((row, r) => row.forEach((text, c) => grid.put(r, c, text)));
  const lines = taskTableLines(grid.build())?.lines ?? [];
  const text = ['青禾市2026年农民工工作任务分解表', '一、促进就业', ...lines].join('\n');
  const [read] = readPlan(text, loadUnitRegistry()).measures;
  if (!read) throw new Error('no measure was read');
  return read;
}

const brief = (task: string, goal: string, label?: string): string[] =>
  measure(task, goal, label).targets.map(({ metric, op, value, unit }) => `${metric} ${op}${value}${unit ?? ''}`);
const codes = (task: string, goal: string): string[] => measure(task, goal).doubts.map(({ code }) => code);

describe('the 目标 column of a 任务分解表', () => {
  it.each([
    ['开展农民工职业技能培训', '2.6万人次以上', ['农民工职业技能培训 >=26000人次']],
    ['新建劳务品牌', '5个', ['新建劳务品牌 =5个']],
    ['办理法律援助案件', '800件以上', ['办理法律援助案件 >=800件']],
    ['开展农民工职业技能培训', '培训2.6万人次，取证率80%', ['培训 =26000人次', '取证率 =80%']],
  ])('gives the target, named after the task: %s, %s', (task, goal, expected) => {
    expect(brief(task, goal)).toEqual(expected);
    expect(codes(task, goal)).toEqual([]);
  });

  it('is read under its other heads too', () => {
    expect(brief('新建劳务品牌', '5个', '完成标志')).toEqual(['新建劳务品牌 =5个']);
    expect(brief('新建劳务品牌', '5个', '目标值')).toEqual(['新建劳务品牌 =5个']);
    expect(brief('新建劳务品牌', '5个', '目标/完成标志')).toEqual(['新建劳务品牌 =5个']);
    expect(brief('新建劳务品牌', '5个', '年度目标（完成标准）')).toEqual(['新建劳务品牌 =5个']);
  });

  it('is read year by year, each figure with the end of its year', () => {
    const grid = new GridBuilder();
    const rows = [
      ['序号', '工作任务', '2026年目标', '2027年', '责任单位'],
      ['1', '新建劳务品牌', '5个', '7个', '市人社局'],
      ['2', '城镇登记失业率', '4.5%以内', '4.5%以内', '市人社局'],
    ];
    rows.forEach((row, r) => row.forEach((text, c) => grid.put(r, c, text)));
    const lines = taskTableLines(grid.build())?.lines ?? [];
    const { measures } = readPlan(['青禾市2026年工作任务分解表', ...lines].join('\n'), loadUnitRegistry());
    const figures = measures.map(({ targets }) => targets.map(({ metric, value, by }) => [metric, value, by]));
    expect(figures).toEqual([
      [
        ['新建劳务品牌', 5, '2026-12-31'],
        ['新建劳务品牌', 7, '2027-12-31'],
      ],
      [
        ['城镇登记失业率', 4.5, '2026-12-31'],
        ['城镇登记失业率', 4.5, '2027-12-31'],
      ],
    ]);
  });

  it('has the unit that the task prints in brackets', () => {
    expect(brief('发放创业担保贷款（万元）', '6000')).toEqual(['发放创业担保贷款 =60000000元']);
    expect(brief('培训农民工（人次）', '≥6000')).toEqual(['培训农民工 >=6000人次']);
    expect(codes('发放创业担保贷款（万元）', '6000')).toEqual([]);
    expect(brief('发放创业担保贷款（万元）', '6000万元')).toEqual(['发放创业担保贷款 =60000000元']);
  });

  it('of a year before the plan’s tells what was reached, and is no target', () => {
    expect(brief('新建劳务品牌', '4个', '2025年目标')).toEqual([]);
    expect(measure('新建劳务品牌', '4个', '2025年目标').doubts).toEqual([]);
    expect(brief('新建劳务品牌', '5个', '2026年目标')).toEqual(['新建劳务品牌 =5个']);
  });

  it('says once what the task says already', () => {
    expect(brief('新建劳务品牌5个', '5个')).toEqual(['新建劳务品牌 =5个']);
    expect(brief('办理法律援助案件800件以上', '800件')).toEqual(['办理法律援助案件 >=800件']);
  });

  it('asks where the task has several clauses or one name would stand for several figures', () => {
    expect(codes('送岗下乡，举办招聘会', '12场')).toEqual(['target_named']);
    expect(codes('开展培训', '500人；60%')).toEqual(['target_named', 'target_named']);
  });

  it.each(['见附表2', '12', '至少五个'])('asks about a figure that is not understood: %s', (goal) => {
    expect(codes('举办招聘会', goal)).toEqual(['goal_unread']);
  });

  it.each(['长期坚持', '应签尽签', '2026年底前建成'])('has no question where no figure stands: %s', (goal) => {
    expect(codes('推进劳动合同管理', goal)).toEqual([]);
  });
});

describe('a figure that names nothing', () => {
  it('is a question to the coordinator, with its place in the text', () => {
    const text = '青禾市2026年农民工工作要点\n一、促进就业\n（一）办好夜校。坚持常态，累计达到20所。（市教育局负责）';
    const { measures, text: source } = readPlan(text, loadUnitRegistry());
    const [doubt] = measures[0]?.doubts ?? [];
    expect(doubt).toMatchObject({ code: 'target_unnamed', field: 'targets' });
    expect(source.slice(...(doubt?.span ?? [0, 0]))).toBe('20所');
  });
});
