import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { MeasureReading } from '../../src/domain/plan/reading.js';
import { extractBytes, extractPasted } from '../../src/intake/extract.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { docOf } from './build-doc.js';
import { docxOf } from './build-docx.js';
import { pdfOf } from './build-pdf.js';
import { SAMPLE_PLAN } from './sample-plan.js';
import { taskWorkbook, WHOLE_FILES } from './whole-files.js';
import { printedLines } from './whole-plan.js';

const present = plansFolder() !== null;
if (!present) process.stderr.write('The real plans are absent: only the sample plan is tried in every format.\n');

const escape = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const FORMATS: [string, (lines: string[]) => Buffer][] = [
  ['txt in GB18030', (lines) => iconv.encode(lines.join('\r\n'), 'gb18030')],
  ['docx', (lines) => docxOf(lines.map(escape))],
  ['doc', docOf],
  ['pdf', (lines) => pdfOf(lines)],
];

/** Paragraphs of a plan as its file holds them, without blanks around them. */
function linesOf(id: string): string[] {
  const text = id === 'sample' ? SAMPLE_PLAN.join('\n') : readFileSync(planFile(id), 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean);
}

const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(['sample', ...(present ? PLAN_IDS : [])])('the plan %s', (id) => {
  it.each(FORMATS)('loses not a character as %s', async (format, build) => {
    const lines = linesOf(id);
    const { text } = await extractBytes(build(lines), `${id}.${format.slice(0, 3)}`);
    expect(bare(text)).toBe(bare(lines.join('\n')));
  });

  it('keeps its paragraphs as PDF, although every page cuts them', async () => {
    const lines = linesOf(id).map(bare);
    const { text } = await extractBytes(pdfOf(lines), `${id}.pdf`);
    const kept = new Set(text.split('\n').map(bare));
    const lost = lines.filter((line) => !kept.has(line));
    expect(lost.length / lines.length).toBeLessThan(0.05);
  });
});

const registry = loadUnitRegistry();

/** All that was read, but where it stands: places differ from format to format. */
function withoutPlaces<T extends object>(read: T): unknown {
  return JSON.parse(JSON.stringify(read, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)));
}

const readFrom = async (bytes: Buffer, name: string) => readPlan((await extractBytes(bytes, name)).text, registry);

/** A measure in a line: number, units by their parts, figures, days. */
function told({ no, lead, responsible, supporting, open, targets, conditions, due }: MeasureReading): string {
  const names = (units: { name: string }[]) => units.map(({ name }) => name).join('、');
  const figures = targets.map(({ metric, op, value, unit }) => `${metric}${op}${value}${unit}`);
  const parts = [lead?.name ?? '', names(responsible), names(supporting), open.join('、'), figures.join('、')];
  return [no, ...parts, conditions.map(({ raw }) => raw).join('、'), due ?? ''].join('|');
}

describe('one plan with red head, notes, targets, days, phases and a table of tasks', () => {
  const pasted = readPlan(extractPasted(printedLines().join('\n')).text, registry);

  it('is read to the last figure when it is pasted', () => {
    const [hr, edu, house] = ['市人力资源和社会保障局', '市教育局', '市住房和城乡建设局'];
    expect(pasted.measures.map(told)).toEqual([
      `2.1.1|${hr}|${hr}|市交通运输局、市财政局||开行返岗专列、专车>=40趟、运送返岗人员>=3000人次|春节前后|`,
      `2.1.2|${hr}|${hr}、市总工会||各县（市、区）人民政府|每个县（市、区）建成零工驿站=1个、发布岗位>=20000个|6月底前|`,
      `2.2.1|${house}|${house}、市交通运输局、市水务局|||在建项目工资专户开设率>=98%|应设尽设、每月25日前|`,
      '2.2.2|市中级人民法院|市中级人民法院||||10月底前|',
      `附件.1.1|${edu}|${edu}|市总工会、市财政局||授课>=80场次||2024-12-31`,
      `附件.1.2|市总工会|市总工会|${edu}||为每个夜间课堂配备=1名||2024-06-30`,
      `附件.2.3|${house}|${house}|市财政局||修缮务工驿站=12处||2024-09-30`,
    ]);
    expect(pasted).toMatchObject({
      ...{ docNumber: '并农工办〔2024〕15号', issuedOn: '2024-03-18', region: '太原市', level: 'city' },
      issuers: [{ name: '太原市农民工工作领导小组办公室' }],
      goals: [{ value: 12_000 }, { value: 90 }, { value: 0 }],
      phases: [{ end: '2024-03-31' }, { start: '2024-04-01', end: '2024-11-30' }, { end: '2024-12-31' }],
      reporting: [{ due: '2024-12-10' }, { due: '2024-12-25' }],
      ...{ doubts: [], unassigned: [] },
    });
  });

  it.each(WHOLE_FILES)('is read the same, field by field, as %s', async (format, build) => {
    const reading = await readFrom(await build(), `方案.${format.slice(0, 4)}`);
    expect(withoutPlaces({ ...reading, text: '' })).toEqual(withoutPlaces({ ...pasted, text: '' }));
  });

  it('its table of tasks alone, as a workbook, gives the same measures, number by number', async () => {
    const book = await taskWorkbook('太原市2024年进城务工人员服务工作任务分解表', '并农工办〔2024〕15号');
    const { measures } = await readFrom(book, '任务分解表.xlsx');
    const annexed = pasted.measures.slice(-3);
    const alone = annexed.map(({ no, heading, ...rest }) => ({
      ...{ ...rest, no: no.replace('附件.', '') },
      heading: heading.slice(1),
    }));
    expect(withoutPlaces(measures)).toEqual(withoutPlaces(alone));
  });
});
