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

describe('units that the text says help', () => {
  it('are asked about where the sentence names the lead alone', () => {
    const text = '市总工会牵头开展慰问活动，慰问困难家庭50户，市司法局、团市委、市残联要积极参与。';
    expect(asked(text)).toEqual(['市司法局、团市委、市残联要积极参与']);
  });

  it('are asked about before the bracket of the unit that leads, which keeps the task whole', () => {
    const text = '牵头清理旧账，市司法局、市城管局配合。（责任单位：市教育局，完成时限：全年）';
    expect(asked(text)).toEqual(['市司法局、市城管局配合']);
    const { measures } = readPlan(`衢州市2024年工作方案\n一、任务\n1.${text}`, registry);
    expect(measures.map(({ no, lead }) => [no, lead?.name])).toEqual([['1.1', '市教育局']]);
  });

  it('are not asked about where the note has them', () => {
    const note = '（市总工会牵头，市司法局、团市委配合）';
    expect(asked(`开展慰问活动，市司法局、团市委要积极参与。${note}`)).toEqual([]);
  });
});

describe('a clause whose own unit only helps', () => {
  const leads = (clause: string) =>
    readPlan(`衢州市2024年工作方案\n一、任务\n1.${clause}`, registry).measures.flatMap(({ doubts }) =>
      doubts.filter(({ code }) => code === 'helped_unread').map(({ reason }) => reason),
    );

  it('is asked about: the unit that it helps leads', () => {
    expect(leads('配合市司法局开展普法宣传。（责任单位：市教育局）')).toEqual([
      expect.stringMatching(/“配合市司法局”.*请核对由谁牵头/),
    ]);
  });

  it('is not asked about where the note has that unit', () => {
    expect(leads('配合市司法局开展普法宣传。（市司法局牵头，市教育局配合）')).toEqual([]);
  });
});
