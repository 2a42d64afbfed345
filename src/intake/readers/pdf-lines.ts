import type { Grid } from './grid.js';

/** A piece of text as placed on a page; points, y grows downwards, x and y at the start of the baseline. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  runs: PdfRun[];
}

/** Text of one line without a wide gap in it. */
export interface PdfLine {
  page: number;
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** The other pieces printed at the same height, left to right, this one included. */
  beside: number;
  /** Rank among the pieces of its height. */
  column: number;
  /** A ruled table that stands here instead of a line of text. */
  grid?: Grid;
  /** The upright rules of that table. */
  rules?: number[];
}

/** Gap, in character sizes, from which two pieces of one height are apart (columns of a red head, of signatures). */
const APART = 2;
/** Gap up to which a number counted by the word processor hangs before its clause. */
const HANGING = 6;
/** A number that begins a clause: 一、 （二） 3. （4） ⑤. */
const NUMBER = '(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,3}[.．、]|[①-⑳])';
const ONLY_NUMBER = new RegExp(`^\\s*${NUMBER}\\s*$`);
/** A line that begins with the number of a clause. */
export const NUMBERED = new RegExp(`^${NUMBER}(?!\\d)`);
/** Gap between Latin words. */
const WORD_GAP = 0.2;

/** Rebuilds the lines of a page from its pieces, top to bottom, left to right. */
export function pageLines(page: PdfPage): PdfLine[] {
  return rowsOf(page.runs).flatMap((row) => {
    const segments = splitRow(row)
      .map((runs) => ({ runs, text: joinRuns(runs) }))
      .filter(({ text }) => text !== '');
    return segments.map(({ runs, text }, column) => lineOf(page.number, text, runs, column, segments.length));
  });
}

function rowsOf(runs: PdfRun[]): PdfRun[][] {
  const rows: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row[0].y) <= 0.45 * Math.min(run.size, row[0].size)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function splitRow(row: PdfRun[]): PdfRun[][] {
  const spread = row.length > 2 && row.every((run) => [...run.text.trim()].length <= 1);
  const segments: PdfRun[][] = [];
  let end = -Infinity;
  for (const run of row.filter((each) => each.text.trim() !== '' || each.width < APART * each.size)) {
    const apart = !spread && run.x - end > roomFor(segments) * run.size;
    if (apart || segments.length === 0) segments.push([run]);
    else segments[segments.length - 1].push(run);
    end = Math.max(end, run.x + run.width);
  }
  return segments;
}

/** The gap, in character sizes, within which a row's next piece belongs to these: wide after a clause's number. */
function roomFor(segments: PdfRun[][]): number {
  const hangs = segments.length === 1 && ONLY_NUMBER.test(segments[0].map((run) => run.text).join(''));
  return hangs ? HANGING : APART;
}

function lineOf(page: number, text: string, runs: PdfRun[], column: number, beside: number): PdfLine {
  const inked = runs.filter((run) => run.text.trim() !== '');
  const x1 = Math.max(...inked.map((run) => run.x + run.width));
  const size = mostCommon(inked);
  return { page, text, x0: inked[0].x, x1, y: runs[0].y, size, beside, column };
}

/** The thin space that programs set between Chinese characters and figures, which some files report as a blank. */
const THIN_BLANK = /(?<=[\u3400-\u9fff〔（《]) (?=\d{1,6}(?![\d-]))|(?<=\d) (?=[\u3400-\u9fff〕）》])/g;

/** Text of pieces in one row; a space only between Latin words, or where one was printed. */
export function joinRuns(runs: PdfRun[]): string {
  let text = '';
  let end = -Infinity;
  for (const run of runs) {
    const gap = run.x - end > WORD_GAP * run.size && /[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(run.text);
    text += (gap ? ' ' : '') + run.text;
    end = run.x + run.width;
  }
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.includes(' ') ? plain.replace(THIN_BLANK, '') : plain;
}

/** The size in which most of a line's characters are set. */
function mostCommon(runs: PdfRun[]): number {
  const weights = new Map<number, number>();
  for (const run of runs) weights.set(run.size, (weights.get(run.size) ?? 0) + run.text.length);
  return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
