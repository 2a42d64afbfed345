import type { PlanReading } from '../domain/plan/reading.js';
import { planYear, titleSpan, yearOfIssue, type YearFacts } from '../domain/plan/year.js';

type Dated = Pick<PlanReading, 'issuedOn' | 'docNumber' | 'title' | 'phases' | 'goals'> & YearFacts;

/**
 * First and last year of a plan's work: from the plan's year (of a span in the title: its first, unless the plan was
 * issued later) to the latest year that the title, a phase or a goal of the whole plan names. Targets of single measures
 * do not stretch a plan.
 */
export function planYears(reading: Dated, fallbackYear: number): [from: number, to: number] {
  const span = titleSpan(reading.title);
  const named = planYear(reading) ?? fallbackYear;
  const from = span && !reading.year ? Math.max(span[0], yearOfIssue(reading) ?? span[0]) : named;
  const days = [...reading.phases.map((phase) => phase.end), ...reading.goals.map((goal) => goal.by)];
  const years = days.filter((day) => day !== null).map((day) => Number(day.slice(0, 4)));
  return [from, Math.max(from, span?.[1] ?? from, ...years)];
}

/** The year in which a plan that was enabled on a day begins to run: the plan's first, or of several that of the day. */
export function firstCycle({ yearFrom, yearTo }: { yearFrom: number; yearTo: number }, enabledOn: string): number {
  return Math.max(yearFrom, Math.min(yearTo, Number(enabledOn.slice(0, 4))));
}

/** From when on a plan can ask for anything, and what says so. */
export interface PlanStart {
  day: string;
  words: string;
}

/** The plan's own date; where none is printed, the first day of its year; null where neither tells. */
export function planStart(reading: YearFacts): PlanStart | null {
  if (reading.issuedOn) return { day: reading.issuedOn, words: `成文日期 ${reading.issuedOn}` };
  const year = planYear(reading);
  return year ? { day: `${year}-01-01`, words: `年度（${year} 年）` } : null;
}

/** Day of issue for the calendar: as printed, else 1 January of the plan's year (推定). */
export function issueDay(reading: Dated, today: string): { day: string; presumed: boolean } {
  if (reading.issuedOn) return { day: reading.issuedOn, presumed: false };
  const year = planYear(reading);
  return { day: year ? `${year}-01-01` : today, presumed: true };
}
