import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) => {
  const text = ['衢州市2024年稳就业实施方案', '一、重点任务', '（一）扩大就业。', ...lines].join('\n');
  return readPlan(text, registry).measures.map(({ text: words, responsible, supporting }) => [
    words,
    [...responsible, ...supporting].map(({ surface }) => surface).join(' '),
  ]);
};

describe('names behind a label that end with their line', () => {
  it.each([
    ['', ''],
    ['一是', '二是'],
    ['●', '●'],
    ['■', '▲'],
    ['⑴', '⑵'],
    ['第一项 ', '第二项 '],
    ['任务1：', '任务2：'],
    ['01 ', '02 '],
    ['a.', 'b.'],
  ])('leave the next line to the next task, begin it with “%s” or “%s”', (first, second) => {
    const found = told(
      `${first}发放创业贷款10亿元。牵头单位：市财政局；配合单位：市总工会`,
      `${second}新增岗位5000个，搞好服务。责任单位：市民政局、各县（市、区）政府`,
    );
    expect(found.map(([, units]) => units)).toEqual(['市财政局 市总工会', '市民政局']);
    expect(found.map(([words]) => /贷款|岗位/.exec(words ?? '')?.[0])).toEqual(['贷款', '岗位']);
  });

  it('leave it to who issues the plan', () => {
    expect(told('发放创业贷款10亿元，搞好服务。责任单位：市财政局', '衢州市人民政府', '2024年3月2日')).toEqual([
      ['发放创业贷款10亿元，搞好服务。', '市财政局'],
    ]);
  });

  it.each([
    ['市财政局、市人力资源社会', '保障局、市总工会', '市财政局 市人力资源社会保障局 市总工会'],
    ['市财政局、市委', '组织部', '市财政局 市委组织部'],
    ['市财政局、市公安局', '市总工会、市司法局。', '市财政局 市公安局 市总工会 市司法局'],
    ['市财政局、市总工会', '等单位', '市财政局 市总工会'],
    ['市财政局、市', '总工会', '市财政局 市总工会'],
  ])('go on where a page ended inside them: %s / %s', (first, rest, units) => {
    expect(told(`发放创业贷款10亿元，搞好服务。责任单位：${first}`, rest).map(([, all]) => all)).toEqual([units]);
  });
});
