import { isSign, sign } from '../../domain/text/signs.js';
import type { Paragraph } from '../lines/paragraph.js';
import { SAFEGUARDS_TITLE } from '../lines/safeguards.js';

const STOP = /[。！？?]/;
const TRAILING = /[，。：；、\s]+$/;
/** “动员部署（2023年5月15日前）各县……”: a stage's dates end its title. */
const DATED_TITLE = /^[^，。；：（）]{2,18}（[^（）]*\d[^（）]*[月日前底旬年]）(?=[一-龥])/;
/** “扩大投资一是加快……二是……”: the break behind the heading was lost. */
const FIRSTLY = /^[^，。；：（）]{4,30}(?=一是)/;
/** “总体目标到年底，覆盖率达到……”: the break behind a heading of aims was lost. */
const AIMS =
  /^(?:(?:总体|工作|主要|年度|发展|具体|行动|整治|创建)?目标(?:任务|要求)?|总体(?:要求|思路)|工作思路|指导思想)(?=(?:到|至|以(?!及)|通过|力争|确保|坚持|深入|认真|全面|紧紧|贯彻|围绕|按照|20\d\d年|年底|\d{1,2}月|全[省市县区州盟旗]|全年|今年|年内|新增|完成)[^。]*[，\d])/;
const COLON_TITLE = /^[^，。；]{2,26}：/;

/** The clause's title and where its own text begins: bold words, else the first sentence, else the whole line. */
export function titleOf(paragraph: Paragraph, markLength: number): { title: string; textStart: number } {
  const { text, boldEnd } = paragraph;
  if (boldEnd !== null && boldEnd > markLength + 1 && boldEnd < text.length) {
    return { title: text.slice(markLength, boldEnd).replace(TRAILING, ''), textStart: boldEnd };
  }
  const rest = text.slice(markLength);
  if (ONLY_NOTE.test(rest)) return { title: '', textStart: markLength };
  const spaced = spacedTitle(paragraph, markLength);
  if (spaced) return spaced;
  const stop = rest.search(STOP);
  const note = noteStart(rest, stop < 0 ? rest.length : stop);
  const before = note < 0 ? rest : rest.slice(0, note);
  const dated = DATED_TITLE.exec(before);
  if (dated) return { title: dated[0], textStart: markLength + dated[0].length };
  const aims = AIMS.exec(before) ?? SAFEGUARDS_TITLE.exec(before);
  if (aims) return { title: aims[0], textStart: markLength + aims[0].length };
  const firstly = rest.includes('二是') ? FIRSTLY.exec(before) : null;
  if (firstly) return { title: firstly[0], textStart: markLength + firstly[0].length };
  const colon = COLON_TITLE.exec(before);
  if (colon) return { title: colon[0].slice(0, -1), textStart: markLength + colon[0].length };
  const end = note < 0 ? stop : note;
  if (end < 0) return { title: rest.replace(TRAILING, ''), textStart: text.length };
  const textStart = markLength + end + (end === stop ? 1 : 0);
  return { title: rest.slice(0, end).replace(TRAILING, ''), textStart };
}

const INSIDE_SENTENCE = sign('，。：；、（《“');

/** “（一）加强组织领导　各县要……”: wide space ends a title that has no punctuation. */
function spacedTitle(paragraph: Paragraph, markLength: number): { title: string; textStart: number } | null {
  for (let index = markLength + 3; index < Math.min(paragraph.text.length, markLength + 28); index++) {
    if (isSign(paragraph.text, index - 1, INSIDE_SENTENCE)) return null;
    if (paragraph.gap[index] === 2) return { title: paragraph.text.slice(markLength, index), textStart: index };
  }
  return null;
}

/** “三、责任单位：甲局”: the heading of the items below is nothing but their note. */
const ONLY_NOTE = /^(?:牵头|责任|主责|主办|承办)(?:责任)?(?:单位|部门|主体)[:：]/;
const BRACKET = /（|【|\[/;
const NOTE_BRACKET = /[（【[](?=[^（）【】]{0,200}(?:负责|牵头|单位[:：]|部门[:：]|配合|落实|参与))/;
/** “改善消费环境责任单位：甲局”: the break before the label was lost. */
const NOTE_LABEL =
  /(?<=..)(?:(?:主要|第一|共同)?(?:牵头|责任|主责|主办|承办|配合|协办|落实|实施)(?:责任)?(?:单位|部门|主体)|(?:责任|牵头|分管|主管|分包|包抓|包联)[省市县区]?(?:级|委|政府)?领导|责任人|完成时限|牵头)[:：]/;

/** Where a responsibility note begins before the title's full stop at `stop`, -1 without. */
function noteStart(rest: string, stop: number): number {
  const title = rest.slice(0, stop);
  const bracket = BRACKET.test(title) ? rest.slice(0, stop + REACH).search(NOTE_BRACKET) : -1;
  const label = COLON.test(title) ? title.search(NOTE_LABEL) : -1;
  if (label >= 0 && (bracket < 0 || label < bracket)) return label;
  return bracket < stop ? bracket : -1;
}

const COLON = /[:：]/;
const REACH = 200;
