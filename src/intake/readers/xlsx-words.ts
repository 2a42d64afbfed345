import { FORM_LINE } from './form-lines.js';
import { distinct, type Grid } from './grid.js';

/** A sheet of words beside the tables: the cover, or the remarks on how the tables are filled in. */
export interface WordsSheet {
  kind: 'cover' | 'remarks';
  lines: string[];
}

/** A cover has few lines; remarks have more. */
const MOST_LINES = 40;
const LONGEST_COVER_LINE = 60;
/** 填表说明, 注意事项: the sheet's name or its first line. */
const REMARKS_NAME = /^(?:填表|填报|填写|编制|使用)?(?:说明|须知|要求|注意事项|备注)[:：]?$/;
const REMARK_LABEL = /^(?:备?注|(?:填表|填报)?说明)[:：]\s*/;
const MARK =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、]|\d{1,2}[.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[条章])\s*/;

/**
 * Reads a sheet that is no task table as words, a line for every row: a cover, or remarks without the numbers that would make
 * clauses of them. Null for a sheet that is another table, a list of contents or a text with parts of its own.
 */
export function wordsSheet(name: string, grid: Grid): WordsSheet | null {
  const rows = grid.map((row, at) => cellsOf(row, at)).filter((cells) => cells.length > 0);
  if (rows.length === 0 || rows.length > MOST_LINES || rows.some((cells) => !isWords(cells))) return null;
  const lines = rows.flatMap((cells) => cells.join('').split('\n')).map((line) => line.trim());
  const kept = lines.filter((line) => line !== '' && !FORM_LINE.test(line));
  const headed = REMARKS_NAME.test(kept[0]?.replace(/\s/g, '') ?? '');
  if (headed || REMARKS_NAME.test(name.trim())) return { kind: 'remarks', lines: kept.flatMap(remark) };
  const isCover = kept.every((line) => line.length <= LONGEST_COVER_LINE && !MARK.test(line));
  return isCover && kept.length > 0 ? { kind: 'cover', lines: kept } : null;
}

const cellsOf = (row: Grid[number], at: number): string[] =>
  distinct(row).flatMap((cell) => (cell.row === at && cell.text.trim() !== '' ? [cell.text.trim()] : []));

/** One cell, or a label or a number and what it says. */
const isWords = (cells: readonly string[]): boolean =>
  cells.length === 1 ||
  (cells.length === 2 &&
    (/[:：]$/.test(cells[0]) || /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$|^[注]$/.test(cells[0])));

function remark(line: string): string[] {
  const words = line
    .replace(/^\d{1,2}(?=[一-龥])/, '')
    .replace(REMARK_LABEL, '')
    .replace(MARK, '');
  return REMARKS_NAME.test(words) || words === '' ? [] : [`注：${words}`];
}
