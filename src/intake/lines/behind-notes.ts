import { namesEnd } from './note-ends.js';
import { cut, type Paragraph } from './paragraph.js';

/** What a wide blank stands for where line breaks were lost. */
const WIDE = 2;
const LABEL = /[:：】]/;
/** A label and its names are not longer. */
const REACH = 320;
/** More of those who do it, or another label. */
const MORE =
  /^(?:各|有关|相关|驻|其他|责任|完成|时限|[省市县区州](?:直|级|属|有关|相关))|^[一-龥]{2,8}[:：]|^[^。]{0,24}(?:[局委办厅部会院府司]|公司|中心)(?:[、，]|$)/;
const SENTENCE = /^[一-龥“《（]{4}/;

/**
 * “责任单位：市金融监管局、人行某市中心支行　　本措施自……施行”: where line breaks were lost, the words behind the last note
 * stand behind a wide blank; they begin a paragraph of their own.
 */
export function behindNotes(paragraph: Paragraph): Paragraph[] {
  const { text, gap, row } = paragraph;
  if (row || !LABEL.test(text)) return [paragraph];
  const cuts = [0];
  for (let at = gap.indexOf(WIDE, 1); at > 0; at = gap.indexOf(WIDE, at + 1)) {
    const next = text.slice(at, at + 40);
    if (!SENTENCE.test(next) || MORE.test(next) || insideBrackets(text, at)) continue;
    if (namesEnd(text.slice(Math.max(0, at - REACH), at), next)) cuts.push(at);
  }
  return cuts.length === 1 ? [paragraph] : cuts.map((start, n) => cut(paragraph, start, cuts[n + 1] ?? text.length));
}

/** “（责任单位：市民政局　市商务局　各县（市、区）人民政府）”: blanks inside the brackets of a note divide names. */
function insideBrackets(text: string, at: number): boolean {
  const closing = text.indexOf('）', at);
  if (closing < 0 || text.slice(at, closing).includes('。')) return false;
  let open = 0;
  for (let index = Math.max(0, at - REACH); index < at; index++)
    open = text[index] === '（' ? open + 1 : text[index] === '）' ? Math.max(0, open - 1) : open;
  return open > 0;
}
