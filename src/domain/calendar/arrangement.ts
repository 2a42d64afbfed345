import { Refusal } from '../../shared/errors.js';
import { clearAndBright, lunarDay } from './almanac.js';
import { addDays, isDay, makeDay, printDay, weekday, yearOf, type CalendarDay } from './day.js';
import type { CalendarTable } from './working-days.js';

/** The days off and the weekends worked instead in one year, as the State Council's office publishes them in autumn. */
export interface Arrangement {
  year: number;
  /** Days off, also those of the December before that the document names. */
  holidays: CalendarDay[];
  workdays: CalendarDay[];
}

/** From this year on 除夕 and 2 May are holidays by law, too (State Council order 795). */
const TWO_MORE_SINCE = 2025;

/**
 * The table with the years that were entered: an entered year's days take the place of the table's, days of the December
 * before are added. A year that does not follow on the years before it is left out.
 */
export function withArrangements(table: CalendarTable, entered: readonly Arrangement[]): CalendarTable {
  const inOrder = [...entered].sort((a, b) => a.year - b.year);
  return inOrder.reduce(withYear, table);
}

function withYear(table: CalendarTable, { year, holidays, workdays }: Arrangement): CalendarTable {
  const { from, to } = table.years;
  if (year < from || year > to + 1) return table;
  const merged = (known: CalendarDay[], fresh: CalendarDay[]) =>
    [...new Set([...known.filter((day) => yearOf(day) !== year), ...fresh])].sort();
  return {
    ...table,
    years: { from, to: Math.max(to, year) },
    holidays: merged(table.holidays, holidays),
    workdays: merged(table.workdays, workdays),
  };
}

/** The days of one year in a table. */
export function arrangementIn(table: CalendarTable, year: number): Arrangement {
  const inYear = (day: CalendarDay) => yearOf(day) === year;
  return { year, holidays: table.holidays.filter(inYear), workdays: table.workdays.filter(inYear) };
}

/**
 * Refuses an arrangement that cannot be one: days of another year, a working day that is no weekend, a day both off and
 * worked, a holiday by law that is missing (`calendar_invalid`); and, unless `certain`, one whose days off do not go up
 * with the holidays by law and the weekends worked (`calendar_unbalanced`).
 */
export function checkArrangement({ year, holidays, workdays }: Arrangement, certain: boolean): void {
  for (const day of [...holidays, ...workdays]) refuseOutside(day, year);
  for (const day of workdays) {
    if (weekday(day) < 6) throw invalid(`${printDay(day)}是${weekdayWord(day)}，本来就上班，不会是调休上班日`);
    if (holidays.includes(day)) throw invalid(`${printDay(day)}既列为放假又列为上班`);
  }
  const missing = [...holidaysByLaw(year)].filter(([day]) => !holidays.includes(day));
  if (missing.length > 0) {
    const [day, name] = missing[0]!;
    throw invalid(`法定节假日${printDay(day)}（${name}）不在放假日期中`);
  }
  if (!certain) refuseUnbalanced({ year, holidays, workdays });
}

function refuseOutside(day: CalendarDay, year: number): void {
  if (isDay(day) && (yearOf(day) === year || day.startsWith(`${year - 1}-12`))) return;
  throw invalid(`${day} 不在${year}年（或上一年12月）`);
}

/** Days off from Monday to Friday are the holidays by law, wherever they fall, and as many more as weekends are worked. */
function refuseUnbalanced({ year, holidays, workdays }: Arrangement): void {
  const off = holidays.filter((day) => weekday(day) < 6).length;
  const due = holidaysByLaw(year).size + workdays.length;
  if (off === due) return;
  throw new Refusal(
    'calendar_unbalanced',
    `周一至周五放假 ${off} 天，而法定节假日 ${due - workdays.length} 天加调休上班 ${workdays.length} 天应为 ${due} 天，可能漏填或多填。`,
    {
      place: `${year}年放假安排`,
      cure: '请对照通知核对；通知确实如此的，勾选“已对照通知核对，确认无误”再登记（命令行加 --certain）。',
    },
  );
}

/** The statutory holidays of a year with their names; those of the almanac are left out where it does not reach. */
export function holidaysByLaw(year: number): Map<CalendarDay, string> {
  const spring = lunarDay(year, 1, 1);
  const more = year >= TWO_MORE_SINCE;
  const named: [CalendarDay | null, string][] = [
    [makeDay(year, 1, 1), '元旦'],
    ...(more ? [[spring && addDays(spring, -1), '除夕'] satisfies [CalendarDay | null, string]] : []),
    ...[0, 1, 2].map((at): [CalendarDay | null, string] => [spring && addDays(spring, at), '春节']),
    [clearAndBright(year), '清明节'],
    [makeDay(year, 5, 1), '劳动节'],
    ...(more ? [[makeDay(year, 5, 2), '劳动节'] satisfies [CalendarDay, string]] : []),
    [lunarDay(year, 5, 5), '端午节'],
    [lunarDay(year, 8, 15), '中秋节'],
    ...[1, 2, 3].map((date): [CalendarDay, string] => [makeDay(year, 10, date), '国庆节']),
  ];
  return new Map(named.filter((one): one is [CalendarDay, string] => one[0] !== null));
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 周一 … 周日. */
export const weekdayWord = (day: CalendarDay): string => WEEKDAYS[weekday(day) - 1]!;

function invalid(what: string): Refusal {
  return new Refusal('calendar_invalid', `${what}。`, {
    place: '放假安排',
    cure: '请对照国务院办公厅通知核对后再提交。',
  });
}
