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

  it('is read with 以下同 as well', () => {
    const ruled = '2.张贴须知。（市教育局、市财政局，列首位的为牵头单位，以下同）';
    expect(leads(first, ruled, last)).toEqual(['first_listed 2', 'stated 1', 'stated 1']);
  });

  it('governs nothing before a note that was not read, and what is behind with 下同 alone', () => {
    const unread = (rule: string) => `2.张贴须知。（市教育局、市财政局齐心盯紧，${rule}）`;
    expect(leads(first, unread('列首位的为牵头单位'), last)).toEqual(['first_listed 2', 'first_listed 2']);
    expect(leads(first, unread('列首位的为牵头单位，下同'), last)).toEqual(['first_listed 2', 'stated 1']);
  });

  it('is no note itself in brackets of its own, and told to nobody', () => {
    const { doubts } = readPlan(`衢州市2024年工作方案\n一、任务\n${first}\n（列首位的为牵头单位，以下同）`, registry);
    expect(doubts.map(({ code }) => code)).not.toContain('note_unread');
  });
});
