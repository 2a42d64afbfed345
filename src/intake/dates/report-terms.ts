import type { ReportingDuty } from '../../domain/plan/reading.js';
import { matchesOf } from '../../domain/text/signs.js';
import { eachAlone } from './listed-days.js';
import { daysOfText, dueDays } from './phrases.js';

/** What is sent upward: only words of it make 送 a report (送岗下乡, 送医 are none). */
export const THINGS = '总结|情况|材料|报告|名单|台账|数据|方案|意见|报表|信息|进展|计划|清单';
/** When a report is due: by a day, or by a rhythm. */
export type Term = Pick<ReportingDuty, 'due' | 'every'>;

const DAY = String.raw`\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}[日号])?(?:之?前)?`;
/** 17:00, 下午5点: at what hour of the day. */
const HOUR = String.raw`(?:[上下]午|晚上?|中午)?\d{1,2}(?:[:：]\d{2}|[时点](?:整|\d{1,2}分)?)`;
/** 半年报告一次: a rhythm without 每. */
const ONCE = String.raw`(?<![每前上下近一个\d])(?:半年|一?季度?|一?个?月|一年|一周)(?=[一-龥]{0,8}(?:报|送)[一-龥]{0,2}一次)`;
/** 专项行动结束后5日内. */
const AFTER_END = String.raw`[一-龥]{0,8}(?<!每月|季度|半年|年度|每年)(?:结束|终了|完成)后的?\d{1,3}个?(?:工作日|[日天周月])(?:之|以)?内`;
/** 重大事项24小时内报告. */
const AT_ONCE = String.raw`\d{1,3}个?小时(?:之|以)?内(?=(?:上报|报送|报告|书面报告|报(?=[省市县区我领])))`;
const RECURRENT = new RegExp(
  String.raw`(?:每(?:个)?(?:月|季度?|半年|年(?:(?:${DAY}[、和及与])*\d{1,2}月|年(?=[底末]))?|周[一二三四五六日]?|旬|工作日|[日天])|(?=[次翌下]月(?:\d{1,2}[日号]|[底末初])))(?:(?:(?:结束|终了)?后?的?[次翌下]月|首月|末月|第[一二三]个月|最后一个?月)(?:（[^（）]*）)?|末|底|初|[上中下]旬(?=之?前)|(?:结束|终了)后(?=\d))?(?:(?:\d{1,2}[日号][、和及])*\d{1,2}(?:个工作)?[日号][之以]?内?|最后[一二三1-5]个工作日|${HOUR})?(?:之?前)?|${ONCE}|${AFTER_END}|${AT_ONCE}`,
  'g',
);

/** A rhythm has one of these: looked for first, for speed. */
const RECURS = /每|一次|[束了成]后|[次翌下]月|\d个?小时/;
const rhythmsIn = (text: string): { raw: string; index: number }[] =>
  RECURS.test(text) ? matchesOf(text, RECURRENT).map(({ 0: raw, index }) => ({ raw, index })) : [];
/** The rhythms that a text prints (每月25日前), in order. */
export const rhythms = (text: string): string[] => rhythmsIn(text).map(({ raw }) => raw);

/** A day or a rhythm with which a clause opens: 12月15日前, 每季度次月15日前. */
export const FIRST_TERM =
  /^(?:于|在)?(?:每个?(?:月|季度?|半年|年|周)[^，。；]{0,8}?|(?:20\d{2}年|[今本次翌明]年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|[今本当]?年(?:底|末)|[次翌下]月\d{1,2}日)(?:之?前|以前)/;
const JOINED = /^(?:[、和及与]|以及)?(?:应?[于在])?$/;

/** What is asked for, in a clause's words without its number and without its term; several terms stay with their papers. */
export function wordsAsked(piece: string, year: number | null): string {
  const words = piece.replace(/[。；]$/, '').replace(NUMBER, '');
  const rounds = rhythmsIn(words);
  const days = eachAlone(daysOfText(words, year)).filter(
    ({ index }) => !rounds.some((one) => index >= one.index && index < one.index + one.raw.length),
  );
  const terms = [...rounds, ...days].sort((a, b) => a.index - b.index);
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last || terms.some((one, at) => at > 0 && !JOINED.test(between(words, terms[at - 1]!, one))))
    return words;
  const before = words.slice(0, first.index).replace(/(?:应当?|要|须|需|务必)?[于在]$/, (verb) => verb.slice(0, -1));
  return before + words.slice(last.index + last.raw.length).replace(/^，/, '');
}
const NUMBER =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]\s*|[一二三四五六七八九十]{1,2}、|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,3}条\s*)/;

/** 分别报送半年和全年工作总结 by two days: to each the paper of its own. */
export function eachPaper(what: string, count: number): string[] {
  const [, before = '', verb = '', first, second, paper = ''] = count === 2 ? (PAPERS_OF.exec(what) ?? []) : [];
  return first && second
    ? [first, second].map((one) => before + verb + one + paper)
    : Array.from({ length: count }, () => what);
}
const PAPERS_OF =
  /^(.*?)分别(.*?)(上?半年度?|年中)(?:工作)?(?:总结)?[、和及与](全年|下半年|年度|年终|年底)([^、和及与]{2,})$/;

interface PrintedTerm {
  day: string;
  raw: string;
  index: number;
}

interface Placed {
  raw: string;
  index: number;
  term: Term;
}

/** Between two terms that are each a report's: 、 alone, or the papers of the first. */
const NEXT_TERM = new RegExp(
  `^(?:（[^）]*）)?(?:分别)?(?:[将把][^，]*|[^，]{0,16}(?:${THINGS}))?(?:[、和及与]|以及)(?:于|[次翌]年)*$`,
);

/**
 * “6月15日、12月15日前”, “4月15日前将方案、每季度末将进展报…”: each term is a report of its own; one that something else is
 * done by (6月底前完成自查并…) is none. A clause without a term has those of its sentence.
 */
export function termsOf(piece: string, until: number, year: number | null, otherwise: Term): Term[] {
  const rounds = roundsBefore(piece, until);
  const isInRound = (at: number): boolean => rounds.some(({ index, raw }) => at >= index && at < index + raw.length);
  const days = demanded(daysBefore(piece, until, year), piece).filter(({ index }) => !isInRound(index));
  const dated = rounds.length > 0 && !days.some(({ raw }) => ENDS.test(raw)) ? [] : days;
  const terms = [...rounds, ...dated.map((one) => ({ ...one, term: { due: one.day } }))];
  const kept = ofReport(
    terms.sort((a, b) => a.index - b.index),
    piece,
  );
  return kept.length > 0 ? kept.map(({ term }) => term) : [otherwise];
}

const roundsBefore = (piece: string, until: number): Placed[] =>
  rhythmsIn(piece)
    .filter(({ index }) => index < until)
    .map(({ raw, index }) => ({ raw, index, term: { due: null, every: raw } }));

const ENDS = /[前内]$/;

/** 12月10日前将1月至11月的情况, 截至11月底的: of days, those by which something is demanded, with the ones listed before them. */
function demanded(days: readonly PrintedTerm[], piece: string): PrintedTerm[] {
  const open = days.filter(({ index }) => !/截[至止]$/.test(piece.slice(0, index)));
  if (!open.some(({ raw }) => ENDS.test(raw))) return open.slice(0, isListed(open, piece) ? undefined : 1);
  return open.filter((one, at) => ENDS.test(one.raw) || (open[at + 1] && isListed(open.slice(at, at + 2), piece)));
}

const isListed = (days: readonly PrintedTerm[], piece: string): boolean =>
  days.every((one, at) => {
    const before = days[at - 1];
    return (
      !before || before.index === one.index || /^(?:[、和及与]|以及)(?:[次翌]年)?$/.test(between(piece, before, one))
    );
  });

const between = (piece: string, before: { raw: string; index: number }, { index }: { index: number }): string =>
  piece.slice(before.index + before.raw.length, index);

/** From the last term back as long as each is a report's. */
function ofReport(terms: readonly Placed[], piece: string): Placed[] {
  let from = terms.length - 1;
  while (from > 0 && isNext(terms[from - 1]!, terms[from]!, piece)) from -= 1;
  return terms.slice(Math.max(0, from));
}

const isNext = (before: Placed, one: Placed, piece: string): boolean =>
  before.index === one.index || NEXT_TERM.test(between(piece, before, one));

/** 5月、9月底前: both at their ends. */
const MONTHS = /(?:\d{1,2}月[、和及与])+$/;

/** The days that a clause prints before its report; 次年1月15日 is of the year after. */
function daysBefore(piece: string, until: number, year: number | null): PrintedTerm[] {
  return eachAlone(daysOfText(piece, year))
    .filter(({ index }) => index < until)
    .flatMap(({ day, raw, index }) => {
      const months = /[底末]/.test(raw) ? (MONTHS.exec(piece.slice(0, index))?.[0].match(/\d+/g) ?? []) : [];
      const ends = months.flatMap((month) =>
        dueDays(`${month}月底前`, year).map((end) => ({ raw, index, day: end.day })),
      );
      return [...ends, { raw, index, day }];
    });
}
