import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const RULE = '二、要求\n各单位要密切配合。责任单位中带“*”的为牵头单位。';
const read = (note: string, rule = RULE) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。${note}\n${rule}`, registry).measures.map(
    ({ mode, lead, leadBasis, responsible, supporting }) =>
      `${mode} ${leadBasis} ${lead?.name} | ${responsible.map(({ name }) => name).join(' ')} | ${supporting.map(({ name }) => name).join(' ')}`,
  );

describe('a plan that marks its leads with a star', () => {
  it('has the starred unit lead wherever in the list it stands, and nobody else', () => {
    const second = ['lead_support stated 市教育局 | 市教育局 | 市财政局 市公安局'];
    expect(read('（责任单位：市财政局、市教育局*、市公安局）')).toEqual(second);
    expect(read('（责任单位：市财政局、*市教育局、市公安局）')).toEqual(second);
    expect(read('（市财政局、市教育局*、市公安局负责）')).toEqual(second);
  });

  it('has several starred units lead together, the first of them named as the lead', () => {
    expect(read('（责任单位：市财政局、市教育局*、市公安局*）')).toEqual([
      'lead_support stated 市教育局 | 市教育局 市公安局 | 市财政局',
    ]);
  });

  it('has the starred one of those who answer for it lead beside helpers', () => {
    expect(read('（责任单位：市财政局、市教育局*；配合单位：市公安局）')).toEqual([
      'lead_support stated 市教育局 | 市教育局 | 市财政局 市公安局',
    ]);
  });

  it('names no lead for a list without a star', () => {
    expect(read('（责任单位：市财政局、市教育局）')).toEqual(['joint first_listed 市财政局 | 市财政局 市教育局 | ']);
  });

  it.each(['注：打*号的单位负责牵头。', '注：带“*”的单位牵头。', '注：有*标注的为牵头单位。', '注：标★者系牵头单位。'])(
    'says so in words such as %s',
    (rule) => {
      const star = rule.includes('★') ? '★' : '*';
      expect(read(`（责任单位：市财政局、市教育局${star}）`, rule)).toEqual([
        'lead_support stated 市教育局 | 市教育局 | 市财政局',
      ]);
    },
  );
});

describe('a cell of leads that marks one of them', () => {
  it('has the marked one lead and the others stand by', () => {
    const one = ['lead_support stated 市教育局 | 市教育局 | 市财政局'];
    expect(read('（牵头单位：市教育局（牵头）、市财政局）', '')).toEqual(one);
    expect(read('（牵头单位：市财政局、市教育局（牵头））', '')).toEqual(one);
  });
});
