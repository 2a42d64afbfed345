import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (heading: string, note: string) => {
  const plan = readPlan(`${heading}\n一、重点任务\n1.办好补贴。受理申请。（${note}）`, registry);
  const [one] = plan.measures;
  const names = [...(one?.responsible ?? []), ...(one?.supporting ?? [])].map(({ name }) => name);
  return { region: plan.region, names, codes: one?.doubts.map(({ code }) => code) };
};

describe('a unit that is called by the name of a place', () => {
  it.each([
    ['兰州市', '市财政局牵头，兰州公积金中心配合', ['市财政局', '兰州住房公积金管理中心']],
    ['大理白族自治州', '州财政局牵头，大理公积金中心配合', ['州财政局', '大理住房公积金管理中心']],
    ['锡林郭勒盟', '盟财政局牵头，锡林郭勒公积金中心配合', ['盟财政局', '锡林郭勒住房公积金管理中心']],
    ['兰州市', '市财政局牵头，市公积金中心配合', ['市财政局', '市住房公积金管理中心']],
  ])('keeps it and takes no level from the list in a plan of %s: %s', (place, note, names) => {
    expect(read(`${place}2024年农民工服务工作方案`, note)).toMatchObject({ names, codes: [] });
  });

  it.each(['兰州热力中心', '榆中公积金中心'])('is asked about where only its form tells it: %s', (centre) => {
    const { names, codes } = read('兰州市2024年农民工服务工作方案', `市财政局牵头，${centre}配合`);
    expect([names, codes]).toEqual([['市财政局', centre], ['unit_unknown']]);
  });
});

describe('a plan that two provinces issue together', () => {
  it.each([
    '重庆市人民政府办公厅 四川省人民政府办公厅\n关于印发农民工服务行动方案的通知',
    '重庆市人力资源和社会保障局、四川省人力资源和社会保障厅关于印发农民工服务行动方案的通知',
  ])('is of no one place, and the units of both keep theirs: %s', (heading) => {
    const note = '牵头单位：重庆市政府办公厅、四川省政府办公厅；配合单位：重庆市公安局';
    expect(read(heading, note)).toEqual({
      region: null,
      names: ['重庆市人民政府办公厅', '四川省人民政府办公厅', '重庆市公安局'],
      codes: [],
    });
  });

  it('is not one province’s that only names another', () => {
    const heading = '四川省人民政府办公厅关于印发重庆市来川农民工服务工作方案的通知';
    expect(read(heading, '牵头单位：省公安厅')).toMatchObject({ region: '四川省', names: ['省公安厅'] });
  });
});
