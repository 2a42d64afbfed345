import { addDays, makeDay, monthOf, weekday, yearOf, type CalendarDay } from '../../domain/calendar/day.js';
import { endOfMonth } from '../../domain/calendar/period.js';
import type { Doubt } from '../../domain/plan/reading.js';
import { counted } from '../../domain/text/number-words.js';
import { matchesOf } from '../../domain/text/signs.js';
import { FINISHED } from './month-alone.js';

/** A term that a plan counts from the day on which it is issued (本通知印发后三十日内). */
interface IssueTerm {
  raw: string;
  index: number;
  count: number;
  /** 日, 个工作日, 个月, 周, 年 as printed. */
  unit: string;
  /** 一年内完成整改: from which day on is not printed. */
  open?: true;
}

/** 本通知印发后三十日内, 文件下发之日起15个工作日内; not of another document (《条例》公布后, 省方案印发后). */
const TERM =
  /(?<=^|[，。；：、（\n自从于在应须需并要])(?:[本该此][一-龥]{0,4}?)?(?:通知|方案|意见|文件|办法|要点|计划|清单|细则|规划)?(?:正式)?(?:[印下]发|[发公颁]布)(?:之日起?|日起|[之以]?后|起)的?(\d{1,3}|[一二两三四五六七八九十百廿]{1,4}|半)(个?工作日|[日天周年]|个月|个?星期)[之以]?内/g;
/** Looked for first, for speed. */
const HINT = /[印下]发[之日以后起]|[发公颁]布[之日以后起]/;

/** 一年内完成整改, 半年内办结: months or years alone, behind which the work's end follows at once. */
const OPEN_TERM = new RegExp(
  `(?<=^|[，。；：、\\n]|力争|确保|争取|用)(\\d{1,2}|[一两二三四五六七八九十]|半)(年|个月)(?:时间)?[之以]?内(?=，?(?:${FINISHED}|(?:基本|全面|全部)?(?:消除|解决|达标|清零|整改|销号|建立|形成)))`,
  'g',
);
const OPEN_HINT = /[年月](?:时间)?[之以]?内/;
/** 收到后…, 自立案之日起: counted from an event of the same sentence. */
const EVENT = /(?:后|之日|起|接到|收到|受理|发现|离校|毕业)[^。；\n]{0,20}$/;
const EVENT_REACH = 30;

function issueTerms(text: string): IssueTerm[] {
  if (!text.includes('内')) return [];
  const stated = HINT.test(text) ? matchesOf(text, TERM).map((match) => termOf(match)) : [];
  if (!OPEN_HINT.test(text)) return stated;
  const open = matchesOf(text, OPEN_TERM)
    .filter(({ index }) => !EVENT.test(text.slice(Math.max(0, index - EVENT_REACH), index)))
    .map((match): IssueTerm => ({ ...termOf(match), open: true }));
  return [...stated, ...open];
}

const termOf = ({ 0: raw, 1: count = '', 2: unit = '', index }: RegExpExecArray): IssueTerm => ({
  ...{ raw, index, unit },
  count: count === '半' ? 0.5 : Number(count) || counted(count),
});

/**
 * The days that such terms end on, counted from the plan's own date; each in doubt, since that may not be the day of issue.
 * `where` is the place that prints them.
 */
export function termsFromIssue(where: string, text: string, issuedOn: CalendarDay | null) {
  if (issuedOn === null) return [];
  return issueTerms(text).map((term) => {
    const { raw, index } = term;
    const day = endOf(term, issuedOn);
    const from = term.open ? '没有写明从哪一天算起，暂' : '';
    const weeks = term.unit.includes('工作日') ? '，只除去了周六、周日，没有除去节假日' : '';
    return {
      ...{ raw, index, day },
      doubt: `${where}印有“${raw}”，${from}按成文日期${issuedOn}推算到${day}${weeks}，请核对印发日期和完成时限`,
    };
  });
}

/** What is asked of such terms where the plan's date is not known. */
export const termsWithoutIssue = (text: string, issuedOn: CalendarDay | null): Doubt[] =>
  issuedOn !== null
    ? []
    : issueTerms(text).map(({ raw }) => ({
        code: 'issue_day_missing',
        reason: `正文印有“${raw}”，没有读出成文日期，没有推算：请填写本条的完成时限`,
        field: 'due',
      }));

/** The first day is not counted; a month ends on the same date, or on the month's last. */
function endOf({ count, unit }: IssueTerm, from: CalendarDay): CalendarDay {
  if (unit.includes('工作日')) return workedDays(from, count);
  if (unit === '个月') return count < 1 ? addDays(from, 15) : monthsOn(from, count);
  if (unit === '年') return monthsOn(from, Math.round(count * 12));
  return addDays(from, Math.ceil(count * (/周|星期/.test(unit) ? 7 : 1)));
}

function workedDays(from: CalendarDay, count: number): CalendarDay {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWeekday(day)) left -= 1;
  }
  return day;
}

const isWeekday = (day: CalendarDay): boolean => weekday(day) <= 5;

function monthsOn(from: CalendarDay, count: number): CalendarDay {
  const months = yearOf(from) * 12 + monthOf(from) - 1 + count;
  const last = endOfMonth(makeDay(Math.floor(months / 12), (months % 12) + 1, 1));
  const same = last.slice(0, 8) + from.slice(8);
  return same > last ? last : same;
}
