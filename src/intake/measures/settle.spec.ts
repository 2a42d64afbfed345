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

describe('分工负责 under a rule that the first leads', () => {
  const RULE = '（四）办好驿站。选定场地。（市人社局、市教育局，列首位的为牵头单位，下同）';
  const shared = CLAUSES.map((clause) => clause.replace(/）$/, '分工负责）'));

  it('is asked about where few say so, and the first leads till then', () => {
    expect(read([RULE, shared[1]!]).asked).toEqual(['role_unstated', 'leads_shared']);
    expect(read([RULE.replace('，列首', '分工负责，列首')]).asked).toEqual([]);
    expect(read([shared[1]!]).asked).toEqual([]);
  });

  it('is told once where the plan writes so throughout', () => {
    const { asked, doubts } = read([RULE, ...shared]);
    expect(asked).toEqual(['role_unstated']);
    const [told] = doubts.filter(({ code }) => code === 'shared_leads');
    expect(told?.reason).toMatch(/又有 3 条写的是“分工负责”.*都按规定由第一家牵头读入/);
  });
});
