import { opened } from '../../domain/text/opening.js';
import { holds, matchesOf, sign } from '../../domain/text/signs.js';

const BEFORE = '(?:(?:之?|以)前)?';
const AND = '[、和及与]';
const DATE = String.raw`\d{1,2}[日号]${BEFORE}`;
const PART = '(?:[上中下]旬|末|底|初)?';
const MONTH = String.raw`\d{1,2}月(?:份)?${PART}(?:\d{1,2}[日号])?${BEFORE}`;
const MONTH_OF = '(?:[首次末]月|(?:第[一二三]|最后一)个月)?';
/** 每年1月底前、7月底前; 每月5日、20日前: a list is one rhythm. */
const YEARLY = `每(?:个)?半?年${MONTH_OF}${PART}(?:${MONTH}(?:${AND}${MONTH})*|${DATE})?${BEFORE}`;
const MONTHLY = String.raw`每(?:个)?(?:半个?月|两个?月|两个?周|月|季度?|旬|周(?:[一二三四五六日](?![次场期批轮个]))?)${MONTH_OF}${PART}(?:${DATE}(?:${AND}${DATE})*)?${BEFORE}`;
const DAILY = String.raw`每[日天](?:[上下]午|晚)?\d{1,2}[时点:：](?:\d{2}分?)?(?:之?|以)?前`;
const NEXT_MONTH = String.raw`次月(?:\d{1,2}[日号]|[上中下]旬|底|末|初)${BEFORE}`;
/** 每年 of 每年3000套, but not 每月 of 每月1000元. */
const BEHIND = String.raw`(?=[一-龥，。；、）]|\d{1,2}(?:次|场|期|批|轮|个|人|户|家|小时|天))`;
/** 半年通报一次: a rhythm without 每; 上半年通报一次 is none, 一季度 may be the first. */
const ONCE = String.raw`(?<![每前后上下近大第一二三四个\d])(?:半年|季度|半个?月|一个?月|一年|[一两]周)[一-龥]{0,6}一次`;
const RHYTHM = opened(new RegExp(`${NEXT_MONTH}|${DAILY}|(?:${YEARLY}|${MONTHLY})${BEHIND}|${ONCE}`, 'g'));
export const RHYTHM_SIGNS = sign('每次');

/** The rhythms that a text prints (每月5日、20日前, 每周五, 半年通报一次), in order. */
export const rhythmsIn = (text: string): { raw: string; index: number }[] =>
  holds(text, RHYTHM_SIGNS) ? matchesOf(text, RHYTHM).map(({ 0: raw, index }) => ({ raw, index })) : [];
