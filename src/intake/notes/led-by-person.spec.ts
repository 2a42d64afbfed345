import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (clause: string) => readPlan(`衢州市2024年清欠方案\n一、重点任务\n1.${clause}`, registry);
const first = (clause: string) => {
  const { measures, unassigned } = read(clause);
  expect([measures.length, unassigned]).toEqual([1, []]);
  const [{ lead, supporting, text, note, doubts }] = measures as [(typeof measures)[0]];
  return { lead: lead?.name, supporting: supporting.map(({ name }) => name), text, note, doubts };
};

describe('a person who has a matter in hand, and the unit that does it', () => {
  it.each([
    '由分管副市长牵头，市人社局具体负责',
    '由常务副市长总牵头，市人社局具体负责',
    '市政府主要领导牵头抓总，市人社局具体负责落实',
    '由市政府分管副秘书长牵头，市人社局负责',
  ])('the unit leads, the person stays in the note: %s', (words) => {
    expect(first(`办好夜校。全年开班10期，${words}。`)).toEqual({
      lead: '市人力资源和社会保障局',
      supporting: [],
      text: '全年开班10期，',
      note: `${words}。`,
      doubts: [],
    });
    expect(first(`办好夜校。${words}，每月调度一次，6月底前办结。`)).toMatchObject({
      lead: '市人力资源和社会保障局',
      text: '每月调度一次，6月底前办结。',
      note: words,
    });
  });

  it('with those who help', () =>
    expect(first('由分管副市长牵头，市信访局具体负责，市财政局、市司法局配合，化解积案30件。')).toMatchObject({
      lead: '市信访局',
      supporting: ['市财政局', '市司法局'],
      text: '化解积案30件。',
    }));

  it('is asked about where no unit is named', () => {
    const { measures, unassigned } = read('办好夜校。由分管副市长牵头，专人具体负责，每月调度一次。');
    expect([measures.length, unassigned]).toEqual([0, ['1.1 办好夜校']]);
  });
});
