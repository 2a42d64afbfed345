import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';

const KILLS = 100;

interface CrashResult {
  kills: Record<string, number>;
  acknowledged: number;
  deadlinesFired: number;
  faults: string[];
}

describe('the engine killed at any point', () => {
  it(`loses nothing that it acknowledged and does nothing twice in ${KILLS} kills under load`, () => {
    const script = join(projectRoot, 'scripts/crash.mjs');
    const run = spawnSync(process.execPath, [script, '--kills', String(KILLS), '--seed', '20261122'], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    const result = JSON.parse(run.stdout) as CrashResult;
    expect(result.faults).toEqual([]);
    for (const point of ['random', 'before-commit', 'after-commit', 'in-timer']) {
      expect(result.kills[point]).toBeGreaterThan(10);
    }
    expect(result.acknowledged).toBeGreaterThan(KILLS * 10);
    expect(result.deadlinesFired).toBeGreaterThan(KILLS / 2);
    expect(run.status).toBe(0);
  }, 300_000);
});
