import type { Doubt, TargetReading } from '../../domain/plan/reading.js';
import { matchesOf } from '../../domain/text/signs.js';
import { figuresIn, masked } from './figures.js';
import { TEXT } from './sieves.js';
import { wordedShares } from './worded.js';

const OTHERS = '全国|全[省市区州县]|同期|同类|城镇|城市|周边|东部|西部|中部|经济|地区生产总值|财政|GDP';
/** 快于全国平均水平, 高于城镇居民收入增速: measured against others, whose figure nobody prints. */
const AGAINST = new RegExp(
  `(?:快于|高于|低于|优于|好于|超过|达到)(?:${OTHERS})[^，。；、）\\n\\d]{0,14}?(?:平均(?:水平|值|数|线|增速|增幅)?|(?<!达到[^，]*)(?:水平|增速|增幅|增长|居民(?:收入)?))(?=[，。；、）\\n]|$)`,
  'g',
);
/** What those words and the first of the others begin with: looked for first, for speed. */
const AGAINST_HINT = TEXT.of(/(?:[快高低优好]于|超过|达到)[全同城周东西中经地财G]/);

/** 数十家, 上千名, 几百场: about how many, but nobody can say how many. */
const DIM_HINT = TEXT.of(/[数几上][十百千万]/);
const DIM =
  /(?<![一-龥]{0,1}(?:系|[人个户件次少多总]))[数几上][十百千万]{1,2}[余多]?(?:人次|场次|户次|家|户|人(?!才|大|民)|名(?!单|录|称|额)|场(?!所|景|地)|个(?!月|年|性|体)|份(?!额)|件|套)(?:以上)?/g;

/** 组织两场招聘会, 不少于两次联合执法, 走访百户企业: a few things, or a round number of them, told in words before what they are. */
const FEW_HINT = TEXT.of(/[两三四五六七八九百千][场次家所座户名批]/);
const FEW =
  /(?:(?:组织|举办|开展|召开|举行|走访|新建|建成|打造|培育|引进|扶持|慰问|帮扶|不[少低]于|至少|至少(?:组织|举办|开展|召开|举行|走访|建成))[两三四五六七八九]|(?:走访|慰问|帮扶|扶持|引进|新增|建成|打造|培育)[百千])[场次家所座户名批](?!性|元|数)[一-龥]{0,8}/g;

/** 罚没款下降: a thing that is to fall, nobody says by how much. */
const FALLS = /(?<=^|[，；、\n]|确保|实现)(?![促推带引])[一-龥]{2,8}(?<![步续断同环年趋度])下降(?=[，。；、\n]|$)/g;

/** A figure behind the words that set one; not a year that something is compared with, nor an age or a length of time. */
const SET = /[于过少到在破至](\d[\d.]*)(?![\d.]|年|个?月|周?岁|[-—~至])[^，。；、）\n]{0,8}/g;
const SET_HINT = TEXT.of(/[于过少到在破至]\d/);
const SET_WORDS =
  /(?:不得?[低高少多]于|不得?超过|至少|达到|控制在|[保维]持在|稳定在|突破|(?:提[高升]|增加|扩大|下降|降低|减少|压缩|缩[短小])[到至])$/;
/** 修缮古碑40通, 新植灌木2000丛, 新增辅导员300: a number and what it counts in, if printed, to the end of the clause or before a noun. */
const COUNTED = /(\d[\d.]*[百千万]?)([一-龥]?)(?=[，。；、\n]|以上|左右|[一-龥]{2,8}(?:[，。；、\n]|$)|$)/g;
/** A number alone that is as likely a year. */
const YEAR = /^20\d\d$/;
/** What is made or bought, right before such a number. */
const MADE_WORDS = '完成|新建|建成|改造|新增|开行|购置|配备|安装|修缮|栽植|新植|投放|发放|新设';
const MADE = new RegExp(`(?:${MADE_WORDS})(?!率)[^，。；：、\\n\\d]{0,14}(?<![A-Za-z第])$`);
/** Looked for first, for speed. */
const MADE_HINT = TEXT.of(new RegExp(MADE_WORDS));
const MADE_REACH = 18;
/** Behind a number these make a day, an order or part of a name; most of the others are measures known. */
const NO_COUNT =
  '年月日号级期时点分季届版类条线区路环中大小方等纵横核轴带廊网层度型行会县市省国星位多余万亿倍成折个人家户名元场次件项';
/** 310，120，90: the cells of a table pasted without its columns, one for every county. */
const CELLS_HINT = TEXT.of(/，\d[\d.]*，\d/);
const CELLS = /(?<=，)\d[\d.]*(?:，\d[\d.]*)+(?=[，。；\n]|$)/g;
const FIGURES = /\d[\d.]*/g;
const SET_REACH = 4;

/**
 * Figures that a text sets and that were not understood: shares that no decimal is (三分之一), comparisons with others, numbers
 * that count in a measure nobody knows. A person enters them.
 */
export function unreadFigures(text: string, targets: readonly TargetReading[]): Doubt[] {
  const shares = SHARE_HINT.test(text) ? wordedShares(text).filter(({ value }) => value === null) : [];
  const against = AGAINST_HINT.test(text) ? matchesOf(text, AGAINST) : [];
  const said = shares.map(({ raw }) => raw);
  const others = unknown(text, targets).filter((raw) => !said.some((share) => raw.includes(share)));
  const dim = DIM_HINT.test(text) ? matchesOf(text, DIM).map(([raw]) => raw) : [];
  const few = FEW_HINT.test(text) ? fewIn(text, targets) : [];
  const falls = FALLS_HINT.test(text)
    ? matchesOf(text, FALLS).flatMap(({ 0: raw }) => (targets.some((one) => raw.includes(one.metric)) ? [] : [raw]))
    : [];
  const found = [
    ...falls,
    ...said,
    ...against.map(([raw]) => raw),
    ...dim,
    ...few,
    ...(CELLS_HINT.test(text) ? matchesOf(text, CELLS).map(([raw]) => raw) : []),
    ...others,
    ...ratesUnnamed(text, targets),
  ];
  return found.map((raw) => ({
    code: 'figure_unread',
    reason: `“${raw}”没有读成数字，请补录指标或写明不设指标`,
    field: 'targets',
  }));
}

const SHARE_HINT = TEXT.of(/分之|\//);
const FALLS_HINT = TEXT.of(/下降/);

/** 做到“两个100%”: how many rates, and nowhere which. */
const SEVERAL_WHOLE = TEXT.of(/[两双三四五六]个?100%/);

function ratesUnnamed(text: string, targets: readonly TargetReading[]): string[] {
  const raw = SEVERAL_WHOLE.exec(text)?.[0];
  return raw === undefined || targets.some((one) => one.raw.includes('100%')) ? [] : [raw];
}

const fewIn = (text: string, targets: readonly TargetReading[]): string[] =>
  matchesOf(text, FEW).flatMap(([raw]) => (targets.some((one) => raw.includes(one.raw)) ? [] : [raw]));

function unknown(text: string, targets: readonly TargetReading[]): string[] {
  const found: string[] = [];
  if (!SET_HINT.may(text)) return madeUnread(text, targets);
  SET.lastIndex = 0;
  for (let match = SET.exec(text); match; match = SET.exec(text)) {
    const [raw, figure = ''] = match;
    if (targets.some(({ raw: said }) => said.match(FIGURES)?.includes(figure))) continue;
    const words = SET_WORDS.exec(text.slice(Math.max(0, match.index - SET_REACH), match.index + 1));
    if (words) found.push(words[0] + raw.slice(1));
  }
  return [...found, ...madeUnread(text, targets)];
}

function madeUnread(text: string, targets: readonly TargetReading[]): string[] {
  const found: string[] = [];
  if (!MADE_HINT.may(text)) return found;
  const plain = masked(text);
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(plain); match; match = COUNTED.exec(plain)) {
    const [raw, figure = '', measure = ''] = match;
    if (measure ? NO_COUNT.includes(measure) : YEAR.test(figure)) continue;
    const made = MADE.exec(plain.slice(Math.max(0, match.index - MADE_REACH), match.index))?.[0];
    const isRead = targets.some((one) => one.raw.match(FIGURES)?.includes(figure.replace(/[百千万]$/, '')));
    if (made !== undefined && !SET_WORDS.test(made) && !isRead && !figuresIn(raw).some(({ unit }) => unit))
      found.push(made + raw);
  }
  return found;
}
