import { pageLines, type PdfLine, type PdfPage } from './pdf-lines.js';
import type { RuledPage } from './pdf-page.js';
import type { Rule } from './pdf-rules.js';
import { type PdfTable, takeTables } from './pdf-tables.js';

/** The lines of all pages, and remarks on rows of tables that stand alone on a page and could not be placed. */
export function documentFlow(pages: readonly RuledPage[]): { lines: PdfLine[]; notes: string[] } {
  const lines: PdfLine[] = [];
  const notes: string[] = [];
  for (const page of pages) {
    const above = lines.findLast((line) => line.grid);
    const flow = pageFlow(page, page.rules, above?.page === page.number - 1 ? above.rules : undefined);
    lines.push(...flow.lines);
    if (flow.loose > 0) notes.push(`第 ${page.number} 页有单独一行的表格，未能按表格读入，请对照原文核对。`);
  }
  return { lines, notes };
}

/** The lines of a page from top to bottom, each table standing as one line where it begins. */
function pageFlow(page: PdfPage, rules: Rule[], going?: readonly number[]): { lines: PdfLine[]; loose: number } {
  const { tables, rest, loose } = takeTables(page, rules, going);
  const lines = [...pageLines({ ...page, runs: rest }), ...tables.map((table) => tableLine(page, table))];
  return { lines: lines.sort((a, b) => a.y - b.y || a.x0 - b.x0), loose };
}

function tableLine(page: PdfPage, { top, left, right, columns, grid }: PdfTable): PdfLine {
  const place = { page: page.number, x0: left, x1: right, y: top };
  return { ...place, text: '', size: 0, beside: 1, column: 0, grid, rules: columns };
}
