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
  /** Where the next character stands, before `space`. */
  private x = 0;
  private y = 0;
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
  }

  moveTo(matrix: Matrix): void {
    this.text = this.line = matrix;
    [this.x, this.y] = [matrix[4], matrix[5]];
  }

  moveLine(x: number, y: number): void {
    const { line } = this;
    this.moveTo([line[0], line[1], line[2], line[3], ...place(line, x, y)]);
  }

  /**
   * Goes on within the line by a length before transformation. Step by step, not by one sum: in type of equal widths
   * a blank is as wide as the gap that parts pieces, and rounding then decides as it does in pdf.js.
   */
  advance(length: number): void {
    this.x += this.text[0] * length;
    this.y += this.text[1] * length;
  }

  /** The transformation of a character set here; its last two numbers are the place. */
  here(): Matrix {
    const { space, text, rise, size } = this;
    const wide = size * this.stretch;
    const [x, y] = [this.x + text[2] * rise, this.y + text[3] * rise];
    return times(space, [text[0] * wide, text[1] * wide, text[2] * size, text[3] * size, x, y]);
  }

  /** How long a length along the line comes out on the page. */
  scale(): number {
    return Math.hypot(this.space[0], this.space[1]) * Math.hypot(this.line[0], this.line[1]);
  }
}
