import { addDays, makeDay, monthOf, yearOf, type CalendarDay } from './day.js';

/** The periods that rounds, figures and ends are counted by. */
export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'year';

/** First and last day, both included. */
export interface DayRange {
  start: CalendarDay;
  end: CalendarDay;
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const ORDINALS = ['一', '二', '三', '四'];

/** The month, quarter, half-year or year that a day lies in. */
export function periodOf(day: CalendarDay, kind: PeriodKind): DayRange {
  const length = MONTHS[kind];
  const firstMonth = Math.floor((monthOf(day) - 1) / length) * length + 1;
  const start = makeDay(yearOf(day), firstMonth, 1);
  return { start, end: endOfMonth(makeDay(yearOf(day), firstMonth + length - 1, 1)) };
}

/** First day of the month. */
export function startOfMonth(day: CalendarDay): CalendarDay {
  return `${day.slice(0, 8)}01`;
}

/** Last day of the month: 10月底 is 10-31, 二月底 is 02-28 or 02-29. */
export function endOfMonth(day: CalendarDay): CalendarDay {
  const next = addDays(startOfMonth(day), 31);
  return addDays(startOfMonth(next), -1);
}

/** Last day of the calendar quarter. */
export function endOfQuarter(day: CalendarDay): CalendarDay {
  return periodOf(day, 'quarter').end;
}

/** 31 December. */
export function endOfYear(day: CalendarDay): CalendarDay {
  return periodOf(day, 'year').end;
}

/** The same range one year earlier; 29 February becomes 28 February. */
export function yearBefore(range: DayRange): DayRange {
  return { start: sameDayOf(range.start, yearOf(range.start) - 1), end: sameDayOf(range.end, yearOf(range.end) - 1) };
}

/** Every month, quarter, half-year or year that begins within the range, in order. */
export function periodsWithin(range: DayRange, kind: PeriodKind): DayRange[] {
  const periods: DayRange[] = [];
  let period = periodOf(range.start, kind);
  while (period.start <= range.end) {
    periods.push(period);
    period = periodOf(addDays(period.end, 1), kind);
  }
  return periods;
}

/** As the office says it: 2023年5月, 2023年第二季度, 2023年上半年, 2023年. */
export function printPeriod(range: DayRange, kind: PeriodKind): string {
  const year = `${yearOf(range.start)}年`;
  const month = monthOf(range.start);
  if (kind === 'month') return `${year}${month}月`;
  if (kind === 'quarter') return `${year}第${ORDINALS[(month - 1) / 3]}季度`;
  return kind === 'halfYear' ? `${year}${month === 1 ? '上' : '下'}半年` : year;
}

function sameDayOf(day: CalendarDay, year: number): CalendarDay {
  const first = `${String(year).padStart(4, '0')}${day.slice(4, 8)}01`;
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  const last = endOfMonth(first);
  return wanted > last ? last : wanted;
}
