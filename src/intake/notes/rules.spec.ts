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
});
