import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (note: string) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。定期分析情况。${note}`, registry).measures.map(
    ({ responsible, supporting, doubts }) => ({
      units: [...responsible, ...supporting].map(({ name }) => name),
      asked: doubts.map(({ code, reason }) => `${code} ${reason}`),
    }),
  );
const asked = (body: string, unit: string) => [
  `unit_in_brackets “${unit}”后面括号里的“${body}”没有单列，暂由${unit}承担，请核对是否另列为责任单位`,
];

describe('a body in brackets behind its unit', () => {
  it('is asked about where it may do the work itself: a team, a centre, a section', () => {
    expect(read('（市公安局（治安支队）、市教育局负责）')).toEqual([
      { units: ['市公安局', '市教育局'], asked: asked('治安支队', '市公安局') },
    ]);
    expect(read('（责任单位：市教育局，市住建局（市物业管理中心））')).toEqual([
      { units: ['市教育局', '市住房和城乡建设局'], asked: asked('市物业管理中心', '市住建局') },
    ]);
    expect(read('（市财政局〔国库科、预算科〕牵头，市教育局配合）')).toEqual([
      { units: ['市财政局', '市教育局'], asked: asked('国库科、预算科', '市财政局') },
    ]);
  });

  it('is the second name of its unit where it is an agency, or the name it had before', () => {
    for (const name of ['市粮食和物资储备局', '市能源局', '金融办', '领导小组办公室', '原市物价局'])
      expect(read(`（市发展改革委（${name}）、市教育局负责）`)).toEqual([
        { units: ['市发展和改革委员会', '市教育局'], asked: [] },
      ]);
  });

  it('is no body where the bracket says which part is meant', () => {
    expect(read('（市财政局（牵头）、市教育局负责）')[0]?.asked).toEqual([]);
  });
});
