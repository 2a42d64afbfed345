import type { Act } from './act.js';

/** Parts of a year, by its acts, after each of which everything is looked at. */
export const TENTHS = 10;

/**
 * How many tenths are over after the first n acts, for each n from none to all of them. Each year's tenths are its own: the
 * last one is over with the year's last act, even when the next year has begun.
 */
export function tenthsOver(acts: Act[]): number[] {
  const all = new Map<number, number>();
  for (const { year } of acts) all.set(year, (all.get(year) ?? 0) + 1);
  const done = new Map<number, number>();
  const over = [0];
  for (const { year } of acts) {
    const before = done.get(year) ?? 0;
    const tenths = (acted: number) => Math.floor((TENTHS * acted) / all.get(year)!);
    over.push(over.at(-1)! + tenths(before + 1) - tenths(before));
    done.set(year, before + 1);
  }
  return over;
}
