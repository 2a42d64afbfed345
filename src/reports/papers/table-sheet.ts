import type { Cell, DropDown, Sheet, SheetRow } from '../../rendering/xlsx/workbook.js';
import { bodyHeights, headHeight, noteHeight, textWidth, titleHeight } from './row-heights.js';
import { bodyCells, headCells, type OfficeTable } from './table.js';

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Room behind each text for what is written by hand, in half-width characters. */
const ROOM = 10;

/** The column after which the running width is nearest to the goal. */
function nearestColumn(widths: number[], goal: number): number {
  const distances = widths.map((_, column) => Math.abs(sum(widths.slice(0, column + 1)) - goal));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** Last column of each text's stretch, such that long texts get wide stretches. */
function stretchEnds(texts: string[], widths: number[]): number[] {
  const wanted = texts.map((text) => textWidth(text) + ROOM);
  const scale = sum(widths) / sum(wanted);
  return texts.map((_, index) => {
    const goal = sum(wanted.slice(0, index + 1)) * scale;
    return index === texts.length - 1 ? widths.length : Math.min(widths.length - 1, nearestColumn(widths, goal));
  });
}

/** Spreads a few texts over the columns, a merged stretch each. */
function spread(texts: string[], widths: number[]): Cell[] {
  const ends = stretchEnds(texts, widths);
  return texts.flatMap((value, index): Cell[] => {
    const colspan = (ends[index] ?? 0) - (ends[index - 1] ?? 0);
    return colspan > 0 ? [{ value, colspan, style: 'meta' }] : [];
  });
}

function headRows(table: OfficeTable): SheetRow[] {
  return headCells(table.columns).map((row) => ({
    style: 'head',
    height: headHeight(table),
    cells: row.map(({ label, colspan, rowspan }) => ({ value: label, colspan, rowspan })),
  }));
}

function bodyRows(table: OfficeTable): SheetRow[] {
  const centred = table.columns.map((column) => column.centre);
  const heights = bodyHeights(table);
  return bodyCells(table).map((row, rowIndex) => ({
    fittedHeight: heights[rowIndex],
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
  const widths = table.columns.map((column) => column.width);
  const meta: SheetRow[] = table.meta.length ? [{ cells: spread(table.meta, widths), height: 32 }] : [];
  const head = headRows(table);
  const note: SheetRow[] = table.note
    ? [{ cells: [{ value: `注：${table.note}`, colspan: count, style: 'note' }], height: noteHeight(table) }]
    : [];
  const from = 2 + meta.length;
  const to = from + head.length - 1;
  return {
    name,
    widths,
    rows: [
      { cells: [{ value: table.title, colspan: count, style: 'title' }], height: titleHeight(table) },
      ...meta,
      ...head,
      ...bodyRows(table),
      ...note,
    ],
    headRows: { from, to },
    dropDowns: dropDowns(table, to + 1),
    filterTo: filter ? to + table.rows.length : undefined,
  };
}
