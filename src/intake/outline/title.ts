import type { Paragraph } from '../lines/paragraph.js';

const STOP = /[。！？?]/;
const TRAILING = /[，。：；、\s]+$/;
/** “动员部署（2023年5月15日前）各县……”: a stage's dates end its title. */
const DATED_TITLE = /^[^，。；：（）]{2,18}（[^（）]*\d[^（）]*[月日前底旬年]）(?=[一-龥])/;
const COLON_TITLE = /^[^，。；]{2,26}：/;

/** The clause's title and where its own text begins: bold words, else the first sentence, else the whole line. */
export function titleOf(paragraph: Paragraph, markLength: number): { title: string; textStart: number } {
  const { text, boldEnd } = paragraph;
  if (boldEnd !== null && boldEnd > markLength + 1 && boldEnd < text.length) {
    return { title: text.slice(markLength, boldEnd).replace(TRAILING, ''), textStart: boldEnd };
  }
  const rest = text.slice(markLength);
  const spaced = spacedTitle(paragraph, markLength);
  if (spaced) return spaced;
  const dated = DATED_TITLE.exec(rest);
  if (dated) return { title: dated[0], textStart: markLength + dated[0].length };
  const colon = COLON_TITLE.exec(rest);
  if (colon) return { title: colon[0].slice(0, -1), textStart: markLength + colon[0].length };
  const stop = rest.search(STOP);
  const bracket = noteStart(rest);
  const end = stop >= 0 && (bracket < 0 || stop < bracket) ? stop : bracket;
  if (end < 0) return { title: rest.replace(TRAILING, ''), textStart: text.length };
  const textStart = markLength + end + (end === stop ? 1 : 0);
  return { title: rest.slice(0, end).replace(TRAILING, ''), textStart };
}

/** “（一）加强组织领导　各县要……”: wide space ends a title that has no punctuation. */
function spacedTitle(paragraph: Paragraph, markLength: number): { title: string; textStart: number } | null {
  for (let index = markLength + 3; index < Math.min(paragraph.text.length, markLength + 28); index++) {
    const character = paragraph.text[index - 1] ?? '';
    if (/[，。：；、（《“]/.test(character)) return null;
    if (paragraph.gap[index] === 2) return { title: paragraph.text.slice(markLength, index), textStart: index };
  }
  return null;
}

/** Where a responsibility bracket begins in a title line without a full stop, -1 without. */
function noteStart(rest: string): number {
  const match = /[（【[](?=[^（）【】]{0,200}(?:负责|牵头|单位[:：]|部门[:：]|配合|落实|参与))/.exec(rest);
  return match ? match.index : -1;
}
