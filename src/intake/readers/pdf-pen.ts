import { IDENTITY, type Matrix, place, times } from './pdf-matrix.js';

/** What of a font tells where its words stand: widths of glyphs times `unit` times the size of type are lengths. */
export interface PdfFont {
  name: string;
  unit: number;
}

/** Where and how text is set next (ISO 32000-1, 9.3 and 9.4): the place within the line, the type and its spacing. */
export class Pen {
  private space: Matrix = IDENTITY;
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  /** How far the text has run since it was placed. */
  private run = 0;
  /** The text's place on the page; null until it is asked for. */
  private placed: Matrix | null = null;
  font: PdfFont | null = null;
  size = 0;
  charSpacing = 0;
  wordSpacing = 0;
  leading = 0;
  /** Widths are multiplied by this. */
  stretch = 1;
  rise = 0;

  copy(): Pen {
    return Object.assign(new Pen(), this);
  }

  transform(matrix: Matrix): void {
    this.space = times(this.space, matrix);
    this.placed = null;
  }

  moveTo(matrix: Matrix): void {
    this.text = this.line = matrix;
    this.run = 0;
    this.placed = null;
  }

  moveLine(x: number, y: number): void {
    const { line } = this;
    this.moveTo([line[0], line[1], line[2], line[3], ...place(line, x, y)]);
  }

  /** Goes on within the line by a length before transformation. */
  advance(x: number): void {
    this.run += x;
  }

  /** The transformation of a character set here; its last two numbers are the place. */
  here(): Matrix {
    const at = (this.placed ??= times(this.space, this.text));
    const { run, rise, size } = this;
    const wide = size * this.stretch;
    const [x, y] = [at[0] * run + at[2] * rise + at[4], at[1] * run + at[3] * rise + at[5]];
    return [at[0] * wide, at[1] * wide, at[2] * size, at[3] * size, x, y];
  }

  /** How long a length along the line comes out on the page. */
  scale(): number {
    return Math.hypot(this.space[0], this.space[1]) * Math.hypot(this.line[0], this.line[1]);
  }
}
