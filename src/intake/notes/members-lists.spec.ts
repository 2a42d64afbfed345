import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const HEAD =
  '临川市2025年返乡创业工作方案\n一、重点任务\n（一）建好驿站。全年建成四处。（市人社局牵头，市财政局配合）\n';
const read = (end: string) => {
  const { measures, unassignedClauses = [] } = readPlan(HEAD + end, registry);
  return {
    measures: measures.map(({ no }) => no),
    clauses: unassignedClauses.map(({ title, named }) => [title, named]),
  };
};

describe('a list of who belongs to a body', () => {
  it.each([
    '领导小组成员单位：市人社局、市教育局、市财政局、市总工会。',
    '成立专班，统筹各项工作。\n工作专班成员单位：市人社局、市教育局、市总工会',
    '联席会议成员单位：市人社局、市教育局、\n市总工会。',
  ])('is no task of theirs: %s', (list) => {
    expect(read(`二、组织领导\n${list}\n`)).toEqual({ measures: ['1.1'], clauses: [['组织领导', undefined]] });
  });

  it('is a note where no body is named, and a lead beside it', () => {
    const { measures } = read('（二）办好夜校。全年开班十期。\n组长单位：市教育局\n成员单位：市财政局、市总工会\n');
    expect(measures).toEqual(['1.1', '1.2']);
  });
});
