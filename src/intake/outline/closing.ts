import { arabicDates } from '../dates/written-dates.js';
import type { Paragraph } from '../lines/paragraph.js';

/** 2024年3月1日, 二〇二四年三月一日: the date of a document on a line of its own. */
const DATE = /^20\d{2}年\d{1,2}月\d{1,2}日$/;
/** 落款: who issued it. */
const SIGNATORY = /^[一-龥（）]{4,30}(?:政府|办公室|办公厅|委员会|领导小组|[局厅委办部])$/;
const MOST_SIGNATORIES = 10;

/**
 * Where the text ends before its closing lines, 落款 and 成文日期 (GB/T 9704 7.3.5): those lines belong to no clause. The
 * number of paragraphs where there are none.
 */
export function bodyEnd(paragraphs: readonly Paragraph[]): number {
  const all = paragraphs.length;
  if (!isDate(paragraphs[all - 1])) return all;
  let end = all - 1;
  while (end > 0 && all - 1 - end < MOST_SIGNATORIES && SIGNATORY.test(paragraphs[end - 1]?.text ?? '')) end -= 1;
  return end;
}

const isDate = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && paragraph.text.length <= LONGEST_DATE && DATE.test(arabicDates(paragraph.text).text);
const LONGEST_DATE = 12;
