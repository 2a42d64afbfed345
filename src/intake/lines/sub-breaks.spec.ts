import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = '宁海县2025年优化营商环境方案';
const told = (text: string) =>
  readPlan(text, registry).measures.map(({ no, title, text: words, note, due }) =>
    [no, title, words, note, due].filter(Boolean).join('|'),
  );

describe('points counted （1） whose line breaks were lost', () => {
  it('begin behind the day of the note before them, and behind a heading', () => {
    const text =
      `${HEAD}\n一、重点任务1.市场准入（1）简化登记。推行全程网办。牵头部门：县市场监管局配合单位：县税务局完成时限：2025年12月底前` +
      '（2）规范注销。公布流程。责任单位：县市场监管局完成时限：长期2.经营场所（3）便利过户。一窗受理。责任单位：县住建局完成时限：2025年6月底';
    expect(told(text)).toEqual([
      '1.1.1|简化登记|推行全程网办。|牵头部门：县市场监管局配合单位：县税务局完成时限：2025年12月底前|2025-12-31',
      '1.1.2|规范注销|公布流程。|责任单位：县市场监管局完成时限：长期',
      '1.2.3|便利过户|一窗受理。|责任单位：县住建局完成时限：2025年6月底|2025-06-30',
    ]);
  });

  it('begin behind a note in brackets', () => {
    const text = `${HEAD}一、重点任务1.市场准入（1）简化登记。（县市场监管局负责）（2）规范注销。（责任单位：县税务局）。（3）便利过户。（县住建局牵头）`;
    expect(told(text)).toEqual([
      '1.1.1|简化登记|简化登记。|县市场监管局负责',
      '1.1.2|规范注销|规范注销。|责任单位：县税务局',
      '1.1.3|便利过户|便利过户。|县住建局牵头',
    ]);
  });

  it('stay in their clause where one note behind the last of them is for all', () => {
    const text = `${HEAD}\n一、重点任务\n1.简化登记（1）全程网办。（2）一日办结。（3）免费刻章。（县市场监管局负责）`;
    expect(told(text)).toEqual(['1.1|简化登记（1）全程网办|（2）一日办结。（3）免费刻章。|县市场监管局负责']);
  });
});
