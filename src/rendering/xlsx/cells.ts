import { columnName } from './names.js';
import type { Cell, CellStyle, CellValue, SheetRow, StyledCell } from './sheet.js';
import type { SharedStrings } from './strings.js';
import { STYLE_INDEX } from './styles.js';

/** First characters that a spreadsheet may take for a formula, full-width ones too. */
const FORMULA_LIKE = /^[=+\-@\t\r\n＝＋－＠]/;
const LEADING_CONTROL = /^[\t\r\n]+/;
/** The longest text a cell may hold. */
const LONGEST = 32767;

/** Rows of cells as XML, and what has to be said about them elsewhere in the sheet. */
export interface Grid {
  rows: string;
  merges: string[];
  /** Last row and column in use. */
  lastRow: number;
  lastColumn: number;
}

const styled = (cell: Cell): StyledCell => (cell !== null && typeof cell === 'object' ? cell : { value: cell });

/**
 * One cell. Text that looks like a formula is stored as text, marked as quoted (so that editing the cell keeps it
 * text), and loses tabs and line ends at its beginning.
 */
function cellXml(reference: string, value: CellValue, style: CellStyle, strings: SharedStrings): string {
  const index = STYLE_INDEX[style];
  if (value === null || value === '') return `<c r="${reference}" s="${index}"/>`;
  if (typeof value === 'number') return `<c r="${reference}" s="${index}"><v>${value}</v></c>`;
  const quoted = FORMULA_LIKE.test(value) ? 1 : 0;
  const text = (quoted ? value.replace(LEADING_CONTROL, '') : value).slice(0, LONGEST);
  return `<c r="${reference}" s="${index + quoted}" t="s"><v>${strings.numberOf(text)}</v></c>`;
}

function heightOf({ height, fittedHeight }: SheetRow): string {
  if (height) return ` ht="${height}" customHeight="1"`;
  return fittedHeight ? ` ht="${fittedHeight}"` : '';
}

/** A place that a cell above reaches down to. */
interface Covered {
  rowsLeft: number;
  style: CellStyle;
  /** Repeated under the merged cell, where nobody sees it, so that filters find every row of a group. */
  value: CellValue;
}

/** Writes rows one after the other, keeping the places that cells above have taken by their rowspan. */
class GridWriter {
  private readonly taken = new Map<number, Covered>();
  private readonly merges: string[] = [];
  private lastColumn = 0;
  private readonly columns: string[] = [];

  constructor(private readonly strings: SharedStrings) {}

  write(rows: SheetRow[]): Grid {
    const xml = rows.map((row, index) => this.row(row, index + 1));
    return { rows: xml.join(''), merges: this.merges, lastRow: rows.length, lastColumn: this.lastColumn };
  }

  private row(row: SheetRow, number: number): string {
    const height = heightOf(row);
    const queue = row.cells;
    let next = 0;
    let xml = '';
    for (let column = 1; next < queue.length || this.taken.has(column);) {
      const above = this.taken.size ? this.covered(column) : null;
      const cell = styled(above ? above.value : (queue[next++] ?? null));
      const style = above?.style ?? cell.style ?? row.style ?? 'text';
      xml += this.cell(cell, style, number, column);
      column += cell.colspan ?? 1;
      this.lastColumn = Math.max(this.lastColumn, column - 1);
    }
    return `<row r="${number}"${height}>${xml}</row>`;
  }

  private covered(column: number): Covered | null {
    const above = this.taken.get(column);
    if (!above) return null;
    above.rowsLeft -= 1;
    if (above.rowsLeft === 0) this.taken.delete(column);
    return above;
  }

  private cell(cell: StyledCell, style: CellStyle, row: number, column: number): string {
    const { colspan = 1, rowspan = 1 } = cell;
    const own = cellXml(this.name(column) + row, cell.value, style, this.strings);
    if (colspan === 1 && rowspan === 1) return own;
    this.merges.push(`${this.name(column)}${row}:${this.name(column + colspan - 1)}${row + rowspan - 1}`);
    let rest = '';
    for (let offset = 0; offset < colspan; offset += 1) {
      if (rowspan > 1)
        this.taken.set(column + offset, { rowsLeft: rowspan - 1, style, value: offset ? null : cell.value });
      if (offset) rest += cellXml(this.name(column + offset) + row, null, style, this.strings);
    }
    return own + rest;
  }

  private name(column: number): string {
    return (this.columns[column] ??= columnName(column));
  }
}

/** The rows of a sheet as XML with their merged ranges; their texts go into the workbook's table. */
export function gridOf(rows: SheetRow[], strings: SharedStrings): Grid {
  return new GridWriter(strings).write(rows);
}
