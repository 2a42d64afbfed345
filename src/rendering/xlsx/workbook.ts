import { escapeXml, XML_HEAD } from '../xml.js';
import { packParts } from '../zip.js';
import { gridOf, type Grid } from './cells.js';
import { columnName, sheetNames } from './names.js';
import type { Sheet } from './sheet.js';
import { SharedStrings } from './strings.js';
import { SPREADSHEET, stylesXml } from './styles.js';
import { filterRange, inlineList, worksheetXml, type PlacedList } from './worksheet.js';

export type { Cell, CellStyle, CellValue, DropDown, Sheet, SheetRow, StyledCell } from './sheet.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OPTIONS_SHEET = '选项';

interface WrittenSheet {
  name: string;
  sheet: Sheet;
  grid: Grid;
  lists: PlacedList[];
  hidden: boolean;
}

/** Options too long for a validation, a column each on a hidden sheet. */
class HiddenOptions {
  readonly columns: string[][] = [];

  place(options: string[]): string {
    const inline = inlineList(options);
    if (inline) return inline;
    const key = options.join('\n');
    const known = this.columns.findIndex((column) => column.join('\n') === key);
    const index = known >= 0 ? known : this.columns.push(options) - 1;
    const column = columnName(index + 1);
    return `'${OPTIONS_SHEET}'!$${column}$1:$${column}$${options.length}`;
  }

  sheet(): Sheet | null {
    const height = Math.max(0, ...this.columns.map((column) => column.length));
    const rows = Array.from({ length: height }, (_, row) => ({
      cells: this.columns.map((column) => column[row] ?? null),
    }));
    return height ? { name: OPTIONS_SHEET, widths: this.columns.map(() => 30), rows } : null;
  }
}

function written(sheets: Sheet[], strings: SharedStrings): WrittenSheet[] {
  const names = sheetNames([OPTIONS_SHEET, ...sheets.map((sheet) => sheet.name)]).slice(1);
  const hidden = new HiddenOptions();
  const own = sheets.map((sheet, index) => ({
    name: names[index] ?? sheet.name,
    sheet,
    grid: gridOf(sheet.rows, strings),
    lists: (sheet.dropDowns ?? []).map((list) => ({ list, formula: hidden.place(list.options) })),
    hidden: false,
  }));
  const options = hidden.sheet();
  return options
    ? [...own, { name: OPTIONS_SHEET, sheet: options, grid: gridOf(options.rows, strings), lists: [], hidden: true }]
    : own;
}

function definedNames(sheets: WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, sheet, grid }, index) => {
    const quoted = `'${name.replace(/'/g, "''")}'`;
    const head = sheet.headRows;
    const range = filterRange(sheet, grid)?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const defined = (kind: string, hidden: string, value: string): string =>
      `<definedName name="_xlnm.${kind}" localSheetId="${index}"${hidden}>${escapeXml(value)}</definedName>`;
    return [
      range ? defined('_FilterDatabase', ' hidden="1"', `${quoted}!${range}`) : '',
      head ? defined('Print_Titles', '', `${quoted}!$${head.from}:$${head.to}`) : '',
    ].filter(Boolean);
  });
  return names.length ? `<definedNames>${names.join('')}</definedNames>` : '';
}

function workbookXml(sheets: WrittenSheet[]): string {
  const rows = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="veryHidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return (
    `${XML_HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${rows.join('')}</sheets>${definedNames(sheets)}</workbook>`
  );
}

function contentTypes(count: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${EXCEL}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}${sheets.join('')}</Types>`
  );
}

function relationships(targets: [type: string, target: string][]): string {
  const rows = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function sheetTargets(count: number): [string, string][] {
  return Array.from({ length: count }, (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]);
}

function workbookTargets(count: number): [string, string][] {
  return [...sheetTargets(count), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']];
}

/**
 * An .xlsx file. Pure: same sheets, same bytes. Texts are typed text cells, never formulas; every sheet prints on A4,
 * fitted to the width, with its head rows repeated. Throws when there is no sheet.
 */
export function workbook(sheets: Sheet[]): Uint8Array {
  if (!sheets.length) throw new Error('A workbook needs at least one sheet');
  const strings = new SharedStrings();
  const all = written(sheets, strings);
  const parts = all.map(({ sheet, grid, lists }, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    worksheetXml(sheet, grid, lists, index === 0),
  ]);
  return packParts([
    ['[Content_Types].xml', contentTypes(all.length)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(all)],
    ['xl/_rels/workbook.xml.rels', relationships(workbookTargets(all.length))],
    ['xl/styles.xml', stylesXml()],
    ['xl/sharedStrings.xml', strings.xml()],
    ...parts,
  ]);
}
