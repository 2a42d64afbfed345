import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';
import { withTables } from './tabbed-rows.js';

const registry = loadUnitRegistry();
const TITLE = '太原市2026年农民工工作任务分解表';
const HR = '市人力资源和社会保障局';

/** What is to be reached, and what is asked about it, of a table of these columns between 序号 and 责任单位. */
const read = (heads: string[], ...rows: string[][]) => {
  const table = [['序号', ...heads, '责任单位'], ...rows.map((cells, at) => [`${at + 1}`, ...cells, HR])];
  const { text } = withTables([`关于印发《${TITLE}》的通知`, TITLE, ...table.map((row) => row.join('\t'))].join('\n'));
  return readPlan(text, registry).measures.map(({ targets, doubts }) => [
    ...targets.map(({ metric, op, value, unit }) => [metric, op, value, unit].join(' ')),
    ...doubts.map(({ code }) => code),
  ]);
};

describe('目标任务 beside 重点工作', () => {
  it('names what the figure of the next column counts', () => {
    const rows = [
      ['稳就业', '城镇新增就业', '5000', '人'],
      ['抓培训', '职业技能培训', '20000', '人次'],
    ];
    expect(read(['重点工作', '目标任务', '目标值', '计量单位'], ...rows)).toEqual([
      ['城镇新增就业 = 5000 人'],
      ['职业技能培训 = 20000 人次'],
    ]);
  });

  it('is a column of goals where it holds figures', () => {
    expect(read(['重点工作', '目标任务'], ['技能培训', '2万人次'], ['零工市场', '建成6个'])).toEqual([
      ['技能培训 = 20000 人次'],
      ['零工市场 = 6 个'],
    ]);
    expect(read(['重点工作', '目标任务（万人次）'], ['技能培训', '2'], ['职业指导', '0.8'])).toEqual([
      ['技能培训 = 20000 人次'],
      ['职业指导 = 8000 人次'],
    ]);
  });

  it('stays the task where it has words', () => {
    const rows = [
      ['零工市场', '完善零工市场功能，规范日常管理'],
      ['技能培训', '组织订单培训'],
    ];
    expect(read(['重点工作', '目标任务'], ...rows)).toEqual([[], []]);
  });
});

describe('增幅（%） beside what is to be reached', () => {
  const rows = [
    ['城镇新增就业', '5000人', '5'],
    ['失业保险基金支出', '300万元', '-3'],
    ['清欠率', '98%', '—'],
    ['技能培训', '2万人次', '8以上'],
  ];

  it('is a goal of its own', () => {
    const both = [
      ['城镇新增就业 = 5000 人', '城镇新增就业增长 = 5 %'],
      ['失业保险基金支出 = 3000000 元', '失业保险基金支出下降 = 3 %'],
      ['清欠率 = 98 %'],
      ['技能培训 = 20000 人次', '技能培训增长 >= 8 %'],
    ];
    expect(read(['指标名称', '2026年目标', '增幅（%）'], ...rows)).toEqual(both);
    expect(read(['指标名称', '2026年目标', '2026年增长目标（%）'], ...rows)).toEqual(both);
  });

  it('grows with what its cell names, and with what the task names where the head has the measure word', () => {
    expect(read(['重点工作', '目标任务', '增速'], ['外贸', '进出口总额500亿元', '6%左右'])).toEqual([
      ['进出口总额 = 50000000000 元', '进出口总额增长 ~ 6 %'],
    ]);
    expect(read(['主要指标', '2026年目标', '增速'], ['生产总值（亿元）', '500', '5%'])).toEqual([
      ['生产总值 = 50000000000 元', '生产总值增长 = 5 %'],
    ]);
  });

  it('is none where it tells of what was reached, or has no sign of a share', () => {
    expect(read(['指标名称', '2025年完成', '增幅（%）'], ['城镇新增就业', '4800人', '5'])).toEqual([[]]);
    expect(read(['指标名称', '2026年目标', '增幅'], ['城镇新增就业', '5000人', '5'])).toEqual([
      ['城镇新增就业 = 5000 人'],
    ]);
    expect(read(['指标名称', '2026年目标', '增幅（%）'], ['城镇新增就业', '5000人', '0.05'])).toEqual([
      ['城镇新增就业 = 5000 人'],
    ]);
  });
});
