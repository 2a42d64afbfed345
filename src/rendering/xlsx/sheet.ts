/** Looks of a cell; styles.ts says what each means. */
export type CellStyle = 'title' | 'meta' | 'head' | 'text' | 'centre' | 'number' | 'note';

/** A cell with a look of its own, or one that stretches over its neighbours to the right and below. */
export interface StyledCell {
  value: CellValue;
  style?: CellStyle;
  colspan?: number;
  rowspan?: number;
}

/** Text is always written as text, never as a formula; null leaves the cell empty but framed. */
export type CellValue = string | number | null;

export type Cell = CellValue | StyledCell;

export interface SheetRow {
  cells: Cell[];
  /** Look of the cells that name none of their own; default 'text'. */
  style?: CellStyle;
  /** Fixed height in points. */
  height?: number;
  /** Estimated height in points, which the spreadsheet may fit anew when the text changes. */
  fittedHeight?: number | undefined;
}

/** A list to choose from, in one column from a row on. */
export interface DropDown {
  /** 1-based. */
  column: number;
  fromRow: number;
  toRow: number;
  options: string[];
}

/** One sheet, as a person would describe it. Rows and columns count from 1. */
export interface Sheet {
  /** Wanted name; made unique and legal (31 characters, no []:*?/\). */
  name: string;
  /** Column widths in half-width characters. */
  widths: number[];
  rows: SheetRow[];
  /** Rows that stay in view and head every printed page: from..to. */
  headRows?: { from: number; to: number };
  dropDowns?: DropDown[];
  /** A4 landscape unless false; always fitted to the paper's width. */
  landscape?: boolean;
  /** Adds filter buttons to the last head row, for the rows down to this one. */
  filterTo?: number | undefined;
}
