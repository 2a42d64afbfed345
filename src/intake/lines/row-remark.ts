import { cut, type Paragraph } from './paragraph.js';

/** What stands behind a table's row of which it cannot be told whether a printed line belongs to it. */
export const ROW_UNSURE = '（表格分行待核对）';

const EMPTY_UNITS = '（单位栏空着，上一行是“';
const EMPTY_END = '”）';

/** What stands behind a table's row whose cell of units is empty, where one cell may stand over it and the row above. */
export const unitsAbove = (units: string): string => EMPTY_UNITS + units + EMPTY_END;

/** A row with such remarks is in doubt; they are none of its words. */
export const withRemark = (paragraph: Paragraph): Paragraph =>
  paragraph.text.endsWith(ROW_UNSURE)
    ? { ...withAbove(cut(paragraph, 0, paragraph.text.length - ROW_UNSURE.length)), unsure: 'lines' }
    : withAbove(paragraph);

function withAbove(paragraph: Paragraph): Paragraph {
  const { text } = paragraph;
  const from = text.endsWith(EMPTY_END) ? text.lastIndexOf(EMPTY_UNITS) : -1;
  if (from < 0) return paragraph;
  return { ...cut(paragraph, 0, from), above: text.slice(from + EMPTY_UNITS.length, -EMPTY_END.length) };
}
