import { escapeXml, XML_HEAD } from '../xml.js';
import type { Grid } from './cells.js';
import { columnName } from './names.js';
import type { DropDown, Sheet } from './sheet.js';
import { SPREADSHEET } from './styles.js';

/** Longest list that fits into the validation itself; longer ones stand on a hidden sheet. */
const LONGEST_INLINE = 255;

/** A drop-down whose options have found their place: a quoted list or a range on the hidden sheet. */
export interface PlacedList {
  list: DropDown;
  formula: string;
}

/** The list as a formula of its own, or null when it is too long or holds commas or quotes. */
export function inlineList(options: string[]): string | null {
  const joined = options.join(',');
  const fits = joined.length <= LONGEST_INLINE && options.every((option) => !/[,"]/.test(option));
  return fits ? `"${joined}"` : null;
}

function columns(widths: number[]): string {
  const rows = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return rows.length ? `<cols>${rows.join('')}</cols>` : '';
}

function view(sheet: Sheet, selected: boolean): string {
  const below = sheet.headRows?.to;
  const tab = selected ? ' tabSelected="1"' : '';
  const pane = below
    ? `<pane ySplit="${below}" topLeftCell="A${below + 1}" activePane="bottomLeft" state="frozen"/>` +
      `<selection pane="bottomLeft" activeCell="A${below + 1}" sqref="A${below + 1}"/>`
    : '';
  return `<sheetViews><sheetView${tab} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function validations(lists: PlacedList[]): string {
  const rows = lists.map(({ list, formula }) => {
    const column = columnName(list.column);
    return (
      '<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="不在列表中" ' +
      `error="建议点单元格右侧的箭头选择一项；确需另写的，请选“是”。" sqref="${column}${list.fromRow}:${column}${list.toRow}">` +
      `<formula1>${escapeXml(formula)}</formula1></dataValidation>`
    );
  });
  return rows.length ? `<dataValidations count="${rows.length}">${rows.join('')}</dataValidations>` : '';
}

function merges(grid: Grid): string {
  if (!grid.merges.length) return '';
  return `<mergeCells count="${grid.merges.length}">${grid.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

/** The range under filter buttons: the last head row and the entries below it, null without a filter. */
export function filterRange(sheet: Sheet, grid: Grid): string | null {
  if (!sheet.filterTo || !sheet.headRows || sheet.filterTo <= sheet.headRows.to) return null;
  return `A${sheet.headRows.to}:${columnName(grid.lastColumn)}${sheet.filterTo}`;
}

function page(landscape: boolean): string {
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.55" right="0.55" top="0.75" bottom="0.75" header="0.3" footer="0.4"/>' +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'
  );
}

/** xl/worksheets/sheetN.xml. */
export function worksheetXml(sheet: Sheet, grid: Grid, lists: PlacedList[], selected: boolean): string {
  const filter = filterRange(sheet, grid);
  return (
    `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view(sheet, selected)}` +
    `<sheetFormatPr defaultRowHeight="15"/>${columns(sheet.widths)}<sheetData>${grid.rows}</sheetData>` +
    `${filter ? `<autoFilter ref="${filter}"/>` : ''}${merges(grid)}${validations(lists)}${page(sheet.landscape ?? true)}</worksheet>`
  );
}
