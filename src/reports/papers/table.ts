/**
 * One description of an office table, from which both the sheet and the page are made, so that a 台账 in Excel and the
 * same 台账 on paper never differ.
 */
export interface TableColumn {
  label: string;
  /** In half-width characters; on paper the columns share the page in these proportions. */
  width: number;
  centre?: boolean;
  /** Columns side by side with the same group stand under one head (销号). */
  group?: string;
  /** Equal neighbours below each other become one cell (重点任务). */
  merge?: boolean;
  /** Left out when every row is empty. */
  optional?: boolean;
  /** Choices offered in the workbook. */
  options?: string[];
}

export interface OfficeTable {
  title: string;
  /** Second line: 填报单位（盖章）： … */
  meta: string[];
  columns: TableColumn[];
  rows: string[][];
  /** Last line, without 注：. */
  note: string | null;
}

/** The line over a form that a unit fills in and stamps. */
export const FORM_LINE = ['填报单位（盖章）：', '填表人：', '审核人：', '联系电话：', '填报日期：'];

/** The table without its optional columns that nobody has filled. */
export function withoutEmptyColumns(table: OfficeTable): OfficeTable {
  const kept = table.columns.map((column, index) => !column.optional || table.rows.some((row) => row[index]));
  const keep = <T>(values: T[]): T[] => values.filter((_, index) => kept[index]);
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) };
}

/** A body cell: null when the cell above covers it. */
export interface BodyCell {
  text: string;
  rowspan: number;
}

/** How many rows a merged value reaches down from a row; cells to its left that merge must be equal, too. */
function reach(rows: string[][], columns: TableColumn[], row: number, column: number): number {
  const same = (other: string[] | undefined): boolean =>
    columns.slice(0, column + 1).every(({ merge }, index) => !merge || other?.[index] === rows[row]?.[index]);
  let end = row + 1;
  while (end < rows.length && same(rows[end])) end += 1;
  return end - row;
}

/** The body with merged cells: an entry per cell that is really there, null where one above reaches down. */
export function bodyCells(table: OfficeTable): (BodyCell | null)[][] {
  const coveredUntil = table.columns.map(() => 0);
  return table.rows.map((row, rowIndex) =>
    table.columns.map((column, index) => {
      if (rowIndex < (coveredUntil[index] ?? 0)) return null;
      const merges = column.merge && row[index];
      const rowspan = merges ? reach(table.rows, table.columns, rowIndex, index) : 1;
      coveredUntil[index] = rowIndex + rowspan;
      return { text: row[index] ?? '', rowspan };
    }),
  );
}

export interface HeadCell {
  label: string;
  colspan: number;
  rowspan: number;
}

/** The head: one row, or two where columns stand in groups. */
export function headCells(columns: TableColumn[]): HeadCell[][] {
  if (!columns.some((column) => column.group)) return [columns.map(({ label }) => ({ label, colspan: 1, rowspan: 1 }))];
  const upper = columns.flatMap((column, index): HeadCell[] => {
    if (!column.group) return [{ label: column.label, colspan: 1, rowspan: 2 }];
    if (columns[index - 1]?.group === column.group) return [];
    const rest = columns.slice(index);
    const end = rest.findIndex((other) => other.group !== column.group);
    return [{ label: column.group, colspan: end < 0 ? rest.length : end, rowspan: 1 }];
  });
  const lower = columns.filter((column) => column.group).map(({ label }) => ({ label, colspan: 1, rowspan: 1 }));
  return [upper, lower];
}
