import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const asked = (clause: string) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。${clause}`, registry).measures.flatMap(({ doubts }) =>
    doubts.filter(({ code }) => code === 'joined_unread').map(({ reason }) => /“(.*?)”/.exec(reason)?.[1]),
  );

describe('units that the text says the work is done with', () => {
  it('are asked about where the note does not name them', () => {
    const text = '由市教育局牵头，会同市公安局、市城管局开展整治，办好夜校。';
    expect(asked(`${text}（责任单位：市教育局）`)).toEqual(['会同市公安局、市城管局']);
    expect(asked(`${text}（牵头单位：市教育局，配合单位：市公安局）`)).toEqual(['会同市城管局']);
  });

  it('are not asked about where the note has them, or nobody is named', () => {
    const note = '（牵头单位：市教育局，配合单位：市公安局、城管局）';
    expect(asked(`会同市公安局、市城管局开展整治。${note}`)).toEqual([]);
    expect(asked(`会同有关部门开展整治，会同市场各方办好展会。${note}`)).toEqual([]);
  });
});
