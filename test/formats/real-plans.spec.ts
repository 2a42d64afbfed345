import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { MeasureReading, PlanReading } from '../../src/domain/plan/reading.js';
import { extractBytes, extractPasted } from '../../src/intake/extract.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { buildXlsx } from './build-xlsx.js';
import { countedDoc, countedDocx } from './counted-numbers.js';
import { pdfOf } from './build-pdf.js';

const registry = loadUnitRegistry();
const present = plansFolder() !== null;
if (!present) process.stdout.write('五份真实方案不在本机（QIANTOU_PLANS 未设），真实方案各格式的检验从略\n');

const escape = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const page = (lines: string[]): string => lines.map((line) => `<p>&emsp;&emsp;${escape(line)}</p>`).join('\n');

/** A plan's paragraphs as a file of each format that can carry them. */
const FORMATS: [string, (lines: string[]) => Buffer][] = [
  ['docx, numbers counted by the word processor', countedDocx],
  ['doc, numbers counted by the word processor', countedDoc],
  ['pdf, its pages numbered', (lines) => pdfOf(lines)],
  [
    'html',
    (lines) =>
      Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${page(lines)}</body></html>`),
  ],
  ['txt, UTF-8', (lines) => Buffer.from(lines.join('\n'))],
  ['txt, UTF-8 with mark', (lines) => Buffer.from(`\ufeff${lines.join('\r\n')}`)],
  ['txt, GB18030', (lines) => iconv.encode(lines.join('\r\n'), 'gb18030')],
];

/** A plan of our own and, where they are on this machine, the five real ones. */
const PLANS: [string, string][] = [
  ['a plan of our own', 'test/fixtures/sample-plan.txt'],
  ...(present ? PLAN_IDS.map((id): [string, string] => [id, planFile(id)]) : []),
];

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** All that was read, but where it stands. */
const fields = (reading: PlanReading): unknown =>
  JSON.parse(
    JSON.stringify({ ...reading, text: '' }, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)),
  );

const names = (units: { surface: string }[]): string => units.map(({ surface }) => surface).join('、');

/** What of a plan's measures a table of tasks can carry: one with a lead and supporters, or one with those responsible only. */
interface Sheet {
  head: string[];
  fits: (measure: MeasureReading) => boolean;
  parties: (measure: MeasureReading) => string[];
}

const groups = ({ openGroups }: MeasureReading): string[] =>
  openGroups.map(({ surface }) => surface).filter((surface) => surface !== '等');

const SHEETS: Sheet[] = [
  {
    head: ['序号', '具体举措', '牵头单位', '配合单位', '完成时限'],
    fits: ({ mode, responsible, openGroups }) =>
      mode === 'lead_support' && responsible.length > 0 && openGroups.every(({ role }) => role === 'supporting'),
    parties: (measure) => [
      names(measure.responsible),
      [names(measure.supporting), ...groups(measure)].filter(Boolean).join('、'),
    ],
  },
  {
    head: ['序号', '具体举措', '责任单位', '完成时限'],
    fits: ({ mode, supporting }) => mode !== 'all' && supporting.length === 0,
    parties: (measure) => [[names(measure.responsible), ...groups(measure)].join('、')],
  },
];

/** The sheet that carries most of a plan's measures, and these. */
function sheetFor(reading: PlanReading): { rows: (string | null)[][]; measures: MeasureReading[] } {
  const count = ({ fits }: Sheet): number => reading.measures.filter(fits).length;
  const sheet = SHEETS.reduce((most, one) => (count(one) > count(most) ? one : most));
  const measures = reading.measures.filter((measure) => sheet.fits(measure) && measure.text !== '');
  const rows = measures.map((measure, at) => [`${at + 1}`, measure.text, ...sheet.parties(measure), measure.due]);
  return { rows: [sheet.head, ...rows].map((row) => row.map((cell) => cell || null)), measures };
}

/** A table says 责任单位 where prose says 分别负责: the mode is the column's. */
const partsOf = ({ lead, responsible, supporting, due, targets }: MeasureReading) => ({
  ...{ due, lead: lead?.name, responsible: responsible.map(({ name }) => name) },
  supporting: supporting.map(({ name }) => name),
  targets: targets.map(({ op, value, unit, hard }) => ({ op, value, unit, hard })),
});

describe('a plan in every format', () => {
  describe.each(PLANS)('%s', (_, file) => {
    const pasted = readPlan(extractPasted(readFileSync(file, 'utf8')).text, registry);

    it.each(FORMATS)('is read field by field as its text is, out of %s', async (format, build) => {
      const { text } = await extractBytes(build(linesOf(file)), `plan.${format.slice(0, 4).replace(/\W/g, '')}`);
      expect(fields(readPlan(text, registry))).toEqual(fields(pasted));
    });

    it('gives the same parts, days and figures as a workbook of its measures', async () => {
      const { rows, measures } = sheetFor(pasted);
      expect(measures.length).toBeGreaterThan(3);
      const book = await buildXlsx([{ name: '任务分解表', rows: [[pasted.title], ...rows] }]);
      const { text } = await extractBytes(book, 'plan.xlsx');
      expect(readPlan(text, registry).measures.map(partsOf)).toEqual(measures.map(partsOf));
    });
  });
});
