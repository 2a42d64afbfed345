import { MEASURE_WORD } from '../targets/measure-words.js';
import { columnOf } from './column-words.js';
import { cellsOf } from './flattened-cells.js';
import { compose, type Stretch } from './pieces.js';
import type { Paragraph } from './paragraph.js';

const FIGURE = '(?:[≥≤]|>=|<=|不少于|不低于|不超过|至少|约)?\\d[\\d,.]*';
const MEASURE = `(?:[百千万亿]?(?:${MEASURE_WORD})|[万亿])`;
/** “，500，人”, “，人，500”: a figure and its measure word in cells of their own, and no other figure beside them. */
const APART = new RegExp(
  `(?<!，[≥≤]?\\d[\\d,.]*%?)，(?:(${FIGURE})，(${MEASURE})|(${MEASURE})，(${FIGURE}))(?=[，。（]|$)(?!，[≥≤><]?\\d)`,
);
const YEAR = /^(?:19|20)\d\d$/;
const HINT = /，(?:[≥≤><不至约]|\d)/;

/** “。目标值：” before a figure with its measure word, whatever stood between them. */
function withGoal(
  row: Paragraph,
  cell: [number, number],
  digits: Stretch,
  measure: Stretch,
  behind: Stretch[],
): Paragraph {
  const before = { paragraph: row, start: 0, end: cell[0] };
  const rest = { paragraph: row, start: cell[1], end: row.text.length };
  return { ...row, ...compose([before, '。目标值：', digits, measure, ...behind, rest]) };
}

/**
 * A table's row with the figure that has its measure word in the next cell, or `word` in its column's head, as its goal:
 * “。目标值：500人”.
 */
export function withMeasure(row: Paragraph, word: string | null): Paragraph {
  if (!row.row || !HINT.test(row.text)) return row;
  const found = APART.exec(row.text);
  if (!found) return word === null ? row : withWordOfHead(row, word);
  const [whole, first = '', second = '', letter = '', figure = ''] = found;
  const from = found.index + 1;
  const places = first
    ? [from, from + first.length + 1, first, second]
    : [from + letter.length + 1, from, figure, letter];
  const [number, measure, digits, letters] = places as [number, number, string, string];
  const isShare = letters === '%' && Number(digits) <= 1;
  if (YEAR.test(digits) || isShare) return row;
  const cell = [found.index, found.index + whole.length] as [number, number];
  return withGoal(row, cell, part(row, number, digits), part(row, measure, letters), []);
}

const part = (paragraph: Paragraph, start: number, words: string): Stretch => ({
  paragraph,
  start,
  end: start + words.length,
});

/** “，500以上。”: the only bare figure among a row's cells. */
const BARE = new RegExp(`，(${FIGURE})(以上|以下|以内|左右)?(?=[，。（]|$)`, 'g');

function withWordOfHead(row: Paragraph, word: string): Paragraph {
  const [found, ...others] = row.text.matchAll(BARE);
  if (!found || others.length > 0) return row;
  const [whole, digits = '', behind = ''] = found;
  if (word === '%' && Number(digits) <= 1) return row;
  const from = found.index + 1;
  const end = from + digits.length;
  const measure = { paragraph: row, start: end - 1, end, as: word };
  const last = behind ? [part(row, end, behind)] : [];
  return withGoal(row, [found.index, found.index + whole.length], part(row, from, digits), measure, last);
}

/** Lines of a head, at most. */
const HEAD_LINES = 12;
const FIRST_ROW = /^\|?1(?:\D|$)/;

/** The measure word that the head of a table prints for its one column of goals; null without one. */
export function measureOfHead(paragraphs: readonly Paragraph[], from: number): string | null {
  const lines = paragraphs.slice(from, from + HEAD_LINES);
  const first = lines.findIndex(({ text }) => FIRST_ROW.test(text));
  const head = lines.slice(0, first < 0 ? 1 : first).filter(({ text }) => text.includes('）'));
  const words = head.flatMap((line) => cellsOf(line).flatMap(({ text }) => columnOf(text)?.measure ?? []));
  return words.length === 1 ? (words[0] ?? null) : null;
}
