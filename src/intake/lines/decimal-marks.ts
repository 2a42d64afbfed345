import { matchesOf } from '../../domain/text/signs.js';
import { markAt, type Mark } from './markers.js';
import { cut, type Paragraph } from './paragraph.js';

/** A line or a paragraph whose numbers are looked for. */
interface Text {
  text: string;
  gap: Uint8Array;
  row?: boolean;
  cell?: boolean;
}

/** A printed number: 2.2.1, or the chapter's (“2 技能培训”, “2.技能培训”). */
interface Printed {
  item: number;
  offset: number;
  length: number;
  parts: number[];
}

const NUMBER = /(?<![\d.])(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?(?=[一-龥“《])|(?<![\d.])(\d{1,2})([.、]?)(?=[一-龥“《])/g;
/** “2.5万人”, “1.2倍”: a figure, whatever blank stands behind it. */
const FIGURE_WORDS = '万|亿|倍|百分|个百分';
const FIGURE = new RegExp(`^(?:${FIGURE_WORDS})`);
/** A decimal number that is no such figure: looked for first, for speed. */
const HINT = new RegExp(String.raw`\d\.\d{1,2}[.、]?(?!${FIGURE_WORDS})[一-龥“《]`);
/** “1.1人以上”: without a blank behind it, a number before such a word is a figure. */
const MEASURE = /^(?:[个元人家户米吨亩年月日度级版层台辆次项处座件公平小立千]|以上|左右)/;
/** Where a sentence, a note or a name has ended. */
const BOUNDARY = /[。；！：）】”局委办厅部会院府队社司心所站校县市区镇乡]$/;
const LEAST = 2;

/** The decimal numbers of a document (1, 1.1, 2.2.1) that go on in order, by the line or paragraph they stand in. */
export function decimalMarks(items: readonly Text[], inside: boolean): Map<number, { offset: number; mark: Mark }[]> {
  const marks = new Map<number, { offset: number; mark: Mark }[]>();
  if (!items.some(({ text }) => text.includes('.') && HINT.test(text))) return marks;
  const found = items.flatMap((item, at) => (item.row || item.cell ? [] : numbersIn(item, at, inside)));
  const decimals = inOrder(found.filter(({ parts }) => parts.length > 1));
  if (decimals.length < LEAST || !decimals.some(({ parts }) => (parts.at(-1) ?? 0) > 1)) return marks;
  const chapters = chaptersOf(found, decimals);
  const base = baseRank(items, decimals, chapters);
  const all = [...chapters, ...decimals].sort((a, b) => a.item - b.item || a.offset - b.offset);
  for (const { item, offset, length, parts } of all) {
    const rank = Math.min(base + parts.length - 1, 5);
    const mark: Mark = { rank, number: parts.at(-1) ?? 0, length, path: parts.join('.') };
    const own = marks.get(item) ?? [];
    own.push({ offset, mark });
    marks.set(item, own);
  }
  return marks;
}

/** Cuts paragraphs before the decimal numbers inside them, and gives each the mark that it opens with. */
export function decimalBreaks(paragraphs: readonly Paragraph[]): Paragraph[] {
  const marks = decimalMarks(paragraphs, true);
  return paragraphs.flatMap((paragraph, index) => {
    const own = marks.get(index);
    if (!own) return [paragraph];
    const starts = [...new Set([0, ...own.map(({ offset }) => offset)])];
    return starts.map((start, at) => {
      const piece = starts.length > 1 ? cut(paragraph, start, starts[at + 1] ?? paragraph.text.length) : paragraph;
      const mark = own.find(({ offset }) => offset === start)?.mark;
      return mark ? { ...piece, mark } : piece;
    });
  });
}

function numbersIn({ text, gap }: Text, item: number, inside: boolean): Printed[] {
  const found: Printed[] = [];
  for (const match of matchesOf(text, NUMBER)) {
    const [whole, decimal, chapter, stop] = match;
    const offset = match.index;
    const blank = (gap[offset + whole.length] ?? 0) > 0;
    if (offset > 0 && !(inside && (blank || gap[offset] || BOUNDARY.test(text.slice(offset - 1, offset))))) continue;
    const next = text.slice(offset + whole.length, offset + whole.length + 3);
    if (FIGURE.test(next) || (!blank && !stop && (chapter !== undefined || MEASURE.test(next)))) continue;
    found.push({ item, offset, length: whole.length, parts: (decimal ?? chapter ?? '').split('.').map(Number) });
  }
  return found;
}

/** Those that count on: 1.2 or 1.1.1 behind 1.1, 2.1 behind 1.3; the first begins with its chapter's first. */
function inOrder(numbers: readonly Printed[]): Printed[] {
  const kept: Printed[] = [];
  for (const number of numbers) if (follows(number.parts, kept.at(-1)?.parts)) kept.push(number);
  return kept;
}

function follows(parts: readonly number[], before: readonly number[] | undefined): boolean {
  if (!before) return parts.slice(1).every((part) => part === 1);
  const differs = parts.findIndex((part, at) => part !== before[at]);
  if (differs < 0) return false;
  const step = (parts[differs] ?? 0) - (before[differs] ?? 0);
  return step >= 1 && step <= 2 && parts.slice(differs + 1).every((part) => part === 1);
}

/** The numbers of the chapters, each before its own first part; the last may have none. */
function chaptersOf(found: readonly Printed[], decimals: readonly Printed[]): Printed[] {
  const chapters: Printed[] = [];
  let next = decimals[0]?.parts[0] ?? 1;
  let behind = 0;
  for (const one of found) {
    const [chapter = 0] = one.parts;
    if (one === decimals[behind]) {
      behind += 1;
      next = Math.max(next, chapter + 1);
    } else if (one.parts.length === 1 && chapter === next && chapter === (decimals[behind]?.parts[0] ?? next)) {
      chapters.push(one);
      next += 1;
    }
  }
  return chapters;
}

/** The level of the chapters: below 一、 and （一） where these stand before them, unless they are these. */
function baseRank(items: readonly Text[], decimals: readonly Printed[], chapters: readonly Printed[]): number {
  const first = Math.min(decimals[0]?.item ?? 0, chapters[0]?.item ?? Infinity);
  const above = items
    .slice(0, first + 1)
    .map(({ text }) => markAt(text, 0))
    .findLast((mark) => mark !== null && mark.rank <= 2);
  if (!above) return 1;
  const itself = chapters.length === 0 && above.number === decimals[0]?.parts[0];
  return Math.max(1, Math.floor(above.rank) + (itself ? 0 : 1));
}
