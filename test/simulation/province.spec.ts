import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import type { Season } from './seasons.js';
import { provinceYears } from './year.js';

interface Found {
  log: string;
  root: string;
  events: number;
  acknowledged: number;
  refused: number;
  deadlinesFired: number;
  checkpoints: number;
  killed: Record<string, number>;
  seasons: Season[];
  held: { year: number; events: number; heapMb: number }[];
  faults: string[];
}

interface Wanted {
  seed: number;
  kills: number;
  years?: number;
  counties?: number;
}

/** The small year of a seed, or two, in processes of its own. */
function liveThrough({ seed, kills, years = 1, counties = 2 }: Wanted): Promise<Found> {
  const size = { seed, kills, years, cities: 1, counties, measures: 5 };
  const args = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const script = join(projectRoot, 'scripts/province-year.mjs');
  const child = spawn(process.execPath, [script, ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', () => {
      if (said.stdout === '') reject(new Error(said.stderr));
      else resolve(JSON.parse(said.stdout) as Found);
    });
  });
}

describe('a province’s year', () => {
  it('is the same to the last draw for the same seed, and another for another', () => {
    const keys = (seed: number) =>
      provinceYears({ seed, years: 1, cities: 1, counties: 2, measures: 5 }).map(({ day, key }) => `${day} ${key}`);
    expect(keys(11)).toEqual(keys(11));
    expect(keys(11)).not.toEqual(keys(12));
  });

  it('is lived through as often as the working calendar reaches, and not once more', () => {
    const acts = (years: number) => provinceYears({ seed: 11, years, cities: 1, counties: 0, measures: 2 });
    expect(new Set(acts(3).map(({ year }) => year))).toEqual(new Set([2023, 2024, 2025]));
    expect(() => acts(4)).toThrow('自2023年起可模拟1至3年，不能模拟4年');
  });

  describe('lived through by processes that are killed', () => {
    const seeds = [11, 12];
    let years: { calm: Found; killed: Found }[];

    beforeAll(async () => {
      const both = seeds.map(async (seed) => {
        const [calm, killed] = await Promise.all([liveThrough({ seed, kills: 0 }), liveThrough({ seed, kills: 3 })]);
        return { calm, killed };
      });
      years = await Promise.all(both);
    }, 240_000);

    it.each(seeds)('breaks no rule and leaves the very log of a year without kills (seed %i)', (seed) => {
      const { calm, killed } = years[seeds.indexOf(seed)]!;
      expect([...calm.faults, ...killed.faults]).toEqual([]);
      expect(Object.values(killed.killed).reduce((sum, n) => sum + n, 0)).toBe(3);
      expect([killed.log, killed.root]).toEqual([calm.log, calm.root]);
    });

    it('was a year of reports, returns, deadlines and refusals', () => {
      for (const { killed } of years) {
        expect(killed.events).toBeGreaterThan(2_000);
        expect(killed.deadlinesFired).toBeGreaterThan(200);
        expect(killed.refused).toBeGreaterThan(0);
        expect(killed.checkpoints).toBeGreaterThanOrEqual(9);
      }
    });
  });

  describe('and the year after it', () => {
    let calm: Found;
    let killed: Found;

    beforeAll(async () => {
      const both = [0, 3].map((kills) => liveThrough({ seed: 13, kills, years: 2, counties: 0 }));
      [calm, killed] = (await Promise.all(both)) as [Found, Found];
    }, 240_000);

    it('leave one log, with kills or without', () => {
      expect([...calm.faults, ...killed.faults]).toEqual([]);
      expect(Object.values(killed.killed).reduce((sum, n) => sum + n, 0)).toBe(3);
      expect([killed.log, killed.root]).toEqual([calm.log, calm.root]);
    });

    it('enter the register once and have each season twice, with all their events', () => {
      const [register, ...others] = calm.seasons;
      expect(register!.years.map(({ year }) => year)).toEqual([2023]);
      for (const { years, ratio } of others) {
        expect(years.map(({ year }) => year)).toEqual([2023, 2024]);
        expect(ratio).toBeGreaterThan(0);
      }
      const whole = others.pop()!.years.reduce((sum, { events }) => sum + events, 0);
      expect(whole).toBe(calm.events);
    });

    it('tell what was held after each of them', () => {
      expect(killed.held.map(({ year }) => year)).toEqual([2023, 2024]);
      expect(killed.held[1]!.events).toBe(killed.events);
      for (const { heapMb } of killed.held) expect(heapMb).toBeGreaterThan(0);
    });
  });
});
