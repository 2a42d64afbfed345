import iconv from 'iconv-lite';
import { buildDoc, type DocParagraph } from './build-doc.js';
import { buildDocx, cell, level, listed, paragraph, table } from './build-docx.js';
import { buildPdf, type PageSource, type Placed } from './build-pdf.js';
import { buildXlsx } from './build-xlsx.js';
import { type Piece, printedLines, TASK_ROWS, WHOLE_PLAN } from './whole-plan.js';

/** The whole plan in each format, as bytes of a file. */
export const WHOLE_FILES: [string, () => Buffer | Promise<Buffer>][] = [
  ['docx', docx],
  ['doc', doc],
  ['pdf', pdf],
  ['html', html],
  ['txt, UTF-8', () => Buffer.from(printedLines().join('\n'))],
  ['txt, UTF-8 with mark', () => Buffer.from(`\ufeff${printedLines().join('\r\n')}`)],
  ['txt, GB18030', () => iconv.encode(printedLines().join('\r\n'), 'gb18030')],
  ['txt, GB18030 with mark', () => iconv.encode(`\ufeff${printedLines().join('\r\n')}`, 'gb18030')],
];

/** Its table of tasks as a workbook of its own, under the plan's title and number. */
export function taskWorkbook(title: string, number: string): Promise<Buffer> {
  const rows = [[title], [number], ...TASK_ROWS].map((row) => row.map((value) => value || null));
  return buildXlsx([{ name: '任务分解表', rows, merges: ['A1:F1', 'A2:F2', 'B4:B5'] }]);
}

/** Numbers are counted by the word processor, each level starting again under the one above. */
function docx(): Buffer {
  const levels = [
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  ].join('');
  const numbering = `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const body = WHOLE_PLAN.map((piece) => {
    if ('rows' in piece)
      return table(...piece.rows.map((row, at) => row.map((text, column) => docxCell(piece.rows, at, column, text))));
    if (piece.level !== undefined) return listed(piece.text, 1, piece.level);
    return paragraph(piece.text, piece.centred ? '<w:jc w:val="center"/>' : '');
  });
  return buildDocx({ body: body.join(''), numbering });
}

function docxCell(rows: string[][], row: number, column: number, text: string): string {
  if (text === '') return cell('', '<w:vMerge/>');
  return cell(text, rows[row + 1]?.[column] === '' ? '<w:vMerge w:val="restart"/>' : '');
}

const CHINESE_COUNTING = 37;

function doc(): Buffer {
  const lists = [
    [
      { format: CHINESE_COUNTING, label: '\u0000、' },
      { format: CHINESE_COUNTING, label: '（\u0001）' },
      { format: 0, label: '\u0002.' },
    ],
  ];
  return buildDoc(WHOLE_PLAN.flatMap(docPiece), lists);
}

function docPiece(piece: Piece): DocParagraph[] {
  if (!('rows' in piece))
    return [{ text: piece.text, ...(piece.level === undefined ? {} : { list: 1, level: piece.level }) }];
  const edges = piece.rows[0]!.map((_, at) => at * 1500);
  return piece.rows.flatMap((row, at): DocParagraph[] => [
    ...row.map((text): DocParagraph => ({ text, end: 'cell' })),
    {
      ...{ text: '', end: 'row', edges: [...edges, edges.length * 1500] },
      merged: row.map((text, column) => (text === '' ? 2 : piece.rows[at + 1]?.[column] === '' ? 1 : 0)),
    },
  ]);
}

function html(): Buffer {
  const body = WHOLE_PLAN.map((piece) => {
    if ('rows' in piece)
      return `<table border="1">${piece.rows.map((row, at) => htmlRow(piece.rows, row, at)).join('')}</table>`;
    return `<p${piece.centred ? ' style="text-align:center"' : ''}>&emsp;&emsp;${piece.number ?? ''}${piece.text}</p>`;
  });
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>方案</title></head><body>${body.join('\n')}</body></html>`,
  );
}

function htmlRow(rows: string[][], row: string[], at: number): string {
  const cells = row.map((text, column) => {
    if (text === '') return '';
    return rows[at + 1]?.[column] === '' ? `<td rowspan="2">${text}</td>` : `<td>${text}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

const SIZE = 16;
const LINE = 29;
const CELL = 10;

/** Pages of paragraphs, then the ruled table on a page of its own. */
function pdf(): Buffer {
  const pages: PageSource[] = [];
  const lines = WHOLE_PLAN.flatMap((piece) => ('rows' in piece ? [] : pdfLines(piece)));
  for (let at = 0; at < lines.length; at += 22) {
    const pieces = lines.slice(at, at + 22).map((line, i) => ({ ...line, y: 720 - LINE * i, size: SIZE }));
    pages.push({ pieces: [...pieces, { text: `— ${pages.length + 1} —`, x: 440, y: 60, size: 14 }] });
  }
  return buildPdf([...pages, tablePage(TASK_ROWS)]);
}

function pdfLines(piece: Exclude<Piece, { rows: string[][] }>): Pick<Placed, 'text' | 'x'>[] {
  const chars = [...`${piece.number ?? ''}${piece.text}`];
  if (piece.centred && chars.length < 27)
    return [{ text: chars.join(''), x: 79 + 14 * SIZE - (chars.length * SIZE) / 2 }];
  const lines = [{ text: chars.slice(0, 26).join(''), x: 79 + 2 * SIZE }];
  for (let at = 26; at < chars.length; at += 28) lines.push({ text: chars.slice(at, at + 28).join(''), x: 79 });
  return lines;
}

const EDGES = [60, 95, 165, 305, 395, 480, 550];
const ROW = 64;

function tablePage(rows: string[][]): PageSource {
  const top = (row: number) => 740 - ROW * row;
  const pieces = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const room = Math.floor((EDGES[column + 1]! - EDGES[column]! - 8) / CELL);
      const lines = [...text].reduce<string[]>(
        (all, char, i) => (i % room === 0 ? [...all, char] : [...all.slice(0, -1), all.at(-1)! + char]),
        [],
      );
      return lines.map((line, i) => ({ text: line, x: EDGES[column]! + 4, y: top(at) - 14 - 13 * i, size: CELL }));
    }),
  );
  const rules: [number, number, number, number][] = [];
  for (let row = 0; row <= rows.length; row++)
    for (let column = 0; column < EDGES.length - 1; column++)
      if (rows[row]?.[column] !== '') rules.push([EDGES[column]!, top(row), EDGES[column + 1]!, top(row)]);
  rules.push(...EDGES.map((x): [number, number, number, number] => [x, top(0), x, top(rows.length)]));
  return { pieces, rules };
}
