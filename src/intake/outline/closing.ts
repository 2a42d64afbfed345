import { arabicDates } from '../dates/written-dates.js';
import { columnOf } from '../lines/column-words.js';
import type { Paragraph } from '../lines/paragraph.js';

/** 2024年3月1日, 二〇二四年三月一日: the date of a document on a line of its own. */
const DATE = /^20\d{2}年\d{1,2}月\d{1,2}日$/;
/** 落款: who issued it. */
const SIGNATORY = /^[一-龥（）]{3,30}(?:政府|办公室|办公厅|委员会|领导小组|[局厅委办部])$/;
const MOST_SIGNATORIES = 10;

/**
 * Where the text ends before its closing lines, 落款 and 成文日期 (GB/T 9704 7.3.5): those lines belong to no clause. The
 * number of paragraphs where there are none.
 */
export function bodyEnd(paragraphs: readonly Paragraph[]): number {
  const all = paragraphs.length;
  const last = lastSigned(paragraphs);
  if (!isDateLine(paragraphs[last])) return all;
  let end = last;
  while (end > 0 && last - end < MOST_SIGNATORIES && SIGNATORY.test(paragraphs[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** A line that is the date of a document and nothing else. */
export const isDateLine = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && paragraph.text.length <= LONGEST_DATE && DATE.test(arabicDates(paragraph.text).text);
const LONGEST_DATE = 12;

/** A name with its place (太原市财政局): in the cells of a table units have their level alone (市财政局). */
const PLACED = /^(?![省市县区州盟旗])[一-龥]{1,11}?(?<!城)[省市县区州盟旗]/;
/** 附件, 抄送 and the line that says who printed it when: what may stand below the date. */
const BEHIND = /^(?:[（(]?此件|抄送|主送|公开方式|附件)|^[^。；]{4,40}20\d\d年\d{1,2}月\d{1,2}日印发$/;
const DUE_HEAD = /(?:单位|部门|序号).*(?:时限|期限|完成时间|进度)/;
const LONGEST_HEAD = 60;
const DUE_CELL = /[\d一二三四](?:年|月|季度|日)|年底|年内|全年|长期|持续/;

/**
 * Where the tables of a text end before its closing lines: organ and date on lines of their own under a table that has a
 * line for every cell are no cells. Where a column holds days, the row above must have its day, or the organ be named
 * with a place that nobody else is named with. The number of paragraphs where there are no such lines.
 */
export function tablesEnd(paragraphs: readonly Paragraph[]): number {
  const all = paragraphs.length;
  const last = lastSigned(paragraphs);
  if (!isDateLine(paragraphs[last])) return all;
  const days = hasDays(paragraphs);
  let first = last;
  while (first > 0 && last - first < MOST_SIGNATORIES && isPlacedOrgan(paragraphs[first - 1])) first -= 1;
  if (first === last && !days && SIGNATORY.test(paragraphs[last - 1]?.text ?? '')) first -= 1;
  if (first === last) return days ? all : last;
  return isClosed(paragraphs, first, days) ? first : all;
}

/** The last line that does not stand below the closing lines. */
function lastSigned(paragraphs: readonly Paragraph[]): number {
  const all = paragraphs.length;
  let last = all - 1;
  while (last > 0 && all - last <= MOST_SIGNATORIES && BEHIND.test(paragraphs[last]?.text ?? '')) last -= 1;
  return last;
}

const isPlacedOrgan = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && SIGNATORY.test(paragraph.text) && PLACED.test(paragraph.text);

/** A column of days, on a line of its own or in a head of one line. */
const hasDays = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some(
    ({ text }) => text.length <= LONGEST_HEAD && (columnOf(text)?.kind === 'date' || DUE_HEAD.test(text)),
  );

/** The cell above the organ is the last of its row, a day or else units, or the organ's place names no other line. */
function isClosed(paragraphs: readonly Paragraph[], first: number, days: boolean): boolean {
  const above = paragraphs[first - 1]?.text ?? '';
  if (days ? above.length <= LONGEST_DATE && DUE_CELL.test(above) : UNITS_END.test(above)) return true;
  const place = PLACED.exec(paragraphs[first]?.text ?? '')?.[0];
  return !!place && !paragraphs.slice(1, first).some(({ text }) => SIGNATORY.test(text) && text.startsWith(place));
}

const UNITS_END = /(?:[局委办厅部会院府队]|中心|公司|单位|部门|[县市区镇乡）])$/;
