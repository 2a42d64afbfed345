import { Decimal } from 'decimal.js';
import { daysBetween, monthOf, yearOf, type CalendarDay } from '../calendar/day.js';

/** Share of a period gone, by days or by months (“month/12”). */
export type Pace = 'days' | 'months';

/** A planned point: by the end of `day`, `percent` of the work should be done. For seasonal work (春运, 开学). */
export interface CurvePoint {
  day: CalendarDay;
  percent: number;
}

/** What 序时进度 is measured against; a curve, if given, replaces the even pace. */
export interface Schedule {
  start: CalendarDay;
  end: CalendarDay;
  pace?: Pace;
  curve?: CurvePoint[];
}

/**
 * 序时进度: the percentage (0–100, one decimal) of the work that should be done by the end of `today`.
 * Days: days gone ÷ days of the period, both ends counted. Months: months begun ÷ months of the period.
 */
export function expectedPercent(schedule: Schedule, today: CalendarDay): number {
  const share = schedule.curve?.length ? onCurve(schedule, schedule.curve, today) : evenly(schedule, today);
  return clamp(share).toDecimalPlaces(1).toNumber();
}

/** 百分点 by which the actual percentage is behind the expected one; negative when ahead. */
export function pointsBehind(actual: number, expected: number): number {
  return new Decimal(expected).minus(actual).toDecimalPlaces(1).toNumber();
}

function evenly({ start, end, pace }: Schedule, today: CalendarDay): Decimal {
  if (today < start) return new Decimal(0);
  if (today >= end) return new Decimal(100);
  const gone = pace === 'months' ? monthsOf(start, today) : daysBetween(start, today) + 1;
  const all = pace === 'months' ? monthsOf(start, end) : daysBetween(start, end) + 1;
  return new Decimal(gone).div(all).times(100);
}

function monthsOf(from: CalendarDay, to: CalendarDay): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}

/** Straight lines between the planned points, from 0 on the eve of the start to the last point. */
function onCurve({ start }: Schedule, curve: CurvePoint[], today: CalendarDay): Decimal {
  const points = [...curve].sort((a, b) => a.day.localeCompare(b.day));
  const after = points.findIndex((point) => point.day >= today);
  if (after < 0) return new Decimal(points[points.length - 1].percent);
  const next = points[after];
  const before = after === 0 ? null : points[after - 1];
  const gone = before ? daysBetween(before.day, today) : daysBetween(start, today) + 1;
  const all = before ? daysBetween(before.day, next.day) : daysBetween(start, next.day) + 1;
  if (gone <= 0) return new Decimal(before?.percent ?? 0);
  const from = new Decimal(before?.percent ?? 0);
  return from.plus(new Decimal(next.percent).minus(from).times(gone).div(Math.max(all, 1)));
}

function clamp(percent: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(100, percent));
}
