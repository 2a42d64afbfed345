import { isPageNumber } from './pdf-furniture.js';
import type { PdfPage, PdfRun } from './pdf-lines.js';

/** Pieces of one height that stand close together: from x0 to x1, in type of this size. */
interface Stretch {
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** Gap, in character sizes, from which neighbours are two columns; cells keep more than this between their words. */
const COLUMN_GAP = 0.5;
/** Height difference, in character sizes, within which pieces are one row. */
const ROW = 0.45;
/**
 * Height difference up to which pieces stand beside, not below each other: a number centred against a cell of two lines
 * stands half a line off, while lines of a paragraph are a whole line apart.
 */
const BESIDE = 1.1;
/** How far in, in character sizes, lines begin that belong to a column with an empty one on its left. */
const SET_IN = 4;

/**
 * Whether words stand beside one another anywhere on a page, or several lines begin at one place far in, as in tables
 * of more than one column. Where none do, there is no table, whatever the page draws: a frame of several lines around its
 * text is none.
 */
export function hasColumns({ runs, height }: Pick<PdfPage, 'runs' | 'height'>): boolean {
  const inked = runs.filter((run) => run.text.trim() !== '').sort((a, b) => a.y - b.y);
  const stretches = rows(inked)
    .map((row) => row.sort((a, b) => a.x - b.x))
    .filter((row) => !isPageNumber(row.map((run) => run.text).join(''), row[0].y, height))
    .flatMap(stretchesOf);
  return areSetIn(stretches) || stretches.some((stretch, index) => hasNeighbour(stretch, stretches, index + 1));
}

function areSetIn(stretches: Stretch[]): boolean {
  const left = Math.min(...stretches.map(({ x0 }) => x0));
  const starts = stretches.filter(({ x0, size }) => x0 - left > SET_IN * size).map(({ x0 }) => Math.round(x0));
  return new Set(starts).size < starts.length;
}

/** `sorted` by height. */
function rows(sorted: PdfRun[]): PdfRun[][] {
  const found: PdfRun[][] = [];
  for (const run of sorted) {
    const row = found.at(-1);
    if (row && run.y - row[0].y <= ROW * Math.min(run.size, row[0].size)) row.push(run);
    else found.push([run]);
  }
  return found;
}

/** `row` from left to right. */
function stretchesOf(row: PdfRun[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { x, y, width, size } of row) {
    const last = found.at(-1);
    if (last && x - last.x1 <= COLUMN_GAP * Math.min(size, last.size)) last.x1 = Math.max(last.x1, x + width);
    else found.push({ x0: x, x1: x + width, y, size });
  }
  return found;
}

/** The stretches are in order of height: those too far down end the search. */
function hasNeighbour(one: Stretch, all: Stretch[], from: number): boolean {
  for (let at = from; at < all.length && all[at].y - one.y <= BESIDE * Math.max(one.size, all[at].size); at++) {
    const gap = Math.max(all[at].x0 - one.x1, one.x0 - all[at].x1);
    if (gap > COLUMN_GAP * Math.min(one.size, all[at].size)) return true;
  }
  return false;
}
