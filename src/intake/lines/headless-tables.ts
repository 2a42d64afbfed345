import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { EMPTY_CELL, isDay, isPerson } from './aligned-cells.js';
import { cellsOf, rowsUnder, type ColumnTable } from './column-tables.js';
import type { Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';
import { NAMES_DAYS } from './trailing-cells.js';

const NUMBER = /^\d{1,3}[.、]?$/;
const MARK = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;
const MARK_ALONE = /^(?:[一二三四五六七八九十]{1,3}、?|（[一二三四五六七八九十]{1,3}）)$/;
/** Fewer rows tell too little of what their columns hold, unless they are numbered. */
const ROWS = 3;
const NUMBERED_ROWS = 2;
/** Lines before the first row that are divided like one: a title, a head nobody knows. */
const OVER = 2;
/** The share of a column's cells that tells what it holds. */
const MOST = 0.7;
/** Lines that are looked at to tell the columns. */
const SEEN = 60;
const LONGEST = 500;
/** A task is no shorter on the average; shorter words are names of persons or kinds. */
const TASK = 5;
/** Behind the units shorter words are addresses and remarks. */
const TASK_BEHIND = 10;

/**
 * Reads a table whose head was not copied: rows on lines of their own, their cells divided by tabs, wide blanks or strokes,
 * the columns told by what all of them hold. No rows where nothing tells a column of tasks and one of units behind it; null
 * where fewer lines than a table's stand there.
 */
export function headlessTable(
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
): ColumnTable | null {
  const run = runFrom(paragraphs, from);
  const least = NUMBER.test(run[0]?.[0] ?? '') ? NUMBERED_ROWS : ROWS;
  if (run.filter((cells) => cells.length > 1).length < least) return null;
  for (let over = 0; over <= OVER; over++) {
    const columns = columnsOf(run.slice(over), registry);
    const { rows, last } = columns ? rowsUnder(columns, paragraphs, from + over, registry) : { rows: [], last: from };
    if (columns && rows.length >= least)
      return { rows: [...paragraphs.slice(from, from + over), ...rows.map((row) => marked(row, columns))], last };
  }
  return { rows: [], last: from + run.length - 1 };
}

/** Nothing says which of two columns of units leads. */
const marked = (row: Paragraph, columns: readonly Column[]): Paragraph =>
  row.row && unitColumns(columns) > 1 ? { ...row, unsure: 'lines' } : row;

const unitColumns = (columns: readonly Column[]): number => columns.filter(({ kind }) => kind === 'units').length;

/** The cells of the lines from one on that are divided, and of headings between them. */
function runFrom(paragraphs: readonly Paragraph[], from: number): string[][] {
  const run: string[][] = [];
  const strokes = paragraphs[from]?.text.includes('|') ?? false;
  for (const paragraph of paragraphs.slice(from, from + SEEN)) {
    const cells = isDivided(paragraph, strokes) ? cellsOf(paragraph, strokes).map(({ text }) => text) : null;
    if (!cells && (run.length === 0 || !MARK.test(paragraph.text))) break;
    if (cells?.some((text) => isBroken(text))) break;
    run.push(cells ?? []);
  }
  return run;
}

/** A blank inside the brackets of a note, or behind its label, divides no cells. */
const isBroken = (text: string): boolean =>
  text.split('（').length !== text.split('）').length || /(?:单位|部门)[:：]/.test(text);

const isDivided = ({ text, gap }: Paragraph, strokes: boolean): boolean =>
  text.length <= LONGEST && (strokes ? text.includes('|', 1) : gap.includes(2, 1));

/** What the columns of rows hold, by all their cells; null where no column of tasks stands beside one of units. */
export function columnsOf(run: readonly string[][], registry: UnitRegistry): Column[] | null {
  const width = usual(run.map((cells) => cells.length).filter((count) => count > 1));
  const rows = run.filter((cells) => cells.length === width);
  if (rows.length < NUMBERED_ROWS || (rows[0] ?? []) !== run[0]) return null;
  const held = Array.from({ length: width }, (_, at) =>
    kindOf(
      rows.map((cells) => cells[at] ?? ''),
      registry,
    ),
  );
  const units = held.indexOf('units');
  const before = longest(rows, held.slice(0, Math.max(0, units)), TASK);
  const task = before < 0 && units >= 0 ? longest(rows, held, TASK_BEHIND) : before;
  if (task < 0) return null;
  let leads = true;
  return held.map((kind, at): Column => {
    if (kind === 'units') {
      const label = held.lastIndexOf('units') === units ? '责任单位' : leads ? '牵头单位' : '配合单位';
      leads = false;
      return { kind, label };
    }
    if (kind === 'days') return { kind: at > units ? 'date' : 'words', label: '' };
    if (kind === 'person') return { kind: at > task ? 'leader' : 'words', label: '' };
    return { kind: kind === 'words' && at > Math.max(task, units) ? 'other' : kind, label: '' };
  });
}

type Held = 'other' | 'number' | 'units' | 'date' | 'days' | 'person' | 'words';

/** What the cells of one column are; `days` are words that name some. */
function kindOf(texts: readonly string[], registry: UnitRegistry): Held {
  const filled = texts.filter((text) => text && !EMPTY_CELL.test(text));
  const most = (holds: (text: string) => boolean): boolean =>
    filled.length >= 2 && filled.filter(holds).length >= filled.length * MOST;
  if (filled.length > 0 && filled.every((text) => NUMBER.test(text)) && isRising(filled)) return 'number';
  if (most((text) => MARK_ALONE.test(text))) return 'other';
  if (most((text) => isDay(text))) return 'date';
  if (most((text) => isUnits(text, registry))) return 'units';
  if (most((text) => isPerson(text))) return 'person';
  return most((text) => NAMES_DAYS.test(text)) ? 'days' : 'words';
}

const isRising = (numbers: readonly string[]): boolean =>
  numbers.every((number, at) => at === 0 || Number.parseInt(number, 10) > Number.parseInt(numbers[at - 1] ?? '', 10));

const DUTY = /(?:牵头|负责|配合|参与|协助)(?=[，；、]|$)/g;

/** “市教育局、市财政局”, “市教育局牵头，市财政局配合”. */
const isUnits = (text: string, registry: UnitRegistry): boolean => isUnitList(text.replace(DUTY, ''), registry);

/** The column of the longest words, -1 where they are too short for tasks. */
function longest(rows: readonly string[][], held: readonly Held[], least: number): number {
  const length = (at: number): number => rows.reduce((sum, cells) => sum + (cells[at] ?? '').length, 0) / rows.length;
  const words = held.flatMap((kind, at) => (kind === 'words' || kind === 'days' ? [at] : []));
  const [best = -1] = words.sort((a, b) => length(b) - length(a));
  return best >= 0 && length(best) >= least ? best : -1;
}

/** The number that most of them are. */
export function usual(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
