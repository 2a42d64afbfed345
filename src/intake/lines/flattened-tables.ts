import type { UnitRegistry } from '../../domain/units/registry.js';
import { listed } from './column-tables.js';
import { cellsOf, kindOf, SWALLOWED_UNITS } from './flattened-cells.js';
import { blankHead, flatHead, type FlatHead } from './flattened-heads.js';
import { columnOf } from './column-words.js';
import { blankCells, type Cell } from './table-rows.js';
import { flatRows, goalCells, rowNumber, type FlatRow, type KindCell, type RowShape } from './flattened-rows.js';
import { cut, type Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { trailingCells } from './trailing-cells.js';
import { unstuckCells } from './unstuck-cells.js';

/** A table that a web page flattened, its rows as paragraphs of their own. */
export interface FlatTable {
  rows: Paragraph[];
  /** The last paragraph that belongs to it. */
  last: number;
}

const ENDS = /^(?:附件|附表|附:|附：|注[:：]|抄送|主送)/;
/** Of the rows at least this share must have units that could be told. */
const READ = 0.6;

/**
 * Reads a table whose cells follow each other on lines or between strokes, some left out by merging, one cell holding
 * several lines: each cell is known by what it is, each row by its words and the units behind them. Null where no head
 * stands; no rows where the cells behind it make none.
 */
export function flattenedTable(
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
  head = flatHead(paragraphs, from),
): FlatTable | null {
  if (!head) return null;
  const shape = shapeOf(head);
  const cells = trailingCells(unstuckCells(bodyCells(paragraphs, head, registry), head, registry), shape);
  const rows = flatRows(cells, shape);
  const whole = rows.filter(({ units }) => units.some(({ kind }) => kind !== 'empty'));
  const [last] = whole;
  const enough = whole.length > 1 || (last !== undefined && standsAlone(last, shape));
  if (!last || !enough || whole.length < rows.length * READ) return { rows: [], last: cells.at(-1)?.line ?? head.last };
  const { number, words, units, dates, behind } = rows.at(-1) ?? last;
  const remarks = shape.remarks ? behind.slice(0, shape.goal?.of ?? 1) : [];
  const end = Math.max(
    ...[...(number ? [number] : []), ...words, ...units, ...dates, ...remarks].map(({ line }) => line),
  );
  const own = rows.flatMap((row) => paragraphsOf(row, head, shape));
  return {
    rows: head.inside ? amid(own, paragraphs[head.last], head.inside.start) : own,
    last: withPersons(cells, end),
  };
}

/** Rows behind what stands before their head on its line. */
const amid = (rows: Paragraph[], line: Paragraph | undefined, start: number): Paragraph[] =>
  line && start > 0 ? [cut(line, 0, start), ...rows] : rows;

/** A table whose head stands anywhere on a line, its cells divided by blanks of any width. */
export function blankTable(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): FlatTable | null {
  const line = paragraphs[from];
  const head = line ? blankHead(line, from) : null;
  return head && flattenedTable(paragraphs, from, registry, head);
}

/** The names behind the last units belong to the table. */
function withPersons(cells: readonly KindCell[], end: number): number {
  const rest = cells.filter(({ line }) => line > end);
  const persons = rest.findIndex(({ kind }) => kind !== 'leader' && kind !== 'remark');
  return rest[(persons < 0 ? rest.length : persons) - 1]?.line ?? end;
}

/** One row makes a table where its units fill their columns; with its number, also where they are more than enough. */
function standsAlone(row: FlatRow, shape: RowShape): boolean {
  if (row.units.length === shape.units) return !doubtful(row, shape);
  const sure = row.units.every(({ kind }) => kind === 'units') && !row.unsure;
  return sure && row.number !== null && row.units.length > shape.units;
}

function shapeOf({ columns, labels, watched }: FlatHead): RowShape {
  const first = columns.findIndex(({ kind }) => kind === 'units');
  const words = columns.slice(0, first).filter(({ kind }) => kind !== 'number' && kind !== 'leader').length;
  const leader = columns.slice(0, first).findIndex(({ kind }) => kind === 'leader');
  const led = leader < 0 ? null : columns.slice(0, leader).filter(({ kind }) => kind === 'words').length;
  const numbered = columns.some(({ kind }) => kind === 'number');
  const remarks = columns.slice(first).some(({ kind }) => kind === 'words' || kind === 'other');
  const last = columns.findLastIndex(({ kind }) => kind === 'units');
  const dated = columns.slice(last + 1).find(({ kind }) => kind !== 'leader')?.kind === 'date';
  const scattered = columns.slice(first, last).some(({ kind }) => kind === 'words' || kind === 'other');
  const rest = columns.slice(last + 1).filter(({ kind }) => kind === 'words' || kind === 'other');
  const at = rest.findIndex(({ kind, label }) => kind === 'words' && GOAL.test(label));
  const goal = at < 0 ? null : { at, of: rest.length, measured: rest[at]?.measure !== undefined };
  const before = columns.slice(0, first).filter(({ kind }) => kind === 'words');
  const figure = before.findIndex(({ measure }) => measure !== undefined);
  return {
    numbered,
    words,
    led,
    units: labels.length + (watched ? 1 : 0),
    dated,
    remarks,
    rest: rest.length,
    scattered,
    goal,
    figure,
  };
}

/** A column behind the units that says what is to be done. */
const GOAL = /目标|任务|内容|措施|举措|要求|标准|指标|成果/;

/** The cells behind the head up to the next head; the same head printed again (a new page) is left out. */
function bodyCells(paragraphs: readonly Paragraph[], head: FlatHead, registry: UnitRegistry): KindCell[] {
  const cells: KindCell[] = [];
  const own = wordsOf(head);
  let empty = 0;
  for (let line = head.inside ? head.last : head.last + 1; line < paragraphs.length; line++) {
    const paragraph = paragraphs[line];
    if (!paragraph || ENDS.test(paragraph.text) || cells.length > LARGEST) break;
    const again = head.inside ? null : flatHead(paragraphs, line);
    if (again && wordsOf(again) !== own) break;
    if (again) line = again.last;
    else {
      const found = lineCells(paragraph, line, head);
      empty = found.length > 0 ? 0 : empty + 1;
      cells.push(...found.map((cell) => ({ ...cell, line, kind: kindOf(cell, head, registry) })));
    }
    if (fruitless(cells) || empty > TAIL) break;
  }
  return cells;
}

/** The cells of one line, a head printed again left out. */
function lineCells(paragraph: Paragraph, line: number, { inside, last, columns }: FlatHead): Cell[] {
  if (!inside) return cellsOf(paragraph);
  const cells = blankCells(paragraph, line === last ? inside.end : 0);
  const again = (at: number): boolean =>
    columns.every(({ label }, index) => columnOf(cells[at + index]?.text ?? '')?.label === label);
  return cells.filter((_, at) => !columns.some((_column, back) => at >= back && again(at - back)));
}

const LARGEST = 40_000;
const wordsOf = ({ columns }: FlatHead): string => columns.map(({ label }) => label).join('|');
const TAIL = 30;

/** Thirty cells without units: what follows is no table. */
const fruitless = (cells: readonly KindCell[]): boolean =>
  cells.length > TAIL && cells.slice(-TAIL).every(({ kind }) => kind !== 'units');

function paragraphsOf(row: FlatRow, head: FlatHead, shape: RowShape): Paragraph[] {
  const over = row.over.filter(({ kind }) => kind === 'section').map((cell) => compose([cell]));
  const merged = row.over.filter(({ kind }) => kind !== 'section');
  const number: Piece[] = row.number ? numberOf(row.number) : [];
  const goals = goalCells(row, shape);
  const words = [...merged, ...row.words, ...goals].flatMap((cell, index): Piece[] =>
    index > 0 ? ['，', cell] : [cell],
  );
  const base = { row: true };
  if (!row.units.some(({ kind }) => kind !== 'empty'))
    return [...over, { ...compose([...number, ...words]), ...base, unread: true }];
  const note = noteOf(row, head);
  const dates = dayCells(row).flatMap((cell, index): Piece[] => [index > 0 ? '；' : '；完成时限：', cell]);
  const stop = /[。；]$/.test((goals.at(-1) ?? row.words.at(-1) ?? merged.at(-1))?.text ?? '') ? [] : ['。'];
  const noted = note.length > 0 ? [...stop, ...note, ...dates, '）'] : [];
  const unsure = doubtful(row, shape) ? { unsure: row.covered ? ('above' as const) : ('lines' as const) } : {};
  return [...over, { ...compose([...number, ...words, ...noted]), ...base, ...unsure }];
}

/** The cell of days that stands first, with its further lines. */
function dayCells({ dates }: FlatRow): KindCell[] {
  const own = dates.findIndex(({ more }, index) => index > 0 && !more);
  return dates.slice(0, own < 0 ? dates.length : own).map((cell) => trimmed(cell, /[。；]$/));
}

/** “三” is printed as 3, so that no chapter begins with it. */
const numberOf = (cell: KindCell): Piece[] =>
  /^\d/.test(cell.text) ? [trimmed(cell, /[.、*]$/), '.'] : [`${rowNumber(cell)}.`];

/** “（牵头单位：X；配合单位：Y、Z”: cells to columns in order, more of them than columns to the last one. */
function noteOf(row: FlatRow, head: FlatHead): Piece[] {
  const columns = new Map<string, Piece[]>();
  const units = watchedOff(row, head);
  const border = borderOf(units, head);
  units.forEach((cell, index) => {
    const column = border < 0 ? index : Number(index >= border);
    const label = head.labels[Math.min(column, head.labels.length - 1)] ?? '';
    if (cell.kind === 'empty') return;
    const before = columns.get(label);
    columns.set(label, [...(before ? [...before, '、'] : []), ...listed(trimmed(cell, /[。；、，]$/))]);
  });
  return [...columns].flatMap(([label, cells], index): Piece[] => [`${index > 0 ? '；' : '（'}${label}：`, ...cells]);
}

/** Names on lines of their own, then one list on a line: the border of two columns is before the list; -1 elsewhere. */
function borderOf(units: readonly KindCell[], { labels }: FlatHead): number {
  const lists = units.map(({ text }) => /[、，]/.test(text));
  const only = lists.indexOf(true);
  return labels.length === 2 && units.length > 2 && only === units.length - 1 ? only : -1;
}

/** The cells of those who do the work; who only watches stands last. */
const watchedOff = ({ units }: FlatRow, { watched }: FlatHead): KindCell[] =>
  watched && units.length > 1 ? units.slice(0, -1) : units;

/** Words as short as this between two cells of units may be a name of which nobody knows. */
const NAME_LENGTH = 4;

/** A border between two columns that only the number of lines tells, or more words than columns for them. */
function doubtful(row: FlatRow, shape: RowShape): boolean {
  if (row.unsure || row.words.length > shape.words || goalCells(row, shape).length > 1) return true;
  if (!row.number && row.over.length === 0 && row.words.every(({ text }) => text.length <= NAME_LENGTH)) return true;
  if (row.words.some(({ text }) => SWALLOWED_UNITS.test(text))) return true;
  return shape.units > 1 && row.units.length !== shape.units;
}

const trimmed = (cell: KindCell, what: RegExp): KindCell =>
  cell.as === undefined && what.test(cell.text) ? { ...cell, end: cell.end - 1, text: cell.text.slice(0, -1) } : cell;
