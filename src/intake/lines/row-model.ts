import type { UnitRegistry } from '../../domain/units/registry.js';
import { BORDER, type Bit } from './bits.js';
import { fitOf, kindOfBits, leftOutSums, NEVER } from './cell-fit.js';
import type { CellHead, CellKind } from './flattened-cells.js';
import { rowNumber } from './flattened-rows.js';
import type { Column } from './column-words.js';

/** A cell of a row: the column it stands under, and its bits from one to before another. */
export interface ModelCell {
  column: number;
  from: number;
  to: number;
  kind: CellKind;
}

/** The cells of a row in order; a section's line stands alone. */
export interface ModelRow {
  cells: ModelCell[];
  section?: boolean;
}

/** Bits and characters that one cell may hold. */
const MOST_BITS = 30;
const MOST_TEXT = 400;
/** What it costs to begin a cell where nothing, or only a blank, divides it from the one before. */
const CUT = [-1.2, -0.4, 0, 0];
/** What it costs that a border is none of the cells. */
const JOINED = [-0.02, -0.3, -6, -0.6];
/** How little of that counts between names on lines of their own. */
const LISTED = 0.8;
/** No cell begins, or ends, with such a stop. */
const GOES_ON = /^(?:[、，；。）]|人民政府|办事处|管委会|保障局|(?:监督)?管理局)/;
const OPEN = /[、，（]$/;
/** No row begins amid a printed line whose cells strokes or tabs divide. */
const AMID = -4;
const FIGURE_CUT = -1.5;
const FIGURE_END = /[^\d.].*[\d%％]$|^\d+(?:\.\d+)?[%％]$|^\d*\.\d+$/;
const FIGURE = /^(?:以[上下内]|[≥≤]?\d+(?:\.\d+)?[%％万亿]?$)/;
/** Units that fill a line of their own are no part of a task. */
const UNITS_IN_WORDS = -5;
/** What a row costs, so that no more are made than there must be. */
const ROW = -2;
/** A task names no more units. */
const MOST_NAMED = 2;
const COUNTS = 1;
const BEGINS_ANEW = -1;
const MISCOUNTS = -9;

/** The best way to read the bits up to some place, the last of them standing under a column. */
interface State {
  score: number;
  /** The last running number. */
  number: number;
  before: State | null;
  /** null where a row ends. */
  cell: ModelCell | null;
  section?: boolean;
}

/**
 * Gives every bit of a table to a cell, and every cell to a row, as its columns, its running numbers and the borders
 * between the bits let it fit best. Bits behind the last row that fits are left out.
 */
export function modelRows(bits: readonly Bit[], head: CellHead, registry: UnitRegistry): ModelRow[] {
  return new Model(bits, head, registry).rows();
}

class Model {
  /** By bit, then by column: the state in which the last bit before it stands under that column. */
  private readonly inside: (State | undefined)[][];
  /** By bit: the state in which a row begins with it. */
  private readonly between: (State | undefined)[];
  private readonly columns: readonly Column[];
  private readonly units: boolean[] = [];
  private readonly sums: number[];

  constructor(
    private readonly bits: readonly Bit[],
    private readonly head: CellHead,
    private readonly registry: UnitRegistry,
  ) {
    this.columns = head.columns;
    this.sums = leftOutSums(head.columns);
    this.inside = bits.concat(bits.slice(0, 1)).map(() => []);
    this.between = [{ score: 0, number: 0, before: null, cell: null }];
  }

  private leftOut = (from: number, to: number): number => (this.sums[to] ?? 0) - (this.sums[from] ?? 0);

  rows(): ModelRow[] {
    for (let at = 0; at < this.bits.length; at++) {
      this.closeRows(at);
      this.cellsFrom(at);
    }
    this.closeRows(this.bits.length);
    const best = this.between.reduce<State | undefined>(
      (most, state) => (state && (!most || state.score > most.score) ? state : most),
      undefined,
    );
    return best ? traced(best) : [];
  }

  /** A row may end behind any of its cells. */
  private closeRows(at: number): void {
    for (const [column, state] of (this.inside[at] ?? []).entries()) {
      if (!state) continue;
      const score = state.score + ROW + this.leftOut(column + 1, this.columns.length);
      if (score > (this.between[at]?.score ?? -Infinity))
        this.between[at] = { score, number: state.number, before: state, cell: null };
    }
  }

  private cellsFrom(at: number): void {
    if (GOES_ON.test(this.bits[at]?.text ?? '')) return;
    const opened = this.between[at];
    const states: [number, State][] = (this.inside[at] ?? []).flatMap((state, column) =>
      state ? [[column, state] as [number, State]] : [],
    );
    if (!opened && states.length === 0) return;
    const inside = at > 0 && this.bits[at]?.border === BORDER.wide ? AMID : 0;
    let joined = 0;
    let lines = 0;
    let units = 0;
    let named = 0;
    for (let to = at + 1, length = 0; to <= this.bits.length && to - at <= MOST_BITS; to++) {
      const bit = this.bits[to - 1];
      if (!bit) break;
      length += bit.text.length;
      const whole = to > at + 1 && !(GOES_ON.test(bit.text) || OPEN.test(this.bits[to - 2]?.text ?? ''));
      if (whole) joined += this.besideFigure(to - 1) ? 0 : (JOINED[bit.border] ?? 0);
      if (whole && bit.border !== BORDER.wide) lines += JOINED[bit.border] ?? 0;
      if (length > MOST_TEXT || joined < -MOST_JOINED) break;
      const isUnits = this.isUnits(to - 1);
      if (isUnits) named += 1;
      if (isUnits && bit.border !== BORDER.none) units += 1;
      const { text, kind } = kindOfBits(this.bits.slice(at, to), this.head, this.registry);
      if (kind === 'words' && named > MOST_NAMED) break;
      if (OPEN.test(bit.text) && to < this.bits.length) continue;
      if (opened && kind === 'section' && to === at + 1) this.section(opened, at);
      this.columns.forEach((column, index) => {
        const fit = fitOf(text, kind, column.kind);
        if (fit <= NEVER) return;
        if (column.kind === 'leader' && to > at + 1) return;
        const cell = { column: index, from: at, to, kind };
        const listed = kind === 'units' && column.kind === 'units' ? -lines * LISTED : 0;
        const others = column.kind === 'words' && to > at + 1 ? units * UNITS_IN_WORDS : 0;
        const gain = fit + others + listed + joined + this.cut(at);
        if (opened) this.reach(opened, -1, cell, gain + inside, text);
        for (const [last, state] of states) if (last < index) this.reach(state, last, cell, gain, text);
      });
    }
  }

  private cut(at: number): number {
    if (at === 0) return 0;
    return this.besideFigure(at) ? FIGURE_CUT : (CUT[this.bits[at]?.border ?? 0] ?? 0);
  }

  /** “增长 8% 以上”: a blank beside a figure divides no cells. */
  private besideFigure(at: number): boolean {
    const [before, bit] = [this.bits[at - 1], this.bits[at]];
    if (!before || bit?.border !== BORDER.blank) return false;
    return FIGURE_END.test(before.text) || FIGURE.test(bit.text);
  }

  private isUnits(at: number): boolean {
    return (this.units[at] ??= kindOfBits(this.bits.slice(at, at + 1), this.head, this.registry).kind === 'units');
  }

  private reach(before: State, last: number, cell: ModelCell, gain: number, text: string): void {
    const isNumber = this.columns[cell.column]?.kind === 'number';
    const number = isNumber ? rowNumber({ text: text.replace(/[（）]/g, '') }) : before.number;
    const counts = !isNumber
      ? 0
      : before.number === 0 || number === before.number + 1
        ? COUNTS
        : number === 1
          ? BEGINS_ANEW
          : MISCOUNTS;
    const score = before.score + gain + counts + this.leftOut(last + 1, cell.column);
    const row = this.inside[cell.to];
    if (row && score > (row[cell.column]?.score ?? -Infinity)) row[cell.column] = { score, number, before, cell };
  }

  private section(before: State, at: number): void {
    const { score, number } = before;
    const cell: ModelCell = { column: -1, from: at, to: at + 1, kind: 'section' };
    if (this.bits[at]?.border !== BORDER.line || score < (this.between[at + 1]?.score ?? -Infinity)) return;
    this.between[at + 1] = { score, number, before, cell, section: true };
  }
}

const MOST_JOINED = 9;

function traced(last: State): ModelRow[] {
  const rows: ModelRow[] = [];
  for (let state: State | null = last; state?.before; state = state.before) {
    const { cell, section } = state;
    if (section && cell) rows.unshift({ cells: [cell], section: true });
    else if (!cell) rows.unshift({ cells: [] });
    else rows[0]?.cells.unshift(cell);
  }
  return rows;
}
