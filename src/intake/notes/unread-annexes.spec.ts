import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const PLAN = `十堰市2025年农民工工作要点
一、重点任务
（一）办好夜校。全年开课400场。（市教育局牵头，市总工会配合）
（二）建好驿站。新建零工驿站15个。（市总工会牵头）
`;
const QUOTAS = '县（市、区）\t开课场次（场）\t其中：乡镇\n丹江口市\t120\t30\n张湾区\t90\t10\n房县\t100\t40\n';
const TITLED = `附件1\n夜校开课任务分解表\n${QUOTAS}`;

/** What a person is told of annexes, and the words that it points at. */
const told = (annex: string): [string, string][] => {
  const { doubts, text } = readPlan(PLAN + annex, registry);
  return doubts.flatMap(({ code, reason, span }) =>
    code === 'annex_unread' && span ? [[reason, text.slice(...span)] as [string, string]] : [],
  );
};

describe('an annexed table of quotas', () => {
  it('is told once, with its name and its place, since no measure has its figures', () => {
    expect(told(TITLED)).toEqual([
      [
        '附件1“夜校开课任务分解表”是表格，没有读入为举措，请核对其中的数字；需要督办的，请补录到有关举措',
        '丹江口市\t120\t30\n张湾区\t90\t10\n房县\t100\t40',
      ],
    ]);
  });

  it('is told however its cells are divided, with running numbers and without a title', () => {
    expect(told(TITLED.replaceAll('\t', ' '))).toHaveLength(1);
    expect(told(TITLED.replaceAll('\t', ' | '))).toHaveLength(1);
    expect(told('附件：夜校任务\n序号\t县区\t场次\n1\t张湾区\t90\n2\t房县\t100\n')).toHaveLength(1);
    expect(told(`附件\n${QUOTAS}`)[0]?.[0]).toMatch(/^附件是表格，/);
  });

  it('is told with a column for every county, and as a list', () => {
    const head = '附件\n夜校开课任务分解表\n';
    expect(told(`${head}指标\t全市目标\t丹江口市\t张湾区\t房县\n开课场次\t310\t120\t90\t100\n`)).toEqual([
      [expect.stringContaining('附件“夜校开课任务分解表”'), '开课场次\t310\t120\t90\t100'],
    ]);
    expect(told(`${head}丹江口市：120场；\n张湾区：90场\n`).map(([, words]) => words)).toEqual([
      '丹江口市：120场；\n张湾区：90场',
    ]);
  });

  it('is told for every annex that is one', () => {
    const second = TITLED.replace('附件1', '附件2').replace('夜校开课', '驿站建设');
    expect(told(TITLED + second).map(([reason]) => reason.slice(0, 6))).toEqual(['附件1“夜校', '附件2“驿站']);
  });

  it('is another thing than a list of persons, a text or a table of tasks that was read', () => {
    expect(told('附件：联络员名单\n单位\t职务\t电话\n市教育局\t科长\t8665210\n市总工会\t主任\t8665211\n')).toEqual([]);
    expect(told('附件：填表说明\n到 2025 年底统计，按月报送。\n累计 3 次未报的，通报批评。\n')).toEqual([]);
    const rows = '1\t开课400场\t市教育局\t市总工会\n2\t建驿站15个\t市总工会\t市住建局\n';
    expect(told(`附件：任务分工表\n序号\t工作任务\t牵头单位\t配合单位\n${rows}`)).toEqual([]);
  });
});
