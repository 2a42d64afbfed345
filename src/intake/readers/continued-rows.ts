import { distinct, type Grid, type GridCell } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';
import { joinedDue, joinedUnits, joinedWords, type Joined, opensTask, ownMark } from './cut-cells.js';
import { FORM_CELL } from './task-items.js';

type Row = GridCell[];
/** Whether a row only carries on the one above it; `on?` and `own!` are in doubt, `own?` where other rows were cut. */
type Verdict = 'own' | 'on' | 'own?' | 'own!' | 'on?';

/** A day that stands alone is the signature's. */
const DAY = /^(?:20|二[〇○零])[\d〇○零一二三四五六七八九]{2}年.{1,4}月.{1,3}日$/;
/** No row is printed on more lines. */
const MOST_LINES = 60;
/** The cell says what the one above says, or that it is empty. */
const SAME = /^(?:同上|〃|″|"|“)$/;
const SAYS_NOTHING = /^(?:无|[-—–/、]+|同上|〃|″|"|“)$/;

/**
 * The grid without the rows that only carry on the cells of the row above them, as a PDF or a converter leaves them that
 * gives every printed line a row of its own: their words stand behind those above, cell by cell. `unsure` has the rows
 * of which it cannot be told whether they go on.
 */
export function withoutContinued(grid: Grid, head: TaskHead): { grid: Grid; unsure: ReadonlySet<Row> } {
  const reader = new ContinuedRows(grid, head);
  return reader.run();
}

class ContinuedRows {
  private readonly main: number;
  private readonly number: number;
  private readonly units: number[];
  private readonly unsure = new Set<Row>();
  private readonly fullLines: number;
  private torn = false;

  constructor(
    private readonly grid: Grid,
    private readonly head: TaskHead,
  ) {
    const of = (kind: Column['kind']): number[] =>
      head.columns.filter((one) => one.kind === kind).map((one) => one.index);
    this.main = of('text').at(-1) ?? 0;
    this.units = of('unit');
    const [number = -1] = of('number');
    this.number = grid.slice(head.body).some((row) => filledAt(row, number)) ? number : -1;
    this.fullLines = this.fullWidth();
  }

  run(): { grid: Grid; unsure: ReadonlySet<Row> } {
    const rows = this.grid.slice(0, this.head.body);
    let above: Row | null = null;
    const guessed: Row[] = [];
    let carried = 0;
    for (let at = this.head.body; at < this.grid.length; at++) {
      const row = this.grid[at];
      const verdict = above && carried < MOST_LINES ? this.verdict(row, above, this.grid[at + 1]) : 'own';
      if (above && verdict.startsWith('on')) {
        this.carryOn(row, above, verdict);
        carried += 1;
        if (verdict === 'on?') this.unsure.add(above);
        continue;
      }
      if (above && verdict === 'own!') for (const one of [above, row]) this.unsure.add(one);
      if (above && verdict === 'own?') guessed.push(above, row);
      rows.push(row);
      carried = 0;
      above = isEmpty(row) || this.isLine(row) ? null : row;
    }
    if (this.torn) for (const row of guessed) this.unsure.add(row);
    return { grid: rows, unsure: this.unsure };
  }

  private verdict(row: Row, above: Row, next: Row | undefined): Verdict {
    if (isEmpty(row) || this.isLine(row) || this.opens(row, above)) return 'own';
    const filled = row.filter((cell, at) => cell !== above[at] && cell.text.trim() !== '');
    if (filled.some(({ text }) => SAME.test(text.trim()))) return 'own';
    if (filled.length === 0 || this.isSigned(filled, next)) return 'own';
    const cut = this.isCut(filled, row, above);
    this.torn ||= cut;
    if (!cut && this.opensGroup(row, above)) return 'own';
    if (!filledAt(row, this.main) || row[this.main] === above[this.main])
      return this.number < 0 && filledAt(row, 0) && row[0] !== above[0] && !cut ? 'own' : 'on';
    return this.ownWords(row, above, cut);
  }

  /** Figures and days tell where the first of the units is empty or cut; beside whole units of its own they need not. */
  private isCut(filled: readonly GridCell[], row: Row, above: Row): boolean {
    const joints = filled.map((cell) => ({
      joint: this.joint(cell, above),
      kind: this.head.columns[cell.column].kind,
    }));
    if (joints.some(({ joint, kind }) => joint === 'cut' && (kind === 'text' || kind === 'unit'))) return true;
    if (joints.some(({ joint }) => joint === 'frayed')) return true;
    const [lead = -1] = this.units;
    const own = filledAt(row, lead) && row[lead] !== above[lead];
    return !own && joints.some(({ joint }) => joint === 'cut' || joint === 'maybe');
  }

  /** A row that has words of a task, and no number. */
  private ownWords(row: Row, above: Row, cut: boolean): Verdict {
    const words = row[this.main].text.trim();
    if (ownMark(words)) return 'own';
    const [lead = -1] = this.units;
    const joint = this.joint(row[this.main], above);
    const leads = filledAt(row, lead);
    const whole = leads && joint !== 'cut' && this.joint(row[lead], above) === 'whole';
    if (cut) return whole || this.isFrayed(row, above) ? 'own!' : 'on';
    if (leads) return this.number < 0 ? 'own' : joint === 'maybe' ? 'own!' : 'own?';
    if (this.number < 0 && this.units.some((at) => filledAt(row, at))) return 'own';
    const before = above[this.main].text.trim();
    if (this.isFull(before) && !opensTask(words)) return 'on';
    return /[。；]$/.test(before) && this.units.every((at) => !filledAt(row, at)) ? 'own' : 'on?';
  }

  /** A row with a cell under all that are filled above it, where nothing but a name nobody can tell speaks for its going on. */
  private isFrayed(row: Row, above: Row): boolean {
    const told = row.filter((cell, at) => filledAt(row, at) && cell !== above[at]);
    const whole = above.every((_, at) => !filledAt(above, at) || at === this.number || filledAt(row, at));
    return whole && told.every((cell) => this.joint(cell, above) !== 'cut');
  }

  /** A row with a number is its own. */
  private opens(row: Row, above: Row): boolean {
    if (this.number >= 0) return filledAt(row, this.number) || row[this.number] === above[this.number];
    return row[this.main] === above[this.main];
  }

  /** Words of a group before the task that are not the row's above. */
  private opensGroup(row: Row, above: Row): boolean {
    return row.some((cell, at) => {
      const group = at < this.main && this.head.columns[at].kind === 'text' && cell !== above[at];
      return group && filledAt(row, at) && this.joint(cell, above) !== 'cut';
    });
  }

  private joint(cell: GridCell, above: Row): Joined['joint'] {
    const [before, after] = [above[cell.column].text.trim(), cell.text.trim()];
    if (SAYS_NOTHING.test(before) || SAYS_NOTHING.test(after)) return 'whole';
    return before === '' ? 'none' : this.joined(cell.column)(before, after).joint;
  }

  private joined(column: number): (before: string, after: string) => Joined {
    const { kind } = this.head.columns[column];
    return kind === 'unit' ? joinedUnits : kind === 'due' ? joinedDue : joinedWords;
  }

  private carryOn(row: Row, above: Row, verdict: Verdict): void {
    row.forEach((cell, at) => {
      if (cell === above[at] || cell.column !== at || cell.text.trim() === '') return;
      const target = above[at];
      const before = target.text.trim();
      const apart = at === this.main && this.standsApart(before, cell.text.trim(), verdict);
      target.text = apart ? `${before}\n${cell.text.trim()}` : this.joined(at)(before, cell.text.trim()).text;
    });
  }

  /** Whether words carry on a task as a clause of their own. */
  private standsApart(before: string, after: string, verdict: Verdict): boolean {
    if (before === '' || joinedWords(before, after).joint === 'cut') return false;
    return verdict === 'on?' || (opensTask(after) && !this.isFull(before));
  }

  /** One cell over all columns, or the head printed again. */
  private isLine(row: Row): boolean {
    const cells = distinct(row);
    if (cells.length === 1 || cells.some(({ text }) => FORM_CELL.test(text))) return true;
    return this.head.columns.every(({ index, label }) => row[index].text.replace(/\s+/g, '') === label);
  }

  /** Who signed, over the day, or the day itself. */
  private isSigned(filled: readonly GridCell[], next: Row | undefined): boolean {
    if (filled.length > 1) return false;
    const [cell] = filled;
    const behind = next && distinct(next).filter(({ text }) => text.trim() !== '');
    return isDay(cell) || (behind?.length === 1 && isDay(behind[0]));
  }

  /** How wide a line of tasks is that was broken at its cell's border; none where no two lines are equally wide. */
  private fullWidth(): number {
    const widths = this.grid
      .slice(this.head.body)
      .map((row) => widthOf(lastLine(row[this.main].text.trim())))
      .sort((a, b) => b - a);
    const [widest = 0, next = 0] = widths;
    return widest > 0 && widest - next <= 2 ? widest - 2 : Infinity;
  }

  private isFull(text: string): boolean {
    return widthOf(lastLine(text)) >= this.fullLines;
  }
}

const filledAt = (row: Row, at: number): boolean => at >= 0 && row[at].text.trim() !== '';
const isEmpty = (row: Row): boolean => row.every(({ text }) => text.trim() === '');
const isDay = ({ text }: GridCell): boolean => DAY.test(text.replace(/\s/g, ''));
const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
const widthOf = (text: string): number => text.replace(/[^\x00-\x7f]/g, '  ').length;
