const ROW_NUMBER = /^\s*(?:\d{1,3}[.、]?|[一二三四五六七八九十]{1,3}、?|[（(][一二三四五六七八九十]{1,3}[）)])\t/;
const TASK_NUMBER = /^\s*\d{1,3}[.、]?\t/;
/** One more name of a cell of units, in a line of its own. */
export const UNIT_LINE = /^[^\t。；：]{2,30}(?:[局委办厅部会院队行社中心司站所联等）]|各[^\t。]{1,8})$/;
/** “三、民生保障” without a tab: what stands over the rows below it. */
const GROUP_LINE =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:章|节|编|篇|部分)[ \u3000]?)[^\t。；：]{2,40}$/;
const MOST_LINES = 40;

/**
 * Rows of a table whose cells hold paragraphs of their own, which a word processor puts on the clipboard as lines: from
 * one running number to the next the lines have together as many tabs as the head. Null where a row has not, or where
 * every row has one line.
 * @param at the line of the head
 */
export function paragraphRows(lines: readonly string[], at: number): { end: number; rows: string[] } | null {
  const tabs = tabsOf(lines[at]);
  const rows: string[] = [];
  let from = at + 1;
  let broken = false;
  while (ROW_NUMBER.test(lines[from] ?? '') || standsOver(lines, from)) {
    if (!lines[from].includes('\t')) {
      rows.push(lines[from++]);
      continue;
    }
    const end = rowEnd(lines, from, tabs);
    if (end === null) return null;
    rows.push(lines.slice(from, end).join('\u2028'));
    broken ||= end > from + 1;
    from = end;
  }
  return broken && rows.length > 1 ? { end: from, rows } : null;
}

/** “配合单位：县财政局” goes on with a cell of units. */
const LABEL_LINE = /^(?:牵头|责任|主办|承办|配合|协办|参与)(?:责任)?(?:单位|部门)[:：]/;

/**
 * The same for a table whose rows have no number: behind a line with too few tabs stand lines that begin with a label, or
 * behind a stop. Null where a row does not come out even, or none is broken.
 */
export function labelledRows(lines: readonly string[], at: number): { end: number; rows: string[] } | null {
  const tabs = tabsOf(lines[at]);
  const rows: string[] = [];
  let from = at + 1;
  let broken = false;
  while (tabsOf(lines[from]) > 0) {
    let end = from + 1;
    while (LABEL_LINE.test(lines[end] ?? '') || /[^\t][、，]$/.test(lines[end - 1]))
      if (++end > from + MOST_LINES) return null;
    const row = lines.slice(from, end).join('\u2028');
    if (tabsOf(row) !== tabs) return null;
    rows.push(row);
    broken ||= end > from + 1;
    from = end;
  }
  return broken && rows.length > 1 ? { end: from, rows } : null;
}

/** Lines of groups, one or two of them, over a row with its number. */
export function standsOver(lines: readonly string[], at: number): boolean {
  if (!GROUP_LINE.test(lines[at] ?? '')) return false;
  const below = GROUP_LINE.test(lines[at + 1] ?? '') ? at + 2 : at + 1;
  return TASK_NUMBER.test(lines[below] ?? '');
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
  const carriesOn = (line: string | undefined): boolean => line !== undefined && line !== '' && tabsOf(line) === 0;
  while (carriesOn(lines[behind]) && !standsOver(lines, behind) && behind - from < MOST_LINES) behind++;
  if (TASK_NUMBER.test(lines[behind] ?? '') || standsOver(lines, behind)) return behind;
  while (at < behind && UNIT_LINE.test(lines[at].trim()) && !lines[at - 1].endsWith('\t')) at++;
  return at;
}

const tabsOf = (line: string | undefined): number => (line ?? '').split('\t').length - 1;
