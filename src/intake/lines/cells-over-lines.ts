import type { Paragraph } from './paragraph.js';
import { compose } from './pieces.js';
import type { Cell } from './table-rows.js';

const NUMBER = /^\d{1,3}[.、]?$/;
/** Lines a row may be broken into. */
const MOST_LINES = 12;

/**
 * The cells of a row that goes on over the lines behind it, one of its cells having lines of its own (牵头单位：… over
 * 配合单位：…): together they have as many cells as the head, `width`. Null for other rows.
 */
export function overLines(
  paragraphs: readonly Paragraph[],
  from: number,
  width: number,
  cellsOf: (paragraph: Paragraph, strokes: boolean) => Cell[],
): { cells: Cell[]; more: number } | null {
  const [first] = paragraphs.slice(from, from + 1);
  if (!first) return null;
  let cells = cellsOf(first, false);
  if (cells.length < 2 || cells.length >= width || !NUMBER.test(cells[0]?.text ?? '')) return null;
  for (let more = 1; more <= MOST_LINES; more++) {
    const paragraph = paragraphs[from + more];
    const [next, ...rest] = paragraph ? cellsOf(paragraph, false) : [];
    const above = cells.at(-1);
    if (!next || !above || NUMBER.test(next.text)) return null;
    if (!LABELLED.test(next.text) && !/[，、]$/.test(above.text)) return null;
    cells = [...cells.slice(0, -1), joined(above, next), ...rest];
    if (cells.length >= width) return cells.length === width ? { cells, more } : null;
  }
  return null;
}

/** A line of a cell that says itself who does what. */
export const LABELLED = /^(?:牵头|责任|主办|承办|配合|协办|参与)(?:责任)?(?:单位|部门)：/;

function joined(above: Cell, next: Cell): Cell {
  const stop = /[，；。、]$/.test(above.text) ? [] : ['；'];
  const paragraph = compose([above, ...stop, next]);
  return { paragraph, start: 0, end: paragraph.text.length, text: paragraph.text };
}
