import type { NormalText } from '../normalise/normalise.js';
import { isChrome, isRunningHead, isSum } from './chrome.js';
import { blankMark, markAt, type Mark } from './markers.js';
import { runningHeads } from './running-heads.js';

/** One printed line of the normal text. */
export interface Line {
  start: number;
  end: number;
  text: string;
  /** As of the normal text. */
  gap: Uint8Array;
  mark: Mark | null;
  /** The line is a table's row: a number and cells behind it, divided by tabs or strokes. */
  row: boolean;
  /** The line stands behind the head of a flattened table: it may be a cell. */
  cell?: boolean;
  /** Such a line that strokes or wide blanks divide into several cells, or one of the head: nothing goes on with it. */
  divided?: boolean;
  /** One of several lines behind each other that wide blanks divide, each with units in a cell behind the first. */
  among?: boolean;
  /** Only the line tells its mark: it stands right before a figure (“3.5人以上……”), or before a blank (“任务五　消防”). */
  lineMark?: boolean;
}

/** Cuts the normal text into its printed lines, page chrome left out. */
export function linesOf(normal: NormalText): Line[] {
  const lines: Line[] = [];
  const heads = runningHeads(normal.text);
  let start = 0;
  let table = false;
  let before = '';
  while (start < normal.text.length) {
    const found = normal.text.indexOf('\n', start);
    const end = found < 0 ? normal.text.length : found;
    const text = normal.text.slice(start, end);
    const blank = blankMark(text, (position) => (normal.gap[start + position] ?? 0) > 0);
    const mark = blank ?? markAt(text, 0);
    const inside: boolean = table && ((mark?.rank ?? 9) > 2 || ROW_NEXT.test(normal.text.slice(end, end + ROW_REACH)));
    table = TABLE_HEAD.test(text) || (HEAD_LINE.test(text) && normal.text.startsWith(FIRST_ROW, end)) || inside;
    const cell = table && CELL_NUMBER.test(text);
    const next = normal.text.slice(end + 1, end + LABEL_REACH);
    const isHead = heads.has(start) || isRunningHead(text, before, next);
    if (text && !isHead && !isSum(text, before) && (cell || !isChrome(text, next, before))) {
      const gap = normal.gap.subarray(start, end);
      lines.push({
        start,
        end,
        text,
        gap,
        mark,
        row: isRow(normal, start, text) || normal.rows?.has(start) === true,
        ...(blank && { lineMark: true }),
      });
    }
    before = text;
    start = end + 1;
  }
  return lines;
}

/** A line over the next rows of a table: the number of one stands behind it. */
const ROW_NEXT = /^\n\d{1,3}\n/;
const ROW_REACH = 6;
/** A label for units, 其他责任单位：, is no longer. */
const LABEL_REACH = 16;
const TABLE_HEAD = /^\|?序号\|?$/;
/** The head stands on one line, the cells under it on lines of their own. */
const HEAD_LINE = /^\|?序号[^。；]{2,60}$/;
const FIRST_ROW = '\n1\n';
/** A lone number: a page's, but a row's or a figure in a table that has a line for every cell. */
const CELL_NUMBER = /^\d{1,7}$/;
const ROW = /^\|?\d{1,3}[.、]?(?=[^\d.、])/;

/** A running number that a tab or a stroke divides from at least two more cells. */
function isRow({ gap }: NormalText, start: number, text: string): boolean {
  const number = ROW.exec(text)?.[0].length ?? 0;
  if (number === 0) return false;
  let cells = 0;
  for (let at = number; at < text.length && cells < 3; at++) if (text[at] === '|' || gap[start + at] === 2) cells += 1;
  return cells === 3 && (text[number] === '|' || gap[start + number] === 2);
}

/** Fewer than one line in this many may be far longer than the width of a wrapped text. */
const BEYOND = 4;
const TERMINAL = /[。！？!?；;:：）】」”]$/;

/**
 * Width at which a text was wrapped by its converter, null for a text whose lines are paragraphs: many lines of nearly
 * the same length that end inside a sentence. The rows of a table tell nothing of it.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  let [open, rows] = [0, 0];
  for (const line of lines) {
    const { text, cell } = line;
    if (cell || text.length < 14 || text.length > 80 || TERMINAL.test(text)) continue;
    if (hasCells(line)) rows += 1;
    else {
      open += 1;
      counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
    }
  }
  if (open < 8 || open < (lines.length - rows) * 0.35) return null;
  const [width] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const near = [...counts].filter(([length]) => Math.abs(length - width) <= 2).reduce((sum, [, n]) => sum + n, 0);
  if (near < open * 0.6) return null;
  const beyond = lines.reduce((sum, { text }) => sum + (text.length > width * 2 ? 1 : 0), 0);
  return beyond > near / BEYOND ? null : width;
}

/** A tab, wide blanks or a stroke inside the line, not those behind its number. */
const hasCells = ({ text, gap, mark }: Line): boolean =>
  gap.includes(2, (mark?.length ?? 0) + 1) || text.slice(1, -1).includes('|');
