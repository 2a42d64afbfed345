import { markAt } from './markers.js';

const ENDS = /^(?:附件|附表|附:|附：|注[:：]|抄送|主送)/;
const SECTION = 40;

/** Whether words stand behind a table and in none of its rows: a note to it, a heading that says something. */
export const tableEnds = (text: string): boolean =>
  ENDS.test(text) || ((markAt(text, 0)?.rank ?? 9) <= 1 && (text.length > SECTION || /。/.test(text)));
