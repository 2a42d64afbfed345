/** The sound files that are altered, by format; every one is built in memory from an invented plan. */
import { testModule } from '../support/typescript.mjs';

const [{ buildDocx, cell, level, listed, table }, { buildDoc, docOf }, { pdfOf, buildPdf }, { buildXlsx }, plan] =
  await Promise.all(['build-docx', 'build-doc', 'build-pdf', 'build-xlsx', 'sample-plan'].map(builder));
const { SAMPLE_PLAN: PLAN, SAMPLE_TEXT: TEXT } = plan;
const ROWS = [['任务', '牵头单位', '完成时限'], ...PLAN.map((line) => [line, '市人社局', '年底'])];

function builder(name) {
  return testModule(`formats/${name}.ts`);
}

function word() {
  const list = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}</w:abstractNum>`;
  const numbering = `${list}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const rows = [
    [cell('任务'), cell('责任单位')],
    [cell('办会'), cell(['市人社局', '市总工会'], '<w:gridSpan w:val="1"/>')],
  ];
  return buildDocx({ body: PLAN.map((line) => listed(line, 1)).join('') + table(...rows), numbering });
}

function oldWord() {
  const row = [
    { text: '任务', end: 'cell' },
    { text: '责任单位', end: 'cell' },
    { text: '', end: 'row', edges: [0, 2000, 4000] },
  ];
  return buildDoc([...row, ...PLAN.map((text) => ({ text, list: 1 }))], [[{ format: 37, label: '\u0000、' }]]);
}

function ruledPdf() {
  const [left, middle, right] = [60, 300, 540];
  const at = (row) => 700 - 30 * row;
  const pieces = ROWS.flatMap(([task, unit], row) => [
    { text: task.slice(0, 20), x: left + 4, y: at(row) - 18, size: 10 },
    { text: unit, x: middle + 4, y: at(row) - 18, size: 10 },
  ]);
  const across = [...ROWS, []].map((_, row) => [left, at(row), right, at(row)]);
  const down = [left, middle, right].map((x) => [x, at(0), x, at(ROWS.length)]);
  return buildPdf([{ pieces, rules: [...across, ...down] }]);
}

function page() {
  const rows = ROWS.map(([task, unit]) => `<tr><td rowspan=2>${task}<td colspan="2">${unit}`).join('');
  return Buffer.from(
    `<!doctype html><meta charset=utf-8><h1>方案</h1><p>${PLAN.join('</p><p>')}<table>${rows}</table>`,
  );
}

/** format → [bytes, file name][]. */
export const samples = new Map([
  ['txt', [[Buffer.from(TEXT), 'a.txt']]],
  ['docx', [[word(), 'b.docx']]],
  [
    'doc',
    [
      [docOf(PLAN), 'c.doc'],
      [oldWord(), 'd.doc'],
    ],
  ],
  [
    'pdf',
    [
      [pdfOf(PLAN), 'e.pdf'],
      [ruledPdf(), 'f.pdf'],
    ],
  ],
  ['html', [[page(), 'g.html']]],
  ['xlsx', [[await buildXlsx([{ name: '表', rows: ROWS, merges: ['B2:B4'] }]), 'h.xlsx']]],
]);
