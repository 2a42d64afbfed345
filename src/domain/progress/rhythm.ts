import { earlierOf, monthOf, type CalendarDay } from '../calendar/day.js';
import { periodOf, periodsWithin, printPeriod, type DayRange, type PeriodKind } from '../calendar/period.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

/** How often the office holds a round of its own accord (调度); none leaves it to printed duties and single calls. */
export type Rhythm = 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | 'none';

/** A round as the rhythm proposes it; `kind` in the office's words. */
export interface ProposedRound {
  kind: '月' | '季' | '半年' | '年终';
  title: string;
  /** 截至日: the figures count up to the end of this day. */
  asOf: CalendarDay;
  due: CalendarDay;
}

const PERIODS: Record<Exclude<Rhythm, 'none'>, PeriodKind> = {
  monthly: 'month',
  quarterly: 'quarter',
  halfYearly: 'halfYear',
  yearly: 'year',
};

const KINDS: Record<PeriodKind, ProposedRound['kind']> = { month: '月', quarter: '季', halfYear: '半年', year: '年终' };

/**
 * The rounds of a rhythm (default quarterly) within a range, each due on the last working day of its period with the
 * period's last day (or the range's, if earlier) as 截至日. The round that ends the year is the year-end round. Periods whose due day lies before the
 * range are left out: nothing is asked for the time before the plan.
 */
export function rhythmRounds(
  range: DayRange,
  calendar: WorkingCalendar,
  rhythm: Rhythm = 'quarterly',
): ProposedRound[] {
  if (rhythm === 'none') return [];
  const kind = PERIODS[rhythm];
  const rounds = periodsWithin(range, kind).map((period) => proposed(period, kind, range.end, calendar));
  return rounds.filter((round) => round.due >= range.start);
}

function proposed(period: DayRange, kind: PeriodKind, lastDay: CalendarDay, calendar: WorkingCalendar): ProposedRound {
  const asOf = earlierOf(period.end, lastDay);
  return regularRound(period, kind, asOf, calendar.rollBack(asOf));
}

/**
 * The round of a period, in the office's words; the one that ends the year is the year-end round, unless that is one of its
 * own (`endsYear` false).
 */
export function regularRound(
  period: DayRange,
  kind: PeriodKind,
  asOf: CalendarDay,
  due: CalendarDay,
  endsYear = true,
): ProposedRound {
  const closesYear = endsYear && monthOf(period.end) === 12;
  return {
    kind: closesYear ? '年终' : KINDS[kind],
    title: closesYear
      ? `${printPeriod(periodOf(period.end, 'year'), 'year')}年终报送`
      : `${printPeriod(period, kind)}调度`,
    asOf,
    due,
  };
}
