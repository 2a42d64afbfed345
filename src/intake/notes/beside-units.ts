import { WINDOW_SIGNS, WINDOW_WORDS } from '../../domain/calendar/windows.js';
import { sign, spells } from '../../domain/text/signs.js';
import { TERM_SIGNS, termKind } from '../dates/terms.js';
import type { Token } from './tokens.js';

const DEADLINE =
  /^(?:(?:[次翌明来]|第二|下一?)年度?)?(?:20\d\d年|\d{1,2}月|\d{1,2}(?:[-—–~～－]+|至|到)\d{1,2}月|年内|年底|[上下]半年|.{0,2}季度).{0,26}$|^(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|上旬|中旬|下旬)?(?:底|末|初)?(?:之?前|以前|完成)*|(?:本|今|当)?年[底末内]前?|每.{1,6}|长期(?:坚持|推进|任务)?|持续(?:推进|实施|开展)?|全年|贯穿全年|常态化(?:推进)?|即时|.{0,4}季度.{0,2}|[上下]半年|20\d\d(?:年)?[-—至~]?.{0,12})(?:完成|启动|落实|前完成|到位|并长期坚持|推进|实施)*$/;
const DEADLINE_HINT = /\d|年|长期|持续|常态|每|即时|季度/;
/** One of them is in every such word. */
const TIME = sign('0123456789年期续态每时季') | WINDOW_SIGNS | TERM_SIGNS;
const TITLES = '市长|省长|县长|区长|州长|盟长|旗长|主任|书记|局长|厅长|部长|主席|秘书长|专员';
/** A leader by title, with the name behind it or without. */
export const PERSON = new RegExp(
  `(?:副?(?:${TITLES})|同志|领导|负责人)$|^(?:[省市县区州盟](?:委|政府)?)?(?:常务)?(?:副?(?:${TITLES})|领导)[一-龥]{2,3}$`,
);
/** 于, 力争于, 确保, 期限至: words that only lead up to a day. */
const UP_TO =
  /^(?:(?:完成|办结|整改)?[时期]限[为至到]|并|且|应|须|需|务必|确保|力争|争取|原则上|于|在)+(?=\d|[本今当年上下长持]|[一二三四]季)/;

/** 春节前后, 汛期, 寒暑假完成. */
const SEASON = new RegExp(`^(?:每年|每逢)?(?:${WINDOW_WORDS.source})(?:完成|开展|实施)?$`);

/** Whether a word of a note is a day, a season or a rhythm. */
export const isDeadline = (token: Token): boolean =>
  token.kind === 'name' && spells(token.text, TIME) && isTime(token.text);

const isTime = (text: string): boolean => isDay(text) || SEASON.test(text) || termKind(text) !== null;

const isDay = (text: string): boolean => DEADLINE_HINT.test(text) && DEADLINE.test(text.replace(UP_TO, ''));

/** An agency with its level. */
export const AGENCY = /[省市县区州][一-龥]{2,8}[局委办厅]$/;

/** 8%, 2个百分点: a figure of another column. */
export const FIGURE = /^\d[\d.,%‰\s]*(?:个?百分点|以上|以内|左右)?$/;

/** 新增, 省级民生实事: what sort of task it is; 咨询××××: a number left open. */
export const REMARK = /^(?:新增|续建|结转|[省市县区]级(?:民生实事|重点(?:任务|项目)))$|×{4,}$/;
