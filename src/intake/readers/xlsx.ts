import { type ReaderResult, STRUCK_NOTE, type TableRow } from './extracted.js';
import { gridLines, type Grid } from './grid.js';
import { tidyLines } from './blocks.js';
import { broken } from './refusals.js';
import { SeenRows } from './repeated-rows.js';
import { taskTableLines } from './task-table.js';
import { sheetLines } from './xlsx-parts.js';
import { hiddenRows, isStruck, readSheet, richText, showsStruck, type Workbook } from './xlsx-sheet.js';
import { wordsSheet } from './xlsx-words.js';
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
 * Reads a workbook. Sheets with a task table become clauses, a cover before them their head, and remarks on how they are
 * filled in stand over them; the other sheets are left out and named in the notes. A workbook without a task table comes
 * out as rows.
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
  const found = tables.flatMap(({ sheet, table }) => (table ? [{ name: sheet.name, table }] : []));
  if (found.length === 0) return { text: tidyLines(shown.flatMap(({ grid }) => gridLines(grid))), notes, rows: [] };
  const first = tables.findIndex(({ table }) => table);
  const words = tables.map(({ sheet, table }) => (table ? null : wordsSheet(sheet.name, sheet.grid)));
  const before = words.slice(0, first);
  const cover = before.flatMap((one) => (one?.kind === 'cover' ? one.lines : []));
  const remarks = words.flatMap((one) => (one?.kind === 'remarks' ? one.lines : []));
  const lines = [...cover, ...remarks, ...sheetLines(found, cover).flat()];
  for (const [at, { sheet, table }] of tables.entries()) {
    const read = table !== null || words[at]?.kind === 'remarks' || (at < first && words[at] !== null);
    if (!read) notes.push(`工作表“${sheet.name}”不是任务分解表，未读入。`);
    notes.push(...(table?.notes ?? []));
  }
  const rows: TableRow[] = found.flatMap(({ table }) => table.rows);
  if (shown.some(({ struck }) => struck)) notes.push(STRUCK_NOTE);
  return { text: tidyLines(lines), notes, rows };
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
