import { classified } from './refusals.js';

const LEVEL = '([绝机秘]\\s{0,4}密)';
/** 秘密★1年 (GB/T 9704-2012, 7.2.2), also with spaces between the characters; not where a text quotes the mark. */
const STARRED = /(?:^|[^“"‘'「『《])(绝\s?密|机\s?密|秘\s?密)\s?[★☆*＊]\s?(.{0,6})/gm;
const TERM = /^\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(年|个?月|天|日)|^\s*(长期|启封前|解密前|启用前)/;
const LABELLED = new RegExp(`密\\s*级\\s*[：:\\t ]\\s*${LEVEL}`);
const URGENT = '(?:特\\s*急|加\\s*急|特\\s*提|平\\s*急)';
/** The document's number on the same line, apart from the mark by a gap: 云政办发〔2024〕7号　秘 密. */
const NUMBERED = '[一-龥]{2,20}\\s*[〔（(\\[【]20\\d{2}[〕）)\\]】]\\s*\\d{1,4}\\s*号';
const MARK = `(?:${URGENT}\\s*)?[★☆*＊]?[【〔［\\[（(]?\\s*${LEVEL}\\s*[】〕］\\]）)]?`;
const LASTING = '\\s*[·•・．.]?\\s*(?:[\\d一二三四五六七八九十]{1,3}\\s*年|长\\s*期)';
const ALONE = new RegExp(`^(?:\\d{6}\\s*|${NUMBERED}\\s+)?${MARK}(?:${LASTING})?\\s*${URGENT}?(?:\\s+${NUMBERED})?$`);
/** A mark stands by itself; a longer line is running text that speaks of marks. */
const MARK_LINE = 40;
const HEAD_LINES = 15;

/**
 * Refuses a document that bears a mark of state secrecy, in its text, its page margins or its name.
 * Such a document must not be held here at all (conventions.md section 4): nothing of it is returned.
 */
export function refuseClassified(text: string, margins: string, fileName: string): void {
  const mark = starred(text) ?? starred(margins) ?? starred(fileName) ?? headMark(text) ?? headMark(margins);
  if (mark !== null) throw classified(mark);
}

function starred(text: string): string | null {
  for (const match of text.matchAll(STARRED)) {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const end = text.indexOf('\n', match.index + 1);
    const length = (end < 0 ? text.length : end) - start;
    if (length <= MARK_LINE || TERM.test(match[2])) return match[1].replace(/\s/g, '');
  }
  return null;
}

function headMark(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const head = lines.filter(Boolean).slice(0, HEAD_LINES);
  const alone = head.map((line) => ALONE.exec(line)?.[1]).find(Boolean);
  const labelled = head.map((line) => LABELLED.exec(line)?.[1]).find(Boolean);
  return (alone ?? labelled)?.replace(/\s/g, '') ?? null;
}
