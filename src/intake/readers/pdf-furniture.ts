import type { PdfLine, PdfPage } from './pdf-lines.js';

/** — 3 —, －3－, 3, 第3页, 第3页 共8页, 3/8. */
const PAGE_NUMBER =
  /^[—–\-－‐―─一·•\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[—–\-－‐―─一·•\s]*$/;
/** Share of the page's height, at either end, in which heads and feet stand. */
const ZONE = 0.13;
/** Share of the pages on which a line must stand to be a running head. */
const REPEATED = 0.5;

/** Takes page numbers and running heads out of the pages' lines. `margins` is what was taken out. */
export function withoutFurniture(pages: PdfPage[], lines: PdfLine[]): { lines: PdfLine[]; margins: string } {
  const heights = new Map(pages.map((page) => [page.number, page.height]));
  const inZone = (line: PdfLine) => !line.grid && isInMargin(line.y, heights.get(line.page) ?? 1);
  const running = runningHeads(lines.filter(inZone), pages.length);
  const isFurniture = (line: PdfLine) => inZone(line) && (PAGE_NUMBER.test(line.text) || running.has(shape(line)));
  return {
    lines: lines.filter((line) => !isFurniture(line)),
    margins: [...new Set(lines.filter(isFurniture).map((line) => line.text))].join('\n'),
  };
}

/** Whether a height on the page is where heads and feet stand. */
function isInMargin(y: number, pageHeight: number): boolean {
  const share = y / pageHeight;
  return share < ZONE || share > 1 - ZONE;
}

/** Whether a row of words, at this height of a page, is its number. */
export function isPageNumber(text: string, y: number, pageHeight: number): boolean {
  return isInMargin(y, pageHeight) && PAGE_NUMBER.test(text);
}

function runningHeads(lines: PdfLine[], pages: number): Set<string> {
  const seen = new Map<string, Set<number>>();
  for (const line of lines) seen.set(shape(line), (seen.get(shape(line)) ?? new Set<number>()).add(line.page));
  const enough = Math.max(2, Math.ceil(pages * REPEATED));
  return new Set([...seen].filter(([, on]) => on.size >= enough).map(([key]) => key));
}

/** A line with its figures and its height made comparable from page to page. */
function shape(line: PdfLine): string {
  return `${line.text.replace(/\d+/g, '#').replace(/\s+/g, '')}@${Math.round(line.y / 10)}`;
}
