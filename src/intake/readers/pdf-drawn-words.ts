import { type Drawing, numbers } from './pdf-drawing.js';
import { IDENTITY } from './pdf-matrix.js';
import { Pen, type PdfFont } from './pdf-pen.js';
import { type PdfItem, Pieces } from './pdf-pieces.js';

/** A glyph as pdf.js lists it among the drawing steps. */
interface Glyph {
  originalCharCode: number;
  unicode: string;
  width: number;
  category: { isWhitespace: boolean; isZeroWidthDiacritic: boolean; isInvisibleFormatMark: boolean };
}

/** What the words of a page need besides its drawing. */
export interface PageType {
  /** What of the plane the page shows: left, bottom, right, top. */
  view: readonly number[];
  /** A font by its name in the drawing; null for one whose words only pdf.js itself places rightly. */
  font: (name: string) => PdfFont | null;
  /** Ligatures and special blanks as plain characters. */
  plain: (text: string) => string;
}

/** The text, and the pens that were saved, of a page or of a form drawn on it. */
interface Level {
  pen: Pen;
  saved: Pen[];
  pieces: Pieces;
}

/** Written from right to left. */
const TURNED = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * The words of a page from what it draws, the same as pdf.js finds with a parsing of its own. Null where that is not
 * sure: fonts set vertically or drawn by programs, writing from right to left, masks made of text, places that are none.
 */
export function drawnWords(drawing: Drawing, type: PageType): PdfItem[] | null {
  const reader = new WordReader(drawing.codes, type);
  for (let at = 0; at < drawing.fnArray.length && reader.isSure; at++) {
    reader.step(drawing.fnArray[at], listed(drawing.argsArray[at]));
  }
  const items = reader.finish();
  return reader.isSure && items.every(isPlain) ? items : null;
}

/** Whether a piece runs on from left to right, and stands somewhere: damaged files give sizes that are no numbers. */
const isPlain = ({ str, transform, width }: PdfItem): boolean =>
  !TURNED.test(str) && Number.isFinite(transform[4] + transform[5] + width);

class WordReader {
  isSure = true;
  private readonly items: PdfItem[] = [];
  private readonly above: Level[] = [];
  private readonly steps: Map<number, (args: unknown[]) => void>;
  private level: Level;

  constructor(
    codes: Drawing['codes'],
    private readonly type: PageType,
  ) {
    this.level = this.levelOf(new Pen());
    this.steps = this.stepsOf(codes);
  }

  step(code: number, args: unknown[]): void {
    this.steps.get(code)?.(args);
  }

  finish(): PdfItem[] {
    while (this.above.length > 0) this.endForm();
    this.level.pieces.flush();
    return this.items;
  }

  private get pen(): Pen {
    return this.level.pen;
  }

  private levelOf(pen: Pen): Level {
    const put = (item: PdfItem): unknown => this.items.push({ ...item, str: this.type.plain(item.str) });
    return { pen, saved: [], pieces: new Pieces(this.type.view, put) };
  }

  private stepsOf(codes: Drawing['codes']): Map<number, (args: unknown[]) => void> {
    const flush = (): void => this.level.pieces.flush();
    return new Map<number, (args: unknown[]) => void>([
      [codes.save, () => this.level.saved.push(this.pen.copy())],
      [codes.restore, () => (this.level.pen = this.level.saved.pop() ?? this.pen)],
      [codes.transform, (args) => this.pen.transform(args.map(Number))],
      [codes.paintFormXObjectBegin, ([matrix]) => this.beginForm(matrix)],
      [codes.paintFormXObjectEnd, () => this.endForm()],
      [codes.beginGroup, ([group]) => (this.isSure &&= !isMask(group))],
      [codes.beginMarkedContent, flush],
      [codes.beginMarkedContentProps, flush],
      [codes.endMarkedContent, flush],
      [codes.beginText, () => this.pen.moveTo(IDENTITY)],
      [codes.setTextMatrix, ([matrix]) => this.setLine(matrix)],
      [codes.moveText, ([x, y]) => this.pen.moveLine(Number(x), Number(y))],
      [codes.setLeadingMoveText, ([x, y]) => this.moveAndLead(Number(x), Number(y))],
      [codes.nextLine, () => this.pen.moveLine(0, -this.pen.leading)],
      [codes.setLeading, ([leading]) => (this.pen.leading = Number(leading))],
      [codes.setCharSpacing, ([spacing]) => (this.pen.charSpacing = Number(spacing))],
      [codes.setWordSpacing, ([spacing]) => (this.pen.wordSpacing = Number(spacing))],
      [codes.setHScale, ([percent]) => (this.pen.stretch = Number(percent) / 100)],
      [codes.setTextRise, ([rise]) => (this.pen.rise = Number(rise))],
      [codes.setFont, ([name, size]) => this.setFont(name, size)],
      [codes.setGState, ([changes]) => this.setState(listed(changes))],
      [codes.showText, ([glyphs]) => this.show(listed(glyphs))],
    ]);
  }

  private setLine(matrix: unknown): void {
    this.pen.moveTo(numbers(matrix));
    this.level.pieces.rescale(this.pen.scale());
  }

  private moveAndLead(x: number, y: number): void {
    this.pen.leading = -y;
    this.pen.moveLine(x, y);
  }

  private setFont(name: unknown, size: unknown): void {
    this.pen.font = this.type.font(String(name));
    this.pen.size = Number(size);
    this.isSure &&= this.pen.font !== null;
  }

  /** Of the graphics state only its font matters. */
  private setState(changes: unknown[]): void {
    for (const [key, value] of changes.map(listed)) {
      if (key !== 'Font') continue;
      this.level.pieces.flush();
      const [name, size] = listed(value);
      this.setFont(name, size);
    }
  }

  /** A form is read apart from the text around it; it begins with the state in which it is drawn. */
  private beginForm(matrix: unknown): void {
    this.level.pieces.flush();
    this.above.push(this.level);
    this.level = this.levelOf(this.pen.copy());
    this.pen.transform(numbers(matrix));
  }

  private endForm(): void {
    this.level.pieces.flush();
    this.level = this.above.pop() ?? this.level;
  }

  /** Numbers between glyphs move the pen back, in thousandths of the size, together with the glyph before. */
  private show(shown: unknown[]): void {
    const { font, size } = this.pen;
    if (!font) return;
    this.level.pieces.useType(font.name, size);
    let glyphs: Glyph[] = [];
    for (const each of shown) {
      if (isGlyph(each)) glyphs.push(each);
      else if (each !== 0) {
        this.showGlyphs(glyphs, font, (-Number(each) * size) / 1000);
        glyphs = [];
      }
    }
    if (glyphs.length > 0 || shown.length === 0) this.showGlyphs(glyphs, font, 0);
  }

  private showGlyphs(glyphs: Glyph[], font: PdfFont, extra: number): void {
    const { pen } = this;
    if (glyphs.length === 0) pen.advance((pen.charSpacing + extra) * pen.stretch);
    glyphs.forEach((glyph, index) => this.showGlyph(glyph, font, index + 1 === glyphs.length ? extra : 0));
  }

  private showGlyph({ category, originalCharCode, unicode, width }: Glyph, font: PdfFont, extra: number): void {
    if (category.isInvisibleFormatMark) return;
    const { pen, level } = this;
    const spacing = pen.charSpacing + extra + (originalCharCode === 0x20 ? pen.wordSpacing : 0);
    const length = width * font.unit * pen.size;
    if (category.isWhitespace) {
      pen.advance((spacing + length) * pen.stretch);
      level.pieces.remember(' ');
    } else if (category.isZeroWidthDiacritic || level.pieces.reach(pen, length)) {
      level.pieces.add(unicode, pen, category.isZeroWidthDiacritic ? 0 : length * pen.stretch);
      pen.advance(spacing * pen.stretch);
    } else pen.advance(length * pen.stretch);
  }
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'category' in value;

const isMask = (group: unknown): boolean =>
  typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
