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
  }

  moveLine(x: number, y: number): void {
    const { line } = this;
    this.moveTo([line[0], line[1], line[2], line[3], ...place(line, x, y)]);
  }

  /** Goes on within the line by a length before transformation. */
  advance(x: number): void {
    const { text } = this;
    if (x !== 0) this.text = [text[0], text[1], text[2], text[3], ...place(text, x, 0)];
  }

  /** The transformation of a character set here; its last two numbers are the place. */
  here(): Matrix {
    const { text, size, rise } = this;
    const [x, y] = rise === 0 ? [text[4], text[5]] : place(text, 0, rise);
    const wide = size * this.stretch;
    return times(this.space, [text[0] * wide, text[1] * wide, text[2] * size, text[3] * size, x, y]);
  }

  /** How long a length along the line comes out on the page. */
  scale(): number {
    return Math.hypot(this.space[0], this.space[1]) * Math.hypot(this.line[0], this.line[1]);
  }
}
