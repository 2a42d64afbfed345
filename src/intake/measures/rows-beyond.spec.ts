import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const BODY = `乌海市2025年农民工工作要点
一、拓宽就业渠道
（一）办好零工驿站。新建零工驿站6个。（市人社局牵头，市住建局配合）
（二）组织劳务协作。开行返岗包车40趟。（市交通局牵头，市人社局配合）
附件：2025年农民工工作任务分解表
`;
const STATION = '1. 办好零工驿站。（牵头单位：市人社局，配合单位：市住建局，完成时限：10月底）\n';
const COACHES = '2. 组织劳务协作。目标：返岗包车40趟。（牵头单位：市交通局，配合单位：市人社局）\n';
const SCHOOL = '3. 开设夜校。（牵头单位：市教育局，完成时限：9月底）\n';
const asked = (text: string) =>
  readPlan(text, loadUnitRegistry()).measures.flatMap(({ title, doubts }) => doubts.map(({ code }) => [title, code]));

describe('an annexed table of which some rows repeat clauses of the body', () => {
  it('has its other rows asked about: no clause says them', () => {
    expect(asked(BODY + STATION + COACHES + SCHOOL)).toEqual([
      ['办好零工驿站', 'repeats_clause'],
      ['组织劳务协作', 'repeats_clause'],
      ['开设夜校', 'row_without_clause'],
    ]);
  });

  it('is asked about row by row only there, not in an annex whose rows repeat nothing', () => {
    const other = '附件2：2025年重点项目任务分解表\n1. 修建驿站大楼。（牵头单位：市住建局）\n';
    expect(asked(BODY + STATION + COACHES + other).map(([, code]) => code)).toEqual([
      'repeats_clause',
      'repeats_clause',
    ]);
  });

  it('of several rows of which one happens to be a clause’s has tasks of its own', () => {
    const own = ['举办招聘会', '发放补贴'].map((title, at) => `${at + 4}. ${title}。（牵头单位：市人社局）\n`).join('');
    expect(asked(BODY + STATION + SCHOOL + own)).toEqual([['办好零工驿站', 'repeats_clause']]);
  });
});
