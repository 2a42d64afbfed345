import { cut, type Paragraph } from './paragraph.js';

const HEADING = '(?:工作要求|有关要求|相关要求|几点要求|保障措施|组织保障|工作保障)';
/** What words run on behind such a heading: who is to do something, or the first point. */
const RUNS_ON = '(?=[:：].|各(?!项)|要|全[省市县区州盟旗]|一是|为|加强|强化|切实|（一）|1[.、])';
const OPENS = new RegExp(`^${HEADING}(?:$|${RUNS_ON})`);
/** What stands before it is told behind its words, for which a text is soon looked through. */
const INSIDE = new RegExp(
  `${HEADING}(?<=(?:[。；！）】]|[局委办厅部院会]|负责|配合|落实|参与|中心|公司|集团|街道)${HEADING})${RUNS_ON}`,
);
const LAST = 12;

/** The heading into which the words below it ran: 工作要求 of “工作要求各单位要……”. */
export const SAFEGUARDS_TITLE = new RegExp(`^${HEADING}${RUNS_ON}[:：]?`);

/** Whether a paragraph without a number opens the plan's last part, which is no measure's: 工作要求, 保障措施. */
export const opensSafeguards = (text: string): boolean => /^.{2}(?:要求|保障|措施)/.test(text) && OPENS.test(text);

/** The heading of the last part that ran into the sentence or the note before it begins a paragraph of its own. */
export function safeguardBreaks(paragraphs: readonly Paragraph[]): Paragraph[] {
  const from = Math.max(0, paragraphs.length - LAST);
  return [...paragraphs.slice(0, from), ...paragraphs.slice(from).flatMap(apart)];
}

function apart(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  const at = paragraph.row ? -1 : text.search(INSIDE);
  if (at <= 0) return [paragraph];
  const end = at + (SAFEGUARDS_TITLE.exec(text.slice(at))?.[0].length ?? 0);
  return [cut(paragraph, 0, at), cut(paragraph, at, end), cut(paragraph, end, text.length)];
}
