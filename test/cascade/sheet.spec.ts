import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { comparisonWorkbook } from '../../src/cascade/comparison.sheet.js';
import type { ComparisonResult } from '../../src/cascade/cascade.service.js';
import type { ComparedPlan } from '../../src/domain/comparison/clause.js';
import type { OwnDecision } from '../../src/cascade/own-decisions.js';
import { compareVersions } from '../../src/domain/comparison/versions.js';
import { compareWithSuperior } from '../../src/domain/comparison/superior.js';
import { measure, plan } from './compared-plans.js';

const ofYear = (year: number, clauses: object): ComparedPlan => ({
  ...plan('city', [measure('1', '办好夜校', `${year}年底前开班。`, ['市教育局'], { due: `${year}-12-31` })]),
  ...{ title: `${year}年农民工工作要点`, issuedOn: `${year}-03-01` },
  unassignedClauses: [{ no: '5', title: '加强宣传', heading: ['加强宣传'], text: '在车站张贴须知。', span: [0, 0] }],
  ...clauses,
});

/** The sheet of last year's plan beside this year's, both of one office. */
async function sheetOf(theirs: ComparedPlan, ours: ComparedPlan): Promise<ExcelJS.Worksheet> {
  const side = ({ title }: ComparedPlan) => ({ plan: { title, docNumber: null, region: '太原市' } });
  const comparison = compareWithSuperior(theirs, ours, undefined, '对方');
  const result = { kind: 'superior', whose: '对方', own: side(ours), other: side(theirs), judgements: [], comparison };
  const book = new ExcelJS.Workbook();
  const bytes = comparisonWorkbook(result as unknown as ComparisonResult, '2026-03-02');
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book.getWorksheet('对照表')!;
}

/** The sheets of the old text beside the new one, with what the office had decided on the old one. */
async function sheetsOf(old: ComparedPlan, now: ComparedPlan, decided: OwnDecision[]): Promise<ExcelJS.Workbook> {
  const side = ({ title }: ComparedPlan) => ({ plan: { title, docNumber: null, region: '太原市' } });
  const comparison = compareVersions(old, now);
  const result = { kind: 'version', own: side(old), other: side(now), judgements: [], comparison, decided };
  const book = new ExcelJS.Workbook();
  const bytes = comparisonWorkbook(result as unknown as ComparisonResult, '2026-03-02');
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

const linesOf = (sheet: ExcelJS.Worksheet | undefined): string[] =>
  (sheet?.getRows(1, sheet.rowCount) ?? []).map((row) => (row.values as unknown[]).slice(1).join('|'));

describe('the workbook of an amended text', () => {
  const decided: OwnDecision[] = [
    { key: 'm001', name: '1 办好夜校', points: ['完成时限', '分工'], outcome: 'kept' },
    { key: null, name: '计划整体', points: ['阶段'], outcome: 'overtaken' },
  ];

  it('carries the office’s own corrections and the changes of the whole as the page does', async () => {
    const book = await sheetsOf(ofYear(2026, {}), { ...ofYear(2026, {}), docNumber: '劳函〔2026〕9号' }, decided);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['对照表', '整体变动', '我办更正']);
    expect(linesOf(book.getWorksheet('整体变动'))[1]).toMatch(/^1\|发文字号\|.*\|劳函〔2026〕9号$/);
    expect(linesOf(book.getWorksheet('我办更正'))).toEqual([
      '序号|条款|更正的内容|处理',
      '1|1 办好夜校|完成时限、分工|我办更正，新文本未变，默认沿用',
      '2|计划整体|阶段|我办曾更正，新文本另有写法，默认按新文本，请核对',
    ]);
  });

  it('has the table alone where there is nothing of the kind', async () => {
    const book = await sheetsOf(ofYear(2026, {}), ofYear(2026, {}), []);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['对照表']);
  });
});

describe('the sheet of a comparison', () => {
  it('says once that the plans are of two years, above the heads that it filters by', async () => {
    const sheet = await sheetOf(ofYear(2025, {}), ofYear(2026, { clauses: [{ id: 'c001' }] }));
    expect(sheet.getCell('A2').text).toContain('左侧为对方：2025年农民工工作要点（太原市）');
    expect(sheet.getCell('A3').text).toMatch(/^对方是2025年的计划，我方是2026年的计划，相差1年/);
    expect([sheet.getCell('A4').text, sheet.getCell('B5').text]).toEqual(['序号', '疑似一致']);
    expect(sheet.autoFilter).toBe('A4:H6');
  });

  it('says of a clause without a unit what became of it here, and of theirs only that it has none', async () => {
    const sheet = await sheetOf(ofYear(2026, {}), ofYear(2026, { clauses: [{ id: 'c001' }] }));
    expect(sheet.getCell('A3').text).toBe('序号');
    expect([sheet.getCell('C5').text, sheet.getCell('E5').text]).toEqual([
      '5 加强宣传（原文没有写责任单位）',
      '5 加强宣传（未分办：没有写责任单位，已定为不分办）',
    ]);
  });

  it('calls a pair that everyday words and units alone join 可能对应, with the other words that both use', async () => {
    const [contracts, trains] = [
      '引导农民工较多的用工企业签订电子劳动合同，建立合同台账。',
      '春节前为农民工联系返乡列车，建立乘车台账。',
    ];
    const theirs = measure('1', '推行电子劳动合同', contracts, ['市人社局']);
    const ours = measure('4', '组织农民工返乡专列', trains, ['市人社局']);
    const sheet = await sheetOf(plan('city', [theirs]), plan('city', [ours]));
    const words = sheet.getCell('G4').text;
    expect(sheet.getCell('B4').text).toBe('对方有、我方无');
    expect(words).toContain('可能对应：都提到“建立”“台账”；单位对口：市人社局');
    expect(words).not.toContain('对应理由');
  });
});
