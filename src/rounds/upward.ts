import { printDay, yearOf } from '../domain/calendar/day.js';
import type { ReportingDuty } from '../domain/plan/reading.js';
import { YEAR_END } from './packet.types.js';

/** What the office itself owes to its superior, not what others owe to it. */
export function goesUp(duty: ReportingDuty): boolean {
  return /省|国务院|人力资源社会保障部/.test(duty.to) && !/省/.test(duty.from);
}

/** A report due from November on is the year's. */
export function endsYear(due: string): boolean {
  return due >= `${yearOf(due)}-11-01`;
}

/**
 * The day on which the office itself reports upwards what a round collects, where the round is due no earlier: the year's
 * report with the year-end round, any other on the same day. Null where the round leaves time, or nothing goes up.
 */
export function upwardDay(reporting: readonly ReportingDuty[], round: { kind: string; due: string }): string | null {
  const upward = reporting.filter(goesUp).flatMap(({ due }) => due ?? []);
  const same = upward.filter((day) => day === round.due || (round.kind === YEAR_END && isYearsReport(day, round.due)));
  return same.sort()[0] ?? null;
}

function isYearsReport(day: string, due: string): boolean {
  return endsYear(day) && yearOf(day) === yearOf(due) && day <= due;
}

/** The mark beside a round's due day that leaves no time before the office's own; '' where there is time. */
export function upwardNote(reporting: readonly ReportingDuty[], round: { kind: string; due: string }): string {
  const upper = upwardDay(reporting, round);
  return upper ? `（不早于本级上报日${printDay(upper)}，汇总时间不足，建议提前）` : '';
}
