import { addDays } from '../domain/calendar/day.js';
import type { SendCommand } from '../engine/types.js';

/** The name of a place's list of members in the register. */
export const listOf = (place: string): string => `成员单位：${place}`;

/** A unit's time on the list, both days included; without end while `to` is null, never where it ends before it begins. */
export interface Term {
  unit: string;
  from: string;
  to: string | null;
}

/** A recorded change of one unit's term. */
export interface TermSet extends Term {
  position: number;
  /** Shared by all that came by one form; '' for what came otherwise. */
  change: string;
  who: string;
  when: number;
}

/** The terms that change when these join the list on a day and those leave it; those who joined that day were never on it, and who is on it stays as long as before. */
export function termsChanged(
  standing: readonly Term[],
  joins: readonly string[],
  leaves: readonly string[],
  day: string,
) {
  const stays = (unit: string): boolean => standing.some((one) => one.unit === unit && one.to === null);
  const joined = joins.filter((unit) => !stays(unit)).map((unit): Term => ({ unit, from: day, to: null }));
  const left = standing
    .filter(({ unit }) => leaves.includes(unit))
    .map(({ unit, from }): Term => ({ unit, from, to: addDays(day, -1) }));
  return [...joined, ...left];
}

/** The latest of the changes, oldest first: all that came by one form; none where the latest came otherwise. */
export function latestChange(all: readonly TermSet[]): TermSet[] {
  const change = all.at(-1)?.change ?? '';
  return change === '' ? [] : all.filter((one) => one.change === change);
}

/** The terms as they were before the latest change; who was on no list before never was. */
export function termsBefore(all: readonly TermSet[]): Term[] {
  const latest = latestChange(all);
  const first = Math.min(...latest.map(({ position }) => position));
  return latest.map(({ unit, from }): Term => {
    const before = all.filter((one) => one.unit === unit && one.position < first).at(-1);
    return before ? { unit, from: before.from, to: before.to } : { unit, from, to: addDays(from, -1) };
  });
}

/** The command that records a term as part of a change. */
export function termCommand(place: string, { unit, from, to }: Term, change: string): SendCommand {
  return { kind: 'send', instance: unit, type: 'setMembership', payload: { list: listOf(place), from, to, change } };
}
