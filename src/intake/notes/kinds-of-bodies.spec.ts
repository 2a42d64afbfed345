import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (note: string) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。定期分析情况。${note}`, registry).measures.map(
    ({ responsible, supporting, open, doubts }) => ({
      units: [...responsible, ...supporting].map(({ name }) => name),
      open,
      codes: doubts.map(({ code }) => code),
    }),
  );

describe('enterprises and schools of a kind in a list', () => {
  it.each([
    '重点用工企业',
    '燃气企业',
    '燃气供热企业',
    '建筑施工企业',
    '劳务派遣企业',
    '网约车平台企业',
    '规模以上工业企业',
    '技工学校',
  ])('leave it open: %s is no one unit', (kind) => {
    const expected = [{ units: ['市教育局', '市住房和城乡建设局'], open: [kind], codes: [] }];
    expect(read(`（市教育局、${kind}、市住建局负责）`)).toEqual(expected);
    expect(read(`（责任单位：市教育局、市住建局、${kind}）`)).toEqual(expected);
  });

  it('stand in a list without verbs as well', () => {
    expect(read('（市教育局、建筑施工企业、市住建局）')).toEqual([
      { units: ['市教育局', '市住房和城乡建设局'], open: ['建筑施工企业'], codes: ['role_unstated'] },
    ]);
  });

  it('are not what somebody is to do with them, nor a unit by its own name', () => {
    expect(read('（市教育局负责，培训企业）').flatMap(({ open }) => open)).toEqual([]);
    expect(read('（市教育局、市中小企业服务中心负责）')[0]?.units).toEqual(['市教育局', '市中小企业服务中心']);
  });
});
