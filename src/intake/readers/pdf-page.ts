import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { hasColumns } from './pdf-columns.js';
import type { Drawing } from './pdf-drawing.js';
import { drawnWords } from './pdf-drawn-words.js';
import type { PdfPage, PdfRun } from './pdf-lines.js';
import type { PdfFont } from './pdf-pen.js';
import type { PdfItem } from './pdf-pieces.js';
import type { PdfPort } from './pdf-port.js';
import { pageRules, type Rule } from './pdf-rules.js';

/** A page with the rules drawn on it, and how many pictures stand on it. */
export interface RuledPage extends PdfPage {
  rules: Rule[];
  pictures: number;
}

/** A page as pdf.js hands it over, and what it was asked through. */
export interface PageSource {
  page: PDFPageProxy;
  number: number;
  port: PdfPort;
  api: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The smallest table: three rules down, three across. */
const LEAST_RULES = 6;

/**
 * The pieces of a page's text and the rules of its tables, both from one parsing of the page. Where what the page draws
 * is damaged or does not tell its words surely, pdf.js is asked for the words, which parses it again.
 */
export async function readPage(source: PageSource, before?: RuledPage): Promise<RuledPage> {
  const { page, number } = source;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { drawing, items } = await drawnPage(source);
  const runs = (items ?? (await spokenWords(page))).flatMap((item) => placed(item, transform));
  const words: PdfPage = { number, width, height, runs };
  const rules = drawing && mayHoldTable(words, before) ? pageRules(drawing, transform) : [];
  return { ...words, rules, pictures: source.port.pictures };
}

/** What a page draws, null where it is broken altogether, and the words in it, null where they are not sure. */
export async function drawnPage(source: PageSource): Promise<{ drawing: Drawing | null; items: PdfItem[] | null }> {
  source.port.beginPage();
  const drawing = await drawingOf(source);
  return { drawing, items: drawing && source.port.isWhole ? wordsOf(source, drawing) : null };
}

async function drawingOf({ page, api }: PageSource): Promise<Drawing | null> {
  const drawing = await page.getOperatorList({ annotationMode: api.AnnotationMode.DISABLE }).catch(() => null);
  return drawing && { fnArray: drawing.fnArray, argsArray: drawing.argsArray, codes: api.OPS };
}

function wordsOf({ page, api }: PageSource, drawing: Drawing): PdfItem[] | null {
  const fonts = new Map<string, PdfFont | null>();
  const font = (name: string): PdfFont | null => {
    const known = fonts.get(name) ?? fontOf(page, name);
    fonts.set(name, known);
    return known;
  };
  return drawnWords(drawing, { view: page.view, font, plain: api.normalizeUnicode });
}

/** Null for a font that is broken, drawn by programs or set vertically. */
function fontOf({ commonObjs }: PDFPageProxy, name: string): PdfFont | null {
  const font: unknown = commonObjs.has(name) ? commonObjs.get(name) : null;
  if (typeof font !== 'object' || font === null || !('fontMatrix' in font && 'name' in font)) return null;
  if (!('vertical' in font && 'isType3Font' in font) || font.vertical || font.isType3Font) return null;
  const unit = Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : 0.001;
  return { name: String(font.name), unit };
}

/** The words of a page from a parsing that looks for nothing else. */
export async function spokenWords(page: PDFPageProxy): Promise<PdfItem[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item ? [item] : []));
}

/** A table's columns show in its words, except where one cell alone goes on from the page before. */
function mayHoldTable(page: PdfPage, before?: RuledPage): boolean {
  return page.runs.length > 0 && ((before?.rules.length ?? 0) >= LEAST_RULES || hasColumns(page));
}

/** A piece in page coordinates; slanted pieces (watermarks) are left out. */
function placed({ str, transform: own, width }: PdfItem, page: number[]): PdfRun[] {
  const [a, b] = [page[0] * own[0] + page[2] * own[1], page[1] * own[0] + page[3] * own[1]];
  const size = Math.hypot(page[0] * own[2] + page[2] * own[3], page[1] * own[2] + page[3] * own[3]);
  if (str === '' || size === 0 || Math.abs(b) > 0.1 * Math.abs(a)) return [];
  const x = page[0] * own[4] + page[2] * own[5] + page[4];
  const y = page[1] * own[4] + page[3] * own[5] + page[5];
  return [{ text: str, x, y, width, size }];
}
