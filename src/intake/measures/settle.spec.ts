import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const CLAUSES = [
  '（一）开展技能培训。面向返乡人员开班。（市人社局、市教育局）',
  '（二）治理欠薪。排查工地。（市住建局、市人社局）',
  '（三）方便入学。简化手续。（市教育局、市公安局）',
];
const read = (clauses: string[]) => {
  const text = `太原市教育局\n太原市2024年农民工工作要点\n一、主要任务\n${clauses.join('\n')}\n`;
  const { measures, doubts } = readPlan(text, registry);
  return { asked: measures.flatMap((one) => one.doubts.map(({ code }) => code)), doubts };
};

describe('notes that only list units', () => {
  it('are asked about one by one where they are few', () => {
    const { asked, doubts } = read(CLAUSES.slice(1));
    expect(asked).toEqual(['role_unstated', 'role_unstated']);
    expect(doubts.map(({ code }) => code)).not.toContain('bare_lists');
  });

  it('are told once for the plan where it writes so throughout, and how they were read', () => {
    const { asked, doubts } = read(CLAUSES);
    expect(asked).toEqual([]);
    const [told] = doubts.filter(({ code }) => code === 'bare_lists');
    expect(told?.reason).toMatch(/^有 3 条的责任说明只列单位.*不逐条询问：所列单位都按责任单位读入/);
  });
});
