import type { PlanReading } from '../domain/plan/reading.js';

type Dated = Pick<PlanReading, 'issuedOn' | 'docNumber' | 'title' | 'phases' | 'goals'>;

/**
 * First and last year of a plan's work: from the year of issue (or of the number or title) to the latest year that a
 * phase or a goal of the whole plan names. Targets of single measures do not stretch a plan.
 */
export function planYears(reading: Dated, fallbackYear: number): [from: number, to: number] {
  const from = issueYear(reading) ?? fallbackYear;
  const days = [...reading.phases.map((phase) => phase.end), ...reading.goals.map((goal) => goal.by)];
  const years = days.filter((day) => day !== null).map((day) => Number(day.slice(0, 4)));
  return [from, Math.max(from, ...years)];
}

/** Year of issue: of the date, the number or the title; null where none tells. */
export function issueYear(reading: Pick<PlanReading, 'issuedOn' | 'docNumber' | 'title'>): number | null {
  const printed = [reading.issuedOn, reading.docNumber?.match(/〔(\d{4})〕/)?.[1], reading.title?.match(/20\d\d/)?.[0]];
  const year = printed.find(Boolean)?.slice(0, 4);
  return year ? Number(year) : null;
}

/** From when on a plan can ask for anything, and what says so. */
export interface PlanStart {
  day: string;
  words: string;
}

/** The plan's own date; where none is printed, the first day of its year; null where neither tells. */
export function planStart(reading: Pick<PlanReading, 'issuedOn' | 'docNumber' | 'title'>): PlanStart | null {
  if (reading.issuedOn) return { day: reading.issuedOn, words: `成文日期 ${reading.issuedOn}` };
  const year = issueYear(reading);
  return year ? { day: `${year}-01-01`, words: `年度（${year} 年）` } : null;
}

/** Day of issue for the calendar: as printed, else 1 January of the number's or title's year (推定). */
export function issueDay(reading: Dated, today: string): { day: string; presumed: boolean } {
  if (reading.issuedOn) return { day: reading.issuedOn, presumed: false };
  const year = issueYear(reading);
  return { day: year ? `${year}-01-01` : today, presumed: true };
}
