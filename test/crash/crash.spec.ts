import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';

const KILLS = 100;
const POINTS = ['random', 'before-commit', 'after-commit', 'in-timer'];
const SERVER_POINTS = [...POINTS, 'in-outbox', 'in-upload', 'after-upload'];

interface CrashResult {
  kills: Record<string, number>;
  acknowledged: number;
  uploads: number;
  deadlinesFired: number;
  faults: string[];
}

function crash(...options: string[]): CrashResult {
  const script = join(projectRoot, 'scripts/crash.mjs');
  const args = [script, '--kills', String(KILLS), '--seed', '20261122', ...options];
  return JSON.parse(spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' }).stdout) as CrashResult;
}

describe('the engine killed at any point', () => {
  it(`loses nothing that it acknowledged and does nothing twice in ${KILLS} kills under load`, () => {
    const result = crash();
    expect(result.faults).toEqual([]);
    for (const point of POINTS) {
      expect(result.kills[point]).toBeGreaterThan(10);
    }
    expect(result.acknowledged).toBeGreaterThan(KILLS * 10);
    expect(result.deadlinesFired).toBeGreaterThan(KILLS / 2);
  }, 300_000);
});

describe('the server killed at any point', () => {
  it(`loses no answered request and no file, and does nothing twice in ${KILLS} kills under load`, () => {
    const result = crash('--server');
    expect(result.faults).toEqual([]);
    for (const point of SERVER_POINTS) expect(result.kills[point]).toBeGreaterThan(2);
    expect(result.acknowledged).toBeGreaterThan(KILLS * 10);
    expect(result.uploads).toBeGreaterThan(KILLS / 2);
    expect(result.deadlinesFired).toBeGreaterThan(KILLS);
  }, 900_000);
});
