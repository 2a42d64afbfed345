import { Refusal } from '../../shared/errors.js';
import { addDays, dayNumber, daysBetween, printDay, yearOf, type CalendarDay } from './day.js';
import { periodOf, type PeriodKind } from './period.js';

/**
 * The State Council's yearly arrangement as data (seeds/calendar.json): `holidays` are days off, `workdays` are weekend
 * days worked instead. It answers only for the years it covers: an unpublished year must not pass for ordinary weeks.
 */
export interface CalendarTable {
  years: { from: number; to: number };
  holidays: CalendarDay[];
  workdays: CalendarDay[];
}

/** Days counted as the rule says: 自然日 or 工作日. */
export type DayCount = 'natural' | 'working';

/** Working-day arithmetic over one table; refuses years outside it with `calendar_year_missing`. */
export class WorkingCalendar {
  private readonly first: number;
  /** Working days from the table's first day up to and including each day. */
  private readonly counted: Uint16Array;

  constructor(private readonly table: CalendarTable) {
    this.first = dayNumber(`${table.years.from}-01-01`);
    this.counted = countWorkingDays(table);
  }

  /** Whether the year's arrangement is known. */
  covers(year: number): boolean {
    return year >= this.table.years.from && year <= this.table.years.to;
  }

  isWorkingDay(day: CalendarDay): boolean {
    const at = this.indexOf(day);
    return this.counted[at] > (at > 0 ? this.counted[at - 1] : 0);
  }

  /** The day itself when worked, else the next working day. For “N日内” only; a fixed date never rolls forward. */
  rollForward(day: CalendarDay): CalendarDay {
    return this.isWorkingDay(day) ? day : this.rollForward(addDays(day, 1));
  }

  /** The day itself when worked, else the working day before: the last day on which a fixed date can be met. */
  rollBack(day: CalendarDay): CalendarDay {
    return this.isWorkingDay(day) ? day : this.rollBack(addDays(day, -1));
  }

  /** The `count`-th working day after the day (before it when negative); 0 gives the day itself. */
  addWorkingDays(day: CalendarDay, count: number): CalendarDay {
    const step = Math.sign(count);
    let current = day;
    for (let left = Math.abs(count); left > 0;) {
      current = addDays(current, step);
      if (this.isWorkingDay(current)) left -= 1;
    }
    return current;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
    return this.counted[this.indexOf(to)] - this.counted[this.indexOf(from)];
  }

  /** Days from one to another, counted as the rule set says. */
  between(from: CalendarDay, to: CalendarDay, count: DayCount): number {
    return count === 'natural' ? daysBetween(from, to) : this.workingDaysBetween(from, to);
  }

  /**
   * Last day of “N日内” (or “N个工作日内”) after an event: the event's day is not counted, and a last day that is a
   * holiday moves to the next working day (as Civil Code articles 201 and 203).
   */
  within(event: CalendarDay, days: number, count: DayCount = 'natural'): CalendarDay {
    return count === 'working' ? this.addWorkingDays(event, days) : this.rollForward(addDays(event, days));
  }

  /** The working day `days` working days before a fixed date; with 0 the last working day not after it. */
  workBack(fixed: CalendarDay, days: number): CalendarDay {
    return this.addWorkingDays(this.rollBack(fixed), -days);
  }

  /** Last working day of the month, quarter, half-year or year that the day lies in. */
  lastWorkingDay(day: CalendarDay, kind: PeriodKind): CalendarDay {
    return this.rollBack(periodOf(day, kind).end);
  }

  private indexOf(day: CalendarDay): number {
    const { from, to } = this.table.years;
    if (this.covers(yearOf(day))) return dayNumber(day) - this.first;
    return refuseYear(`工作日历只有${from}年至${to}年的放假安排，无法推算${printDay(day)}是否上班。`);
  }
}

function countWorkingDays({ years, holidays, workdays }: CalendarTable): Uint16Array {
  const first = dayNumber(`${years.from}-01-01`);
  const off = new Set(holidays.map(dayNumber));
  const on = new Set(workdays.map(dayNumber));
  const counted = new Uint16Array(dayNumber(`${years.to}-12-31`) - first + 1);
  let sum = 0;
  return counted.map((_, at) => (sum += on.has(first + at) || (isWeekday(first + at) && !off.has(first + at)) ? 1 : 0));
}

/** Monday to Friday; day 0 (1970-01-01) was a Thursday. */
function isWeekday(number: number): boolean {
  return (number + 3) % 7 < 5;
}

const CURE =
  '请先登记该年的国务院办公厅放假安排（网页“单位”中的“工作日历”，或命令 qiantou calendar enter 年份 --file 通知文本），登记后再办';

function refuseYear(message: string): never {
  throw new Refusal('calendar_year_missing', `${message}${CURE}。`, { place: '工作日历', cure: `${CURE}。` });
}

/** The answer of working-day arithmetic; null where the calendar lacks the year, so that no day is guessed. */
export function whereKnown<T>(reckon: () => T): T | null {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar_year_missing') return null;
    throw error;
  }
}
