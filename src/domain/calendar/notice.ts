import { Refusal } from '../../shared/errors.js';
import { addDays, daysBetween, makeDay, type CalendarDay } from './day.js';
import { weekdayWord, type Arrangement } from './arrangement.js';

const WEEK = '(?:[（(]([^（）()]*)[）)])?';
const DAY = `(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日${WEEK}`;
const ISO = '(\\d{4})-(\\d{1,2})-(\\d{1,2})()';
const TO = '\\s*(?:至|到|[—–~～-]+)\\s*';
const TOKEN = new RegExp(
  `(?<span>(?:${DAY}|${ISO})(?:${TO}(?:${DAY}|${ISO}))?)|(?<verb>放假|补休|休息|上班)|共(?<count>\\d{1,2})天`,
  'g',
);
/** No holiday is longer; a longer stretch is a slip of the pen. */
const LONGEST = 20;

type Days = Pick<Arrangement, 'holidays' | 'workdays'>;

/**
 * The days off and the weekends worked out of the words of the yearly notice, pasted as published or written after it:
 * “1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班”. A day may also be written 2027-01-01. Refusals
 * (`calendar_unread`): days without 放假 or 上班, a weekday or a count of days that does not fit.
 */
export function readNotice(text: string, year: number): Days {
  const found: Days = { holidays: [], workdays: [] };
  let waiting: CalendarDay[] = [];
  let lastOff: CalendarDay[] = [];
  for (const { groups } of text
    .normalize('NFKC')
    .replace(/[ \t\u3000]/g, '')
    .matchAll(TOKEN)) {
    const { span, verb, count } = groups!;
    if (span) waiting.push(...daysOf(span, year));
    else if (verb && waiting.length > 0) {
      if (verb === '上班') found.workdays.push(...waiting);
      else found.holidays.push(...(lastOff = waiting));
      waiting = [];
    } else if (count && lastOff.length !== Number(count))
      throw unread(`“共${count}天”与写出的日期不符：写出的是 ${lastOff.length} 天`);
  }
  refuseLeft(waiting, year);
  const tidy = (days: CalendarDay[]) => [...new Set(days)].sort();
  return { holidays: tidy(found.holidays), workdays: tidy(found.workdays) };
}

/** The number of the notice, where the text has it. */
export function noticeNumber(text: string): string | null {
  return /国[\u4e00-\u9fff]{1,6}[〔[(（]\d{4}[〕\])）]\s*\d+\s*号/.exec(text)?.[0].replace(/\s/g, '') ?? null;
}

function daysOf(span: string, year: number): CalendarDay[] {
  const [first, last] = [...span.matchAll(new RegExp(`${DAY}|${ISO}`, 'g'))].map((match) => partsOf(match));
  const from = dayFrom(first!, { year, month: null });
  if (!last) return [from];
  const to = dayFrom(last, { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)) });
  const length = daysBetween(from, to) + 1;
  if (length < 2 || length > LONGEST) throw unread(`“${span}”不像一段假期`);
  return Array.from({ length }, (_, at) => addDays(from, at));
}

interface Parts {
  year: string | undefined;
  month: string | undefined;
  date: string;
  /** What stands in brackets behind it: 周五; 农历腊月二十八、周日. */
  week: string | undefined;
}

function partsOf(match: RegExpMatchArray): Parts {
  const [, year, month, date, week, isoYear, isoMonth, isoDate] = match;
  return { year: year ?? isoYear, month: month ?? isoMonth, date: (date ?? isoDate)!, week };
}

/** A day without a year is of the year asked for, one without a month of the month before it. */
function dayFrom(parts: Parts, before: { year: number; month: number | null }): CalendarDay {
  const month = Number(parts.month ?? before.month ?? 0);
  if (month === 0) throw unread(`“${parts.date}日”没有写明月份`);
  const day = makeDay(Number(parts.year ?? before.year), month, Number(parts.date));
  const told = /(?:周|星期)([一二三四五六日天])/.exec(parts.week ?? '')?.[1]?.replace('天', '日');
  if (told && `周${told}` !== weekdayWord(day)) throw unread(`${day} 是${weekdayWord(day)}，不是周${told}`);
  return day;
}

/** Days that no 放假 or 上班 follows; the notice's own date of the year before is none of them. */
function refuseLeft(waiting: CalendarDay[], year: number): void {
  const left = waiting.filter((day) => !day.startsWith(String(year - 1)));
  if (left.length > 0) throw unread(`${left[0]} 没有写明是“放假”还是“上班”`);
}

function unread(what: string): Refusal {
  return new Refusal('calendar_unread', `放假安排没有读懂：${what}。`, {
    place: '放假安排',
    cure: '请按通知原文粘贴，或逐句写成“1月1日至3日放假。1月9日上班。”',
  });
}
