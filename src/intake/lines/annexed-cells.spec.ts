import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const PLAN = `十堰市农民工工作领导小组办公室
关于印发《十堰市2025年农民工工作要点》的通知
十农工办发〔2025〕3号
各县（市、区）农民工办，市直有关单位：
现将《十堰市2025年农民工工作要点》印发给你们，请认真组织实施。
十堰市农民工工作领导小组办公室
2025年2月20日
十堰市2025年农民工工作要点
一、重点任务
（一）办好夜校。面向务工人员开设夜间课堂，课程由各县（市、区）按需求选定。全年开课400场。（市教育局牵头，市总工会配合）
（二）建好驿站。在零工集中的路口改造一批驿站，配齐饮水、充电和歇脚的设施。新建零工驿站15个。（市总工会牵头，市住建局配合）
（三）办好专列。春节前后组织返岗包车和专列，点对点送到企业门口。开行专列20趟。（市交通局牵头，市人社局配合）
`;
const QUOTAS = `附件1
2025年务工人员夜校开课任务分解表
县（市、区）\t开课场次（场）\t其中：乡镇\t完成时限
丹江口市\t1200\t300\t11月底
张湾区\t900\t1000\t11月底
茅箭区\t900\t2000\t11月底
郧阳区\t1000\t400\t11月底
郧西县\t1000\t400\t11月底
竹山县\t1000\t400\t11月底
竹溪县\t1000\t400\t11月底
房县\t1000\t4000\t11月底`;
const HEAD = {
  noticeTitle: '十堰市农民工工作领导小组办公室关于印发《十堰市2025年农民工工作要点》的通知',
  title: '十堰市2025年农民工工作要点',
  docNumber: '十农工办发〔2025〕3号',
  basis: [],
  addressees: ['各县（市、区）农民工办', '市直有关单位'],
};

describe('an annexed table of short rows', () => {
  it.each([
    ['tabs', '\t'],
    ['wide blanks', '   '],
    ['strokes', ' | '],
    ['single blanks', ' '],
    ['nothing', ''],
  ])('leaves the head of the plan as it is read without the table, its cells divided by %s', (_, between) => {
    expect(readPlan(PLAN, registry)).toMatchObject(HEAD);
    expect(readPlan(PLAN + QUOTAS.replaceAll('\t', between), registry)).toMatchObject(HEAD);
  });
});

describe('a text that a converter wrapped', () => {
  it('is put together again though a table of short rows stands behind it', () => {
    const wrapped = PLAN.replace(/[^\n]{30}(?=[^\n]{3})/g, '$&\n');
    const { measures, docNumber } = readPlan(wrapped + QUOTAS, registry);
    expect(docNumber).toBe(HEAD.docNumber);
    expect(measures.map(({ title, responsible }) => [title, responsible[0]?.name])).toEqual([
      ['办好夜校', '市教育局'],
      ['建好驿站', '市总工会'],
      ['办好专列', '市交通运输局'],
    ]);
  });
});
