import type { KindCell, RowShape } from './flattened-rows.js';

/** “6月底前完成招标，年底前通车”: words that name days, as a column of progress holds them. */
export const NAMES_DAYS =
  /\d{1,2}月|季度|[上下]半年|年[底内初末]|[全常每]年|每[月周季旬日]|[上中下]旬|月[底初末]|长期|持续|近期|20\d\d年/;
/** What names units belongs to no column of days. */
const NAMES = /^[一-龥]{0,4}(?:单位|部门)[:：]|^[^。]{2,40}(?:[局委办厅]|部门)$/;
/** A day's cell behind the last units of a table; a paragraph behind the table is longer. */
const SHORT = 60;

/** Cells from behind the units of one row to what follows: the units of the next, its number, a chapter's line, the end. */
interface Stretch {
  /** Indices of its cells of words. */
  words: number[];
  /** A day stands in a cell of its own. */
  dated: boolean;
  end: 'units' | 'number' | 'section' | 'end';
}

/**
 * The cells of a table whose last columns hold words (序时进度, 备注): those behind the units of a row that belong to it,
 * and not to the next one, become days and remarks. Without running numbers only how many cells stand there tells it;
 * where that cannot be told, or a row has another number of them than most, the cell is torn.
 */
export function trailingCells(cells: readonly KindCell[], shape: RowShape): KindCell[] {
  if (shape.goal || shape.scattered || (!shape.dated && shape.rest === 0)) return [...cells];
  const stretches = stretchesOf(cells);
  const counts = stretches.filter(({ end }) => end === 'units').map(({ words }) => words.length);
  const habit = { usual: mostOf(counts), most: Math.max(0, ...counts) };
  const out = [...cells];
  for (const stretch of stretches) new Marker(out, shape, stretch, habit).mark();
  return out;
}

function stretchesOf(cells: readonly KindCell[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  let behindUnits = false;
  const close = (end: Stretch['end']): void => {
    if (open) stretches.push({ ...open, end });
    open = null;
  };
  for (const [index, { kind }] of cells.entries()) {
    if (kind === 'units') {
      close('units');
      behindUnits = true;
    } else if (kind === 'number' || kind === 'section') {
      if (behindUnits) close(kind);
      behindUnits = false;
    } else if (kind === 'words' || kind === 'date') {
      if (!behindUnits) continue;
      open ??= { words: [], dated: false, end: 'end' };
      if (kind === 'words') open.words.push(index);
      else if (open.words.length === 0) open.dated = true;
      else [open, behindUnits] = [null, false];
    } else if (kind === 'perhaps' || kind === 'same') [open, behindUnits] = [null, kind === 'same'];
  }
  close('end');
  return stretches;
}

/** The number that more than half of them are; 0 where none is. */
const mostOf = (counts: readonly number[]): number =>
  counts.find((count) => counts.filter((other) => other === count).length * 2 > counts.length) ?? 0;

/** How many cells of words stand between the units of two rows: as a rule, and at most. */
interface Habit {
  usual: number;
  most: number;
}

class Marker {
  /** A cell of a day may be among the words. */
  private readonly awaited: boolean;
  private readonly first: KindCell | undefined;
  private readonly namesDays: boolean;

  constructor(
    private readonly cells: KindCell[],
    private readonly shape: RowShape,
    private readonly stretch: Stretch,
    private readonly habit: Habit,
  ) {
    const [first] = stretch.words;
    this.first = first === undefined ? undefined : cells[first];
    this.awaited = shape.dated && !stretch.dated;
    this.namesDays = this.first !== undefined && NAMES_DAYS.test(this.first.text);
  }

  mark(): void {
    if (!this.first) return;
    if (this.stretch.end !== 'units') this.behindLast();
    else if (!this.shape.numbered) this.between();
    else if (this.awaited && this.namesDays && this.stretch.words.length > 1) this.days(1);
  }

  private get most(): number {
    return this.shape.rest + Number(this.awaited);
  }

  /** All of the words belong to the row. */
  private behindLast(): void {
    const { words, end } = this.stretch;
    const { numbered, rest } = this.shape;
    const usually = numbered || this.habit.usual > this.shape.words;
    const short = (this.first?.text.length ?? 0) <= SHORT;
    const only = rest === 0 && usually && end !== 'end' && !NAMES.test(this.first?.text ?? '');
    const isDay = this.awaited && (only || (this.namesDays && (end !== 'end' || (usually && short))));
    if (isDay) this.days(rest > 0 || end === 'end' ? 1 : words.length);
    else if (this.awaited && end === 'section') this.doubt();
    if (!numbered && (end !== 'end' || this.habit.usual === this.shape.words + this.most))
      this.remarks(Number(isDay), end === 'end' ? Number(isDay) + rest : words.length);
  }

  /** Some of the words belong to the row, some to the next. */
  private between(): void {
    const { words } = this.stretch;
    const over = words.length - this.shape.words;
    if (over <= 0 || over > this.most) this.beside(over);
    else {
      const all = over === this.most;
      const isDay = this.awaited && (this.namesDays || (all && words.length === this.habit.usual));
      if (isDay) this.days(1);
      this.remarks(Number(isDay), over);
      const sure = words.length === this.habit.usual || (isDay && this.namesDays && all && this.shape.rest === 0);
      if (!sure || over - Number(isDay) > this.shape.rest) this.doubt();
    }
  }

  /** As many words as the next row needs, or fewer; or more than both can hold. */
  private beside(over: number): void {
    const isDay = this.awaited && this.namesDays;
    const seen = this.habit.most > this.shape.words;
    const { length } = this.stretch.words;
    if (isDay && (over > 0 || (seen && length > 1))) this.days(1);
    if (isDay || (seen && length !== this.habit.usual)) this.doubt();
  }

  private days(count: number): void {
    this.stretch.words.slice(0, count).forEach((index, nth) => this.set(index, { kind: 'date', more: nth > 0 }));
  }

  private remarks(from: number, to: number): void {
    for (const index of this.stretch.words.slice(from, to)) this.set(index, { kind: 'remark' });
  }

  /** On both rows. */
  private doubt(): void {
    const { words } = this.stretch;
    for (const index of [words[0], words.find((at) => this.cells[at]?.kind === 'words')])
      if (index !== undefined) this.set(index, { torn: true });
  }

  private set(index: number, what: Partial<KindCell>): void {
    const cell = this.cells[index];
    if (cell) this.cells[index] = { ...cell, ...what };
  }
}
