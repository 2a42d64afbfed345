import { join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { projectRoot } from '../../shared/paths.js';
import { renderBlocks } from './blocks.js';
import type { ReaderResult } from './extracted.js';
import { limits } from './limits.js';
import { hasColumns } from './pdf-columns.js';
import { withoutFurniture } from './pdf-furniture.js';
import { plainGlyphs, unreadableShare } from './pdf-glyphs.js';
import { preparePdfHost } from './pdf-host.js';
import { joinTables, pageFlow } from './pdf-flow.js';
import type { PdfPage, PdfRun } from './pdf-lines.js';
import { paragraphs } from './pdf-paragraphs.js';
import { PdfPort } from './pdf-port.js';
import { pageRules, type Rule } from './pdf-rules.js';
import { broken, encrypted, scan, tooLarge } from './refusals.js';

const PDFJS = join(projectRoot, 'node_modules/pdfjs-dist');

/** A page with the rules drawn on it. */
interface RuledPage extends PdfPage {
  rules: Rule[];
}

/** Fewer words than this on an average page: pictures of pages, perhaps with a scanning program's stamp. */
const LEAST_CHARACTERS = 8;
const MOST_UNREADABLE = 0.3;
/** The smallest table: three rules down, three across. */
const LEAST_RULES = 6;

/**
 * Reads the text layer of a PDF: lines by position, page numbers and running heads taken out, cut lines joined.
 * Refuses file_encrypted, scan_without_text, file_too_large, file_broken.
 */
export async function readPdf(bytes: Buffer): Promise<ReaderResult> {
  const pdf = await pdfjs();
  const worker = joined(pdf);
  try {
    const document = await open(bytes, pdf, worker);
    try {
      return assemble(await readPages(document));
    } finally {
      await document.loadingTask.destroy();
    }
  } finally {
    worker.destroy();
  }
}

/** Both halves of pdf.js in this process; of what a page draws only what can be a rule comes over. */
function joined({ api, parser }: Pdfjs): PDFWorker {
  const { save, restore, transform, constructPath, paintFormXObjectBegin, paintFormXObjectEnd } = api.OPS;
  const kept = [save, restore, transform, constructPath, paintFormXObjectBegin, paintFormXObjectEnd];
  const port = new PdfPort(new Set(kept));
  const worker = api.PDFWorker.create({ port, verbosity: 0 });
  parser.WorkerMessageHandler.initializeFromPort(port);
  return worker;
}

async function open(bytes: Buffer, { api }: Pdfjs, worker: PDFWorker): Promise<PDFDocumentProxy> {
  const task = api.getDocument({
    ...{ data: new Uint8Array(bytes), worker },
    cMapUrl: `${join(PDFJS, 'cmaps')}/`,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted('PDF 文件') : broken('PDF 文件');
  }
}

interface Pdfjs {
  api: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
  parser: typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');
}
let loaded: Promise<Pdfjs> | undefined;

/** pdf.js, loaded with the first PDF. */
function pdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pdfjs> {
  preparePdfHost();
  const api = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return { api, parser: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') };
}

async function readPages(document: PDFDocumentProxy): Promise<RuledPage[]> {
  if (document.numPages > limits.pdfPages) throw tooLarge(`共 ${document.numPages} 页`);
  const pages: RuledPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, number, pages.at(-1)));
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PDFPageProxy, number: number, before?: RuledPage): Promise<RuledPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) =>
    'str' in item ? placed(item.str, item.transform, item.width, viewport.transform) : [],
  );
  const words: PdfPage = { number, width: viewport.width, height: viewport.height, runs };
  const rules = mayHoldTable(words, before) ? await readRules(page, viewport.transform) : [];
  return { ...words, rules };
}

/** A table's columns show in its words, except where one cell alone goes on from the page before. */
function mayHoldTable(page: PdfPage, before?: RuledPage): boolean {
  return page.runs.length > 0 && ((before?.rules.length ?? 0) >= LEAST_RULES || hasColumns(page));
}

/** Rules only help to see tables: a page whose drawing is damaged is read without them. */
async function readRules(page: PDFPageProxy, transform: number[]): Promise<Rule[]> {
  const { OPS } = (await pdfjs()).api;
  const codes = { ...OPS, begin: OPS.paintFormXObjectBegin, end: OPS.paintFormXObjectEnd };
  const drawing = await page.getOperatorList().catch(() => null);
  return drawing === null
    ? []
    : pageRules({ fnArray: drawing.fnArray, argsArray: drawing.argsArray, codes }, transform);
}

/** A piece in page coordinates; slanted pieces (watermarks) are left out. */
function placed(text: string, own: number[], width: number, page: number[]): PdfRun[] {
  const [a, b] = [page[0] * own[0] + page[2] * own[1], page[1] * own[0] + page[3] * own[1]];
  const size = Math.hypot(page[0] * own[2] + page[2] * own[3], page[1] * own[2] + page[3] * own[3]);
  if (text === '' || size === 0 || Math.abs(b) > 0.1 * Math.abs(a)) return [];
  const x = page[0] * own[4] + page[2] * own[5] + page[4];
  const y = page[1] * own[4] + page[3] * own[5] + page[5];
  return [{ text, x, y, width, size }];
}

function assemble(pages: RuledPage[]): ReaderResult {
  const raw = pages.flatMap((page) => page.runs.map((run) => run.text)).join('');
  if (unreadableShare(raw) > MOST_UNREADABLE) throw scan('PDF 的文字层无法读出（字体未附字符对照）');
  const clean = pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => ({ ...run, text: plainGlyphs(run.text) })),
  }));
  const flow = clean.flatMap((page) => pageFlow(page, page.rules));
  const { lines, margins } = withoutFurniture(pages, flow);
  const { text, notes } = renderBlocks(paragraphs(joinTables(lines), pages[0]?.width ?? 0));
  const characters = text.replace(/\s/g, '').length;
  if (characters < LEAST_CHARACTERS * Math.max(1, pages.length)) throw scan('PDF 是扫描件，没有可读的文字');
  return { text, notes: [...notes, ...pictureNotes(pages)], margins };
}

function pictureNotes(pages: RuledPage[]): string[] {
  const blank = pages.filter((page) => page.runs.length === 0).map((page) => page.number);
  return blank.length > 0 ? [`第 ${blank.join('、')} 页没有文字（可能是图片），未读入。`] : [];
}
