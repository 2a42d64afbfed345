import { counted } from '../../domain/text/number-words.js';
import { MEASURE_WORD } from './measure-words.js';

/** A number of things in words, with what stands behind it: 两万人次, 一千二百家以上. */
export interface WordedCount {
  index: number;
  raw: string;
  value: number;
  unit: string | undefined;
  after: string | undefined;
}

export const COUNT_HINT =
  /[一二两三四五六七八九][十百千万]|十[一二三四五六七八九](?!五)|[十百千]万|[十百千][余多]|[十百千].{1,2}以[上内]|[近约超破达于少][十百千]|[一二两三四五六七八九十百](?:个?工作日|[日天]|个?小时|个月)[以之]?内/;
const COUNT = new RegExp(
  `([一二两三四五六七八九](?<![一二两三四五六七八九十百千万亿零第前\\d“].)[十百千万][零一二两三四五六七八九十百千万]*|十(?<![一二两三四五六七八九十百千万亿零第前\\d“].)[一二三四五六七八九]|[十百千](?<![一二两三四五六七八九十百千万亿零第前数几上好成\\d“].)万?(?![一二三四五六七八九十百千万亿]))[余多]?(${MEASURE_WORD})?(以上|左右|以内|以下|之内|内|及以上)?`,
  'g',
);
/** Things that are named rather than counted (落实三十条, 十二项任务, 二十个方面), and days of a campaign. */
const NAMED = /^(?:条|项|类|种|门|期|例|支|天|日|岗|课时|学时|分钟)$/;
const SIDES = /^(?:方面|重点|专项|一批)/;
const PEOPLE = /^(?:农民工|劳动者|劳动力|职工|群众|学生|居民|毕业生)/;

/** 十五日内, 三十个工作日内, 三日内: how long something may take. */
const TERM =
  /(?<![一二两三四五六七八九十百千零第前每近数几\d“])([一二两三四五六七八九十百零]{1,6})(个工作日|工作日|日|天|小时|个月)((?:以|之)?内)/g;
const OF_TERM = /^(?:个?工作日|日|天|小时|个月)$/;

const termsIn = (text: string): WordedCount[] =>
  [...text.matchAll(TERM)].map(({ 0: raw, 1: words = '', 2: unit, 3: after, index }) => ({
    ...{ index, raw, value: counted(words), unit, after },
  }));

/** The counts in words of ten and more that a text sets; smaller ones (一次, 两个方面) are mostly no figures, but for terms. */
export function wordedCounts(text: string): WordedCount[] {
  if (!COUNT_HINT.test(text)) return [];
  const counts = [...text.matchAll(COUNT)].flatMap((match) => {
    const [raw, words = '', measure, after] = match;
    const rest = text.slice(match.index + raw.length);
    const unit = measure ?? (PEOPLE.test(rest) ? '人' : undefined);
    if (!unit || NAMED.test(unit) || SIDES.test(rest) || (after?.endsWith('内') && OF_TERM.test(unit))) return [];
    if (/^[十百千]万?$/.test(words) && !isMeant(match, text)) return [];
    return [{ index: match.index, raw, value: counted(words), unit, after }];
  });
  return [...counts, ...termsIn(text)];
}

/** 百场以上, 近百家, 十余名, 十万人; not 百日, 千名干部, 百万农民工. */
function isMeant({ 0: raw, 1: words, 2: measure, 3: after, index }: RegExpMatchArray, text: string): boolean {
  const isTenThousands = words === '十万' && measure !== undefined;
  const clause = text.slice(Math.max(0, (index ?? 0) - 4), index);
  return after !== undefined || /[余多]/.test(raw) || isTenThousands || BEFORE.test(clause);
}

const BEFORE = /(?:近|约|超过?|突破|达到?|不[少低]于|至少)$/;
