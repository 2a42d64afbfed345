import { IDENTITY, type Matrix } from './pdf-matrix.js';
import type { Pen } from './pdf-pen.js';

/** A piece of text where pdf.js' own reading of words would put it: `transform` before the page's, `width` along it. */
export interface PdfItem {
  str: string;
  transform: ArrayLike<number>;
  width: number;
}

/** Gaps in sizes of type: up to the first letters touch, from the second on words part, from the third on pieces. */
const [TOUCHING, BLANK, APART] = [0.03, 0.102, 0.6];
/** A step back, in sizes of type, that begins another piece; a step off the line, in heights of the piece. */
const [BACK, SHIFT] = [-0.2, 0.25];

/**
 * Joins glyphs that follow one another on a line into pieces, by the rules and thresholds of pdf.js 5.6
 * (`getTextContent`), so that a page read either way has the same words. For fonts that are set horizontally.
 */
export class Pieces {
  private open = false;
  private text = '';
  private start: Matrix = IDENTITY;
  private width = 0;
  private total = 0;
  private height = 0;
  private scale = 0;
  private size = 0;
  /** Where the last glyph ended, and how high it was raised. */
  private end: Matrix | null = null;
  private rise = 0;
  /** The last character and the one before it; blanks at first. */
  private last = ' ';
  private lastButOne = ' ';
  private type = { name: '', size: 0 };

  /** `view`: what of the plane the page shows. */
  constructor(
    private readonly view: readonly number[],
    private readonly put: (item: PdfItem) => unknown,
  ) {}

  /** Other type begins another piece. */
  useType(name: string, size: number): void {
    if (this.type.name === name && this.type.size === size) return;
    this.flush();
    this.type = { name, size };
  }

  /** The scale of the line changed under the open piece. */
  rescale(scale: number): void {
    if (!this.open || scale === this.scale) return;
    this.total += this.width * this.scale;
    this.width = 0;
    this.scale = scale;
  }

  /** Makes ready for a glyph at the pen; false where it would lie off the page. */
  reach(pen: Pen, width: number): boolean {
    const at = pen.here();
    const [left, bottom, right, top] = this.view;
    if (at[4] + width < left || at[4] > right || at[5] < bottom || at[5] > top) return false;
    if (this.end && (this.end[4] !== at[4] || this.end[5] !== at[5])) this.bridge(this.end, at, pen);
    return true;
  }

  /** Adds a glyph at the pen and moves the pen behind it. */
  add(char: string, pen: Pen, width: number): void {
    if (!this.open) this.begin(pen);
    pen.advance(width);
    this.width += width;
    if (width !== 0) {
      this.end = pen.here();
      this.rise = pen.rise;
    }
    this.text += this.remember(char) ? ` ${char}` : char;
  }

  /** Notes a character; whether it follows the only blank after a word. */
  remember(char: string): boolean {
    const follows = this.isAfterBlank();
    this.lastButOne = this.last;
    this.last = char;
    return follows;
  }

  flush(): void {
    if (!this.open) return;
    this.total += this.width * this.scale;
    this.put({ str: this.text, transform: this.start, width: Math.abs(this.total) });
    this.open = false;
    this.text = '';
  }

  private begin(pen: Pen): void {
    this.start = pen.here();
    this.width = this.total = 0;
    this.height = Math.hypot(this.start[2], this.start[3]);
    this.scale = pen.scale();
    this.size = pen.size;
    this.open = true;
  }

  /** What the gap between the last glyph's end and the next glyph means. */
  private bridge(end: Matrix, at: Matrix, pen: Pen): void {
    const [x, y] = levelled(at, at, at);
    const [lastX, lastY] = levelled(end, at, end);
    const [gap, off] = [(x - lastX) / this.scale, y - lastY];
    const forward = Math.sign(this.width || this.total);
    const raised = pen.rise === this.rise ? 0 : (at[3] / pen.size) * (pen.rise - this.rise);
    if (gap < forward * BACK * this.size || Math.abs(off - raised) > this.height) return this.part();
    if (gap <= forward * TOUCHING * this.size) this.forget();
    if (gap <= forward * BLANK * this.size) this.closeUp(gap, end);
    else this.leaveBlank(gap, forward, end);
    if (Math.abs(off) > this.height * SHIFT) this.flush();
  }

  private closeUp(gap: number, end: Matrix): void {
    if (!this.isAfterBlank()) this.width += gap;
    else this.putBlank(gap, end);
  }

  private leaveBlank(gap: number, forward: number, end: Matrix): void {
    if (gap > forward * APART * this.size) return this.putBlank(gap, end);
    if (!this.open) return this.putBlank(gap, end);
    this.forget();
    this.text += ' ';
    this.width += gap;
  }

  private putBlank(gap: number, transform: Matrix): void {
    this.part();
    this.put({ str: ' ', transform, width: Math.abs(gap) });
  }

  private part(): void {
    this.flush();
    this.forget();
  }

  private isAfterBlank(): boolean {
    return this.lastButOne !== ' ' && this.last === ' ';
  }

  private forget(): void {
    this.last = this.lastButOne = ' ';
  }
}

/** A place turned so that the line runs to the right: by quarters as `turn` stands, else by the slant of `own`. */
function levelled(at: Matrix, turn: Matrix, own: Matrix): [number, number] {
  const [x, y] = [at[4], at[5]];
  if (turn[0] !== 0 && turn[1] === 0 && turn[2] === 0) return turn[0] > 0 ? [x, y] : [-x, -y];
  if (turn[1] !== 0 && turn[0] === 0 && turn[3] === 0) return turn[1] > 0 ? [y, x] : [-y, -x];
  const scale = Math.hypot(own[0], own[1]);
  return [(own[0] * x + own[1] * y) / scale, (own[2] * x + own[3] * y) / scale];
}
