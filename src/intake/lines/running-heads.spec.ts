import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const units = (text: string) =>
  readPlan(text, registry).measures.map(({ responsible, supporting }) =>
    [...responsible, ...supporting].map(({ surface }) => surface),
  );

describe('a line that stands at the page numbers', () => {
  const plan = (pages: readonly string[]) =>
    ['临川市2025年返乡创业工作方案', '一、重点任务', ...pages, '市农民工工作领导小组办公室', '2025年3月6日'].join('\n');

  it('is the name of the site that the paper was printed from, and cuts no unit or figure in two', () => {
    const pages = [
      '（一）建好驿站。全年建成四处。（牵头单位：市人社局；责任单位：北',
      '临川市人民政府门户网站',
      '第 1 页',
      '岸区、南岸县）',
      '（二）办好夜校。全年培训返乡人员3',
      '临川市人民政府门户网站',
      '第 2 页',
      '000人次以上。（市教育局负责）',
    ];
    expect(units(plan(pages))).toEqual([['市人社局', '北岸区', '南岸县'], ['市教育局']]);
    expect(readPlan(plan(pages), registry).measures[1]?.targets.map(({ value }) => value)).toEqual([3000]);
  });

  it('is the name of the paper over each page, and goes out behind the number as before it', () => {
    const head = '临川市2025年返乡创业工作方案';
    const pages = [
      '（一）建好驿站。全年建成四处。（市人社局牵头，市财',
      '— 1 —',
      head,
      '政局配合）',
      '（二）办好夜校。全年开班十期。（市教育局牵头，市总',
      '— 2 —',
      head,
      '工会配合）',
    ];
    expect(units(plan(pages))).toEqual([
      ['市人社局', '市财政局'],
      ['市教育局', '市总工会'],
    ]);
    expect(readPlan(['第 1 页', plan(pages)].join('\n'), registry).title).toBe(head);
  });

  it('stays where it says something of the work, however often', () => {
    const pages = [
      '（一）建好驿站。全年建成四处。',
      '责任单位：市人社局',
      '第 1 页',
      '（二）办好夜校。全年开班十期。',
      '责任单位：市人社局',
      '第 2 页',
      '（三）办好专场。全年办五场。（市教育局负责）',
    ];
    expect(units(plan(pages))).toEqual([['市人社局'], ['市人社局'], ['市教育局']]);
  });
});
