import type { Paragraph } from '../lines/paragraph.js';
import type { Stretch } from './measures.js';

/** What stands under the last clause: who issues the plan and when, its annexes. */
const CLOSING =
  /^(?:20\d\d年\d{1,2}月\d{1,2}日(?:$|印发|附件|抄送)|[（(]?此件|抄送|主送|附件|附[:：]|联系人|公开方式)|^[一-龥]{4,30}(?:政府|办公室|委员会|局|厅|领导小组)(?:20\d\d年.{1,8})?$/;

/** Whether a paragraph behind a clause's first belongs to the document's end and not to the clause. */
export const isClosing = (text: string): boolean => CLOSING.test(text);

const ITEM = /^(?:—{1,2}|[-·●■▲◆★]|[一二三四五六七八九十]{1,2}是)/;

/** The items under a text that announces them (开展下列培训：) though the note stands between, up to the first line that is none. */
export function announced(
  text: readonly Stretch[],
  following: readonly Stretch[],
  paragraphs: readonly Paragraph[],
): Stretch[] {
  const last = text.at(-1);
  if (!last || !/[:：]$/.test(wordsOf(last, paragraphs))) return [];
  const other = following.findIndex((part) => !ITEM.test(wordsOf(part, paragraphs)));
  return following.slice(0, other < 0 ? following.length : other);
}

/** The words of a stretch. */
export const wordsOf = ({ paragraph, start, end }: Stretch, paragraphs: readonly Paragraph[]): string =>
  paragraphs[paragraph]?.text.slice(start, end) ?? '';
