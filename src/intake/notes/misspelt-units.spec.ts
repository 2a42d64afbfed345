import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const plan = (...clauses: string[]) =>
  readPlan(
    [
      '阳泉市2025年务工人员服务工作要点',
      '一、重点任务',
      '1.开办夜校20所。（市教育局牵头，市财政局配合）',
      ...clauses,
    ].join('\n'),
    registry,
  );
const read = (words: string) => {
  const [, measure] = plan(`2.${words}`).measures;
  return measure && [...measure.responsible, ...measure.supporting].map(({ name }) => name);
};
const doubted = (words: string) =>
  plan(`2.${words}`)
    .measures[1]?.doubts.filter(({ code }) => code === 'unit_unknown')
    .map(({ reason }) => reason.split('不在')[0]);

describe('a closing bracket whose only unit has a typing error', () => {
  it('gives the clause to that unit, and asks who it is', () => {
    expect(read('探望工友500人。（市公安居负责）')).toEqual(['市公安居']);
    expect(read('探望工友500人。（公安居负责）')).toEqual(['市公安居']);
    expect(read('入学率达到96%。（市教育居牵头）')).toEqual(['市教育居']);
    expect(read('开展援助100件。（市司法居）')).toEqual(['市司法居']);
    expect(read('走访130人。（市妇连）')).toEqual(['市妇连']);
    expect(read('建站50个。（市总公会牵头，市妇连配合）')).toEqual(['市总公会', '市妇连']);
    expect(doubted('探望工友500人。（市公安居负责）')).toEqual(['“市公安居”']);
  });

  it('is none where the words only begin like a unit', () => {
    for (const words of ['修路30公里。（省交通类）', '补贴50人。（市教育费）', '建房20套。（市区内）'])
      expect(read(words)).toBeUndefined();
  });
});

describe('a closing bracket with a known unit', () => {
  it('is a list of units, whatever else is printed in it with its level', () => {
    expect(read('建留守之家50所。（市民政局、市妇连）')).toEqual(['市民政局', '市妇连']);
    expect(read('改造宿舍30处。（市住建局、市交通居、市水务局）')).toEqual([
      '市住房和城乡建设局',
      '市交通居',
      '市水务局',
    ]);
    expect(read('改造宿舍30处。（市民政局，市妇女连合汇）')).toEqual(['市民政局', '市妇女连合汇']);
    expect(doubted('改造宿舍30处。（市民政局，市妇女连合汇）')).toEqual(['“市妇女连合汇”']);
  });

  it('is none where a known name runs on with other words', () => {
    expect(read('张贴须知。（市教育局、市财政局齐心盯紧）')).toBeUndefined();
  });
});
