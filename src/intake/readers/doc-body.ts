import type { Block } from './blocks.js';
import { DocLists } from './doc-lists.js';
import type { DocCharacters } from './doc-pieces.js';
import { type PropertyRun, runAt } from './doc-runs.js';
import { type Sprm, SPRM } from './doc-sprms.js';
import { DocStyles } from './doc-styles.js';
import { docGrid, type DocRow } from './doc-table.js';
import { symbolOf } from './docx-symbols.js';

/** All a Word 97 text is read with. */
export interface DocContext {
  characters: DocCharacters;
  characterRuns: PropertyRun[];
  paragraphRuns: PropertyRun[];
  styles: DocStyles;
  lists: DocLists;
  /** Names of the fonts, by their number. */
  fonts: readonly string[];
}

/** What was met and not printed. */
export interface DocFindings {
  contents: number;
  deletions: number;
  struck: number;
  hidden: number;
  pictures: number;
  /** Cells that ended without a row that holds them: what they say stands nowhere. */
  looseCells: number;
}

const PARAGRAPH_END = '\r';
const CELL_END = '\u0007';
const PAGE_END = '\f';
/** A character of a symbol font, as it stands in the text. */
const SYMBOL_CHAR = /[\uf000-\uf0ff]/;

/** Turns one story of a Word 97 file into paragraphs and tables. */
export class DocBody {
  readonly findings: DocFindings = { contents: 0, deletions: 0, struck: 0, hidden: 0, pictures: 0, looseCells: 0 };
  private readonly blocks: Block[] = [];
  private line = '';
  private cell: string[] = [];
  private cells: string[] = [];
  private rows: DocRow[] = [];
  /** Depth of field codes that are being skipped. */
  private readonly fields: boolean[] = [];

  constructor(private readonly context: DocContext) {}

  /** Blocks of the characters from `start` up to `end`. */
  read(start: number, end: number): Block[] {
    const { text } = this.context.characters;
    for (let at = start; at < Math.min(end, text.length); at++) this.character(text[at], at);
    this.endTable();
    this.endParagraph(null);
    return this.blocks;
  }

  private character(char: string, at: number): void {
    const place = this.context.characters.places[at];
    const properties = runAt(this.context.characterRuns, place)?.sprms ?? [];
    if (has(properties, SPRM.deleted)) {
      this.findings.deletions++;
      return;
    }
    if (char === PARAGRAPH_END || char === CELL_END || char === PAGE_END) return this.ends(char, place);
    const printed = this.printed(char, properties);
    if (has(properties, SPRM.hidden)) {
      if (printed.trim() !== '') this.findings.hidden++;
    } else if (printed.trim() !== '' && (has(properties, SPRM.struck) || has(properties, SPRM.struckTwice)))
      this.findings.struck++;
    else this.line += printed;
  }

  private printed(char: string, properties: Sprm[]): string {
    if (char === '\u0013') this.fields.push(true);
    if (char === '\u0014' && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    if (char === '\u0015') this.fields.pop();
    if (this.fields.includes(true)) return '';
    const symbol = properties.find((sprm) => sprm.code === SPRM.symbol);
    if (symbol && symbol.operand.length >= 4)
      return symbolOf(this.font(symbol) ?? 'wingdings', symbol.operand.readUInt16LE(2).toString(16));
    const font = properties.findLast((sprm) => sprm.code === SPRM.font);
    return SYMBOL_CHAR.test(char)
      ? symbolOf(font && this.font(font), char.charCodeAt(0).toString(16))
      : this.plain(char);
  }

  /** The font that a property names by its number. */
  private font({ operand }: Sprm): string | undefined {
    return operand.length >= 2 ? this.context.fonts[operand.readUInt16LE(0)] : undefined;
  }

  private plain(char: string): string {
    if (char === '\u000b' || char === '\u000e') return '\n';
    if (char === '\t' || char === '\u00a0') return ' ';
    if (char === '\u001e') return '-';
    if (char === '\u0001') this.findings.pictures++;
    return char < ' ' ? '' : char;
  }

  private ends(mark: string, place: number): void {
    const run = runAt(this.context.paragraphRuns, place);
    const sprms = run?.sprms ?? [];
    if (mark === CELL_END && has(sprms, SPRM.rowEnd)) return this.endRow(sprms);
    const inTable = has(sprms, SPRM.inTable);
    if (!inTable) this.endTable();
    if (!inTable && mark === CELL_END && this.line.trim() !== '') this.findings.looseCells++;
    this.endParagraph(run, inTable);
    if (mark === CELL_END && inTable) {
      this.cells.push(this.cell.filter((line) => line.trim() !== '').join('\n'));
      this.cell = [];
    }
  }

  private endParagraph(run: PropertyRun | null, inTable = false): void {
    const printed = this.line.trim();
    this.line = '';
    if (run && this.context.styles.isContents(run.style)) {
      this.findings.contents++;
      return;
    }
    const text = printed === '' ? '' : this.label(run) + printed;
    if (inTable) this.cell.push(text);
    else this.blocks.push(text);
  }

  private label(run: PropertyRun | null): string {
    if (!run) return '';
    const inherited = this.context.styles.numbering(run.style);
    const list = run.sprms.findLast((sprm) => sprm.code === SPRM.list)?.operand;
    const level = run.sprms.findLast((sprm) => sprm.code === SPRM.level)?.operand[0];
    const number = list && list.length >= 2 ? list.readUInt16LE(0) : inherited.list;
    return this.context.lists.label(number, level ?? inherited.level ?? 0);
  }

  private endRow(sprms: Sprm[]): void {
    this.rows.push({ cells: this.cells, sprms });
    this.cells = [];
    this.line = '';
  }

  private endTable(): void {
    if (this.rows.length > 0) this.blocks.push(docGrid(this.rows));
    this.rows = [];
    this.leaveLoose([...this.cells, ...this.cell].filter((text) => text.trim() !== ''));
    [this.cells, this.cell] = [[], []];
  }

  /** Cells whose row was not found keep their words, as paragraphs. */
  private leaveLoose(texts: string[]): void {
    this.blocks.push(...texts);
    this.findings.looseCells += texts.length;
  }
}

function has(sprms: Sprm[], code: number): boolean {
  return (sprms.findLast((sprm) => sprm.code === code)?.operand[0] ?? 0) !== 0;
}
