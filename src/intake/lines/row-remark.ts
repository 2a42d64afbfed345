import { markAt } from './markers.js';
import { cut, type Paragraph } from './paragraph.js';

/** What stands behind a table's row of which it cannot be told whether a printed line belongs to it. */
export const ROW_UNSURE = '（表格分行待核对）';

const EMPTY_UNITS = '（单位栏空着，上一行是“';
const EMPTY_END = '”）';

/** What stands behind a table's row whose cell of units is empty, where one cell may stand over it and the row above. */
export const unitsAbove = (units: string): string => EMPTY_UNITS + units + EMPTY_END;

/** What stands behind a table's row whose 序号 is a decimal number: 1.1. */
export const rowNumber = (number: string): string => `（序号${number}）`;
const ROW_NUMBER = /（序号(\d{1,2}(?:\.\d{1,3}){1,2})）$/;
const LONGEST_NUMBER = 16;

/** A row with such remarks is in doubt, or has the number that is printed beside it; they are none of its words. */
export function withRemark(paragraph: Paragraph): Paragraph {
  const { text } = paragraph;
  if (!text.endsWith('）')) return paragraph;
  if (!text.endsWith(ROW_UNSURE)) return withNumber(withAbove(paragraph));
  return { ...withNumber(withAbove(cut(paragraph, 0, text.length - ROW_UNSURE.length))), unsure: 'lines' };
}

function withAbove(paragraph: Paragraph): Paragraph {
  const { text } = paragraph;
  const from = text.endsWith(EMPTY_END) ? text.lastIndexOf(EMPTY_UNITS) : -1;
  if (from < 0) return paragraph;
  return { ...cut(paragraph, 0, from), above: text.slice(from + EMPTY_UNITS.length, -EMPTY_END.length) };
}

function withNumber(paragraph: Paragraph): Paragraph {
  const { text, above } = paragraph;
  const printed = ROW_NUMBER.exec(text.slice(-LONGEST_NUMBER));
  const mark = printed ? markAt(text, 0) : null;
  if (!printed || !mark) return paragraph;
  const row = cut(paragraph, 0, text.length - printed[0].length);
  return { ...row, ...(above !== undefined && { above }), mark: { ...mark, path: printed[1], whole: true } };
}
