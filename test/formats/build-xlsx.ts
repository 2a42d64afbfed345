import ExcelJS from 'exceljs';

/** One sheet: rows of values (null for an empty place), merged ranges, whether it is hidden. */
export interface SheetSource {
  name: string;
  rows: (string | number | Date | null)[][];
  merges?: string[];
  hidden?: boolean;
}

/** A workbook as an office would save it. */
export async function buildXlsx(sheets: SheetSource[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const source of sheets) {
    const sheet = book.addWorksheet(source.name, { state: source.hidden ? 'hidden' : 'visible' });
    source.rows.forEach((row) => sheet.addRow(row));
    for (const merge of source.merges ?? []) sheet.mergeCells(merge);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
