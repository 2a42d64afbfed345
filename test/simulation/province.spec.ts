import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { provinceYear } from './year.js';

interface Found {
  log: string;
  root: string;
  events: number;
  acknowledged: number;
  refused: number;
  deadlinesFired: number;
  checkpoints: number;
  killed: Record<string, number>;
  faults: string[];
}

/** The small year of a seed, in processes of its own. */
function liveThrough(seed: number, kills: number): Promise<Found> {
  const size = ['--cities', '1', '--counties', '2', '--measures', '5'];
  const script = join(projectRoot, 'scripts/province-year.mjs');
  const args = [script, '--seed', String(seed), '--kills', String(kills), ...size];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
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
      provinceYear({ seed, cities: 1, counties: 2, measures: 5 }).map(({ day, key }) => `${day} ${key}`);
    expect(keys(11)).toEqual(keys(11));
    expect(keys(11)).not.toEqual(keys(12));
  });

  describe('lived through by processes that are killed', () => {
    const seeds = [11, 12];
    let years: { calm: Found; killed: Found }[];

    beforeAll(async () => {
      const both = seeds.map(async (seed) => {
        const [calm, killed] = await Promise.all([liveThrough(seed, 0), liveThrough(seed, 3)]);
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
});
