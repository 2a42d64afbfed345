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

/** The same in a ledger, with the windows that the measure's text names: 长期坚持；春节前后（2024-01-26 至 2024-02-25）. */
export const dueAndWindows = (line: Omit<DueFacts, 'presumed'> & { duePresumed: boolean; windows: string }): string =>
  [dueWords({ ...line, presumed: line.duePresumed }), line.windows].filter(Boolean).join('；');
