import type { CalendarDay } from '../calendar/day.js';

export interface DueFacts {
  track: string;
  due: CalendarDay | null;
  /** Neither printed nor set: the year's end by 推定. */
  presumed: boolean;
  /** The seasons and rhythms that the plan names for the work, in words. */
  windows?: string;
}

/**
 * The 完成时限 in words, one way on every page: the day; for standing work without a printed day its seasons and rhythms
 * (春节前后, 每月25日前, 长期坚持) where the plan names any; a presumed day is marked 推定; 未定 without any.
 */
export function dueWords({ track, due, presumed, windows }: DueFacts): string {
  if (presumed && track === 'standing' && windows) return windows;
  if (due === null) return '未定';
  return presumed ? `${due}（推定）` : due;
}

/** The same in a ledger, a day with the seasons and rhythms beside it: 2024-06-30；每月25日前. */
export const dueAndWindows = (line: Omit<DueFacts, 'presumed'> & { duePresumed: boolean; windows: string }): string =>
  withWindows(dueWords({ ...line, presumed: line.duePresumed }), line.windows);

/** Words of a day and the seasons and rhythms beside it, each once. */
export const withWindows = (day: string, windows: string): string =>
  [...new Set([day, windows])].filter(Boolean).join('；');
