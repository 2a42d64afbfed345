import type { CalendarDay } from '../calendar/day.js';
import { planYear, type YearFacts } from '../plan/year.js';

/** The day on which the units of a plan must have been in use. */
export interface UseDay {
  day: CalendarDay | null;
  /** No day is printed: the first of the plan's year stands for it. */
  presumed: boolean;
}

/** The day of a plan, else the first day of its year; null where neither is known. */
export function useDay(plan: YearFacts): UseDay {
  if (plan.issuedOn) return { day: plan.issuedOn, presumed: false };
  const year = planYear(plan);
  return { day: year === null ? null : `${year}-01-01`, presumed: true };
}
