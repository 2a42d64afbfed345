import { flatPiece } from './flat-heads.js';
import { cut, type Paragraph } from './paragraph.js';

const TITLE = /^.{4,90}?(?:通知|意见|方案|要点|计划|措施|办法|规划|分工)(?:（[^（）]{1,20}）)?$/;
const SALUTATION = /^(?:各|有关)[^。]{4,300}?：(?=为|现|根据|按照|经|依据|《|今年|一、|（一）|1[.、]|第一条)/;
const SIGNED = /(?:政府|办公室|办公厅|局|厅|委员会|领导小组|总工会)(?=(?:20\d{2})年\d{1,2}月\d{1,2}日)/;
const WINDOW = 400;
const FLAT = 400;
/** A paragraph of this length among the first has lost its line breaks. */
const UNBROKEN = 240;
/** A stop and words behind it, or the first chapter's number: the very first line of a text is not all title. */
const RUNS_ON = /。.|：.|，.*。|.一、/;
const NOTICE = /(?:印发|转发|下发)《([^》]{6,70})》的通知/;

/** Whether a paragraph of the head holds several lines, whose breaks are lost. */
export const isFlat = ({ text }: Paragraph, index: number): boolean =>
  text.length > UNBROKEN || (index === 0 && RUNS_ON.test(text));

/** Cuts a head that lost its line breaks: after a title that white space ends, and after the salutation. */
export function headBreaks(paragraph: Paragraph, flat: boolean): Paragraph[] {
  const { text } = paragraph;
  if (text.length < (flat ? 12 : 60)) return [paragraph];
  const lost = text.length > FLAT ? [...wideGaps(paragraph), ...flatTitles(text)] : [];
  const parts = lost.length > 0 ? pieces(paragraph, lost) : [];
  if (parts.length > 1) return parts.flatMap((part) => headBreaks(part, flat));
  const title = titleEnd(paragraph);
  if (title > 0) return apart(paragraph, title, flat);
  const piece = flat ? flatPiece(text) : 0;
  if (piece > 0 && piece < text.length) return apart(paragraph, piece, flat);
  const salutation = SALUTATION.exec(text.slice(0, WINDOW))?.[0].length ?? 0;
  if (salutation > 0) return apart(paragraph, salutation, flat);
  const signed = SIGNED.exec(text);
  if (signed && signed.index > 40 && paragraph.gap[signed.index + signed[0].length])
    return signature(paragraph, signed.index + signed[0].length);
  return [paragraph];
}

const apart = (paragraph: Paragraph, at: number, flat: boolean): Paragraph[] => [
  cut(paragraph, 0, at),
  ...headBreaks(cut(paragraph, at, paragraph.text.length), flat),
];

/** Before the first chapter every wide gap was a line end. */
function wideGaps({ text, gap }: Paragraph): number[] {
  const chapter = text.search(/一、/);
  const until = chapter < 0 ? Math.min(text.length, WINDOW) : chapter;
  const found: number[] = [];
  for (let index = 2; index < until; index++)
    if (gap[index] === 2 && !OTHER_UNITS.test(text.slice(index, index + 8))) found.push(index);
  return found;
}

/** “牵头单位：甲局　责任单位：乙局”: the gap is inside a note. */
const OTHER_UNITS = /^(?:责任|配合|协办|协助|参与)(?:单位|部门)[:：]/;

/** 关于印发《X》的通知 and, further on, X itself without its brackets: both are lines of their own. */
function flatTitles(text: string): number[] {
  const notice = NOTICE.exec(text);
  const quoted = notice?.[1];
  if (!notice || quoted === undefined) return [];
  const end = notice.index + notice[0].length;
  const cuts = [end];
  for (let at = text.indexOf(quoted, end); at >= 0; at = text.indexOf(quoted, at + 1)) {
    if (text[at - 1] === '《' || text[at + quoted.length] === '》') continue;
    return [...cuts, at, at + quoted.length];
  }
  return cuts;
}

function pieces(paragraph: Paragraph, cuts: readonly number[]): Paragraph[] {
  const { length } = paragraph.text;
  const at = [...new Set([0, ...cuts, length])].filter((one) => one <= length).sort((a, b) => a - b);
  return at.slice(1).map((end, index) => cut(paragraph, at[index] ?? 0, end));
}

function titleEnd({ text, gap }: Paragraph): number {
  for (let index = 6; index < Math.min(120, text.length - 4); index++) {
    if (!gap[index] || !/[各为现省市县]/.test(text[index] ?? '')) continue;
    const before = text.slice(0, index);
    if (/关于/.test(before) && TITLE.test(before) && !/[。：]/.test(before)) return index;
  }
  return 0;
}

/** “……印发给你们。 X市人民政府 2015年12月30日 方案标题……”: the date ends the notice. */
function signature(paragraph: Paragraph, nameEnd: number): Paragraph[] {
  const date = /^20\d{2}年\d{1,2}月\d{1,2}日/.exec(paragraph.text.slice(nameEnd))?.[0].length ?? 0;
  const end = nameEnd + date;
  if (end >= paragraph.text.length || !paragraph.gap[end]) return [paragraph];
  const rest = cut(paragraph, end, paragraph.text.length);
  return [cut(paragraph, 0, end), ...headBreaks(rest, rest.text.length > UNBROKEN)];
}
