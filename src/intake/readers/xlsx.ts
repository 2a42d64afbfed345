import { type ReaderResult, STRUCK_NOTE, type TableRow } from './extracted.js';
import { gridLines, type Grid } from './grid.js';
import { tidyLines } from './blocks.js';
import { broken } from './refusals.js';
import { SeenRows } from './repeated-rows.js';
import { annexHeading } from '../outline/annex.js';
import { type TaskTable, taskTableLines } from './task-table.js';
import { hiddenRows, isStruck, readSheet, richText, showsStruck, type Workbook } from './xlsx-sheet.js';
import { childOf, childrenOf, parseXml, type XmlNode } from './xml.js';
import type { ZipPackage } from './zip.js';

const KIND = 'Excel 文件';

interface Sheet {
  name: string;
  hidden: boolean;
  grid: Grid;
  hiddenRows: number[];
  /** Words struck out stand in it. */
  struck: boolean;
}

/**
 * Reads a workbook. Sheets with a task table become clauses; where there are any, the other sheets are left out and
 * named in the notes; a workbook without one comes out as rows.
 */
export async function readXlsx(zip: ZipPackage): Promise<ReaderResult> {
  const sheets = (await readSheets(zip)).filter((sheet) => sheet.grid.length > 0);
  const shown = sheets.filter((sheet) => !sheet.hidden);
  const notes = sheets.filter((sheet) => sheet.hidden).map((sheet) => `工作表“${sheet.name}”已隐藏，未读入。`);
  for (const { name, hiddenRows: rows } of shown) {
    if (rows.length > 0) notes.push(`工作表“${name}”第${rows.join('、')}行已隐藏，仍已读入，请核对。`);
  }
  const seen = new SeenRows();
  const tables = shown.map((sheet) => ({ sheet, table: taskTableLines(sheet.grid, seen) }));
  const found = tables.some(({ table }) => table !== null);
  const lines: string[] = [];
  const rows: TableRow[] = [];
  for (const { sheet, table } of tables) {
    if (table) lines.push(...(lines.length > 0 ? headedLines(table, sheet.name, lines[0]) : table.lines));
    else if (!found) lines.push(...gridLines(sheet.grid));
    else notes.push(`工作表“${sheet.name}”不是任务分解表，未读入。`);
    notes.push(...(table?.notes ?? []));
    rows.push(...(table?.rows ?? []));
  }
  if (shown.some(({ struck }) => struck)) notes.push(STRUCK_NOTE);
  return { text: tidyLines(lines), notes, rows };
}

/** A name the program gave to the sheet. */
const NAMELESS = /^(?:sheet|工作表|表)?\s*\d*$/i;

/** The lines of a further sheet as a part of its own: under its title, or the name of the sheet where the title is the plan's. */
function headedLines({ above, lines }: TaskTable, sheet: string, plan: string): string[] {
  if (lines.length === 0 || above.some((line) => annexHeading(line))) return lines;
  const own = above[0] !== undefined && above[0] !== plan;
  const title = own ? above[0] : sheet.trim();
  if (!own && NAMELESS.test(title)) return lines;
  return [`附表：${title}`, ...(above.length > 0 ? lines.slice(1) : lines)];
}

async function readSheets(zip: ZipPackage): Promise<Sheet[]> {
  const workbook = childOf(await part(zip, 'xl/workbook.xml'), 'workbook');
  if (!workbook) throw broken(KIND);
  const targets = await sheetTargets(zip);
  const book = await readBook(zip, workbook);
  const sheets: Sheet[] = [];
  for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const root = await part(zip, targets.get(attributes.id ?? '') ?? '');
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    if (root)
      sheets.push({
        name: attributes.name ?? '',
        hidden,
        grid: readSheet(root, book),
        hiddenRows: hiddenRows(root),
        struck: showsStruck(root, book),
      });
  }
  return sheets;
}

async function sheetTargets(zip: ZipPackage): Promise<Map<string, string>> {
  const relations = childOf(await part(zip, 'xl/_rels/workbook.xml.rels'), 'Relationships');
  return new Map(
    childrenOf(relations, 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => [
        attributes.Id ?? '',
        new URL(attributes.Target ?? '', 'http://package/xl/').pathname.slice(1),
      ]),
  );
}

async function readBook(zip: ZipPackage, workbook: XmlNode): Promise<Workbook> {
  const strings = childOf(await part(zip, 'xl/sharedStrings.xml'), 'sst');
  const styles = childOf(await part(zip, 'xl/styles.xml'), 'styleSheet');
  const codes = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode,
    ]),
  );
  const formats = childrenOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return { id, code: codes.get(id) };
  });
  const fonts = childrenOf(childOf(styles, 'fonts'), 'font').map(isStruck);
  const struck = childrenOf(childOf(styles, 'cellXfs'), 'xf').map((xf) => fonts[Number(xf.attributes.fontId)] ?? false);
  const items = childrenOf(strings, 'si');
  const struckStrings = new Set(items.flatMap((item, at) => (childrenOf(item, 'r').some(isStruck) ? [at] : [])));
  const is1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '');
  return { strings: items.map(richText), formats, is1904, struck, struckStrings };
}

async function part(zip: ZipPackage, name: string): Promise<XmlNode | undefined> {
  const bytes = name === '' ? null : await zip.read(name);
  return bytes ? parseXml(bytes, KIND) : undefined;
}
