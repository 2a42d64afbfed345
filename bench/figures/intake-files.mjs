/** Reading a plan of thirty pages out of a file, against the library that knows the format alone. */
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { planParagraphs } from '../support/thirty-pages.mjs';
import { product } from '../support/product.mjs';
import { middleTimes } from '../support/turns.mjs';
import { testModule } from '../support/typescript.mjs';

const { extractBytes } = await product('src/intake/extract.js');
const CMAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));
const LINES_PER_PAGE = 24;
const TABLE_ROWS = 20;

/** As word processors save it: styles, runs of a few words with fonts of their own, a table of the tasks at the end. */
async function docxFile() {
  const { buildDocx, cell, paragraph, run, table } = await testModule('formats/build-docx.ts');
  const font = '<w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>';
  const runs = (text) => text.match(/.{1,14}/gsu).map((part) => run(part, font));
  const texts = planParagraphs();
  const tasks = texts.filter((text) => text.startsWith('（')).map((text) => text.slice(0, 30));
  const rows = tasks.map((text, row) => [cell(String(row + 1)), cell(text), cell(['市人社局', '市财政局'])]);
  const body = texts.map((text) => paragraph(runs(text).join(''), '<w:pStyle w:val="a3"/>')).join('');
  const styles =
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="正文"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>';
  return buildDocx({ body: body + table(...rows), styles });
}

async function pdfFile() {
  const { pdfOf } = await testModule('formats/build-pdf.ts');
  return pdfOf(planParagraphs(), LINES_PER_PAGE);
}

/** Thirty pages of a ruled 任务分解表. */
async function tablesFile() {
  const { buildPdf } = await testModule('formats/build-pdf.ts');
  return buildPdf(tablePages(30));
}

/** Twenty-six pages of text, then four of tables. */
async function mixedFile() {
  const { buildPdf, pagesOf } = await testModule('formats/build-pdf.ts');
  return buildPdf([...pagesOf(planParagraphs(), LINES_PER_PAGE).slice(0, 26), ...tablePages(4)]);
}

function tablePages(count) {
  const texts = planParagraphs(200).filter((text) => text.startsWith('（'));
  return Array.from({ length: count }, (_, page) => tablePage(texts.slice(page * TABLE_ROWS), page));
}

function tablePage(texts, page) {
  const edges = [60, 100, 440, 540];
  const top = (row) => 740 - 32 * row;
  const put = (text, column, row) => ({ text, x: edges[column] + 5, y: top(row) - 20, size: 10 });
  const pieces = texts
    .slice(0, TABLE_ROWS)
    .flatMap((text, row) => [
      put(String(page * TABLE_ROWS + row + 1), 0, row),
      put(text.slice(0, 30), 1, row),
      put('市人社局', 2, row),
    ]);
  const across = Array.from({ length: TABLE_ROWS + 1 }, (_, row) => [edges[0], top(row), edges[3], top(row)]);
  return { pieces, rules: [...across, ...edges.map((x) => [x, top(0), x, top(TABLE_ROWS)])] };
}

async function pdfjsAlone(bytes) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const options = { cMapUrl: CMAPS, cMapPacked: true, isEvalSupported: false, disableFontFace: true, verbosity: 0 };
  return async () => {
    const document = await getDocument({ data: new Uint8Array(bytes), ...options }).promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      text += items.map((item) => item.str).join('');
    }
    await document.loadingTask.destroy();
    return text;
  };
}

async function against(name, bytes, limit, alone) {
  const ours = () => extractBytes(bytes, name);
  const words = [(await ours()).text.length, String(await alone()).length];
  if (Math.min(...words) < 0.8 * Math.max(...words)) throw new Error(`${name}: the two read different texts: ${words}`);
  const { first, second } = await middleTimes(ours, alone);
  return { value: first, unit: 'ms', limit, limitValue: second };
}

const PDFJS = 'pdfjs-dist alone: the words of every page of the same file';

export const figures = [
  {
    name: 'intake.docx',
    measure: async () => {
      const buffer = await docxFile();
      const alone = async () => (await mammoth.extractRawText({ buffer })).value;
      return against('方案.docx', buffer, 'mammoth alone: the raw text of the same file', alone);
    },
  },
  {
    name: 'intake.pdf',
    measure: async () => {
      const bytes = await pdfFile();
      return against('方案.pdf', bytes, PDFJS, await pdfjsAlone(bytes));
    },
  },
  {
    name: 'intake.pdf.tables',
    measure: async () => {
      const bytes = await tablesFile();
      return against('分解表.pdf', bytes, PDFJS, await pdfjsAlone(bytes));
    },
  },
  {
    name: 'intake.pdf.mixed',
    measure: async () => {
      const bytes = await mixedFile();
      return against('方案.pdf', bytes, PDFJS, await pdfjsAlone(bytes));
    },
  },
];
