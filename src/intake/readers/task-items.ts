import { distinct, type Grid, type GridCell } from './grid.js';
import { chineseNumber } from './numerals.js';
import type { TaskHead } from './task-heads.js';

/** One measure of a task table: its rows put together. */
export interface TaskItem {
  /** As printed under 序号, '' without such a column. */
  number: string;
  /** Short titles from columns left of the text that have one value per row. */
  titles: string[];
  text: string;
  /** Distinct cell texts by column, for goals, units and dates. */
  values: Map<number, string[]>;
  /** Distinct cells of the office's own columns. */
  own: GridCell[];
  /** It cannot be told whether a printed row is one of its rows. */
  unsure?: boolean;
  /** What stands above its empty cells of units, by column, where those may be its units. */
  above?: Map<number, string>;
}

export type TaskEntry = TaskHeading | { kind: 'item'; item: TaskItem } | { kind: 'line'; text: string };

/** What stands over measures; `number` is its 序号 where one is printed beside it. */
export interface TaskHeading {
  kind: 'heading';
  level: number;
  text: string;
  number?: number;
}

/** A cell about who filled in the form: persons, not plan. */
export const FORM_CELL = /^\s*(?:填表人|填报人|审核人|联系人|联系电话|填报日期)\s*[：:]/;
const SAME_AS_ABOVE = /^(同上|〃|″|"|“)$/;
/** 一, （二） under 序号, or before the words of a row of its own: the number of a group. */
const GROUP_NUMBER = /^(?:[一二三四五六七八九十]{1,3}[、.．]?|[（(][一二三四五六七八九十]{1,3}[）)])$/;
const GROUP_TITLE =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:章|节|编|篇|部分))[^。；]{2,40}$/;
const REMARK = /^(注|备注|说明|填表说明)\s*[：:]/;
/** 注 in a cell of its own before the remark's words. */
const REMARK_LABEL = /^(?:注|备注|说明|填表说明)[：:]?$/;
/** A remark's cell is as wide as no task's. */
const REMARK_WIDTH = 3;

/** The body of a task table in reading order: headings when they change, items with all their rows, other lines. */
export function collectItems(grid: Grid, head: TaskHead, unsure: ReadonlySet<GridCell[]> = new Set()): TaskEntry[] {
  return new Collector(grid, head, unsure).run();
}

class Collector {
  private readonly entries: TaskEntry[] = [];
  private readonly textColumns: number[];
  private readonly headings: number[];
  private readonly titles: number[];
  private readonly main: number;
  /** The 序号 column, where it numbers the measures and not the groups above them. */
  private readonly number: number | undefined;
  /** Rows whose 序号 the rows below count on: 1 over 1.1. */
  private readonly overs: ReadonlySet<GridCell[]>;
  private readonly current: string[] = [];
  private readonly above = new Map<number, string>();
  private item: TaskItem | null = null;
  private itemCell: GridCell | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly head: TaskHead,
    private readonly unsure: ReadonlySet<GridCell[]>,
  ) {
    this.overs = countedOn(grid, head);
    this.textColumns = head.columns.filter((column) => column.kind === 'text').map((column) => column.index);
    this.main = this.textColumns[this.textColumns.length - 1];
    const others = this.textColumns.slice(0, -1);
    this.headings = others.filter((column) => this.groups(column));
    this.titles = others.filter((column) => !this.headings.includes(column));
    const number = head.columns.find((column) => column.kind === 'number');
    this.number = number && !this.groups(number.index) ? number.index : undefined;
  }

  run(): TaskEntry[] {
    for (let row = this.head.body; row < this.grid.length; row++) this.row(this.grid[row], row);
    const last = this.entries.findLastIndex(({ kind }) => kind === 'item');
    return this.entries.map((entry, index) => (index > last ? asLine(entry) : entry));
  }

  /** A column whose cells stand over several measures (merged, or left empty below) is a heading. */
  private groups(column: number): boolean {
    const body = this.grid.slice(this.head.body).filter((row) => distinct(row).length > 1 && !this.groupOf(row));
    return body.some((row, index) => {
      const above = body[index - 1];
      if (!above || row[this.main] === above[this.main] || row[this.main].text.trim() === '') return false;
      return row[column] === above[column] || row[column].text.trim() === '' || row[column].text === above[column].text;
    });
  }

  private row(row: GridCell[], index: number): void {
    const filled = distinct(row).filter((cell) => cell.text.trim() !== '');
    if (filled.length === 0 || this.repeatsHead(row) || filled.some(({ text }) => FORM_CELL.test(text))) return;
    const remark = remarkIn(row, filled);
    if (remark !== null) return this.remark(remark);
    if (filled.length === 1 && this.item && this.isOwn(filled[0])) return this.addOwn(filled[0]);
    if (filled.length === 1 && (filled[0] !== row[this.main] || row.every((cell) => cell === filled[0]))) {
      return this.lone(filled[0], index);
    }
    const group = this.groupOf(row);
    if (group !== null) return this.lone({ ...row[0], row: index, text: group }, index);
    this.openHeadings(row);
    if (!this.item && this.onlyHeads(row)) return;
    if (!this.item || !this.goesOn(row)) this.openItem(row);
    this.addValues(row);
    if (this.item && this.unsure.has(row)) this.item.unsure = true;
  }

  /** A row without words of its own goes on the measure above, unless its 序号 or its title is another. */
  private goesOn(row: GridCell[]): boolean {
    if (row[this.main] === this.itemCell) return true;
    if (row[this.main].text.trim() !== '' || !this.item) return false;
    const { number, titles } = this.item;
    const other = (column: number, above: string): boolean => {
      const text = row[column].text.trim();
      return text !== '' && text !== above && !SAME_AS_ABOVE.test(text);
    };
    const numbered = this.number !== undefined && other(this.number, number);
    return !numbered && !this.titles.some((column, index) => other(column, titles[index]));
  }

  /** The row has a heading and neither a task nor anything about one. */
  private onlyHeads(row: GridCell[]): boolean {
    const about = this.head.columns.filter(({ kind }) => ['goal', 'unit', 'due', 'extra'].includes(kind));
    const said = [this.main, ...this.titles, ...about.map(({ index }) => index)];
    return said.every((column) => row[column].text.trim() === '') && this.headings.some((at) => row[at].text.trim());
  }

  /** The title of a row that only stands over others: its number is in words where the tasks have figures, or it is lone. */
  private groupOf(row: GridCell[]): string | null {
    const filled = distinct(row).filter(({ text }) => text.trim() !== '');
    const lone = row[this.main].text.trim();
    if (filled.length === 1 && filled[0] === row[this.main] && GROUP_TITLE.test(lone)) return lone;
    const column = this.head.columns.find(({ kind }) => kind === 'number');
    const number = column ? row[column.index].text.trim() : '';
    const title = this.textColumns.map((index) => row[index]).find((cell) => cell === filled[1]);
    const words = title?.text.trim() ?? '';
    if (filled.length !== 2 || words === '' || words.length > 40) return null;
    if (this.overs.has(row)) return `${chineseNumber(Number.parseInt(number, 10))}、${words}`;
    if (!GROUP_NUMBER.test(number)) return null;
    return /^[（(]/.test(number) ? number + words : `${number.replace(/[、.．]$/, '')}、${words}`;
  }

  private repeatsHead(row: GridCell[]): boolean {
    return this.textColumns.every((column) => {
      const label = this.head.columns[column].label;
      return row[column].text.replace(/\s+/g, '') === label;
    });
  }

  private lone(cell: GridCell, row: number): void {
    const text = cell.text.trim();
    if (this.grid[row - 1]?.includes(cell) || this.current.includes(text)) return;
    this.item = null;
    if (REMARK.test(text) || text.length > 60) this.entries.push({ kind: 'line', text });
    else this.entries.push({ kind: 'heading', level: 0, text });
  }

  private remark(text: string): void {
    this.item = null;
    this.entries.push({ kind: 'line', text });
  }

  private openHeadings(row: GridCell[]): void {
    this.headings.forEach((column, level) => {
      const text = row[column].text.trim();
      if (text === '' || text === this.current[level]) return;
      this.current.length = level;
      this.current[level] = text;
      const number = level === 0 ? this.printedNumber(row) : 0;
      this.entries.push({ kind: 'heading', level, text, ...(number > 0 && { number }) });
      this.item = null;
    });
  }

  /** The 序号 that is merged over the measures of a group; 0 without one. */
  private printedNumber(row: GridCell[]): number {
    const column = this.head.columns.find(({ kind }) => kind === 'number');
    if (!column || this.number !== undefined) return 0;
    const number = row[column.index].text.trim();
    return /^\d{1,3}$/.test(number) ? Number(number) : 0;
  }

  private openItem(row: GridCell[]): void {
    const titles = this.titles.map((column) => row[column].text.trim());
    const heading = this.headings.map((column) => row[column].text.trim()).findLast(Boolean);
    this.item = {
      number: this.number === undefined ? '' : row[this.number].text.trim(),
      titles,
      text: row[this.main].text.trim() || (titles.some(Boolean) ? '' : (heading ?? '')),
      values: new Map(),
      own: [],
    };
    this.itemCell = row[this.main];
    this.entries.push({ kind: 'item', item: this.item });
  }

  private addValues(row: GridCell[]): void {
    for (const column of this.head.columns) {
      if (column.kind === 'extra') this.addOwn(row[column.index]);
      if (!['goal', 'unit', 'due'].includes(column.kind)) continue;
      const printed = row[column.index].text.trim();
      const text = SAME_AS_ABOVE.test(printed) ? (this.above.get(column.index) ?? '') : printed;
      if (text === '') this.keepAbove(row[column.index]);
      if (text === '') continue;
      this.above.set(column.index, text);
      const values = this.item?.values.get(column.index) ?? [];
      if (!values.includes(text)) this.item?.values.set(column.index, [...values, text]);
    }
  }

  private isOwn({ column }: GridCell): boolean {
    return this.head.columns.some(({ index, kind }) => index === column && kind === 'extra');
  }

  private addOwn(cell: GridCell): void {
    if (cell.text.trim() !== '' && !this.item?.own.includes(cell)) this.item?.own.push(cell);
  }

  private keepAbove({ column, above }: GridCell): void {
    if (this.item && above) this.item.above = new Map([...(this.item.above ?? []), [column, above]]);
  }
}

/** Rows with a whole number under 序号 right above one that has its first part: 2 above 2.1. */
function countedOn(grid: Grid, head: TaskHead): Set<GridCell[]> {
  const column = head.columns.find(({ kind }) => kind === 'number')?.index ?? -1;
  const body = grid.slice(head.body);
  const over = (row: GridCell[], at: number): boolean => {
    const number = /^(\d{1,2})[.、]?$/.exec(row[column].text.trim())?.[1];
    return number !== undefined && body[at + 1]?.[column].text.trim().startsWith(`${number}.1`);
  };
  return new Set(column < 0 ? [] : body.filter(over));
}

/** The words of a remark across a table, whose number or label may have a cell of its own; null for other rows. */
function remarkIn(row: readonly GridCell[], filled: readonly GridCell[]): string | null {
  const words = filled[filled.length - 1];
  const text = words.text.trim();
  const wide = row.filter((cell) => cell === words).length >= REMARK_WIDTH;
  if (REMARK.test(text)) return wide && filled.length <= 2 ? text : null;
  const label = filled[0].text.trim();
  return filled.length === 2 && REMARK_LABEL.test(label) ? `${label.replace(/[：:]$/, '')}：${text}` : null;
}

/** A heading with no measure below it is none: a sheet's signature and date stand in rows of their own. */
function asLine(entry: TaskEntry): TaskEntry {
  return entry.kind === 'heading' ? { kind: 'line', text: entry.text } : entry;
}
