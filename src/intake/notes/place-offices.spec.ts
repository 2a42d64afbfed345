import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (place: string, note: string) =>
  readPlan(`${place}2024年农民工服务工作方案\n一、重点任务\n1.办好补贴。受理申请。（${note}）`, registry).measures[0];
const units = (place: string, note: string) => {
  const one = read(place, note);
  return [
    [...(one?.responsible ?? []), ...(one?.supporting ?? [])].map(({ name }) => name).join(' '),
    one?.open.join(' '),
  ];
};
const codes = (place: string, note: string) => read(place, note)?.doubts.map(({ code }) => code);

describe('an office printed behind a group of places', () => {
  it.each([
    ['湖北省', '省住房城乡建设厅，各市、州公积金管理中心负责', '省住房和城乡建设厅', '各市、州公积金管理中心'],
    ['湖北省', '省财政厅牵头，各市、州、县政务服务中心配合', '省财政厅', '各市、州、县政务服务中心'],
    ['衢州市', '市公安局牵头，各县（市）、区公安局配合', '市公安局', '各县（市）、区公安局'],
    ['大理白族自治州', '州公安局牵头，各县、市公安局配合', '州公安局', '各县、市公安局'],
    ['湖北省', '省公安厅牵头，各市、县公安局、财政局配合', '省公安厅', '各市、县公安局、财政局'],
  ])('is that of every place where its level is below the plan’s: %s %s', (place, note, names, group) => {
    expect(units(place, note)).toEqual([names, group]);
    expect(codes(place, note)).toEqual([]);
  });

  it.each([
    ['安溪县', '县公安局牵头，各乡镇、县教育局配合', '县公安局 县教育局', '各乡镇'],
    ['衢州市', '市公安局牵头，各县（市、区）、市教育局配合', '市公安局 市教育局', '各县（市、区）'],
    ['衢州市', '市公安局牵头，各县区、市教育局配合', '市公安局 市教育局', '各县区'],
    ['湖北省', '省公安厅牵头，各市、省教育厅配合', '省公安厅 省教育厅', '各市'],
  ])('is the plan’s own where it has its level: %s %s', (place, note, names, group) => {
    expect(units(place, note)).toEqual([names, group]);
    expect(codes(place, note)).toEqual([]);
  });

  it('is asked about where the city’s own and those of county-level cities are called alike', () => {
    const one = read('衢州市', '市公安局牵头，各县、市教育局配合');
    expect(one?.doubts.map(({ reason }) => reason)).toEqual([
      '“各县、市教育局”可能指本级的市教育局，也可能指各地的同类单位，暂列为市教育局，请核对',
    ]);
  });
});
