import type { CalendarDay } from '../calendar/day.js';

export interface DueFacts {
  track: string;
  due: CalendarDay | null;
  /** Neither printed nor set: the year's end by 推定. */
  presumed: boolean;
}

/**
 * The 完成时限 in words, one way on every page: the day; 长期坚持 for standing work without a printed day; a presumed day
 * is marked 推定; 未定 without any.
 */
export function dueWords({ track, due, presumed }: DueFacts): string {
  if (presumed && track === 'standing') return '长期坚持';
  if (due === null) return '未定';
  return presumed ? `${due}（推定）` : due;
}
