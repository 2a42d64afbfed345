import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import type { Paragraph } from './paragraph.js';
import { alignCells, EMPTY_CELL, SAME_CELL } from './aligned-cells.js';
import { columnOf, roleLabel, workColumns, type Column } from './column-words.js';
import { continuedCells, type Continued } from './continued-cells.js';
import { LABELLED, overLines } from './cells-over-lines.js';
import { compose, type Piece } from './pieces.js';
import type { Cell } from './table-rows.js';

const NUMBER = /^\d{1,3}[.、]?$/;
const RULE = /^[|\-—:：]+$/;
/** A head is short and names a column of units. */
const HEAD = /单位|部门|主体|处室|科室/;
const HEAD_LENGTH = 200;
const ROWS = 2;
const HEAD_CELL = 16;

/** A table whose cells are divided by tabs, wide blanks or upright strokes. */
export interface ColumnTable {
  rows: Paragraph[];
  /** The last paragraph that belongs to it. */
  last: number;
}

/**
 * Reads a table that stands on one line per row with as many cells as its head: what a cell is follows from its column,
 * whatever its words are. Null where fewer than two rows fit the head.
 */
export function columnTable(
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
): ColumnTable | null {
  const head = paragraphs[from];
  const columns = head && head.text.length <= HEAD_LENGTH && HEAD.test(head.text) ? columnsOf(head) : [];
  if (!columns.some(({ kind }) => kind === 'units')) return null;
  const table = rowsUnder(columns, paragraphs, from + 1, registry, head);
  return table.rows.length >= ROWS ? table : null;
}

/**
 * The rows that stand under such columns from a paragraph on, a line for each, up to what fits them no more; a head that is
 * printed again is left out.
 */
export function rowsUnder(
  columns: readonly Column[],
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
  head?: Paragraph,
): ColumnTable {
  const strokes = (head ?? paragraphs[from])?.text.includes('|') ?? false;
  const rows: Paragraph[] = [];
  let last = from - 1;
  const numbered = columns.some(({ kind }) => kind === 'number');
  let above: readonly Cell[] = [];
  let over: readonly Cell[] = [];
  let sure = true;
  for (let index = from; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    if (RULE.test(paragraph.text) || (rows.length > 0 && paragraph.text === head?.text)) continue;
    const whole =
      strokes || columns[0]?.kind !== 'number' ? null : overLines(paragraphs, index, columns.length, cellsOf);
    const cells = whole?.cells ?? cellsOf(paragraph, strokes);
    const section = sectionOf(cells, columns, strokes, paragraphs[index + 1]);
    const row = section ? null : placed(cells, columns, strokes);
    const more = row || section ? null : goneOn(above, cells, columns, paragraphs[index + 1], registry);
    const merged = row || section || more ? null : underNumber(above, cells, columns, strokes, registry);
    const next = row ?? merged;
    if (next) {
      const covered = coveredUnits(
        next.cells.map(({ text }) => text),
        columns,
      );
      const own = next.cells.map((cell, at) => sayingSame(cell, over[at]));
      over = own.map((cell, at) => (covered.includes(at) ? covering(cell, over[at]) : cell));
      const asked = strokes && numbered && covered.length > 0;
      above = asked ? own : over;
      sure = next.sure && !paragraph.unsure;
      const row = tableRow(above, sure, columns);
      if (asked) rows.push({ ...row, above: labelled(covered, over, columns) });
      else rows.push(covered.length > 0 ? { ...row, unsure: 'above' } : row);
    } else if (more) {
      above = more.cells;
      sure &&= more.sure;
      rows[rows.length - 1] = tableRow(above, sure, columns);
    } else if (section) {
      [above, over] = [[], []];
      rows.push(compose([section]));
    } else break;
    index += whole?.more ?? 0;
    last = index;
  }
  return { rows, last };
}

/** “责任单位：市住建局，配合单位：市财政局”: what stands over the empty cells of a row. */
const labelled = (places: readonly number[], cells: readonly Cell[], columns: readonly Column[]): string =>
  places
    .filter((at) => cells[at]?.text)
    .map((at) => `${roleLabel(columns[at]?.label ?? '')}：${cells[at]?.as ?? cells[at]?.text ?? ''}`)
    .join('，');

/** The cells of a row under its columns. */
interface Row {
  cells: Cell[];
  sure: boolean;
}

/** “|一、基础|||”: a line of one cell between strokes stands over the rows behind it. */
function sectionOf(
  cells: readonly Cell[],
  columns: readonly Column[],
  strokes: boolean,
  next: Paragraph | undefined,
): Cell | null {
  const [only, ...rest] = cells;
  if (only && rest.length === 0 && standsOver(only.text, columns, next, strokes)) return only;
  if (!only || !strokes || columns[0]?.kind === 'number' || rest.some(({ text }) => text !== '')) return null;
  return MARK.test(only.text) ? only : null;
}

/** One printed line under the head. Rows that hold less than their head are moved to where their cells fit. */
function placed(cells: readonly Cell[], columns: readonly Column[], strokes: boolean): Row | null {
  const number = columns.findIndex(({ kind }) => kind === 'number');
  const units = columns.findIndex(({ kind }) => kind === 'units');
  const numbered = number >= 0;
  const whole = cells.length === columns.length;
  if (
    whole &&
    (numbered ? NUMBER.test(cells[number]?.text ?? '') : !strokes || cells[units]?.text || isTasked(cells, columns))
  )
    return { cells: [...cells], sure: true };
  const filled = cells.filter(({ text }) => text !== '');
  if (filled.length < 3 || filled.length > columns.length || (whole && !strokes)) return null;
  const order = alignCells(
    filled.map(({ text }) => text),
    columns,
  );
  const [first] = filled;
  if (!order || !first || (numbered && !order.places.includes(number))) return null;
  const held = (kind: Column['kind']): boolean => order.places.some((place) => columns[place]?.kind === kind);
  if (!held('units') || !held('words')) return null;
  const blank: Cell = { ...first, end: first.start, text: '' };
  return { cells: columns.map((_, place) => filled[order.places.indexOf(place)] ?? blank), sure: order.sure };
}

/** A task beside a day whose cell of units stands empty. */
const isTasked = (cells: readonly Cell[], columns: readonly Column[]): boolean =>
  ['words', 'date'].every((kind) => columns.some((column, at) => column.kind === kind && cells[at]?.text));

/** A line below a row in which its cells go on; one cell alone must prove it, or have the next row behind it. */
function goneOn(
  above: readonly Cell[],
  cells: readonly Cell[],
  columns: readonly Column[],
  next: Paragraph | undefined,
  registry: UnitRegistry,
): Continued | null {
  const number = columns.findIndex(({ kind }) => kind === 'number');
  if (number < 0 || above.length === 0 || cells.some(({ text }) => NUMBER.test(text))) return null;
  const found = continuedCells(above, cells, columns, cells.length === columns.length, registry);
  return cells.length > 1 || found?.proved || startsRow(next, false) ? found : null;
}

/** A row whose number stands once over several: a task and whole lists of units below a row that has them. */
function underNumber(
  above: readonly Cell[],
  cells: readonly Cell[],
  columns: readonly Column[],
  strokes: boolean,
  registry: UnitRegistry,
): Row | null {
  const isNumber = ({ kind }: Column): boolean => kind === 'number';
  if (above.length === 0 || !columns.some(isNumber) || cells.some(({ text }) => NUMBER.test(text))) return null;
  const places = columns.flatMap((column, at) => (isNumber(column) ? [] : [at]));
  const others = places.flatMap((at) => columns[at] ?? []);
  const own = cells.length === columns.length ? places.flatMap((at) => cells[at] ?? []) : cells;
  const row = placed(own, others, strokes);
  const [first] = cells;
  if (!row || !first || !others.some(({ kind }, at) => kind === 'words' && row.cells[at]?.text)) return null;
  const whole = (cell: Cell | undefined, column: Column): boolean =>
    column.kind !== 'units' || !cell?.text || isUnitList(cell.as ?? cell.text, registry);
  if (!columns.every((column, at) => whole(above[at], column))) return null;
  if (!others.every((column, at) => whole(row.cells[at], column))) return null;
  const dated = others.some(({ kind }, at) => kind === 'date' && row.cells[at]?.text);
  const blank: Cell = { ...first, end: first.start, text: '' };
  return {
    cells: columns.map((_, at) => row.cells[places.indexOf(at)] ?? blank),
    sure: row.sure && (strokes || dated),
  };
}

/** “二、改善民生” on a line of its own over a row with its number. */
function standsOver(text: string, columns: readonly Column[], next: Paragraph | undefined, strokes: boolean): boolean {
  if (columns[0]?.kind !== 'number' || !next || text.length > HEADING || !MARK.test(text)) return false;
  return startsRow(next, strokes);
}

function startsRow(paragraph: Paragraph | undefined, strokes: boolean): boolean {
  const [number, ...more] = paragraph ? cellsOf(paragraph, strokes) : [];
  return more.length > 0 && NUMBER.test(number?.text ?? '');
}
const HEADING = 40;

const MARK = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;

function columnsOf(head: Paragraph): Column[] {
  const cells = cellsOf(head, head.text.includes('|'));
  const words = cells.map(({ text }) => text.replace(/（[^（）]*）/g, ''));
  const heads = words.length > 2 && words.every((text) => text.length <= HEAD_CELL && !/[：:。，]/.test(text));
  if (!heads) return [];
  const measured = words.some((text) => MEASURE_HEAD.test(text));
  const columns = cells.map(({ text }): Column =>
    measured && FIGURE_HEAD.test(text) ? { kind: 'words', label: text } : (columnOf(text) ?? otherColumn(text)),
  );
  const { labels } = workColumns(columns.filter(({ kind }) => kind === 'units').map(({ label }) => label));
  return columns.map((column) =>
    column.kind !== 'units' || labels.includes(column.label) ? column : { ...column, kind: 'other' },
  );
}

/** Beside a column of measure words 数量 is what is to be reached. */
const MEASURE_HEAD = /^(?:计量)?单位$/;
const FIGURE_HEAD = /^(?:数量|数额|金额)$/;
const UNITS = /(?:牵头|责任|主办|配合|协办)[一-龥]{0,4}(?:单位|部门)/;
const PERSONS = /领导|责任人|联系|备注|电话|类别/;

/** A column whose head no table of words has: between dividers its words need not be all of them known. */
export function otherColumn(label: string): Column {
  return { kind: PERSONS.test(label) ? 'other' : UNITS.test(label) ? 'units' : 'words', label };
}

/**
 * The cells of one printed line; strokes at both its ends close nothing, one at its end alone has an empty cell behind it,
 * and where there are strokes blanks divide nothing.
 */
export function cellsOf(paragraph: Paragraph, strokes: boolean): Cell[] {
  const { text, gap } = paragraph;
  const cells: Cell[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  const close = (end: number): void => {
    cells.push({ paragraph, start, end, text: text.slice(start, end) });
  };
  for (let at = start; at < text.length; at++) {
    const stroke = text[at] === '|';
    if (!stroke && (strokes || gap[at] !== 2 || at === start)) continue;
    close(at);
    start = stroke ? at + 1 : at;
  }
  const kept = strokes && start > 0 && !text.startsWith('|');
  if (start < text.length || kept) close(text.length);
  return cells;
}

/** “安监站 派出所”: names in one cell with nothing but a blank between them; persons behind a name are left out. */
export function listed(cell: Cell): Piece[] {
  const { paragraph, start, end, as } = cell;
  if (as !== undefined) return [cell];
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    if (!paragraph.gap[at] || !NAME_END.test(paragraph.text[at - 1] ?? '')) continue;
    pieces.push({ paragraph, start: from, end: at });
    const person = personAt(paragraph, at, end);
    if (person === 0) pieces.push('、');
    from = at + person;
  }
  if (from === start) return [cell];
  return from < end ? [...pieces, { paragraph, start: from, end }] : pieces;
}

/** How long the name of a person is that stands behind a blank, up to a separator or another blank; 0 without one. */
function personAt({ text, gap }: Paragraph, from: number, end: number): number {
  let to = from + 1;
  while (to < end && !gap[to] && !/[、，；]/.test(text[to] ?? '')) to += 1;
  const name = text.slice(from, to);
  return /^[一-龥某]{2,4}$/.test(name) && !NAME_END.test(name.slice(-1)) && !/[镇乡县区市中等]$/.test(name)
    ? to - from
    : 0;
}

const NAME_END = /[局委办厅部会院队站所行社司府心]/;

/** “1.任务。（牵头单位：X；配合单位：Y；完成时限：12月底）”. */
export function tableRow(cells: readonly Cell[], sure: boolean, columns: readonly Column[]): Paragraph {
  const words: Piece[] = [];
  const note: Piece[] = [];
  const due: Piece[] = [];
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column?.kind === 'words' && cell.text) words.push(...(words.length > 0 ? ['，'] : []), cell);
    if (EMPTY_CELL.test(cell.text) || !cell.text) return;
    if (column?.kind === 'units' && LABELLED.test(cell.text)) note.push(note.length > 0 ? '；' : '（', cell);
    else if (column?.kind === 'units')
      note.push(`${note.length > 0 ? '；' : '（'}${roleLabel(column.label)}：`, ...listed(cell));
    if (column?.kind === 'date') due.push('；完成时限：', cell);
  });
  const number = withoutStop(cells[columns.findIndex(({ kind }) => kind === 'number')]);
  const task = cells.findLast(({ text }, index) => columns[index]?.kind === 'words' && text);
  const stop = /[。；]$/.test(task?.text ?? '') ? [] : ['。'];
  const dated = due.length > 0 ? [...stop, '完成时限：', ...due.slice(1), '。'] : [];
  const noted = note.length > 0 ? [...stop, ...note, ...due, '）'] : dated;
  const row = compose([...(number?.text ? [number, '.'] : []), ...words, ...noted]);
  return { ...row, row: true, ...(!sure && { unsure: 'lines' }) };
}

/** “1.” in a cell of its own. */
const withoutStop = (number: Cell | undefined): Cell | undefined =>
  number && /[.、]$/.test(number.text) ? { ...number, end: number.end - 1, text: number.text.slice(0, -1) } : number;

/**
 * A row with its number and its task whose first column of units is empty: one cell stands over it and the rows above, it
 * seems, as they do for the other units where those are empty too. Gives the columns to fill from above.
 */
export function coveredUnits(cells: readonly string[], columns: readonly Pick<Column, 'kind'>[]): number[] {
  const filled = (kind: Column['kind']): boolean => columns.some((column, at) => column.kind === kind && cells[at]);
  const units = columns.flatMap(({ kind }, at) => (kind === 'units' ? [at] : []));
  const [first] = units;
  const begun = columns.some(({ kind }) => kind === 'number') ? filled('number') : filled('date');
  if (first === undefined || cells[first] || !begun || !filled('words')) return [];
  return units.every((at) => !cells[at]) ? units : [first];
}

const covering = (cell: Cell, above: Cell | undefined): Cell =>
  above?.text ? { ...cell, text: above.text, as: above.as ?? above.text } : cell;

/** 同上 has the words of the cell above it, and stays so for the cells below. */
export function sayingSame<C extends Cell>(cell: C, above: Cell | undefined): C {
  return above && SAME_CELL.test(cell.text) ? { ...cell, as: above.as ?? above.text } : cell;
}
