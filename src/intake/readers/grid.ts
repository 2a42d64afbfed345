import { limits } from './limits.js';
import { tooLarge } from './refusals.js';

/** One printed cell; a merged one stands, as the same object, in every place it covers. */
export interface GridCell {
  /** Lines of a cell are kept apart by a line feed. */
  text: string;
  row: number;
  column: number;
  /** Of an empty cell of pasted text, which does not tell whether one cell stands over several rows: the words above it. */
  above?: string;
}

/** A table with its merged cells spread out: every row has the same number of places. */
export type Grid = GridCell[][];

/** Collects cells in reading order and spreads merged ones. */
export class GridBuilder {
  private readonly rows: (GridCell | undefined)[][] = [];
  private places = 0;

  /** Puts a cell at a place and lets it cover `rowSpan` × `columnSpan` places; places already taken stay. */
  put(row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): void {
    const cell: GridCell = { text, row, column };
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) this.place(r, c, cell);
    }
  }

  /** First place of a row that no cell covers, from `column` on. */
  nextFree(row: number, column = 0): number {
    let place = column;
    while (this.rows[row]?.[place]) place++;
    return place;
  }

  /** The cell that stands at a place, if any. */
  at(row: number, column: number): GridCell | undefined {
    return this.rows[row]?.[column];
  }

  /** Lets a cell that already stands somewhere cover one more place. */
  extend(cell: GridCell, row: number, column: number): void {
    this.place(row, column, cell);
  }

  build(): Grid {
    const width = this.rows.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
    if (width * this.rows.length > limits.gridCells) throw tooLarge('表格行列太多');
    return Array.from(this.rows, (row, r) =>
      Array.from({ length: width }, (_, c) => row?.[c] ?? { text: '', row: r, column: c }),
    );
  }

  private place(row: number, column: number, cell: GridCell): void {
    if (++this.places > limits.gridCells || row > limits.gridCells) throw tooLarge('表格行列太多');
    const line = (this.rows[row] ??= []);
    line[column] ??= cell;
  }
}

/** The grid with other cells in the places of those given. */
export const withCells = (grid: Grid, others: ReadonlyMap<GridCell, GridCell>): Grid =>
  grid.map((row) => row.map((cell) => others.get(cell) ?? cell));

/** The distinct cells of a row, left to right. */
export function distinct(row: GridCell[]): GridCell[] {
  return row.filter((cell, index) => index === 0 || row[index - 1] !== cell);
}

/** A red head is often set as a table: the issuers in one cell, this word beside them. */
const RED_HEAD = /^文\s*件$/;

/**
 * A table that is no task table, as lines: cells separated by a tab, a merged cell printed once where it begins.
 * Tables used for layout (one column, or one filled cell in the row) come out as plain paragraphs.
 */
export function gridLines(grid: Grid): string[] {
  return grid.flatMap((row, r) => {
    const cells = distinct(row).map((cell) => (cell.row === r ? cell.text : ''));
    const filled = cells.filter((text) => text.trim() !== '');
    if (filled.length === 0) return [];
    if (filled.length === 1 || RED_HEAD.test(filled[filled.length - 1]))
      return filled.flatMap((text) => text.split('\n'));
    return [cells.map((text) => text.trim().replace(/\s*\n\s*/g, ' ')).join('\t')];
  });
}
