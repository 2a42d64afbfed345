import { habitOf, type Habit } from '../../src/simulation/unit-behaviour.js';
import { drawsOf } from './draws-of.js';
import type { Place } from './places.js';

/** How a unit reports through the year; `mute` ones say nothing at all until the office rings them up at the year's end. */
export type YearHabit = Habit | 'mute';

const MUTE = 0.02;

/** The habits of everybody who reports to a place's office. */
export function habitsOf(seed: number, { units, counties }: Place): Map<string, YearHabit> {
  const ids = [...units.map(({ id }) => id), ...counties.map(({ office }) => office)];
  return new Map(
    ids.map((id) => {
      const draws = drawsOf(seed, id, 'habit');
      return [id, draws.chance(MUTE) ? 'mute' : habitOf(draws)];
    }),
  );
}
