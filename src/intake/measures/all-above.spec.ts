import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const HEAD = '平遥县2021年农民工工作要点\n2021年5月8日\n一、促进就业\n';
const asked = (...lines: string[]): (readonly [string, boolean])[] =>
  readPlan(HEAD + lines.join('\n'), loadUnitRegistry()).measures.map(
    ({ note, doubts }) => [note, doubts.some(({ code }) => code === 'note_scope')] as const,
  );

describe('a note that says it is of all above', () => {
  it.each([
    '注：以上任务均由县人社局牵头，县财政局配合。',
    '以上工作由县人社局负责。',
    '以上各项责任单位：县人社局、县财政局',
  ])('is asked about, since one clause alone has it: %s', (line) => {
    const found = asked('1.落实资金。做好资金拨付。', '2.推进就业。办好招聘会。', line);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toBe(true);
  });

  it('is asked about under a table as well', () => {
    const rows = [
      '序号\t工作任务\t责任单位',
      '1\t拨付资金\t县财政局',
      '2\t办好招聘会\t县人社局',
      '3\t做好登记\t县民政局',
    ];
    const found = asked(...rows, '注：以上任务均由县农业农村局配合。');
    expect(found.at(-1)?.[1]).toBe(true);
    expect(found.slice(0, -1).every(([, one]) => !one)).toBe(true);
  });

  it('is another than one of its own clause', () => {
    expect(asked('1.培训20人以上。由县人社局负责。').map(([, one]) => one)).toEqual([false]);
  });
});
