import type { Block } from './blocks.js';
import { type Frame, frameOf } from './pdf-frame.js';
import { NUMBERED, type PdfLine } from './pdf-lines.js';

const SENTENCE_END = /[。！？；：]$/;
const CLAUSE_END = /[。！？；：）)]$/;
/** Opening marks are set with room on their left. */
const OPENING = /^[“‘〈《（〔「『【]/;
const RED_HEAD = /^文\s*件$/;
/** The date below a signature; it begins a line of its own, and right-set lines are as long as the one above. */
const DATE =
  /^(?:20\d{2}|[二2][〇○零OoО0][〇○零OoО0一二三四五六七八九\d]{2})\s*年[\s\d一二三四五六七八九十]{1,5}月[\s\d一二三四五六七八九十]{1,5}日$/;
const TITLE_END = /(通知|方案|要点|计划|意见|措施|办法|分工|函|报告)$/;

/**
 * Joins lines that a page's width has cut, also across pages; keeps paragraphs, headings and columns apart.
 * `pageWidth` in points.
 */
export function paragraphs(lines: PdfLine[], pageWidth: number): Block[] {
  const ordered = redHeadLast(lines);
  const frame = frameOf(ordered, pageWidth);
  const result: Block[] = [];
  ordered.forEach((line, index) => {
    const above = ordered[index - 1];
    const text = result[result.length - 1];
    if (typeof text === 'string' && continues(above, line, frame, text)) {
      result[result.length - 1] = text + gap(text, line.text) + line.text;
    } else result.push(line.grid ?? line.text);
  });
  return result;
}

/** A joint red head prints its names in a column and 文件 beside the middle one: read the names first. */
function redHeadLast(lines: PdfLine[]): PdfLine[] {
  const at = lines.findIndex((line) => line.page === 1 && RED_HEAD.test(line.text));
  if (at < 0) return lines;
  const { size, x0 } = lines[at];
  const below = lines.slice(at + 1);
  const isName = (line: PdfLine) => line.page === 1 && Math.abs(line.size - size) < 0.2 * size && line.x0 < x0;
  const names = below.findIndex((line) => !isName(line));
  const end = at + 1 + (names < 0 ? below.length : names);
  return [...lines.slice(0, at), ...lines.slice(at + 1, end), lines[at], ...lines.slice(end)];
}

/** `text` is the paragraph so far, whose last line is `above`. */
function continues(above: PdfLine, line: PdfLine, frame: Frame, text: string): boolean {
  if (above.beside > 1 || line.beside > 1 || line.grid || DATE.test(line.text)) return false;
  if (isTitlePart(above, line, frame, text)) return true;
  if (NUMBERED.test(line.text) && CLAUSE_END.test(above.text)) return false;
  if (Math.abs(above.size - line.size) > 0.08 * line.size) return false;
  const close = line.page === above.page + 1 || (line.y > above.y && line.y - above.y < 1.5 * frame.pitch);
  const full = (frame.right - above.x1) / frame.size < roomLeft(above.text, line.text);
  const flush = Math.abs(line.x0 - frame.left) < (OPENING.test(line.text) ? 1.4 : 0.8) * frame.size;
  return close && full && flush && above.x0 < frame.left + 4.5 * frame.size;
}

/** How many characters a cut line may fall short: none after a sentence, many before a figure that cannot be cut. */
function roomLeft(above: string, below: string): number {
  if (SENTENCE_END.test(above)) return 1.3;
  return OPENING.test(below) || /^[\w.]{3}/.test(below) ? 10 : 4;
}

/** Titles are broken at word sense, centred, in larger type: 关于… and …的通知 belong together. */
function isTitlePart(above: PdfLine, line: PdfLine, frame: Frame, text: string): boolean {
  const large = above.size > 1.15 * frame.size && Math.abs(above.size - line.size) < 0.05 * above.size;
  if (!large) return false;
  const quoting = count(text, '《') > count(text, '》');
  const open = quoting || (/关于/.test(text) && !TITLE_END.test(text));
  return open && line.page === above.page && line.y - above.y < 2.2 * above.size;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function gap(above: string, below: string): string {
  return /[A-Za-z,.;]$/.test(above) && /^[A-Za-z]/.test(below) ? ' ' : '';
}
