import { columnOf, type Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { blankCells, type Cell } from './table-rows.js';

/** Heads that others may stand under: 责任单位 over 牵头单位 and 配合单位. */
const OVER = /^(?:责任|职责|承办|落实|实施)(?:单位|部门|主体|分工|落实|体系)$/;
const LEADS = /^(?:牵头|主办|主责|主要责任|第一责任|责任)/;
/** Looked for first, for speed. */
const HINT = /^\|*(?:牵头|主办|主责|主要|第一|责任|序号)/;
const LONGEST = 120;
/** Cells of a head that has a line for each. */
const CELLS = 12;
const LEAST = 2;

/** Paragraphs in which a head of two rows has become one of one: the heads that stand under another take its place. */
export function withSingleHeads(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const upper = mayStandUnder(paragraph) ? out.at(-1) : undefined;
    const single = upper && (foldedLine(upper, paragraph) ?? foldedCells(out, paragraphs, index));
    if (!single) out.push(paragraph);
    else {
      out.splice(out.length - single.above, single.above, ...single.heads);
      index += single.below - 1;
    }
  }
  return out;
}

const mayStandUnder = ({ text }: Paragraph): boolean => text.length <= LONGEST && HINT.test(text);

/** Cells that stand over both rows may be printed in both of them. */
const withoutCopies = (below: readonly Cell[], above: readonly Cell[]): Cell[] =>
  below.filter(({ text }) => !above.some((cell) => cell.text === text));

/** The heads that take the place of some paragraphs above and some from here on. */
interface Single {
  heads: Paragraph[];
  above: number;
  below: number;
}

/** Both rows on a line of their own. */
function foldedLine(upper: Paragraph, lower: Paragraph): Single | null {
  if (upper.text.length > LONGEST) return null;
  const above = cellsOf(upper).filter(({ text }, at, all) => text !== all[at - 1]?.text);
  const columns = folded(above, withoutCopies(cellsOf(lower), above));
  return columns && { heads: [headLine(columns, upper.text.includes('|'))], above: 1, below: 1 };
}

/** Every cell of the head on a line of its own, those of the second row behind those of the first. */
function foldedCells(before: readonly Paragraph[], paragraphs: readonly Paragraph[], from: number): Single | null {
  const above = before.slice(-CELLS);
  const first = above.findLastIndex((paragraph) => !isHead(paragraph)) + 1;
  const heads = above.slice(first);
  const rest = paragraphs.slice(from, from + CELLS);
  const end = rest.findIndex((paragraph) => !isUnits(paragraph));
  const under = end < 0 ? rest : rest.slice(0, end);
  const at = coverOf(heads.map(({ text }) => text));
  if (!stand(under.map(({ text }) => text)) || at < 0) return null;
  return { heads: [...heads.slice(0, at), ...under, ...heads.slice(at + 1)], above: heads.length, below: under.length };
}

const isHead = ({ text }: Paragraph): boolean => columnOf(text) !== null;
const isUnits = ({ text }: Paragraph): boolean => columnOf(text)?.kind === 'units';

const cellsOf = (paragraph: Paragraph): Cell[] => blankCells(paragraph).filter(({ text }) => text !== '');

function folded(above: readonly Cell[], below: readonly Cell[]): Cell[] | null {
  const heads = above.map(({ text }) => text);
  const at = coverOf(heads);
  if (at < 0 || !stand(below.map(({ text }) => text))) return null;
  return [...above.slice(0, at), ...below, ...above.slice(at + 1)];
}

/** Where the one column stands that others may stand under; -1 where the words are no head, or it has its own parts. */
function coverOf(heads: readonly string[]): number {
  const at = heads.findIndex((text) => OVER.test(text));
  const columns = heads.map((text, index) => (index === at ? null : columnOf(text)));
  const others = columns.filter((column): column is Column => column !== null);
  const whole = at >= 0 && others.length === heads.length - 1;
  return whole && others.some(({ kind }) => kind === 'words') && others.every(({ kind }) => kind !== 'units') ? at : -1;
}

/** Several columns of units, the first of which leads. */
const stand = (heads: readonly string[]): boolean =>
  heads.length >= LEAST && LEADS.test(heads[0] ?? '') && heads.every((text) => columnOf(text)?.kind === 'units');

/** Cells on one line, wide blanks or strokes between them. */
function headLine(cells: readonly Cell[], strokes: boolean): Paragraph {
  const pieces = cells.flatMap((cell, index): Piece[] => (strokes && index > 0 ? ['|', cell] : [cell]));
  const line = compose(pieces);
  if (strokes) return line;
  let at = 0;
  for (const { text } of cells) {
    line.gap[at] = at > 0 ? 2 : 0;
    at += text.length;
  }
  return line;
}
