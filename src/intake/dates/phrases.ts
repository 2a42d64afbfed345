import { feastEnd, UNTIL_FEAST } from '../../domain/calendar/windows.js';
import { Led } from '../../domain/text/opening.js';
import { DIGIT, holds, nextSign, sign } from '../../domain/text/signs.js';
import { listedDays } from './listed-days.js';
import { shortMonths } from './short-months.js';
import { arabicDates, DOTTED_HINT } from './written-dates.js';

/** A stretch of days; either end may be open. Days are 'YYYY-MM-DD'. */
export interface DayRange {
  start: string | null;
  end: string | null;
}

interface PrintedDay {
  year: number | null;
  month: number | null;
  day: number | null;
  /** 上旬 1, 中旬 2, 下旬 3, 底 4, 初 0. */
  part: string | null;
}

const DAY = String.raw`(?:(20\d{2})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日|([上中]?[上中下]旬|底|末|初))?`;
const TO = '(?:[-—–~～－]+|至|到)';
const RANGE = new RegExp(`^(?:自|从)?${DAY}(?:起|开始)?${TO}(?<next>[次翌明来]年)?${DAY}(?:前|底前|止|为止)?$`);
const PERIODS: [RegExp, string][] = [
  [/“?十三五”?(?:期间|期?末|时期)/, '2020-12-31'],
  [/“?十四五”?(?:期间|期?末|时期)/, '2025-12-31'],
  [/“?十五五”?(?:期间|期?末|时期)/, '2030-12-31'],
];
const DUE =
  /(?:到|至|于|在)?(?:(20\d{2})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日|([上中]?[上中下]旬|底|末))?(之?前|以前|底前|内)?/;
const DUE_SCAN = new Led(
  /(?:(20\d{2})年)(?:年(?=[底末内]))?(?:(\d{1,2})月(?:份)?)?(?:(\d{1,2})日(?:(?:[上下]午)?\d{1,2}[时点:：](?:\d{2}分?)?(?=之?前|以前))?|([上中]?[上中下]旬|底|末))?(?:之?前(?!后)|以前|内)?|(?:(\d{1,2})月(?:份)?(?:(\d{1,2})日(?:(?:[上下]午)?\d{1,2}[时点:：](?:\d{2}分?)?(?=之?前|以前))?|([上中]?[上中下]旬|底|末))(?:(?:[春秋]季)?(?:开学)?之?前(?!后)|以前|完成)?|(\d{1,2})月(?:份)?(?:之?前|以前))|(?<![半一二两三四五六七八九十几多\d])(?:今|本|当|每)?年(?:底|末|内)(?:之?前|以前)?|((?<![去上]年)[上下]半年|[第前]?[一二三四1-4]季度(?:末|底)?(?:之?前|以前)?)/,
);

/** Every date holds one of these. */
const CALENDAR = sign('年月季半');
const FIVE = sign('五');
const BARE_YEAR = /20\d\d/;

/** Every day, however printed, holds one of these. */
export const DAY_SIGNS = CALENDAR | FIVE | DIGIT;

/** Whether a text may name a day; most notes do not. */
export const mayHoldDay = (text: string): boolean =>
  holds(text, CALENDAR | FIVE) || (holds(text, DIGIT) && BARE_YEAR.test(text));

const pad = (n: number): string => String(n).padStart(2, '0');
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthEnd = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!;
const iso = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;

/** Last day that a printed date can mean: 5月 is 05-31, 中旬 and 上中旬 the 20th, 2023年 12-31. */
function lastDay({ year, month, day, part }: PrintedDay, fallback: number | null): string | null {
  const y = year ?? fallback;
  if (y === null) return null;
  if (month === null) return iso(y, 12, 31);
  if (month < 1 || month > 12) return null;
  const end = monthEnd(y, month);
  if (day !== null) return day >= 1 && day <= end ? iso(y, month, day) : null;
  return iso(y, month, part === '上旬' ? 10 : part?.endsWith('中旬') ? 20 : end);
}

/** The real day nearest to one that no calendar has: 2月30日 is 02-28, 13月5日 the year's end. */
function nearestDay({ year, month, day, part }: PrintedDay, fallback: number | null): string | null {
  const y = year ?? fallback;
  if (y === null || month === null || (day === null && part === null)) return null;
  return month < 1 || month > 12 ? iso(y, 12, 31) : iso(y, month, monthEnd(y, month));
}

/** First day that a printed date can mean: 5月中旬 is 05-11. */
function firstDay({ year, month, day, part }: PrintedDay, fallback: number | null): string | null {
  const y = year ?? fallback;
  if (y === null) return null;
  const m = month ?? 1;
  if (m < 1 || m > 12) return null;
  if (day !== null) return day >= 1 && day <= monthEnd(y, m) ? iso(y, m, day) : null;
  const from = part?.startsWith('中') ? 11 : part === '下旬' ? 21 : part === '底' || part === '末' ? monthEnd(y, m) : 1;
  return iso(y, m, from);
}

const num = (text: string | undefined): number | null => (text ? Number(text) : null);

/** Reads a stretch such as 2023年5月中旬-12月, 4—11月 or 2023年5月15日前; null when the words are no dates. */
export function dayRange(text: string, year: number | null): DayRange | null {
  const words = arabicDates(shortMonths(text.replace(/[（）\s]/g, ''))).text.replace(/月份/g, '月');
  const range = RANGE.exec(words);
  if (range && (range[1] || range[2]) && (range[6] || range[7] || range[8])) return spanned(range, year);
  const single = new RegExp(`^${DUE.source}$`).exec(words);
  if (!single || !(single[1] || single[2])) return null;
  const day = { year: num(single[1]), month: num(single[2]), day: num(single[3]), part: single[4] ?? null };
  const end = lastDay(day, year);
  return { start: single[5] ? null : firstDay(day, year), end };
}

function spanned(range: RegExpExecArray, year: number | null): DayRange {
  const from = { year: num(range[1]), month: num(range[2]), day: num(range[3]), part: range[4] ?? null };
  const [lent, month2, date2, part2] = range.slice(6);
  const month = month2 || lent ? num(month2) : from.month;
  const isNext = !lent && (range.groups?.['next'] !== undefined || (month ?? 12) < (from.month ?? 1));
  const to = { year: num(lent) ?? from.year, month, day: num(date2), part: part2 ?? null };
  return { start: firstDay(from, year), end: lastDay(isNext ? yearLater(to, year) : to, year) };
}

const yearLater = (to: PrintedDay, fallback: number | null): PrintedDay => {
  const year = to.year ?? fallback;
  return { ...to, year: year === null ? null : year + 1 };
};

export interface FoundDue {
  day: string;
  raw: string;
  index: number;
  /** Set where no calendar has the printed day (2月30日): `day` is then the nearest that there is. */
  impossible?: true;
  /** Of a day in a list whose 前 stands behind the last: what is printed of it alone (6月25日), '' for a bare month. */
  own?: string;
}

/** The due dates that a text names, in order; a phrase without a year takes the plan's. */
export function dueDays(text: string, year: number | null): readonly FoundDue[] {
  return scanned(text, year).real;
}

/** The same, those of 次年 and 明年 in the year after the plan's. */
export const daysOfText = (text: string, year: number | null): readonly FoundDue[] =>
  inTheirYears(dueDays(text, year), text, year);

/**
 * 次年2月底前, 至翌年3月31日前, 明年6月底前, 第二年一季度: printed without its figures; 明年 and 第二年 are a part of the day's words.
 */
const YEAR_AFTER = /(?:[次翌]|(?<![\d未])([明来])|(第[二三]|下一?))年度?$/;
/** 11月下旬至2月底: the second month is of the year after. */
const FROM_MONTH = /(?<![年\d])(\d{1,2})月(?:份)?(?:\d{1,2}日|[上中下]旬|初|底|末)?(?:起|开始)?(?:[-—–~～－]+|至|到)$/;
const YEAR_AFTER_HINT = /[次翌明来二三一下]年|[月日旬初底末份始起][-—–~～－至到]+\d/;

/** Found days, those of 次年 and 明年, and of stretches that go over New Year, a year later. */
export function inTheirYears(days: readonly FoundDue[], text: string, year: number | null): readonly FoundDue[] {
  if (year === null || days.length === 0 || !YEAR_AFTER_HINT.test(text)) return days;
  return days.map((one) => {
    if (/^20\d\d/.test(one.raw)) return one;
    const before = text.slice(Math.max(0, one.index - STRETCH_REACH), one.index);
    const lent = one.raw.startsWith('年') ? '年' : '';
    const next = YEAR_AFTER.exec(before + lent);
    const isOver = Number(FROM_MONTH.exec(before)?.[1] ?? 0) > Number(one.day.slice(5, 7));
    const later = next || isOver ? scan(one.raw, year + (next?.[2] === '第三' ? 2 : 1))[0] : undefined;
    if (!later) return one;
    const moved = { ...one, ...later, index: one.index, raw: one.raw };
    const own = next && (next[1] || next[2] || lent) ? next[0].slice(0, next[0].length - lent.length) : '';
    return { ...moved, index: one.index - own.length, raw: own + one.raw };
  });
}
const STRETCH_REACH = 16;

/** The same together with days that no calendar has, for which a person must be asked. */
export function printedDays(text: string, year: number | null): readonly FoundDue[] {
  return scanned(text, year).all;
}

function scanned(text: string, year: number | null): Scanned {
  if (latest.text === text && latest.year === year) return latest;
  if (!mayHoldDay(text)) return NOTHING;
  const all = scan(text, year);
  latest = { text, year, all, real: all.filter(({ impossible }) => !impossible) };
  return latest;
}

interface Scanned {
  text: string;
  year: number | null;
  all: readonly FoundDue[];
  real: readonly FoundDue[];
}

/** A measure's text is asked for its dates by its targets and by its conditions, one after the other. */
let latest: Scanned = { text: '', year: null, all: [], real: [] };
const NOTHING: Scanned = { text: '', year: null, all: [], real: [] };

function scan(text: string, year: number | null): FoundDue[] {
  const found = holds(text, FIVE) ? periodEnds(text) : [];
  if (holds(text, CALENDAR) || (holds(text, DIGIT) && DOTTED_HINT.test(text))) found.push(...dayPhrases(text, year));
  return found.sort((a, b) => a.index - b.index);
}

const periodEnds = (text: string): FoundDue[] =>
  PERIODS.flatMap(([pattern, day]) => {
    const match = pattern.exec(text);
    return match ? [{ day, raw: match[0], index: match.index }] : [];
  });

function dayPhrases(printed: string, year: number | null): FoundDue[] {
  const found: FoundDue[] = [];
  const { text, at } = arabicDates(printed);
  let before: RegExpExecArray | null = null;
  let behind = 0;
  for (let match = nextDue(text, behind); match; match = nextDue(text, behind)) {
    behind = match.index + match[0].length;
    if (ROUND.test(text.slice(Math.max(0, match.index - ROUND_REACH), match.index))) continue;
    const rest = text.slice(behind);
    if (isBareYear(match) && OTHER_TERM.test(rest)) continue;
    const carried = carriedYear(match, before, text);
    if (match[1] && match[2]) before = match;
    const own = dueOf(match, later(carried, year));
    const tail = toFeast(own?.day, rest) ?? tailOf(match, rest);
    behind += tail?.length ?? 0;
    const due = tail?.due ?? own;
    const [index, end] = [at(match.index), at(behind)];
    if (!due) continue;
    const raw = printed.slice(index, end);
    const listed = listedDays(text, match, Number(due.day.slice(0, 4)), dayWithin);
    if (listed.length > 0) {
      while (found.length > 0 && found.at(-1)!.index >= at(listed[0]!.index)) found.pop();
      for (const { day, own, index: from } of listed) {
        const start = at(from);
        found.push({
          day,
          index: start,
          raw: printed.slice(start, end),
          own: own && printed.slice(start, at(from + own.length)),
        });
      }
    }
    found.push(due.impossible ? { day: due.day, raw, index, impossible: true } : { day: due.day, raw, index });
  }
  return found;
}

/** The first of DUE_SCAN from an offset on: each begins shortly before its first 年, 月, 季 or 半, which are fewer than figures. */
function nextDue(text: string, from: number): RegExpExecArray | null {
  for (let at = nextSign(text, from, CALENDAR); at < text.length; at = nextSign(text, at + 1, CALENDAR)) {
    const match = DUE_SCAN.next(text, Math.max(from, at - BEFORE_CALENDAR), at + 1);
    if (match) return match;
  }
  return null;
}
/** 2027年 */
const BEFORE_CALENDAR = 4;

/** The day of words cut out of a text. */
function dayWithin(words: string, year: number): string | null {
  const [found] = scan(words, year);
  return found && !found.impossible ? found.day : null;
}

const CARRIED_REACH = 24;
/** 较2022年6月底: what is compared with lends its year to nothing. */
const COMPARED = /(?:[较比]|截至|同)$/;

/** “2024年6月底前发行完毕、8月底前使用到位”: the month behind is of the same year; an earlier one is not. */
function carriedYear(match: RegExpExecArray, before: RegExpExecArray | null, text: string): number | null {
  const month = match[1] ? undefined : (match[5] ?? match[8]);
  if (!before || !month || Number(month) < Number(before[2])) return null;
  const end = before.index + before[0].length;
  const between = text.slice(end, match.index);
  if (between.length > CARRIED_REACH || /[。；\n]/.test(between)) return null;
  return COMPARED.test(text.slice(Math.max(0, before.index - 2), before.index)) ? null : Number(before[1]);
}

/** A year that was printed goes before the plan's, but not back behind it. */
const later = (carried: number | null, year: number | null): number | null =>
  carried !== null && (year === null || carried > year) ? carried : year;

/** 2026年春节前: the year is the feast's, no day by itself; 2026年起 begins something. */
const OTHER_TERM =
  /^(?:起(?!草)|“?(?:元旦|春节|春运|元宵|清明|五一|端午|中秋|国庆|重阳)|[寒暑]假|暑期|主?汛期|冬|[春夏秋]季|[春夏秋](?=$|[至到、，；。）前末初]))/;
/** “3月至5月”, “第一季度” behind the year: the stretch ends with the second month, or with the term. */
const TO_MONTH = /^(?:[-—–~－]+|至|到)(\d{1,2})月(?:份)?(?:(\d{1,2})日|([上中]?[上中下]旬|底|末))?(?:之?前|以前)?/;
/** “11月上旬至2025年春节前”: the stretch ends with the feast. */
const TO_FEAST = new RegExp(`^(?:起|开始)?(?:[-—–~～－]+|至|到)(?:(20\\d{2}|[次翌明来])年)?(${UNTIL_FEAST})`);
/** “1—12月” behind the year. */
const MONTHS_BEHIND =
  /^\d{1,2}(?:[-—–~～－]+|至|到)(\d{1,2})月(?:份)?(?:(\d{1,2})日|([上中]?[上中下]旬|底|末))?(?:之?前|以前)?/;
const TERM = /^(?:[上下]半年|[第前]?[一二三四1-4]季度)(?:末|底)?(?:之?前|以前)?/;

const isBareYear = ([, year, month, day, part]: RegExpMatchArray): boolean =>
  year !== undefined && month === undefined && day === undefined && part === undefined;

function tailOf(match: RegExpMatchArray, rest: string): { due: ReturnType<typeof dueOf>; length: number } | null {
  const year = Number(match[1]);
  if (!year) return null;
  const term = isBareYear(match) ? TERM.exec(rest)?.[0] : undefined;
  if (term) return { due: { day: termEnd(term, year) }, length: term.length };
  const stretch = match[2] ? TO_MONTH : isBareYear(match) ? MONTHS_BEHIND : null;
  const [whole, month, day, part] = stretch?.exec(rest) ?? [];
  if (!whole || Number(month) < Number(match[2] ?? 0)) return null;
  return { due: dayOrNearest({ year, month: num(month), day: num(day), part: part ?? null }), length: whole.length };
}

function toFeast(from: string | undefined, rest: string): { due: ReturnType<typeof dueOf>; length: number } | null {
  const [whole, year, feast = ''] = (from && TO_FEAST.exec(rest)) || [];
  const day = whole && from ? feastEnd(feast, from, yearPrinted(year, from)) : null;
  return whole && day ? { due: { day }, length: whole.length } : null;
}

/** 2025年, or 次年 of the year in which something begins. */
export const yearPrinted = (year: string | undefined, from: string): number | null =>
  year ? Number(year) || Number(from.slice(0, 4)) + 1 : null;

/** 每年6月底前, 每年6月、12月底前, 每年1月底前、7月底前 come round: no day of this year alone. */
const ROUND =
  /每(?:个)?(?:半?年(?:\d{1,2}月(?:份)?(?:\d{1,2}[日号]|[上中下]旬|底|末|初)?(?:之?前|以前)?[、和及与])*|(?:半?年|月|季度?)(?:\d{1,2}月(?:份)?)*)$/;
const ROUND_REACH = 24;

/** 10月前, 2024年10月份以前: before that month begins, or before it ends. */
const BEFORE_MONTH = /(\d{1,2})月(?:份)?(?:之?前|以前)$/;

/** 最迟12月10日, 不晚于10月15日: what stands behind is the last day, though no 前 is printed. */
export const AT_LATEST = /(?:[最至][迟晚]|不得?[迟晚]于)(?:于|到|至|在|不得?(?:超过|[迟晚]于))?$/;

/** Whether a printed day leaves open which end of its month, or of its year, is meant (10月前, 2025年前). */
export const isVague = (raw: string): boolean => VAGUE.test(raw);
const VAGUE = /(?:[\d〇零一二三四五六七八九十][年月](?:份)?|季度|20\d\d[./-]\d{1,2})(?:之?前|以前)$/;

function dueOf(match: RegExpMatchArray, year: number | null): Pick<FoundDue, 'day' | 'impossible'> | null {
  const [raw, y, m, d, part, m2, d2, part2, m3, term] = match;
  const month = Number(BEFORE_MONTH.exec(raw)?.[1] ?? NaN);
  const own = y ? Number(y) : year;
  if (month >= 1 && month <= 12 && own !== null) return { day: monthBefore(own, month) };
  if (y) return dayOrNearest({ year: Number(y), month: num(m), day: num(d), part: part ?? null });
  if (year === null || /^每年/.test(raw)) return null;
  if (m2 ?? m3) return dayOrNearest({ year, month: num(m2 ?? m3), day: num(d2), part: part2 ?? null });
  return { day: term ? termEnd(term, year) : iso(year, 12, 31) };
}

/** The last day of the month before: the earlier of the two meanings is the safer one. */
const monthBefore = (year: number, month: number): string =>
  month === 1 ? iso(year - 1, 12, 31) : iso(year, month - 1, monthEnd(year, month - 1));

function dayOrNearest(printed: PrintedDay): Pick<FoundDue, 'day' | 'impossible'> | null {
  const day = lastDay(printed, null);
  if (day) return { day };
  const near = nearestDay(printed, null);
  return near ? { day: near, impossible: true } : null;
}

/** 上半年, 三季度末: the last day of it. */
function termEnd(term: string, year: number): string {
  if (term.endsWith('半年')) return term.startsWith('上') ? iso(year, 6, 30) : iso(year, 12, 31);
  const quarter = '一二三四1234'.indexOf(/[一二三四1-4]/.exec(term)?.[0] ?? '') % 4;
  return iso(year, quarter * 3 + 3, monthEnd(year, quarter * 3 + 3));
}
