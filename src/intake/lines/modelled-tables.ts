import type { UnitRegistry } from '../../domain/units/registry.js';
import { bitsOf, BORDER, subBits, type Bit } from './bits.js';
import { dividesNames, kindOfBits } from './cell-fit.js';
import { mayBegin } from './flattened-heads.js';
import { modelHead, type ModelHead } from './model-heads.js';
import { cut, type Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { tableEnds } from './table-ends.js';
import { modelRows, type ModelCell, type ModelRow } from './row-model.js';

/** A table's rows as paragraphs of their own, and the last paragraph that belongs to it. */
export interface ModelledTable {
  rows: Paragraph[];
  last: number;
  /** How many rows have units of their own. */
  read: number;
  /** Its head is printed over two lines: who does not know that reads the columns wrong. */
  stacked?: boolean;
}

const LABEL = /^[一-龥]{0,4}(?:牵头|责任|主办|配合|协办)(?:责任)?(?:单位|部门)[:：]/;
/** Bits that are read at once; a longer table is read in parts. */
const PART = 600;
/** Longer tables without borders are not cut up. */
const LONGEST = 12_000;
const ROWS = 2;
/** A cut inside words that nothing divides is tried where fewer rows than this share have their units. */
const READ = 0.7;

/**
 * Reads a table by its columns, whatever its cells are divided by: lines that a PDF broke are put together, words that
 * stand together are cut where units, days and numbers begin. Null without a head, or where fewer than two rows are read.
 */
export function modelledTable(
  paragraphs: readonly Paragraph[],
  from: number,
  registry: UnitRegistry,
): ModelledTable | null {
  const printedHead = modelHead(paragraphs, from);
  if (!printedHead) return null;
  const { bits: printed, last } = bodyBits(paragraphs, printedHead);
  if (printed.some(({ text }) => LABEL.test(text))) return { rows: [], last, read: 0 };
  const head = numbered(printedHead, printed[0]);
  const plain = tableOf(printed.flatMap(numberApart), head, registry);
  const whole = plain.read >= READ * plain.rows.length && plain.read >= ROWS && plain.reach >= READ;
  const cutUp = (): Bit[] =>
    withoutHeads(
      printed.flatMap((bit) => subBits(bit, registry)),
      head,
    );
  const long = printed.reduce((sum, { text }) => sum + text.length, 0) > LONGEST;
  const table = whole || long ? plain : better(plain, tableOf(cutUp(), head, registry, true));
  return table.read < ROWS ? { rows: [], last, read: 0 } : withRest(table, paragraphs, from, head);
}

/** “1.修缮村小”: the number of a row is a cell of its own. */
function numberApart(bit: Bit): Bit[] {
  const length = /^\d{1,3}[.、]?(?=[一-龥“《])/.exec(bit.text)?.[0].length ?? 0;
  if (length === 0 || bit.border < BORDER.wide || !FIRST.test(`1${bit.text.slice(length)}`)) return [bit];
  const middle = bit.start + length;
  const [number, words] = [bit.text.slice(0, length), bit.text.slice(length)];
  return /^(?:[年月日个所家项名]|季度)/.test(words)
    ? [bit]
    : [
        { ...bit, end: middle, text: number },
        { ...bit, start: middle, text: words, border: BORDER.blank },
      ];
}

const FIRST = /^1(?:[.、]?$|[.、]?[一-龥“《])/;

/** The rows are numbered, though no column is headed so. */
function numbered(head: ModelHead, first: Bit | undefined): ModelHead {
  if (!first || !FIRST.test(first.text) || head.columns.some(({ kind }) => kind === 'number')) return head;
  return { ...head, columns: [{ kind: 'number', label: '' }, ...head.columns], silent: [false, ...head.silent] };
}

interface Table {
  rows: Paragraph[];
  /** How many rows have their units. */
  read: number;
  /** The share of the bits that are in rows. */
  reach: number;
  /** The last bit that is in a row. */
  end: Bit | null;
}

const better = (a: Table, b: Table): Table => (b.read > a.read ? b : a);

function tableOf(bits: readonly Bit[], head: ModelHead, registry: UnitRegistry, torn = false): Table {
  const rows = rowsInParts(bits, head, registry);
  const used = rows.at(-1)?.cells.at(-1)?.to ?? 0;
  const writer = new RowWriter(bits, head, registry, torn, used);
  const written = rows.flatMap((row) => writer.write(row));
  return { rows: written, read: writer.read, reach: used / Math.max(1, bits.length), end: bits[used - 1] ?? null };
}

/** The rows of a table of any length, so that the cost keeps in step with it; a row at the end of a part is read anew. */
function rowsInParts(bits: readonly Bit[], head: ModelHead, registry: UnitRegistry): ModelRow[] {
  const rows: ModelRow[] = [];
  for (let from = 0; from < bits.length;) {
    const part = modelRows(bits.slice(from, from + PART), head, registry);
    const more = from + PART < bits.length;
    const kept = more && part.length > 1 ? part.slice(0, -1) : part;
    rows.push(...kept.map((row) => moved(row, from)));
    const next = from + (kept.at(-1)?.cells.at(-1)?.to ?? 0);
    if (!more || next < from + PART / 2) break;
    from = next;
  }
  return rows;
}

const moved = (row: ModelRow, by: number): ModelRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, from: cell.from + by, to: cell.to + by })),
});

/** What stands before the head and behind the last row on their lines stays. */
function withRest(
  { rows, end, read }: Table,
  paragraphs: readonly Paragraph[],
  from: number,
  head: ModelHead,
): ModelledTable {
  const first = paragraphs[from];
  const before = first && head.start > 0 ? [cut(first, 0, head.start)] : [];
  const rest =
    end && end.end < end.paragraph.text.length ? [cut(end.paragraph, end.end, end.paragraph.text.length)] : [];
  const last = end?.line ?? head.last;
  return { rows: [...before, ...rows, ...rest], last, read, ...(head.stacked && { stacked: true }) };
}

/** The bits behind the head up to what ends a table. */
function bodyBits(paragraphs: readonly Paragraph[], head: ModelHead): { bits: Bit[]; last: number } {
  const bits: Bit[] = [];
  let line = head.last;
  for (; line < paragraphs.length; line++) {
    const paragraph = paragraphs[line];
    if (!paragraph || (line > head.last && (tableEnds(paragraph.text) || beginsOther(paragraphs, line, head)))) break;
    const found = bitsOf(paragraph, line, line === head.last ? head.end : 0);
    const before = bits.at(-1);
    if (!before && found[0]) found[0].border = BORDER.line;
    if (before && found[0] && goesOn(before, found[0])) found[0].border = BORDER.none;
    bits.push(...found);
  }
  return { bits: withoutHeads(bits, head), last: Math.max(head.last, line - 1) };
}

/** The head of another table. */
const beginsOther = (paragraphs: readonly Paragraph[], line: number, { words }: ModelHead): boolean => {
  const paragraph = paragraphs[line];
  if (!paragraph || words.startsWith(paragraph.text) || !mayBegin(paragraph)) return false;
  const head = modelHead(paragraphs, line);
  return head !== null && head.start === 0 && !words.endsWith(head.words);
};

/** Parts of one printed line: what an outline mark inside it was cut at. */
const goesOn = (a: Bit, b: Bit): boolean =>
  b.start === 0 && a.end === a.paragraph.text.length && a.paragraph.at[a.end] === b.paragraph.at[0];

/** The same head printed again (a new page) is left out. */
function withoutHeads(bits: readonly Bit[], { words }: ModelHead): Bit[] {
  const kept: Bit[] = [];
  for (let at = 0; at < bits.length; at++) {
    let text = '';
    let to = at;
    while (to < bits.length && text.length < words.length && words.startsWith(text)) text += bits[to++]?.text ?? '';
    const bit = bits[at];
    if (text === words) at = to - 1;
    else if (bit) kept.push(bit);
  }
  return kept;
}

class RowWriter {
  /** Rows that have their units. */
  read = 0;
  private above: { label: string; pieces: Piece[]; text: string }[] = [];

  constructor(
    private readonly bits: readonly Bit[],
    private readonly head: ModelHead,
    private readonly registry: UnitRegistry,
    /** Cells were looked for where nothing divides them. */
    private readonly torn: boolean,
    /** Bits that are in rows. */
    private readonly used: number,
  ) {}

  write({ cells, section }: ModelRow): Paragraph[] {
    if (section) return [compose(this.piecesOf(cells[0]))];
    const number = this.piecesOf(cells.find(({ column }) => this.kindAt(column) === 'number'));
    const words = this.wordsOf(cells);
    const notes = cells.filter(({ column, kind }) => this.isNoted(column) && kind !== 'empty');
    const date = cells.find(({ column, kind }) => this.kindAt(column) === 'date' && kind !== 'empty');
    const own = notes.map((cell) => ({
      label: this.head.columns[cell.column]?.label ?? '',
      pieces: this.unitsOf(cell),
      text: this.textOf(cell),
    }));
    const covered = own.length === 0;
    const units = covered ? this.covering(cells) : own;
    if (!covered) this.above = own;
    const opening: Piece[] = number.length > 0 ? [...number, '.'] : [];
    if (units.length === 0) return [{ ...compose([...opening, ...words]), row: true, unread: true }];
    if (!covered && (number.length > 0 || !this.isNumbered)) this.read += 1;
    const note = units.flatMap(({ label, pieces }, index): Piece[] => [
      `${index > 0 ? '；' : '（'}${label}：`,
      ...pieces,
    ]);
    const due: Piece[] = date ? ['；完成时限：', ...this.piecesOf(date)] : [];
    const stop = /[。；]$/.test(this.lastWords(cells)) ? [] : ['。'];
    const row = compose([...opening, ...words, ...stop, ...note, ...due, '）']);
    const unsure = this.torn ? 'run_together' : covered ? 'above' : this.isUnsure(cells) ? 'lines' : undefined;
    return [{ ...row, row: true, ...(unsure && { unsure }) }];
  }

  private kindAt(column: number) {
    return this.head.columns[column]?.kind;
  }

  private get isNumbered(): boolean {
    return this.head.columns.some(({ kind }) => kind === 'number');
  }

  private isNoted(column: number): boolean {
    return this.kindAt(column) === 'units' && !this.head.silent[column];
  }

  private bitsIn = (cell: ModelCell): readonly Bit[] => this.bits.slice(cell.from, cell.to);
  private textOf = (cell: ModelCell): string =>
    this.bitsIn(cell)
      .map(({ text }) => text)
      .join('');
  private piecesOf = (cell: ModelCell | undefined): Piece[] => (cell ? [...this.bitsIn(cell)] : []);

  private wordsOf(cells: readonly ModelCell[]): Piece[] {
    const words = cells.filter(({ column }) => this.kindAt(column) === 'words');
    return words.flatMap((cell, index): Piece[] => {
      const before = index > 0 ? this.textOf(words[index - 1] ?? cell) : '。';
      return [...(/[。；，：]$/.test(before) ? [] : ['，']), ...this.piecesOf(cell)];
    });
  }

  private lastWords(cells: readonly ModelCell[]): string {
    const last = cells.findLast(({ column }) => this.kindAt(column) === 'words');
    return last ? this.textOf(last) : '';
  }

  /** The bits of a cell of units, a stop between lines that each hold whole names. */
  private unitsOf(cell: ModelCell): Piece[] {
    const bits = this.bitsIn(cell);
    let list = '';
    return bits.flatMap((bit, index): Piece[] => {
      const apart = index > 0 && bit.border !== BORDER.none && dividesNames(list, bit.text, this.registry);
      list += (apart ? '、' : '') + bit.text;
      const ends = index === bits.length - 1 && /[。；、，]$/.test(bit.text);
      const piece = ends ? { ...bit, end: bit.end - 1, text: bit.text.slice(0, -1) } : bit;
      return apart ? ['、', piece] : [piece];
    });
  }

  /** A row without units below one that has them: theirs stand over both, it seems. */
  private covering(cells: readonly ModelCell[]) {
    const last = this.bits[(cells.at(-1)?.to ?? 0) - 1];
    const words = cells.filter(({ column }) => this.kindAt(column) === 'words');
    const numbered = !this.isNumbered || cells.some(({ column }) => this.kindAt(column) === 'number');
    const broken = cells.at(-1)?.to === this.used && this.used < this.bits.length;
    if (!last || !numbered || broken || this.torn || words.some(({ from, to }) => to > from + 1)) return [];
    const here = { paragraph: last.paragraph, start: last.end, end: last.end };
    return this.above.map(({ label, text }) => ({ label, text, pieces: [{ ...here, as: text }] }));
  }

  private isUnsure(cells: readonly ModelCell[]): boolean {
    const units = cells.filter(({ column }) => this.kindAt(column) === 'units');
    const columns = this.head.columns.filter(({ kind }) => kind === 'units').length;
    if (units.length < columns || units.some(({ kind }) => kind === 'perhaps')) return true;
    if (this.isNumbered && !cells.some(({ column }) => this.kindAt(column) === 'number')) return true;
    const first = cells.findIndex(({ column }) => this.kindAt(column) === 'units');
    return this.movable(cells[first - 1], cells[first]) || units.some((cell, at) => this.movable(cell, units[at + 1]));
  }

  /** Whether the border between two cells could as well be elsewhere. */
  private movable(before: ModelCell | undefined, cell: ModelCell | undefined): boolean {
    if (!before || !cell || before.to !== cell.from) return false;
    const isUnits = (from: number, to: number): boolean =>
      kindOfBits(this.bits.slice(from, to), this.head, this.registry).kind === 'units';
    for (let at = before.from + 1; at < cell.to; at++) {
      if (at === cell.from) continue;
      const left = this.kindAt(before.column) === 'units' ? isUnits(before.from, at) : at < cell.from;
      if (left && isUnits(at, cell.to)) return true;
    }
    return false;
  }
}
