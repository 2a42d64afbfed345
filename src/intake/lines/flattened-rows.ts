import { numberInWords, markAt } from './markers.js';
import type { CellKind } from './flattened-cells.js';
import type { Cell } from './table-rows.js';

/** A cell with what it is, and the paragraph it stands in. */
export interface KindCell extends Cell {
  kind: CellKind;
  /** Index of its paragraph. */
  line: number;
  /** It was cut off from what stood behind it without any border, or nobody can tell to which row it belongs. */
  torn?: boolean;
  /** A further line of the cell of days before it. */
  more?: boolean;
}

/** A row of a flattened table, put together again. */
export interface FlatRow {
  /** Lines that stand over the row: chapters, and merged cells before its number. */
  over: KindCell[];
  number: KindCell | null;
  words: KindCell[];
  /** Cells of its columns of units in order, empty ones marked in print among them. */
  units: KindCell[];
  dates: KindCell[];
  /** Words behind its units: a column of remarks, or what stands over the next row. */
  behind: KindCell[];
  /** Names of persons in it. */
  persons: number;
  unsure: boolean;
  /** Its units are those of the row above it. */
  covered: boolean;
}

const newRow = (): FlatRow => ({
  over: [],
  number: null,
  words: [],
  units: [],
  dates: [],
  behind: [],
  persons: 0,
  unsure: false,
  covered: false,
});

/** More cells without any units than this are no table any more; keeps the cost in step with the length. */
const FRUITLESS = 24;

/** What the columns let a row be. */
export interface RowShape {
  /** A column of running numbers. */
  numbered: boolean;
  /** Columns of words before the first of units. */
  words: number;
  /** Columns of words before the column of leaders that stands before the units; null without one. */
  led: number | null;
  /** Columns of units. */
  units: number;
  /** A column of days stands right behind the units. */
  dated: boolean;
  /** Words may stand behind the units: a column of progress or remarks. */
  remarks: boolean;
  /** Columns of words, or remarks, behind the last of units. */
  rest: number;
  /** Columns of words stand between those of units. */
  scattered: boolean;
  /** Of the columns behind the units the one that says what is to be done (年度目标任务), and how many there are; null without one. */
  goal: { at: number; of: number; measured: boolean } | null;
  /** Of the columns of words before the units the one that holds bare figures; -1 without one. */
  figure: number;
}

/** Puts cells back into rows: words (or a number) begin one, its units follow. Rows behind the last units are left out. */
export function flatRows(cells: readonly KindCell[], shape: RowShape): FlatRow[] {
  const reader = new RowReader(shape);
  for (const [index, cell] of cells.entries()) {
    if (!reader.take(cell, cells[index + 1])) break;
  }
  return reader.result();
}

class RowReader {
  private readonly rows: FlatRow[] = [];
  private row = newRow();
  private fruitless = 0;
  private expected = 0;

  constructor(private readonly shape: RowShape) {}

  /** False where the table has ended. */
  take(cell: KindCell, next: KindCell | undefined): boolean {
    this.fruitless += 1;
    this.row.unsure ||= cell.torn === true;
    this.place(cell, next);
    this.row.unsure ||= cell.torn === true;
    return this.fruitless <= FRUITLESS;
  }

  private place(cell: KindCell, next: KindCell | undefined): void {
    if (cell.kind === 'number') this.number(cell, next);
    else if (cell.kind === 'section') this.section(cell);
    else if (cell.kind === 'units' || cell.kind === 'perhaps') this.units(cell, next);
    else if (cell.kind === 'empty') this.empty(cell);
    else if (cell.kind === 'same') this.same(cell);
    else if (cell.kind === 'date') this.date(cell);
    else if (cell.kind === 'remark' && this.hasUnits) return;
    else if (cell.kind !== 'leader' || !this.isLeader()) this.words(cell);
    else this.row.persons += 1;
  }

  result(): FlatRow[] {
    this.rows.push(this.row);
    this.rows.forEach((row, index) => this.underMerged(row, this.rows[index - 1]));
    const last = this.rows.findLastIndex((row) => row.units.some(({ kind }) => kind !== 'empty') || this.isListed(row));
    return this.rows.slice(0, last + 1);
  }

  /** A numbered row without any units below one that has them: its cell of units is merged with theirs, it seems. */
  private underMerged(row: FlatRow, above: FlatRow | undefined): void {
    if (!above || !row.number || row.units.length > 0 || row.words.length === 0) return;
    if (row.words.length > this.shape.words || row.words.length < above.words.length) return;
    if (row.persons > above.persons) return;
    const last = row.words.at(-1);
    row.units = above.units.map((unit) => {
      const here = last ? { ...last, start: last.end } : unit;
      return { ...here, kind: unit.kind, text: unit.text, as: unit.as ?? unit.text };
    });
    [row.unsure, row.covered] = [true, true];
  }

  /** A numbered row without units, and no more words than the table has columns: what follows is no part of it. */
  private isListed({ number, words }: FlatRow): boolean {
    const { shape } = this;
    return number !== null && words.length > 0 && words.length <= shape.words + shape.units;
  }

  private get hasUnits(): boolean {
    return this.row.units.some(({ kind }) => kind !== 'empty');
  }

  /** A name stands where its column does: before the units, once the task was told, or behind them. */
  private isLeader(): boolean {
    const { led } = this.shape;
    return this.hasUnits || (led !== null && this.row.words.length >= Math.min(led, 1));
  }

  /** Ends the row; what stood behind its units, where nothing can, stands over the next one. */
  private close(): void {
    const { words, number, units, behind } = this.row;
    if (words.length > 0 || number || units.length > 0) this.rows.push(this.row);
    const next = newRow();
    next.over = words.length > 0 || number || units.length > 0 ? [] : this.row.over;
    if (!this.shape.remarks) next.over.push(...behind);
    if (!this.shape.goal) this.row.behind = [];
    this.row = next;
  }

  private number(cell: KindCell, next: KindCell | undefined): void {
    const number = rowNumber(cell);
    const { words, units } = this.row;
    if (this.isGoal(number, next)) {
      (this.hasUnits ? this.row.behind : words).push(cell);
      return;
    }
    const counts = number === this.expected && !isFigure(next);
    if (!this.hasUnits && this.row.number && !counts) {
      this.addWords(cell);
      return;
    }
    if (this.row.number || units.length > 0 || words.some(({ text }) => /。$/.test(text))) this.close();
    else this.row.over.push(...this.row.words.splice(0));
    this.row.number = cell;
    this.expected = number + 1;
  }

  /** A figure in its column of goals, before the units or behind them, where the next row's number does not stand. */
  private isGoal(number: number, next: KindCell | undefined): boolean {
    const { goal, figure } = this.shape;
    if (!this.hasUnits) return this.row.number !== null && this.row.words.length === figure;
    const isNext = goal?.measured === true && this.row.behind.length === goal.at;
    return isNext && (number !== this.expected || next === undefined || next.kind === 'number');
  }

  private section(cell: KindCell): void {
    if (this.row.words.length > 0 || this.row.number || this.row.units.length > 0) this.close();
    this.row.over.push(cell);
  }

  private words(cell: KindCell): void {
    const { dates, behind, number } = this.row;
    const numbered = this.shape.numbered && number !== null;
    if (this.hasUnits && (ABOVE.test(cell.text) || (numbered && NAMED.test(cell.text)))) this.row.unsure = true;
    else if (this.hasUnits && numbered && (dates.length === 0 || !/。$/.test(cell.text))) behind.push(cell);
    else this.newWords(cell);
  }

  private newWords(cell: KindCell): void {
    if (this.hasUnits || this.startsAnew(cell)) this.close();
    this.row.units = [];
    this.addWords(cell);
  }

  /** “2 所学校”: a blank beside a figure divides no cells. */
  private addWords(cell: KindCell): void {
    const { words } = this.row;
    const before = words.at(-1);
    const joins = before && before.paragraph === cell.paragraph && before.end === cell.start && isBesideFigure(cell);
    if (joins) words[words.length - 1] = { ...before, end: cell.end, text: before.text + cell.text };
    else words.push(cell);
  }

  /** “2.……” behind “1.……” on another line: the row before has no units that could be told. */
  private startsAnew(cell: KindCell): boolean {
    const mark = markAt(cell.text, 0);
    const before = this.row.words.at(-1);
    if (!mark || !before || this.row.number || sameLine(before, cell)) return false;
    return this.row.words.some(({ text }) => markAt(text, 0)?.rank === mark.rank);
  }

  private units(cell: KindCell, next: KindCell | undefined): void {
    const { words, over, units } = this.row;
    if (cell.kind === 'perhaps' && !this.confirmed(cell, next)) {
      this.words(cell);
      return;
    }
    if (this.row.behind.length > 0) this.nextRow();
    else if (words.length === 0 && units.length === 0 && !this.takesOver(over)) {
      this.words(cell);
      return;
    }
    this.row.unsure ||= cell.kind === 'perhaps' || cell.torn === true || this.row.dates.length > 0;
    this.row.units.push(cell);
    this.fruitless = 0;
  }

  /** A name nobody knows is a unit where it stands with others of its row. */
  private confirmed(cell: KindCell, next: KindCell | undefined): boolean {
    if (this.row.units.length > 0 && this.row.dates.length === 0) return this.row.behind.length === 0;
    const borders = next?.kind === 'units' || (this.shape.dated && next?.kind === 'date');
    return borders && this.row.words.length > 0 && cell.text.length <= 30;
  }

  /** Words behind the units, then units again: the number of a row between them was lost. */
  private nextRow(): void {
    const words = this.row.behind.splice(0);
    this.close();
    this.row.words = words;
    this.row.unsure = true;
  }

  /** A chapter's line right before units is the task itself. */
  private takesOver(over: KindCell[]): boolean {
    const task = this.row.number ? undefined : over.pop();
    if (task) this.row.words.push(task);
    return task !== undefined;
  }

  private empty(cell: KindCell): void {
    const { words, units, dates } = this.row;
    if (words.length > 0 && dates.length === 0 && units.length < this.shape.units) units.push(cell);
  }

  /** 同上: the units, or the day, of the row above. */
  private same(cell: KindCell): void {
    const above = this.rows.findLast(({ units }) => units.length > 0);
    const { words, units, dates } = this.row;
    const unit = above?.units[units.length];
    const meant = dates.length === 0 && unit ? unit : above?.dates[0];
    if (!meant || words.length === 0) return;
    const said = { ...cell, kind: meant.kind, text: meant.text, as: meant.text };
    if (meant === unit) units.push(said);
    else dates.push(said);
  }

  private date(cell: KindCell): void {
    if (this.hasUnits) this.row.dates.push(cell);
    else if (this.row.words.length > 0) this.row.words.push(cell);
  }
}

/** The cells that say what is to be done and stand behind the units of a row; more lines than columns are lines of theirs. */
export const goalCells = ({ behind }: FlatRow, { goal }: RowShape): KindCell[] =>
  goal ? behind.slice(goal.at, Math.max(goal.at + 1, behind.length - (goal.of - goal.at - 1))) : [];

/** “2 所”: a figure before such words is no running number. */
export const isFigure = (next: Cell | undefined): boolean => COUNTED.test(next?.text ?? '');
const COUNTED = /^[年月日个所家项名人条次场处座批万亿户亩张套间公千米吨]/;

const isBesideFigure = ({ paragraph, start }: Cell): boolean =>
  paragraph.gap[start] === 1 && /\d[^\d]|[^\d]\d/.test(paragraph.text.slice(start - 1, start + 1));

/** The running number of a row, printed 3 or 三. */
export const rowNumber = ({ text }: Pick<Cell, 'text'>): number =>
  Number.parseInt(text, 10) || numberInWords(text.replace(/、$/, ''));

/** “省牵头单位：省商务厅” behind the units says who leads above; other words that name units are asked about. */
const ABOVE = /^[一-龥]{0,4}(?:单位|部门)[:：]/;
const NAMED = /^[^。]{2,40}(?:[局委办厅]|部门)$/;

/** Parts of one printed line: what an outline mark inside it was cut at. */
const sameLine = (a: KindCell, b: KindCell): boolean =>
  a.paragraph === b.paragraph || a.paragraph.at[a.paragraph.text.length] === b.paragraph.at[0];
