import type { UnitRegistry } from '../../domain/units/registry.js';
import type { ColumnTable } from './column-tables.js';
import { kindOf, type CellKind } from './flattened-cells.js';
import { spacedHead, type FlatHead } from './flattened-heads.js';
import { numberInWords } from './markers.js';
import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { blankCells, type Cell } from './table-rows.js';

const HEAD = /^(?:序号|编号|项次)[^。；：，]{4,60}$/;
const NUMBER = /^(?:(\d{1,3})[.、]?|([一二三四五六七八九十]{1,3})、?)$/;
const ROWS = 2;
const COLUMNS = 3;
/** More cells than this without its units are no row; keeps the cost in step with the length. */
const LONGEST = 60;

interface KindCell extends Cell {
  kind: CellKind;
  /** Index of its paragraph. */
  line: number;
}

/** A row by its columns: the words of its task, a cell for each column of units, its day. */
interface Row {
  number: number;
  words: KindCell[];
  units: KindCell[];
  date: KindCell | undefined;
  last: KindCell;
}

/**
 * Reads a table with one row on a line whose cells only a blank divides: a row begins with the next number once the row
 * before it has a cell for each column of units. Blanks inside a cell of words do no harm. A row that
 * fits no columns is told of as unread; null where many do not, or fewer than two rows stand there.
 */
export function spacedTable(
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
): ColumnTable | null {
  const opening = paragraphs[from];
  const head = opening && HEAD.test(opening.text) ? spacedHead(opening) : null;
  if (!head || head.watched || head.columns[0]?.kind !== 'number' || head.columns.length < COLUMNS) return null;
  const rows = rowsOf(bodyCells(paragraphs, from, head, registry), head);
  const last = rows?.at(-1)?.last.line;
  if (!rows || last === undefined || rows.length < ROWS) return null;
  return { rows: rows.map((row) => composed(row, head)), last };
}

/** Cells up to the first paragraph that begins with no number of a row. */
function bodyCells(paragraphs: readonly Paragraph[], from: number, head: FlatHead, registry: UnitRegistry): KindCell[] {
  const cells: KindCell[] = [];
  for (let line = from + 1; line < paragraphs.length; line++) {
    const paragraph = paragraphs[line];
    const found = paragraph ? blankCells(paragraph) : [];
    if (numberOf(found[0]) === 0) break;
    cells.push(...found.map((cell) => ({ ...cell, line, kind: kindOf(cell, head, registry) })));
  }
  return cells;
}

/** The running number a cell is, 0 for other cells. */
function numberOf(cell: Cell | undefined): number {
  const [, digits, words] = NUMBER.exec(cell?.text ?? '') ?? [];
  return digits ? Number(digits) : words ? numberInWords(words) : 0;
}

function rowsOf(cells: readonly KindCell[], head: FlatHead): Row[] | null {
  const rows: Row[] = [];
  let from = 0;
  while (from < cells.length) {
    const number = numberOf(cells[from]);
    const next = nextRow(cells, from, number + 1, head);
    const own = cells.slice(from + 1, next);
    const [last] = own.slice(-1);
    if (!last) return null;
    rows.push(rowOf(number, own, head) ?? { number, words: own, units: [], date: undefined, last });
    from = next;
  }
  return rows.filter(({ units }) => units.length > 0).length >= rows.length * READ ? rows : null;
}

/** Of the rows at least this share must have units under their heads. */
const READ = 0.6;

/** Where the row that begins at `from` ends: before the next number, once it fits the columns or the row behind does. */
function nextRow(cells: readonly KindCell[], from: number, wanted: number, head: FlatHead): number {
  const end = Math.min(cells.length, from + LONGEST);
  const numbers: number[] = [];
  for (let at = from + 2; at < end; at++) if (numberOf(cells[at]) === wanted) numbers.push(at);
  const fits = numbers.find((at) => rowOf(wanted - 1, cells.slice(from + 1, at), head));
  return fits ?? numbers.find((at) => beginsRow(cells, at, wanted, head)) ?? end;
}

/** Whether what stands behind a number, up to the one after it, is a row. */
function beginsRow(cells: readonly KindCell[], from: number, number: number, head: FlatHead): boolean {
  const behind = cells.slice(from + 1, from + LONGEST);
  const next = behind.findIndex((cell) => numberOf(cell) === number + 1);
  return rowOf(number, next < 0 ? behind : behind.slice(0, next), head) !== null;
}

/** A row whose last unit cells are as many as the columns of units, with words before them and little behind. */
function rowOf(number: number, cells: readonly KindCell[], { columns, labels }: FlatHead): Row | null {
  const first = columns.findIndex(({ kind }) => kind === 'units');
  const at = cells.findLastIndex(isUnits) - labels.length + 1;
  const units = cells.slice(Math.max(at, 0), at + labels.length);
  const behind = cells.slice(at + labels.length);
  const led = columns[first - 1]?.kind === 'leader' && cells[at - 1]?.kind === 'leader';
  const words = cells.slice(0, Math.max(at - (led ? 1 : 0), 0));
  const last = cells.at(-1);
  const fits = units.length === labels.length && units.every(isUnits) && words.length > 0 && last !== undefined;
  if (!fits || behind.length > columns.length - first - labels.length) return null;
  return { number, words, units, date: behind.find(({ kind }) => kind === 'date'), last };
}

const isUnits = ({ kind }: KindCell): boolean => kind === 'units' || kind === 'perhaps' || kind === 'empty';

/** “1.任务。（牵头单位：X；配合单位：Y；完成时限：12月底）”. */
function composed({ number, words, units, date }: Row, { labels }: FlatHead): Paragraph {
  const task = words.flatMap((cell, index): Piece[] => (index > 0 ? ['，', cell] : [cell]));
  const note: Piece[] = [];
  units.forEach((cell, index) => {
    if (cell.kind !== 'empty') note.push(`${note.length > 0 ? '；' : '（'}${labels[index] ?? ''}：`, cell);
  });
  if (date && note.length > 0) note.push('；完成时限：', date);
  const noted = note.length > 0 ? ['。', ...note, '）'] : [];
  return { ...compose([`${number}.`, ...task, ...noted]), row: true, ...(units.length === 0 && { unread: true }) };
}
