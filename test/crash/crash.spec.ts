import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { planted } from './planted.js';

const KILLS = 100;

interface CrashResult {
  kills: Record<string, number>;
  acknowledged: number;
  uploads: number;
  deadlinesFired: number;
  faults: string[];
}

/** Runs the harness; `plant` names a fault that the program is altered by (plants.mjs). */
function crash(kills: number, options: string[], plant?: string): CrashResult {
  const script = join(projectRoot, 'scripts/crash.mjs');
  const args = [script, '--kills', String(kills), '--seed', '20261122', ...options];
  const env = plant ? planted(plant) : process.env;
  return JSON.parse(spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8', env }).stdout);
}

describe('the engine killed at any point', () => {
  it(`loses nothing that it acknowledged and does nothing twice in ${KILLS} kills under load`, () => {
    const result = crash(KILLS, []);
    expect(result.faults).toEqual([]);
    expect(result.kills).toEqual({ random: 50, 'before-commit': 17, 'after-commit': 17, 'in-timer': 16 });
    // Forty commands a life, and what its folder begins with; three deadlines at least by the end of each folder.
    expect(result.acknowledged).toBeGreaterThanOrEqual(KILLS * 40 + 5 * 16);
    expect(result.deadlinesFired).toBeGreaterThanOrEqual(5 * 3);
  }, 300_000);
});

describe('the server killed at any point', () => {
  it(`loses no answered request and no file, and does nothing twice in ${KILLS} kills under load`, () => {
    const result = crash(KILLS, ['--server']);
    expect(result.faults).toEqual([]);
    expect(result.kills).toEqual({
      ...{ random: 26, 'before-commit': 13, 'after-commit': 13 },
      ...{ 'in-timer': 12, 'in-outbox': 12, 'in-upload': 12, 'after-upload': 12 },
    });
    expect(result.acknowledged).toBeGreaterThan(KILLS * 10);
    expect(result.uploads).toBeGreaterThanOrEqual(KILLS);
    expect(result.deadlinesFired).toBeGreaterThan(0);
  }, 900_000);
});

describe('the harness itself', () => {
  it('sees what is lost where the writer answers before its commit', () => {
    expect(crash(6, [], 'early').faults).toContainEqual(expect.stringMatching(/^lost /));
  }, 120_000);

  it('sees what is done twice where the key of a command is not recorded', () => {
    expect(crash(6, [], 'forgetful').faults).toContainEqual(expect.stringMatching(/^twice /));
  }, 120_000);
});
