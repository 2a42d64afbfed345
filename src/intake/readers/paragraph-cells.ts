const ROW_NUMBER = /^\s*(?:\d{1,3}[.、]?|[一二三四五六七八九十]{1,3}、?|[（(][一二三四五六七八九十]{1,3}[）)])\t/;
const TASK_NUMBER = /^\s*\d{1,3}[.、]?\t/;
/** One more name of a cell of units, in a line of its own. */
export const UNIT_LINE = /^[^\t。；：]{2,30}(?:[局委办厅部会院队行社中心司站所联等）]|各[^\t。]{1,8})$/;
const MOST_LINES = 40;

/**
 * Rows of a table whose cells hold paragraphs of their own, which a word processor puts on the clipboard as lines: from
 * one running number to the next the lines have together as many tabs as the head. Null where a row has not, or where
 * every row has one line.
 * @param at the line of the head
 */
export function paragraphRows(lines: readonly string[], at: number): { end: number; rows: string[] } | null {
  const tabs = tabsOf(lines[at]);
  if (ROW_NUMBER.test(lines[at + 1] ?? '') === false) return null;
  const rows: string[] = [];
  let from = at + 1;
  let broken = false;
  while (from < lines.length && ROW_NUMBER.test(lines[from])) {
    const end = rowEnd(lines, from, tabs);
    if (end === null) return null;
    rows.push(lines.slice(from, end).join('\u2028'));
    broken ||= end > from + 1;
    from = end;
  }
  return broken && rows.length > 1 ? { end: from, rows } : null;
}

/** The line behind a row: paragraphs of its last cell go on to the next number; null where its tabs are not the head's. */
function rowEnd(lines: readonly string[], from: number, tabs: number): number | null {
  let sum = 0;
  let at = from;
  for (; sum < tabs; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('\t') || at - from > MOST_LINES) return null;
    if (line === '' || (at > from && TASK_NUMBER.test(line) && sum + tabsOf(line) > tabs)) return at;
    sum += tabsOf(lines[at]);
  }
  if (sum > tabs) return null;
  let behind = at;
  while (behind < lines.length && behind - from < MOST_LINES && lines[behind] !== '' && tabsOf(lines[behind]) === 0)
    behind++;
  if (TASK_NUMBER.test(lines[behind] ?? '')) return behind;
  while (at < behind && UNIT_LINE.test(lines[at].trim()) && !lines[at - 1].endsWith('\t')) at++;
  return at;
}

const tabsOf = (line: string | undefined): number => (line ?? '').split('\t').length - 1;
