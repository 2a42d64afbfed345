import { addDays, earlierOf, makeDay, monthOf, yearOf, type CalendarDay } from '../calendar/day.js';
import { endOfMonth, periodsWithin, startOfMonth, type DayRange, type PeriodKind } from '../calendar/period.js';
import { whereKnown, type WorkingCalendar } from '../calendar/working-days.js';
import { regularRound, type ProposedRound } from './rhythm.js';

const KINDS: Record<string, PeriodKind> = { 月: 'month', 季: 'quarter', 季度: 'quarter', 半年: 'halfYear' };
const EVERY =
  /^(?:每个?(月|季度?|半年)|(?=[次翌下]月))((?:结束|终了)?后?的?[次翌下]月|首月|第[一二三]个月|末月|末(?=\d)|最后一个?月)?(?:（[^（）]*）)?(底|末|\d{1,2}[日号]|最后一个工作日)?之?前?$/;
/** A report due in the first days of a period is of the period before. */
const FIRST_DAYS = 10;

interface Printed {
  kind: PeriodKind;
  /** Month of the period in which the report is due, from 1; null for its last, next for the one behind it. */
  month: number | 'next' | null;
  /** null: the month's last working day. */
  date: number | null;
}

/**
 * The rounds by which a duty that comes round is met within a range, each due on the day that the plan prints (每月25日前,
 * 每季度末月25日前, 每季度末25日前): the month is the period's last where none is printed. A report due in a period's first days (每月5日前,
 * 每季度首月5日前) is of the period before, as is one due in the month behind it (每季度次月15日前). Figures count up to the due day, or the period's end where that is earlier. None
 * for words that name no such day. `endsYear` as of regularRound.
 */
export function printedRounds(
  every: string,
  range: DayRange,
  calendar: WorkingCalendar,
  endsYear = true,
): ProposedRound[] {
  const printed = printedDay(every);
  if (!printed) return [];
  const rounds = periodsWithin(range, printed.kind).map((period) => {
    const due = dueIn(period, printed, calendar);
    return regularRound(period, printed.kind, earlierOf(period.end, due), due, endsYear);
  });
  return rounds.filter(({ due }) => due >= range.start);
}

function printedDay(every: string): Printed | null {
  const [, kind, month, day] = EVERY.exec(every) ?? [];
  const isNext = /[次翌下]月$/.test(month ?? '');
  if ((!kind && !isNext) || (!month && !day)) return null;
  const at = month?.startsWith('首') ? '一' : /第(.)/.exec(month ?? '')?.[1];
  const date = /^\d+/.exec(day ?? '')?.[0];
  return {
    kind: KINDS[kind ?? '月'] ?? 'month',
    month: isNext ? 'next' : at ? '一二三'.indexOf(at) + 1 : null,
    date: date ? Number(date) : null,
  };
}

function dueIn(period: DayRange, { kind, month, date }: Printed, calendar: WorkingCalendar): CalendarDay {
  const isEarly = date !== null && date <= FIRST_DAYS && (month === 1 || kind === 'month');
  const first = isEarly || month === 'next' ? addDays(period.end, 1) : monthIn(period, month);
  if (date === null) return whereKnown(() => calendar.rollBack(endOfMonth(first))) ?? endOfMonth(first);
  return earlierOf(addDays(first, date - 1), endOfMonth(first));
}

const monthIn = ({ start, end }: DayRange, month: number | null): CalendarDay =>
  month === null ? startOfMonth(end) : makeDay(yearOf(start), monthOf(start) + month - 1, 1);
