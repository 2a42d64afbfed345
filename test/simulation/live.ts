import { startOfDay } from '../../src/shared/clock.js';
import type { TestGround } from '../support/ground.js';
import type { Act } from './act.js';
import { provinceYears, type ProvinceSize } from './year.js';

/** Lives through a small province's years in this process, day by day, without kills and without the acts that are refused. */
export async function liveHere(ground: TestGround, size: ProvinceSize): Promise<void> {
  const acts = provinceYears(size).filter((act) => !act.refused);
  for (const day of new Set(acts.map((act) => act.day))) await oneDay(ground, day, acts);
}

async function oneDay({ clock, engine }: TestGround, day: string, acts: Act[]): Promise<void> {
  clock.set(startOfDay(day));
  await engine.fireDue();
  const ofDay = acts.filter((act) => act.day === day);
  await Promise.all(ofDay.map(({ actor, key, at, plan }) => engine.execute({ actor, key, at, request: key }, plan)));
}
