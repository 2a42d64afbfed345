import { MEASURE_WORD } from '../targets/measure-words.js';
import { compose } from './pieces.js';
import type { Paragraph } from './paragraph.js';

const FIGURE = '(?:[≥≤]|>=|<=|不少于|不低于|不超过|至少|约)?\\d[\\d,.]*';
const MEASURE = `(?:[百千万亿]?(?:${MEASURE_WORD})|[万亿])`;
/** “，500，人”, “，人，500”: a figure and its measure word in cells of their own, and no other figure beside them. */
const APART = new RegExp(
  `(?<!，[≥≤]?\\d[\\d,.]*%?)，(?:(${FIGURE})，(${MEASURE})|(${MEASURE})，(${FIGURE}))(?=[，。（]|$)(?!，[≥≤><]?\\d)`,
);
const YEAR = /^(?:19|20)\d\d$/;
const HINT = /，(?:[≥≤><不至约]|\d)/;

/** A table's row with the figure that has its measure word in the next cell as its goal: “。目标值：500人”. */
export function withMeasure(row: Paragraph): Paragraph {
  const found = row.row && HINT.test(row.text) ? APART.exec(row.text) : null;
  if (!found) return row;
  const [whole, first = '', second = '', word = '', figure = ''] = found;
  const from = found.index + 1;
  const places = first ? [from, from + first.length + 1, first, second] : [from + word.length + 1, from, figure, word];
  const [number, measure, digits, letters] = places as [number, number, string, string];
  const isShare = letters === '%' && Number(digits) <= 1;
  if (YEAR.test(digits) || isShare) return row;
  const words = compose([
    { paragraph: row, start: 0, end: found.index },
    '。目标值：',
    { paragraph: row, start: number, end: number + digits.length },
    { paragraph: row, start: measure, end: measure + letters.length },
    { paragraph: row, start: found.index + whole.length, end: row.text.length },
  ]);
  return { ...row, ...words };
}
