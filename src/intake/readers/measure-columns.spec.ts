import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';
import { withTables } from './tabbed-rows.js';

const registry = loadUnitRegistry();
const TITLE = '太原市2026年农民工工作任务分解表';
const targets = (heads: string[], ...rows: string[][]) => {
  const table = [['序号', '任务', ...heads, '责任单位'], ...rows.map((cells, at) => [`${at + 1}`, ...cells])];
  const { text } = withTables([`关于印发《${TITLE}》的通知`, TITLE, ...table.map((row) => row.join('\t'))].join('\n'));
  return readPlan(text, registry).measures.map((one) =>
    one.targets.map(({ op, value, unit }) => [op, value, unit].join(' ')),
  );
};
const HR = '市人力资源和社会保障局';

describe('measure words in a column of their own', () => {
  it('belong to the figures of the column that says what is to be reached', () => {
    expect(targets(['目标值', '计量单位'], ['培训农民工', '500', '人', HR], ['建成驿站', '≥20', '处', HR])).toEqual([
      ['= 500 人'],
      ['>= 20 处'],
    ]);
    expect(
      targets(
        ['2025年完成情况', '计量单位', '2026年目标'],
        ['培训农民工', '450', '人', '500', HR],
        ['建成驿站', '10', '处', '20', HR],
      ),
    ).toEqual([['= 500 人'], ['= 20 处']]);
    expect(
      targets(['计量单位', '权重', '目标值'], ['培训农民工', '人', '10', '500', HR], ['建成驿站', '处', '5', '20', HR]),
    ).toEqual([['= 500 人'], ['= 20 处']]);
  });

  it('belong to the figures of every year’s column, also where one row prints its own', () => {
    const rows = [
      ['按期支付率', '%', '98', HR],
      ['公办就读比例', '', '95%', HR],
    ];
    expect(targets(['计量单位', '2026年目标值'], ...rows)).toEqual([['= 98 %'], ['= 95 %']]);
    expect(targets(['计量单位', '2026年'], ...rows)).toEqual([['= 98 %'], ['= 95 %']]);
    expect(
      targets(
        ['计量单位', '2025年目标值', '2026年目标值'],
        ['培训农民工', '人', '450', '500', HR],
        ['建成驿站', '处', '10', '20', HR],
      ),
    ).toEqual([['= 500 人'], ['= 20 处']]);
    expect(targets(['计量单位', '2025年目标值'], ['培训农民工', '人', '450', HR], ['建成驿站', '处', '9', HR])).toEqual(
      [[], []],
    );
  });

  it('stand in the head of what is to be reached, or are its head', () => {
    const rows = [
      ['发放补贴', '500', HR],
      ['筹集周转金', '≥20', HR],
    ];
    expect(targets(['目标值（万元）'], ...rows)).toEqual([['= 5000000 元'], ['>= 200000 元']]);
    expect(targets(['（场）'], ['举办招聘会', '50', HR], ['举办宣讲', '20场', HR])).toEqual([['= 50 场'], ['= 20 场']]);
    expect(targets(['2025年完成（场）'], ['举办招聘会', '50', HR], ['举办宣讲', '20', HR])).toEqual([[], []]);
    expect(targets(['目标（累计）'], ['举办招聘会', '50', HR], ['举办宣讲', '20', HR])).toEqual([[], []]);
  });

  it('are taken as printed where their column says that they are', () => {
    expect(targets(['目标值', '计量单位'], ['帮扶结对', '30', '对', HR], ['组建夜校', '12', '班组', HR])).toEqual([
      ['= 30 对'],
      ['= 12 班组'],
    ]);
    expect(targets(['目标值'], ['帮扶结对', '不少于30对', HR], ['改造驿站', '2026年', HR])).toEqual([['>= 30 对'], []]);
  });

  it.each([
    ['quarters', ['计量单位', '一季度目标', '二季度目标'], ['人', '100', '200'], ['处', '5', '9']],
    ['what was done', ['计量单位', '2025年完成情况'], ['人', '450'], ['处', '10']],
    ['a year', ['年度', '计量单位'], ['2026', '人'], ['2026', '处']],
    ['a share that may be a part or a hundredth', ['目标值', '计量单位'], ['0.95', '%'], ['0.9', '%']],
  ])('make no goal of %s', (_, heads, first, second) => {
    const read = targets(heads, ['培训农民工', ...first, HR], ['建成驿站', ...second, HR]).flat();
    for (const one of read) expect(one).not.toMatch(/^= (?:100|450|2026|0\.95) (?:人|%)$/);
  });
});
