import { counted } from '../../domain/text/number-words.js';
import { MEASURE_WORD } from './measure-words.js';
import { TEXT } from './sieves.js';

/** A number of things in words, with what stands behind it: 两万人次, 一千二百家以上. */
export interface WordedCount {
  index: number;
  raw: string;
  value: number;
  unit: string | undefined;
  after: string | undefined;
  /** 三至五个工作日内: the figure is the lower of two. */
  upper?: string | undefined;
}

export const COUNT_HINT = TEXT.of(
  /[一二两三四五六七八九](?:[十百千万亿]|[处座所家栋幢个场期](?=[，。；、）\n]|$))|[过到上][十百千万]亿|十[一二三四五六七八九](?!五)|[十百千]万|[十百千][余多]|[十百千].{1,2}以[上内]|[近约超破达于少](?:[十百千]|万亿)|[一二两三四五六七八九十百廿](?:(?:个?工作日|[日天周]|个?小时|个月|个?星期)[以之]?内|个百分点)|[于少过长前][一二两三四五六七八九十]{1,3}(?:个?工作日|天)/,
);
const COUNT = new RegExp(
  `([一二两三四五六七八九](?<![一二两三四五六七八九十百千万亿零第前之\\d“].)[十百千万亿][零一二两三四五六七八九十百千万亿]*|十(?<![一二两三四五六七八九十百千万亿零第前\\d“].)[一二三四五六七八九]|[十百千](?<![一二两三四五六七八九十百千万亿零第前数几上好成之\\d“].)万?(?![一二三四五六七八九十百千万亿]))[余多]?(${MEASURE_WORD})?(以上|左右|以内|以下|之内|内|及以上)?`,
  'g',
);
/** Things that are named rather than counted (落实三十条, 十二项任务, 二十个方面), and days of a campaign. */
const NAMED = /^(?:条|项|类|种|门|期|例|支|天|日|岗|课时|学时|分钟)$/;
const SIDES = /^(?:方面|重点|专项|一批)/;
const PEOPLE = /^(?:农民工|劳动者|劳动力|职工|群众|学生|居民|毕业生)/;

const NUMBER = '[一二两三四五六七八九十百零廿]{1,6}';
const ALONE = '(?<![一二两三四五六七八九十百千零廿第前每近数几\\d“]|[一二两三四五六七八九十][至到])';
/** 十五日内, 三至五个工作日内; 不少于五个工作日: how long something may take, or has to. */
const TERM = new RegExp(
  `${ALONE}(${NUMBER})(?:[至到](${NUMBER}))?(?:(个?工作日|日|天|个?小时|个月|周|个?星期)([以之]?内)|(?<=(?:不[少低]于|不得[少低]于|至少|不超过|不得超过|最长|提前)${NUMBER})(个?工作日|天))`,
  'g',
);
const OF_TERM = /^(?:个?工作日|日|天|个?小时|个月|周|个?星期)$/;

const termsIn = (text: string): WordedCount[] =>
  [...text.matchAll(TERM)].map(({ 0: raw, 1: words = '', 2: most, 3: within, 4: after, 5: bare, index }) => ({
    ...{ index, raw, value: counted(words), unit: within ?? bare, after },
    ...(most ? { upper: String(counted(most)) } : {}),
  }));

const STOP = '(?=[，。；、）\\n]|$)';
/** 改造路口五处, 新建公园八座: a few things, told behind what they are; not 分为五个, 每季度一场. */
const FEW = new RegExp(
  `([一二两三四五六七八九])(?=[处座所家栋幢个场期])(?<![一二两三四五六七八九十百千万第每前近几数这那另同].)(?<=(?:(?:建成?|改造|打造|创建|培育|举办|整治|修复|新增|引进|认定|新设|设立|完成)[^，。；：、\\n]{2,14}|[处座所家栋幢个场期]、[^，。；：、\\n]{3,14}).)([处座所家栋幢个场期])${STOP}`,
  'g',
);

const fewIn = (text: string): WordedCount[] =>
  [...text.matchAll(FEW)].map(({ 0: raw, 1: words = '', 2: unit, index }) => ({
    ...{ index, raw, value: counted(words), unit, after: undefined },
  }));

/** 突破千亿元, 过百亿元: what is to be reached; 千亿级产业, 百亿元企业 only say how large. */
const MAGNITUDE = new RegExp(
  `(?<=突破|超过?|(?<!不)过|达到?|近|约|[迈跨登站跃]上|跨[越过]|迈入|不[少低]于|[增提][长加高]到)([十百千万]亿)(元|美元|斤|吨|千瓦时)?(?:(以上|左右)|(?:大关)?${STOP})`,
  'g',
);

const magnitudesIn = (text: string): WordedCount[] =>
  text.includes('亿')
    ? [...text.matchAll(MAGNITUDE)].map(({ 0: raw, 1: words = '', 2: unit, 3: after, index }) => ({
        ...{ index, raw: raw.replace('大关', ''), value: counted(`一${words}`), unit: unit ?? '元', after },
      }))
    : [];

/** 下降两个百分点: a difference is a figure however small. */
const POINTS = new RegExp(`${ALONE}(${NUMBER})(个百分点)(以上|左右|以内|以下)?`, 'g');

const pointsIn = (text: string): WordedCount[] =>
  text.includes('个百分点')
    ? [...text.matchAll(POINTS)].map(({ 0: raw, 1: words = '', 2: unit, 3: after, index }) => ({
        ...{ index, raw, value: counted(words), unit, after },
      }))
    : [];

/** The counts in words of ten and more that a text sets; smaller ones (一次, 两个方面) are mostly no figures, but for terms. */
export function wordedCounts(text: string): WordedCount[] {
  if (!COUNT_HINT.test(text)) return [];
  const counts = [...text.matchAll(COUNT)].flatMap((match) => {
    const [raw, words = '', measure, after] = match;
    const rest = text.slice(match.index + raw.length);
    const unit = measure ?? (PEOPLE.test(rest) ? '人' : undefined);
    if (
      !unit ||
      NAMED.test(unit) ||
      unit === '个百分点' ||
      SIDES.test(rest) ||
      (after?.endsWith('内') && OF_TERM.test(unit))
    )
      return [];
    if (/^[十百千]万?$/.test(words) && !isMeant(match, text)) return [];
    return [{ index: match.index, raw, value: counted(words), unit, after }];
  });
  return [...counts, ...termsIn(text), ...pointsIn(text), ...fewIn(text), ...magnitudesIn(text)];
}

/** 百场以上, 近百家, 十余名, 十万人; not 百日, 千名干部, 百万农民工. */
function isMeant({ 0: raw, 1: words, 2: measure, 3: after, index }: RegExpMatchArray, text: string): boolean {
  const isTenThousands = words === '十万' && measure !== undefined;
  const clause = text.slice(Math.max(0, (index ?? 0) - 4), index);
  return after !== undefined || /[余多]/.test(raw) || isTenThousands || BEFORE.test(clause);
}

const BEFORE = /(?:近|约|超过?|突破|达到?|不[少低]于|至少)$/;
