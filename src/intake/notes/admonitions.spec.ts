import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = ['晋城市2025年农民工工作方案', '2025年3月10日', '一、工作要求'];
const read = (words: string) => readPlan([...HEAD, `（一）加强领导。${words}`].join('\n'), registry);
const groups = (words: string): string[] | undefined =>
  read(words).measures[0]?.openGroups.map(({ surface }) => surface);

describe('an admonition to those at the head is nobody’s task', () => {
  it.each([
    '各乡镇、各部门主要领导要亲自抓、负总责。',
    '各县区主要负责同志要亲自过问、负总责，分管负责同志具体抓。',
    '各镇（街道）党政主要领导是第一责任人，分管领导具体抓落实。',
    '各成员单位主要负责同志为第一责任人，牵头负责。',
    '各县（市、区）政府主要领导负总责，分管领导具体负责。',
    '各有关部门、各乡镇分管领导靠前指挥、具体负责。',
    '各单位要层层抓落实。',
    '各级各部门要亲自调度、负总责。',
  ])('%s', (words) => {
    expect(read(words).measures).toEqual([]);
    expect(read(words).unassigned).toEqual(['1.1 加强领导']);
  });

  it('and the bodies themselves still have theirs', () => {
    expect(groups('各县（市、区）人民政府负总责。')).toEqual(['各县（市、区）人民政府']);
    expect(groups('市农民工工作领导小组各成员单位按职责分工负责。')).toEqual(['市农民工工作领导小组各成员单位']);
  });
});

describe('a bracket that closes a paragraph and names only groups is its note', () => {
  it.each([
    [
      '市农民工工作领导小组各成员单位，各县市区政府、市属各开发区管委会',
      ['市农民工工作领导小组各成员单位', '各县市区政府', '市属各开发区管委会'],
    ],
    ['各有关部门，各乡镇、街道办事处', ['各有关部门', '各乡镇', '街道办事处']],
    ['市安委会成员单位，各县区政府', ['市安委会成员单位', '各县区政府']],
  ])('（%s）', (note, expected) => {
    expect(groups(`各县市区要层层压实责任。（${note}）`)).toEqual(expected);
    expect(read(`各县市区要层层压实责任。（${note}）`).measures).toMatchObject([{ mode: 'all', lead: null }]);
  });

  it('and what explains a word inside a sentence is none', () =>
    expect(read('各级组织（各乡镇、街道办事处）要压实责任。').measures).toEqual([]));
});
