import { cut, type Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { blankCells, type Cell } from './table-rows.js';

const NUMBER = /^\d{1,3}$/;
const LABEL = /^(?:主要|第一)?(?:牵头|责任|主办|主责|承办|实施|负责)(?:责任)?(?:单位|部门)：/;
const BEGINS = /^(\D{0,40}?(?:（[^（）]{0,12}）)?)(\d{1,3})(?=[一-龥“])/;
/** Cells that may stand before the number of a row: what stands over several rows. */
const OVER = 2;
const ROWS = 2;

/** A row by its number and the label of its units. */
interface Row {
  cells: Cell[];
  /** Which cell is the number, and which begins with the label. */
  at: number;
  label: number;
  number: number;
}

/** Rows that follow each other, and the last paragraph they stand in. */
export interface LabelledRows {
  rows: Paragraph[];
  last: number;
}

/**
 * Reads rows that stand on one line each without a head that could be read: a running number between blanks, the words
 * of the task, units behind a label at the line's end. Null where fewer than two rows count on.
 */
export function labelledRows(paragraphs: readonly Paragraph[], from: number): LabelledRows | null {
  const rows: Row[] = [];
  for (let index = from; index < paragraphs.length; index++) {
    const row = rowOf(paragraphs[index], rows.at(-1));
    if (!row) break;
    rows.push(row);
  }
  return rows.length < ROWS ? null : { rows: rows.flatMap(composed), last: from + rows.length - 1 };
}

function rowOf(paragraph: Paragraph | undefined, before: Row | undefined): Row | null {
  if (!paragraph || !mayBe(paragraph)) return null;
  const cells = blankCells(paragraph);
  const at = cells.findIndex(({ text }) => NUMBER.test(text));
  const label = cells.findIndex(({ text }) => LABEL.test(text));
  const number = Number(cells[at]?.text);
  if (at < 0 || at > OVER || label < at + 2 || (before && number !== before.number + 1)) return null;
  return { cells, at, label, number };
}

/** A number between blanks stands near the beginning; looked for first, for speed. */
function mayBe({ text, gap }: Paragraph): boolean {
  const number = text.includes('：') ? BEGINS.exec(text) : null;
  if (!number?.[2]) return false;
  const at = number[1]?.length ?? 0;
  return (at === 0 || gap[at] !== 0) && gap[at + number[2].length] !== 0;
}

function composed({ cells, at, label }: Row): Paragraph[] {
  const over = cells.slice(0, at).map(({ paragraph, start, end }) => cut(paragraph, start, end));
  const words = cells.slice(at + 1, label);
  const task = words.flatMap((cell, index): Piece[] => (index > 0 ? [between(words, index), cell] : [cell]));
  const number = cells.slice(at, at + 1);
  const stop = /。$/.test(words.at(-1)?.text ?? '') ? '' : '。';
  return [...over, { ...compose([...number, '.', ...task, stop, '（', ...cells.slice(label), '）']), row: true }];
}

/** The first cell is the title. */
const between = (words: readonly Cell[], index: number): string =>
  /[。；]$/.test(words[index - 1]?.text ?? '') ? '' : index === 1 ? '。' : '，';
