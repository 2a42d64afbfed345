import { cut, type Paragraph } from './paragraph.js';

/** What stands behind a table's row of which it cannot be told whether a printed line belongs to it. */
export const ROW_UNSURE = '（表格分行待核对）';

/** A row with that remark is in doubt; the remark is none of its words. */
export const withRemark = (paragraph: Paragraph): Paragraph =>
  paragraph.text.endsWith(ROW_UNSURE)
    ? { ...cut(paragraph, 0, paragraph.text.length - ROW_UNSURE.length), unsure: 'lines' }
    : paragraph;
