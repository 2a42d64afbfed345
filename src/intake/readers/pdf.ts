import { renderBlocks } from './blocks.js';
import type { ReaderResult } from './extracted.js';
import { limits } from './limits.js';
import { type OpenPdf, withPdf } from './pdf-document.js';
import { documentFlow } from './pdf-flow.js';
import { withoutFurniture } from './pdf-furniture.js';
import { plainGlyphs, unreadableShare } from './pdf-glyphs.js';
import { joinTables } from './pdf-joined-tables.js';
import type { PdfLine } from './pdf-lines.js';
import { readPage, type RuledPage } from './pdf-page.js';
import { paragraphs } from './pdf-paragraphs.js';
import { scan, tooLarge } from './refusals.js';

/** Fewer words than this on an average page: pictures of pages, perhaps with a scanning program's stamp. */
const LEAST_CHARACTERS = 8;
const MOST_UNREADABLE = 0.3;

/**
 * Reads the text layer of a PDF: lines by position, page numbers and running heads taken out, cut lines joined.
 * Refuses file_encrypted, scan_without_text, file_too_large, file_broken.
 */
export async function readPdf(bytes: Buffer): Promise<ReaderResult> {
  return withPdf(bytes, async (pdf) => assemble(await readPages(pdf)));
}

async function readPages({ document, port, api }: OpenPdf): Promise<RuledPage[]> {
  if (document.numPages > limits.pdfPages) throw tooLarge(`共 ${document.numPages} 页，上限 ${limits.pdfPages} 页`);
  const pages: RuledPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage({ page, number, port, api }, pages.at(-1)));
    page.cleanup();
  }
  return pages;
}

function assemble(pages: RuledPage[]): ReaderResult {
  const raw = pages.flatMap((page) => page.runs.map((run) => run.text)).join('');
  if (unreadableShare(raw) > MOST_UNREADABLE) throw scan('PDF 的文字层无法读出（字体未附字符对照）');
  const clean = pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => ({ ...run, text: plainGlyphs(run.text) })),
  }));
  const flow = documentFlow(clean);
  const { lines, margins } = withoutFurniture(pages, flow.lines);
  const joined = joinTables(lines);
  const { text, notes, rows } = renderBlocks(paragraphs(joined.lines, pages[0]?.width ?? 0));
  const characters = text.replace(/\s/g, '').length;
  if (characters < LEAST_CHARACTERS * Math.max(1, pages.length)) throw scan('PDF 是扫描件，没有可读的文字');
  const remarks = [...notes, ...flow.notes, ...joined.notes, ...pictureNotes(pages, lines)];
  return { text, notes: remarks, rows, margins };
}

/** Pages without words of their own, where page numbers and running heads are none. */
function pictureNotes(pages: readonly RuledPage[], lines: readonly PdfLine[]): string[] {
  const worded = new Set(lines.map(({ page }) => page));
  const isPicture = ({ number, runs, pictures }: RuledPage): boolean =>
    runs.length === 0 || (pictures > 0 && !worded.has(number));
  const blank = pages.filter(isPicture).map(({ number }) => number);
  return blank.length > 0 ? [`第 ${blank.join('、')} 页没有文字（可能是图片），未读入。`] : [];
}
