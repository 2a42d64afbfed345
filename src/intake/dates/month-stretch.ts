import { feastEnd, mayHoldWindow, UNTIL_FEAST } from '../../domain/calendar/windows.js';
import { DIGIT, holds, matchesOf } from '../../domain/text/signs.js';
import { dayRange, yearPrinted, type FoundDue } from './phrases.js';

/** A stretch of whole months, or of days, with its first and last day; null where the year is not known. */
export interface MonthStretch {
  raw: string;
  index: number;
  start: string | null;
  end: string | null;
}

const PART = String.raw`\d{1,2}日|[上中]?[上中下]旬|初|底|末`;
/** 4月至10月, 3—5月, 2025年3月至5月, 11月至次年2月, 5月中旬—12月, 3月10日至10月底, 6月初至年底: each end in its own form. */
const MONTHS = new RegExp(
  String.raw`(?<!\d)(?:20\d{2}年)?(\d{1,2})(?:月(?:份)?(${PART})?(?:起|开始)?)?(?:[-—–~～－]+|至|到)((?:20\d{2}|[次翌明来])年)?(?:(\d{1,2})月(?:份)?(?:(${PART})|(?![\d底末初前]|[之以]前|[上中下]旬))|[今本当]?年[底末])(?!\d)`,
  'g',
);
/** No such stretch without one of these before a figure: looked for first, for speed. */
const HINT = /[-—–~～－至到年](?:\d{1,2}月|年?[底末])/;

/** 2024年8月1日至10月31日, 12月25日—次年1月28日. */
const DAYS =
  /(?<!\d)(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:起|开始)?(?:[-—–~～－]+|至|到)((?:20\d{2}|[次翌明来])年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
const DAYS_HINT = /\d日(?:起|开始)?[-—–~～－至到]/;

/** The stretches of days that a text prints, likewise; a day that no calendar has leaves its end open. */
export function dayStretches(text: string, year: number | null): MonthStretch[] {
  if (!holds(text, DIGIT) || !DAYS_HINT.test(text)) return [];
  return matchesOf(text, DAYS).map((match) => {
    const [raw, printed, month = '', first, toYear, toMonth = month, last] = match;
    const from = printed ? Number(printed) : year;
    const until = from === null ? null : untilYear(from, toYear, Number(toMonth) < Number(month));
    const dayIn = (of: number | null, words: string) => (of === null ? null : dayRange(`${of}年${words}日`, null));
    const [start, end] = [dayIn(from, `${month}月${first}`), dayIn(until, `${toMonth}月${last}`)];
    return { raw, index: match.index, start: start?.start ?? null, end: end?.end ?? null };
  });
}

/** The stretches of months that a text prints; without a year in the plan's, over New Year into the next. */
export function monthStretches(text: string, year: number | null): MonthStretch[] {
  if (!holds(text, DIGIT) || !HINT.test(text)) return [];
  return matchesOf(text, MONTHS).flatMap((match) => {
    const [raw, first = '', begun = '', toYear, last = '12', ended = ''] = match;
    const begins = begun === '初' ? '' : begun;
    if (!isMonth(first) || !isMonth(last)) return [];
    const printed = /^20\d{2}/.exec(raw)?.[0];
    const from = printed ? Number(printed) : year;
    const until = from === null ? null : untilYear(from, toYear, Number(last) < Number(first));
    const start = from === null ? null : (dayRange(`${from}年${first}月${begins}`, null)?.start ?? null);
    const end =
      until === null ? null : (dayRange(`${until}年${last}月${ended === '初' ? '上旬' : ended}`, null)?.end ?? null);
    return [{ raw, index: match.index, start, end }];
  });
}

/** Both kinds of stretches, from day to day and of months, each once. */
export function stretchesOf(text: string, year: number | null): MonthStretch[] {
  if (!text.includes('月')) return [];
  const days = dayStretches(text, year);
  return [...days, ...monthStretches(text, year).filter((one) => !days.some((other) => overlap(one, other)))];
}

/** The days of a text, those that begin or end a stretch as one that is over with the stretch. */
export function endsOfStretches(days: readonly FoundDue[], text: string, year: number | null): readonly FoundDue[] {
  const stretches = stretchesOf(text, year);
  if (stretches.length === 0) return days;
  const whole = stretches.flatMap(({ raw, index, end }) => (end === null ? [] : [{ raw, index, day: end }]));
  const apart = days.filter((one) => !whole.some((other) => overlap(one, other)));
  return [...apart, ...whole].sort((a, b) => a.index - b.index);
}

const overlap = (one: Place, other: Place): boolean =>
  one.index < other.index + other.raw.length && other.index < one.index + one.raw.length;
type Place = Pick<MonthStretch, 'raw' | 'index'>;

/** 2024年11月上旬至2025年春节前, 12月至春节: with the feast a stretch ends. */
const TO_FEAST = new RegExp(
  String.raw`(?<!\d)(?:(20\d{2})年)?(\d{1,2}月(?:份)?(?:\d{1,2}日|[上中下]旬|初|底)?)(?:起|开始)?(?:[-—–~～－]+|至|到)(?:(20\d{2}|[次翌明来])年)?(${UNTIL_FEAST})`,
  'g',
);

/** A month from which something goes on: looked for first, for speed. */
const FROM_MONTH = /月(?:份)?(?:\d{1,2}日|[上中下]旬|初|底)?(?:起|开始)?[-—–~～－至到]/;

/** The stretches that go on to a feast, likewise. */
export function feastStretches(text: string, year: number | null): MonthStretch[] {
  if (!FROM_MONTH.test(text) || !mayHoldWindow(text)) return [];
  return matchesOf(text, TO_FEAST).map((match) => {
    const [raw, printed, first = '', toYear, feast = ''] = match;
    const from = printed ? Number(printed) : year;
    const start = from === null ? null : (dayRange(`${from}年${first}`, null)?.start ?? null);
    return { raw, index: match.index, start, end: start && feastEnd(feast, start, yearPrinted(toYear, start)) };
  });
}

/** 5月开展集中宣传, 4月、10月各举办一次: in that month something is held; 每年5月 comes round. */
const HELD =
  /(?<=^|[，。；：、\n）])(?:在|于)?(?:(20\d{2})年)?(\d{1,2})月(?:份)?(?=(?:[、和]\d{1,2}月(?:份)?)*(?:分别|各|集中|统一|联合|组织)*(?:开展|举办|举行|召开|组织))/g;
const HELD_HINT = /\d月份?[、和各分集统联组开举召]/;
const EACH_YEAR = /(?:每年|历年|次年|翌年)[^，。；]{0,8}$/;

/** The months in which a text says that something is held. */
export function heldMonths(text: string, year: number | null): MonthStretch[] {
  if (!holds(text, DIGIT) || !HELD_HINT.test(text)) return [];
  return matchesOf(text, HELD).flatMap((match) => {
    const [raw, printed, month = ''] = match;
    if (!isMonth(month) || EACH_YEAR.test(text.slice(0, match.index))) return [];
    const range = dayRange(`${printed ?? year}年${month}月`, null);
    return [{ raw, index: match.index, start: range?.start ?? null, end: range?.end ?? null }];
  });
}

const isMonth = (figures: string): boolean => Number(figures) >= 1 && Number(figures) <= 12;

function untilYear(from: number, printed: string | undefined, over: boolean): number {
  const named = /^20\d{2}/.exec(printed ?? '')?.[0];
  if (named) return Number(named);
  return printed || over ? from + 1 : from;
}
