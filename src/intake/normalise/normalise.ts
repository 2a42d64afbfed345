import { isTraditional, SIMPLIFIED_TABLE, TRADITIONAL_TABLE } from './character-table.js';
import { strayPinyin } from './pinyin.js';

/**
 * A text in normal form: half-width letters and digits, Chinese punctuation, simplified characters, no white space but
 * one '\n' between printed lines, no markdown marks. `at[i]` is the source offset of character i.
 */
export interface NormalText {
  text: string;
  at: Int32Array;
  /** 1 where white space stood before the character, 2 where it was wide (two or more, a tab, or a full-width one). */
  gap: Uint8Array;
  /** Source offsets at which bold begins and ends, in pairs. */
  bold: number[];
  /** Where lines begin that were made of a table row's cells. */
  rows?: ReadonlySet<number>;
}

const NEWLINE = 10;
const TAB = 9;
const SPACES = new Set([9, 11, 12, 13, 32, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]);
const isSpace = (code: number): boolean => SPACES.has(code) || (code >= 0x2000 && code <= 0x200a);
/** Behind the last of the blanks and line ends. */
const FIRST_VISIBLE = 0x3001;
const isLineEnd = (code: number): boolean => code === NEWLINE || code === 0x2028 || code === 0x2029 || code === 0x85;

const STAR = 42;
const HASH = 35;
const UNDERSCORE = 95;

class Builder {
  private readonly codes: Uint16Array;
  private readonly offsets: Int32Array;
  private readonly gaps: Uint8Array;
  private readonly bold: number[] = [];
  private length = 0;
  private pending = 0;

  constructor(
    private readonly source: string,
    private readonly table: Uint16Array,
  ) {
    this.codes = new Uint16Array(source.length);
    this.offsets = new Int32Array(source.length + 1);
    this.gaps = new Uint8Array(source.length + 1);
  }

  newline(offset: number): void {
    this.pending = 0;
    if (this.length > 0 && this.codes[this.length - 1] !== NEWLINE) this.push(NEWLINE, offset);
  }

  space(code: number): void {
    this.pending = code === 0x3000 || code === TAB || this.pending > 0 ? 2 : 1;
  }

  push(code: number, offset: number): void {
    this.gaps[this.length] = this.pending;
    this.pending = 0;
    this.offsets[this.length] = offset;
    this.codes[this.length++] = code;
  }

  /** Skips markdown marks; answers how many characters were taken. */
  mark(offset: number): number {
    const code = this.source.charCodeAt(offset);
    const doubled = this.source.charCodeAt(offset + 1) === code;
    if (doubled && (code === STAR || code === UNDERSCORE)) {
      this.bold.push(offset);
      return 2;
    }
    const lineStart = this.length === 0 || this.codes[this.length - 1] === NEWLINE;
    return code === HASH && lineStart ? 1 : 0;
  }

  run(skip: ReadonlyMap<number, number>): NormalText {
    for (let offset = 0; offset < this.source.length; offset++) {
      const jump = skip.size > 0 ? skip.get(offset) : undefined;
      if (jump !== undefined) offset = jump - 1;
      else if (skip.size === 0 && this.pending === 0 && this.source.charCodeAt(offset) >= FIRST_VISIBLE)
        offset = this.words(offset) - 1;
      else offset += this.step(offset);
    }
    return this.result();
  }

  /** Takes over the words from an offset to the next blank, line end or mark, most of a text; answers where they end. */
  private words(from: number): number {
    const { source, table, codes, offsets } = this;
    let [at, length] = [from, this.length];
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code < FIRST_VISIBLE) break;
      const mapped = table[code]!;
      if (mapped === 0) continue;
      offsets[length] = at;
      codes[length++] = mapped;
    }
    this.length = length;
    return at;
  }

  private step(offset: number): number {
    const code = this.source.charCodeAt(offset);
    if (code >= FIRST_VISIBLE) return this.visible(code, offset);
    if (isLineEnd(code)) this.newline(offset);
    else if (isSpace(code)) this.space(code);
    else return this.visible(code, offset);
    return 0;
  }

  private visible(code: number, offset: number): number {
    const taken = code === STAR || code === HASH || code === UNDERSCORE ? this.mark(offset) : 0;
    if (taken > 0) return taken - 1;
    const mapped = this.table[code] ?? code;
    if (mapped !== 0) this.push(mapped, offset);
    return 0;
  }

  private result(): NormalText {
    const at = this.offsets.subarray(0, this.length + 1);
    at[this.length] = this.source.length;
    return { text: UTF16.decode(this.codes.subarray(0, this.length)), at, gap: this.gaps, bold: this.bold };
  }
}

const UTF16 = new TextDecoder('utf-16le');

const MARKUP = /<\/?(?:p|br|div|span|strong|td|tr|table|h\d)\b/i;
const TAG = /<\/?[a-z][^<>]{0,400}>|&nbsp;/gi;
const BLOCK = /^<\/?(?:p|br|div|tr|li|h\d)\b/i;

/** Tags that a careless copy left in the text, blanked at the same length; block tags end a line. */
function withoutTags(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replace(TAG, (tag) => (BLOCK.test(tag) ? '\n' : ' ').padEnd(tag.length));
}

/** Brings a source text into normal form; pure, one pass. */
export function normalise(printed: string): NormalText {
  const source = withoutTags(printed);
  const table = isTraditional(source) ? TRADITIONAL_TABLE : SIMPLIFIED_TABLE;
  return new Builder(source, table).run(new Map([...strayPinyin(source), ...innerPageNumbers(source)]));
}

const PAGE_NUMBER =
  /(?<=[\u3400-\u9fff、，])[ \u3000]*(?:[—–-] \d{1,3} [—–-]|第 ?\d{1,3} ?页[ \u3000，/]{0,2}共 ?\d{1,3} ?页)[ \u3000]*(?=[\u3400-\u9fff、，])/g;

/** One of them is in every such number. */
const PAGE_WORDS = ['页', '— ', '– ', '- '];

/** “县— 2 —统计局”, “市交第 2 页 共 8 页通运输局”: the number of a page whose line breaks were lost, with where the text goes on behind it. */
const innerPageNumbers = (source: string): [number, number][] =>
  !PAGE_WORDS.some((words) => source.includes(words))
    ? []
    : [...source.matchAll(PAGE_NUMBER)].map(({ 0: number, index }) => [index, index + number.length]);
