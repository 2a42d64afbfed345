import { SWALLOWED_UNITS } from './flattened-cells.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import { tablesEnd } from '../outline/closing.js';
import { isUnitList } from '../notes/unit-list.js';
import { headAt, isSection, type Head } from './table-heads.js';
import { markAt } from './markers.js';
import { cut, type Paragraph, type TableDoubt } from './paragraph.js';
import { blankTable, flattenedTable } from './flattened-tables.js';
import { headlessTable } from './headless-tables.js';
import { modelledTable } from './modelled-tables.js';
import { gluedTable } from './glued-tables.js';
import { columnTable } from './column-tables.js';
import { withSingleHeads } from './double-heads.js';
import { withDropped } from './dropped-units.js';
import { measureOfHead, withMeasure } from './measured-rows.js';
import { withRemark } from './row-remark.js';
import { withUnitTail } from './unit-tails.js';
import { recordRows } from './record-rows.js';
import { labelledRows } from './labelled-rows.js';
import { compose, type Piece } from './pieces.js';
import { rowsOf, type Cell } from './table-rows.js';

const OFFICE = /^[一-龥]{1,12}(?:处|科|室|办|组|中心|部)(?:（[^（）]{1,8}）)?$/;
const OFFICE_VERB = /等?(?:按职责分工)?(?:落实|负责|主办|协办)$/;
const BETWEEN_OFFICES = /[、，]|(?<=[处科室])会|(?:主办|牵头)[、，]?/;
const DATE = /[\d一二三四]{1,4}(?:年|月|季度|日)|年底|年内|全年|长期|持续/;
const HEAD = /^\|?序号/;

/**
 * Turns a table that was pasted as text (cells on lines of their own, divided by blanks, or run together) into one
 * numbered paragraph per row with its units in brackets under their heads. Other paragraphs stay as they are.
 */
export function taskTables(printed: readonly Paragraph[], registry: UnitRegistry): Paragraph[] {
  const all = withSingleHeads(printed);
  const end = tablesEnd(all);
  return end < all.length ? [...rowsIn(all.slice(0, end), registry), ...all.slice(end)] : rowsIn(all, registry);
}

function rowsIn(paragraphs: readonly Paragraph[], registry: UnitRegistry): Paragraph[] {
  const out: Paragraph[] = [];
  let tried = -1;
  let records = -1;
  let modelled = -1;
  let bare = -1;
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    const labelled = index > records ? recordRows(paragraphs, index) : null;
    records = labelled?.last ?? records;
    const printed = labelled?.rows.length ? labelled : tableFrom(paragraphs, index, index > tried, registry);
    const model = index > modelled && !isSure(printed) ? modelledTable(paragraphs, index, registry) : null;
    modelled = model?.last ?? modelled;
    const best = model && (!printed || model.stacked || isBetter(model, printed, registry)) ? model : printed;
    const glued = model && !isSure(best) ? gluedTable(paragraphs, index, registry) : null;
    const headed = glued && (!best || tellsMore(glued, best, registry)) ? glued : best;
    const headless = !headed?.rows.length && index > bare ? headlessTable(paragraphs, index, registry) : null;
    bare = headless?.last ?? bare;
    const table = headless ?? headed;
    if (table && table.rows.length > 0) {
      const word = measureOfHead(paragraphs, index);
      for (const row of table === labelled
        ? table.rows
        : withDropped(table.rows, paragraphs.slice(index, table.last + 1), registry))
        out.push(withMeasure(row, word));
      index = table.last;
    } else if (paragraph) out.push(withRemark(withUnitTail(paragraph, registry) ?? paragraph));
    if (printed) tried = Math.max(index, printed.last);
  }
  return out;
}

/** A table by its columns; by its head alone where none was tried that reaches here. */
const tableFrom = (
  paragraphs: readonly Paragraph[],
  at: number,
  fresh: boolean,
  registry: UnitRegistry,
): Table | null =>
  byColumns(paragraphs, at, registry) ??
  (fresh ? byHead(paragraphs, at, registry) : null) ??
  labelledRows(paragraphs, at);

const SURE = 0.9;
/** Whether next to nothing of a table is in doubt. */
const isSure = (table: Table | null): boolean =>
  table !== null && table.rows.length > 0 && sureRows(table) >= table.rows.length * SURE;

/** How many rows have units of their own, less those that hold another's and half of those that could not be told. */
const own = (table: Table & { read?: number }): number =>
  (table.read ?? notedRows(table)) -
  table.rows.filter(isStray).length -
  table.rows.filter(({ unread }) => unread).length / 2;

/** The same, rows doubly counted whose units are all known. */
const told = (table: Table & { read?: number }, registry: UnitRegistry): number =>
  own(table) +
  table.rows.filter((row) => !isStray(row) && (row.above !== undefined || isClean(row.text, registry))).length;

/** Where two readings tell of as many rows and one has rows that hold another's units, the other. */
function isBetter(model: Table & { read?: number }, printed: Table, registry: UnitRegistry): boolean {
  const more = told(model, registry) - told(printed, registry);
  return more > 0 || (more === 0 && printed.rows.some(isStray) && sureRows(model) > sureRows(printed));
}

/** A row more or less may be due to chance. */
const tellsMore = (a: Table, b: Table, registry: UnitRegistry): boolean =>
  notedRows(a) > own(b) + 1 || told(a, registry) > told(b, registry) + 1;

const NOTE = /（(?:[^（）]{2,12}(?:（[^（）]*）)?：)((?:[^（）]|（[^（）]*）)*)）$/;
const LABELS = /；[^（），、；：]{2,12}(?:（[^（）]*）)?：/;

function isClean(row: string, registry: UnitRegistry): boolean {
  const [, note] = NOTE.exec(row) ?? [];
  if (note === undefined) return false;
  const lists = note.replace(/；完成时限：[^]*$/, '').split(LABELS);
  return lists.every((list) =>
    list.split(/[、，；](?![^（]*）)/).every((name) => isUnitList(name, registry) || registry.places(name).length > 0),
  );
}

interface Table {
  /** None where the words under the head could not be read as rows. */
  rows: Paragraph[];
  last: number;
}

/** A table whose rows have as many cells as its head; where merged cells were left out, by what its cells are. */
function byColumns(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  const table = columnTable(paragraphs, from, registry);
  if (!table) return byBlanks(paragraphs, from, registry);
  const flat = flattenedTable(paragraphs, from, registry);
  return flat && sureRows(flat) > sureRows(table) ? flat : table;
}

/** A table whose cells blanks divide, unless its columns have run into each other. */
function byBlanks(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  const table = blankTable(paragraphs, from, registry);
  if (!table || table.rows.length === 0) return null;
  if (!table.rows.some(({ text, unread }) => unread && SWALLOWED_UNITS.test(text))) return table;
  const other = byHead(paragraphs, from, registry);
  return other && notedRows(other) > notedRows(table) ? other : table;
}

const notedRows = ({ rows }: Table): number => rows.filter(isNoted).length;

/** A row that has its units, or a place kept empty for them. */
const isNoted = ({ text, above }: Paragraph): boolean => above !== undefined || text.endsWith('）');

/** “6.市能源局、市规划和自然资，土壤”: a row that begins with the rest of the units of another. */
const isStray = ({ text }: Paragraph): boolean =>
  STRAY.test(text) || SWALLOWED_UNITS.test(text.slice(0, NOTE.exec(text)?.index ?? text.length));
const STRAY =
  /^(?:\d{1,3}\.+)?(?:[省市县区州][一-龥]{2,14}(?:[局委办厅]|部门)(?:、|。（|[省市县区])|各[县市区乡镇街道（）、]{1,8}(?:人民政府|政府)、)/;

const sureRows = ({ rows }: Table): number => rows.filter((row) => isNoted(row) && !row.unsure).length;

/** A table by its head, its cells divided. */
function byHead(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  const flat = flattenedTable(paragraphs, from, registry);
  return flat && flat.rows.length > 0 ? flat : (tableAt(paragraphs, from, registry) ?? flat);
}

function tableAt(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  if (!HEAD.test(paragraphs[from]?.text ?? '')) return null;
  const head = headAt(paragraphs, from);
  if (!head) return null;
  const { body, last } = bodyOf(paragraphs, head);
  const units = (text: string): boolean =>
    !text.includes('：') &&
    (isUnitList(text, registry) || (head.offices && text.length <= MOST_OFFICES && isOfficeList(text)));
  const rows = rowsOf(body, head.end, units)
    .map((row) => rowParagraph(row, head, units))
    .filter((row) => row !== null);
  return { rows: rows.length >= 2 || (rows[0] && isWhole(rows[0], head)) ? rows : [], last };
}

const MOST_OFFICES = 60;

/** 宣传处会办公室, 疾控处、基层处等按职责分工落实: offices of one department. */
const isOfficeList = (text: string): boolean =>
  text
    .replace(OFFICE_VERB, '')
    .split(BETWEEN_OFFICES)
    .every((name) => OFFICE.test(name));

/** A table of one row counts where each of its columns of units was found. */
const isWhole = ({ text, unsure }: Paragraph, { labels }: Head): boolean =>
  !unsure && labels.length > 0 && labels.every((label) => text.includes(`${label}：`));

/** The paragraphs from the head's last one on to the table's end; the same head printed again (a new page) is left out. */
function bodyOf(paragraphs: readonly Paragraph[], head: Head): { body: Paragraph[]; last: number } {
  const body = paragraphs.slice(head.last, head.last + 1);
  let last = head.last;
  for (let next = last + 1; next < paragraphs.length; next = last + 1) {
    const paragraph = paragraphs[next];
    if (!paragraph) break;
    const again = HEAD.test(paragraph.text) ? headAt(paragraphs, next) : null;
    if (again?.words === head.words) {
      last = again.last;
      const rest = paragraphs[last];
      if (rest && again.end < rest.text.length) body.push(cut(rest, again.end, rest.text.length));
    } else if (isSection(paragraph, paragraphs[next + 1])) last = next;
    else if (endsTable(paragraph.text)) break;
    else {
      body.push(paragraph);
      last = next;
    }
  }
  return { body, last };
}

/** A chapter, or the head of another table. */
const endsTable = (text: string): boolean => (markAt(text, 0)?.rank ?? 9) <= 2 || HEAD.test(text);

/** One row: its number, the words of its task, and its units under their heads; without units only its words. */
function rowParagraph(row: Cell[], head: Head, units: (text: string) => boolean): Paragraph | null {
  const [number, ...cells] = row;
  if (!number) return null;
  const last = cells.findLastIndex(({ text }) => units(text));
  if (last < 0) return { ...compose([number, '.', ...between(cells)]), row: true };
  let first = last;
  while (first > 0 && units(cells[first - 1]?.text ?? '')) first -= 1;
  if (isLeadCell(cells[first - 1], last - first + 1, head)) first -= 1;
  const run = cells.slice(first, head.watched && last > first ? last : last + 1);
  const noted = run.flatMap((cell, index): Piece[] => [before(index, head), cell]);
  const behind = rejoined(cells.slice(last + 1));
  const due = head.deadline ? behind.find(({ text }) => DATE.test(text)) : undefined;
  const dated: Piece[] = due ? ['；完成时限：', due] : [];
  const stop: Piece[] = /[。；]$/.test(cells[first - 1]?.text ?? '') ? [] : ['。'];
  const words = compose([number, '.', ...between(cells.slice(0, first)), ...stop, ...noted, ...dated, '）']);
  const swallowed = cells.slice(0, first).some(({ text }) => SWALLOWED_UNITS.test(text));
  const unread = swallowed || behind.some((cell) => cell !== due && UNIT_END.test(cell.text));
  const unsure = unread ? 'lines' : doubtOf(run, cells[first - 1], head);
  return { ...words, row: true, ...(unsure && { unsure }) };
}

/** “2016 年底前”: what only a blank divides behind the units is one cell. */
function rejoined(cells: Cell[]): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const follows = before?.paragraph === cell.paragraph && before.end === cell.start && JOINS.test(before.text);
    if (before && follows) joined[joined.length - 1] = { ...before, end: cell.end, text: before.text + cell.text };
    else joined.push(cell);
  }
  return joined;
}

const JOINS = /^[\d年月日底前至—-]+$/;

const UNIT_END = /[局委办厅部]$|部门|街道|[县区]政府|乡镇/;

/** An agency nobody knows in a cell of its own, right before the last column of units, where the head has one more. */
function isLeadCell(cell: Cell | undefined, found: number, { labels }: Head): boolean {
  return found < labels.length && cell !== undefined && /^[一-龥]{2,14}[局委办厅]$/.test(cell.text);
}

/** Which line belongs to which column is a guess where there are more lines than columns, or no divider at all. */
function doubtOf(run: readonly Cell[], task: Cell | undefined, { labels }: Head): TableDoubt | null {
  const [first] = run;
  const joined = first && task?.paragraph === first.paragraph && task.end === first.start && !isDivided(first);
  if (joined) return 'run_together';
  return labels.length > 1 && run.length > labels.length ? 'lines' : null;
}

const isDivided = ({ paragraph, start }: Cell): boolean =>
  paragraph.text[start - 1] === '|' || (paragraph.gap[start] ?? 0) > 0;

/** Units on lines of their own are one list; with several columns each of the first lines is a column's. */
function before(index: number, { labels }: Head): string {
  const label = labels[index];
  if (index === 0) return `（${label ?? '责任单位'}：`;
  return label === undefined ? '、' : `；${label}：`;
}

const between = (cells: Cell[]): Piece[] =>
  cells.flatMap((cell, index): Piece[] => (index > 0 ? ['，', cell] : [cell]));
