import { columnOf, type Column } from './column-words.js';

/** Looked for first, for speed. */
const HINT = /^\|?[一-龥、（）/]{2,60}?(?:单位|部门|主体|[处科股]室)/;
const LONGEST = 16;
const SHORTEST = 2;
/** What stands behind a whole head: nothing, or the number of the first row. */
const WHOLE = /^(?:$|1[一-龥.、])/;

/** The head of a table whose columns stand together without anything between them. */
export interface GluedHead {
  /** Its columns of units. */
  labels: string[];
  /** A column of leaders stands before them. */
  led: boolean;
  /** A column of days stands behind them. */
  dated: boolean;
  /** How long it is. */
  length: number;
}

/** The head that a text begins with, its columns without anything between them; null for other words. */
export function gluedHead(text: string): GluedHead | null {
  if (!HINT.test(text)) return null;
  const columns: Column[] = [];
  let at = text.startsWith('|') ? 1 : 0;
  for (let length = 1; length > 0; at += length) {
    length = columnLength(text, at, columns);
    const column = length > 0 ? columnOf(text.slice(at, at + length)) : null;
    if (column) columns.push(column);
  }
  const first = columns.findIndex(({ kind }) => kind === 'units');
  if (first < 1 || !columns.slice(0, first).some(({ kind }) => kind === 'words')) return null;
  return {
    labels: columns.filter(({ kind }) => kind === 'units').map(({ label }) => label),
    led: columns.slice(0, first).some(({ kind }) => kind === 'leader'),
    dated: columns.slice(first).some(({ kind }) => kind === 'date'),
    length: at,
  };
}

/** The longest words that head a column; behind the units none that may be the first row's task. */
function columnLength(text: string, at: number, before: readonly Column[]): number {
  const behind = before.some(({ kind }) => kind === 'units');
  for (let length = Math.min(LONGEST, text.length - at); length >= SHORTEST; length--) {
    const column = columnOf(text.slice(at, at + length));
    if (column && !(behind && column.kind === 'words')) return length;
  }
  return 0;
}

/** Whether words are a table's head with nothing between its columns (重点任务责任单位配合单位). */
export function isGluedHead(text: string): boolean {
  const head = gluedHead(text);
  return head !== null && WHOLE.test(text.slice(head.length));
}
