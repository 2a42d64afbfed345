import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
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

function liveThrough(seed: number, kills: number): Found {
  const size = ['--cities', '1', '--counties', '2', '--measures', '5'];
  const script = join(projectRoot, 'scripts/province-year.mjs');
  const args = [script, '--seed', String(seed), '--kills', String(kills), ...size];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Found;
}

describe('a province’s year', () => {
  it('is the same to the last draw for the same seed, and another for another', () => {
    const keys = (seed: number) =>
      provinceYear({ seed, cities: 1, counties: 2, measures: 5 }).map(({ day, key }) => `${day} ${key}`);
    expect(keys(11)).toEqual(keys(11));
    expect(keys(11)).not.toEqual(keys(12));
  });

  it.each([11, 12])(
    'seed %i: killed three times it breaks no rule and leaves the very log of a year without kills',
    (seed) => {
      const calm = liveThrough(seed, 0);
      const killed = liveThrough(seed, 3);
      expect([...calm.faults, ...killed.faults]).toEqual([]);
      expect(Object.values(killed.killed).reduce((sum, n) => sum + n, 0)).toBe(3);
      expect([killed.log, killed.root]).toEqual([calm.log, calm.root]);
      expect(killed.events).toBeGreaterThan(2_000);
      expect(killed.deadlinesFired).toBeGreaterThan(200);
      expect(killed.refused).toBeGreaterThan(0);
      expect(killed.checkpoints).toBeGreaterThanOrEqual(9);
    },
    120_000,
  );
});
