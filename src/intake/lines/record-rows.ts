import { otherColumn, sayingSame, tableRow } from './column-tables.js';
import { columnOf, workColumns, type Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';
import type { Cell } from './table-rows.js';

/** “工作内容：……”, “责任单位|……”: a head and what stands under it, on one line. */
const LABELLED = /^\|?([一-龥]{2,12}(?:（[^（）]{1,20}）)?) ?[：|]/;
const ROWS = 2;
/** Words, units and one more. */
const LEAST = 3;
const MOST = 20;
/** Where such a column stands first, other words before a colon are no head: what is to be done stands above it. */
const BEHIND = new Set<Column['kind']>(['units', 'date']);

/** Rows that follow each other, and the last paragraph they stand in. */
export interface RecordRows {
  rows: Paragraph[];
  last: number;
}

/**
 * Reads a table whose rows were turned into lines of their own, every cell with its head before it, as a page for small
 * screens shows them. No rows where fewer than two stand there, or the words of the task have no head; null where no such
 * line stands.
 */
export function recordRows(paragraphs: readonly Paragraph[], from: number): RecordRows | null {
  const heads: Column[] = [];
  const records: Cell[][] = [];
  let last = from - 1;
  for (let index = from; index < paragraphs.length; index++) {
    const cells = labelledCells(paragraphs[index], heads[0] !== undefined && !BEHIND.has(heads[0].kind));
    if (!cells || heads.length > MOST) break;
    for (const { column, cell } of cells) {
      let at = heads.findIndex(({ label }) => label === column.label);
      if (at < 0) at = heads.push(column) - 1;
      const record = records.at(-1);
      if (!record || record.findLastIndex(Boolean) >= at) records.push(sparse(at, cell));
      else record[at] = cell;
    }
    last = index;
  }
  if (last < from) return null;
  return { rows: isTable(heads, records) ? composed(heads, records) : [], last };
}

const sparse = (at: number, cell: Cell): Cell[] => {
  const record: Cell[] = [];
  record[at] = cell;
  return record;
};

/** Every record has its task and who does it. */
function isTable(heads: readonly Column[], records: readonly Cell[][]): boolean {
  const at = (kind: Column['kind']): number => heads.findIndex((column) => column.kind === kind);
  const [words, units] = [at('words'), at('units')];
  if (heads.length < LEAST || words < 0 || units < 0 || records.length < ROWS) return false;
  return records.filter((record) => record[words] || record[units]).length === records.length;
}

function composed(heads: readonly Column[], records: readonly Cell[][]): Paragraph[] {
  const { labels } = workColumns(heads.filter(({ kind }) => kind === 'units').map(({ label }) => label));
  const columns = heads.map((head): Column =>
    head.kind === 'units' && !labels.includes(head.label) ? { ...head, kind: 'other' } : head,
  );
  let above: Cell[] = [];
  return records.map((record) => {
    const [some] = record.filter(Boolean);
    const blank = some ? [{ ...some, end: some.start, text: '' }] : [];
    above = columns.flatMap((_, at) => {
      const cell = record[at];
      return cell ? [sayingSame(cell, above[at])] : blank;
    });
    return tableRow(above, true, columns);
  });
}

interface Labelled {
  column: Column;
  cell: Cell;
}

/** The printed lines of a paragraph, each a head with its cell; null where one is none. The first head is a known one. */
function labelledCells(paragraph: Paragraph | undefined, known: boolean): Labelled[] | null {
  if (!paragraph || !LABELLED.test(paragraph.text)) return null;
  const ends = [...paragraph.gap.keys()].filter((at) => at > 0 && paragraph.gap[at] === 3);
  const cells: Labelled[] = [];
  for (const [index, start] of [0, ...ends].entries()) {
    const end = ends[index] ?? paragraph.text.length;
    const text = paragraph.text.slice(start, end).replace(/\|$/, '');
    const [label = '', words = ''] = LABELLED.exec(text) ?? [];
    const column = columnOf(words) ?? (known ? otherColumn(words) : null);
    const from = start + label.length;
    if (!column) return null;
    cells.push({ column, cell: { paragraph, start: from, end: start + text.length, text: text.slice(label.length) } });
  }
  return cells;
}
