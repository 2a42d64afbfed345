import { findAll, hasClass, isElement, textOf, type HtmlElement } from '../html.js';
import { mm } from './page.js';
import { paragraph, runs, trimEdges } from './runs.js';

const LINE_WIDTH = 4;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="${LINE_WIDTH}" w:space="0" w:color="000000"/>`)
  .join('');
const MARGINS =
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>' +
  '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>';

/** A cell that a rowspan above still covers: its column span and how many rows are left. */
interface Covered {
  span: number;
  rowsLeft: number;
}

interface TableRow {
  element: HtmlElement;
  head: boolean;
}

const numberOf = (cell: HtmlElement, name: string): number => Math.max(1, Number(cell.attributes[name]) || 1);

function rowsOf(table: HtmlElement): TableRow[] {
  const parts = table.children.filter(isElement).filter((part) => ['thead', 'tbody', 'tfoot'].includes(part.tag));
  return parts.flatMap((part) =>
    part.children
      .filter(isElement)
      .filter((row) => row.tag === 'tr')
      .map((element) => ({ element, head: part.tag === 'thead' })),
  );
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(isElement).filter((cell) => cell.tag === 'td' || cell.tag === 'th');
}

function columnCount(rows: TableRow[]): number {
  const first = rows[0];
  return first ? cellsOf(first.element).reduce((sum, cell) => sum + numberOf(cell, 'colspan'), 0) : 0;
}

/** Rows with more characters may break over two pages; others are kept whole. */
const LONG_ROW = 400;

/** Room for two characters: 序号 and 是否 stay on one line. */
const NARROWEST = 580;

/** Column widths in twips: the shares of the `col` elements, or equal ones; they add up to the full width. */
function columnWidths(table: HtmlElement, count: number, width: number): number[] {
  const columns = findAll(table.children, (node) => node.tag === 'col');
  const shares = Array.from(
    { length: count },
    (_, index) => Number.parseFloat(columns[index]?.attributes.width ?? '') || 1,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.max(NARROWEST, Math.floor((share / total) * width)));
  const rest = width - widths.reduce((sum, part) => sum + part, 0);
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((part, index) => (index === widest ? part + rest : part));
}

function cellStyle(cell: HtmlElement): string {
  if (cell.tag === 'th') return 'CellHead';
  return hasClass(cell, 'centre') ? 'CellCentre' : 'Cell';
}

/** A cell's paragraphs: its `p` children, or its inline content as one. */
function cellContent(cell: HtmlElement): string {
  const inner = trimEdges(cell.children);
  const blocks = inner.filter(isElement).filter((child) => child.tag === 'p');
  const contents = blocks.length ? blocks.map((block) => runs(block.children)) : [runs(inner)];
  return contents.map((content) => paragraph(cellStyle(cell), content)).join('');
}

function cellXml(width: number, span: number, merge: string, content: string): string {
  const grid = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${grid}${merge}<w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

const sum = (widths: number[], from: number, span: number): number =>
  widths.slice(from, from + span).reduce((total, width) => total + width, 0);

function rowCells(row: HtmlElement, widths: number[], covered: Map<number, Covered>): string {
  const cells = cellsOf(row);
  let xml = '';
  for (let column = 0; column < widths.length;) {
    const above = covered.get(column);
    const cell = above ? undefined : cells.shift();
    if (!above && !cell) break;
    const span = above?.span ?? (cell ? numberOf(cell, 'colspan') : 1);
    if (above) xml += cellXml(sum(widths, column, span), span, '<w:vMerge/>', paragraph('Cell', ''));
    else if (cell) xml += ownCell(cell, column, span, widths, covered);
    if (above && --above.rowsLeft === 0) covered.delete(column);
    column += span;
  }
  return xml;
}

function ownCell(
  cell: HtmlElement,
  column: number,
  span: number,
  widths: number[],
  covered: Map<number, Covered>,
): string {
  const rows = numberOf(cell, 'rowspan');
  if (rows > 1) covered.set(column, { span, rowsLeft: rows - 1 });
  const merge = rows > 1 ? '<w:vMerge w:val="restart"/>' : '';
  return cellXml(sum(widths, column, span), span, merge, cellContent(cell));
}

function rowXml(row: TableRow, widths: number[], covered: Map<number, Covered>): string {
  const height = Number(row.element.attributes['data-height']);
  const least = height ? `<w:trHeight w:val="${mm(height)}" w:hRule="atLeast"/>` : '';
  const head = row.head ? '<w:tblHeader/>' : '';
  const whole = textOf(row.element).length > LONG_ROW ? '' : '<w:cantSplit/>';
  return `<w:tr><w:trPr>${whole}${least}${head}</w:trPr>${rowCells(row.element, widths, covered)}</w:tr>`;
}

/**
 * A table as wide as the text area, thin grid, head rows repeated on every page, rows kept whole.
 * @param width of the text area in twips
 */
export function tableXml(table: HtmlElement, width: number): string {
  const rows = rowsOf(table);
  const widths = columnWidths(table, columnCount(rows), width);
  if (!widths.length) return '';
  const covered = new Map<number, Covered>();
  const grid = widths.map((part) => `<w:gridCol w:w="${part}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `${rows.map((row) => rowXml(row, widths, covered)).join('')}</w:tbl>`
  );
}
