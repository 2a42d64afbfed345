import type { Cell, DropDown, Sheet, SheetRow } from '../../rendering/xlsx/workbook.js';
import { bodyCells, headCells, type OfficeTable } from './table.js';

const TITLE_HEIGHT = 40;
const META_HEIGHT = 24;
const HEAD_HEIGHT = 28;

/** Spreads a few texts over the columns, a merged stretch each. */
function spread(texts: string[], columns: number): Cell[] {
  const starts = texts.map((_, index) => Math.round((index * columns) / texts.length));
  return texts.flatMap((value, index): Cell[] => {
    const colspan = (starts[index + 1] ?? columns) - (starts[index] ?? 0);
    return colspan > 0 ? [{ value, colspan, style: 'meta' }] : [];
  });
}

function headRows(table: OfficeTable): SheetRow[] {
  return headCells(table.columns).map((row) => ({
    style: 'head',
    height: HEAD_HEIGHT,
    cells: row.map(({ label, colspan, rowspan }) => ({ value: label, colspan, rowspan })),
  }));
}

function bodyRows(table: OfficeTable): SheetRow[] {
  const centred = table.columns.map((column) => column.centre);
  return bodyCells(table).map((row) => ({
    cells: row.flatMap((cell, index): Cell[] => {
      if (!cell) return [];
      if (cell.rowspan === 1 && !centred[index]) return [cell.text];
      return [{ value: cell.text, rowspan: cell.rowspan, style: centred[index] ? 'centre' : 'text' }];
    }),
  }));
}

function dropDowns(table: OfficeTable, firstRow: number): DropDown[] {
  const toRow = firstRow + Math.max(table.rows.length, 1) - 1;
  return table.columns.flatMap(({ options }, index) =>
    options ? [{ column: index + 1, fromRow: firstRow, toRow, options }] : [],
  );
}

/** A sheet as offices know it: merged title, the line of the form, head kept in view and printed on every page, 注 last. */
export function tableSheet(table: OfficeTable, name: string, filter = false): Sheet {
  const count = table.columns.length;
  const meta: SheetRow[] = table.meta.length ? [{ cells: spread(table.meta, count), height: META_HEIGHT }] : [];
  const head = headRows(table);
  const note: SheetRow[] = table.note
    ? [{ cells: [{ value: `注：${table.note}`, colspan: count, style: 'note' }], height: 30 }]
    : [];
  const from = 2 + meta.length;
  const to = from + head.length - 1;
  return {
    name,
    widths: table.columns.map((column) => column.width),
    rows: [
      { cells: [{ value: table.title, colspan: count, style: 'title' }], height: TITLE_HEIGHT },
      ...meta,
      ...head,
      ...bodyRows(table),
      ...note,
    ],
    headRows: { from, to },
    dropDowns: dropDowns(table, to + 1),
    filter,
  };
}
