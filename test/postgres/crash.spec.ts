import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';

const KILLS = 10;
const STOPS = 2;
const NAMED = ['before-commit', 'commit-sent', 'after-commit', 'in-timer', 'in-outbox', 'in-upload', 'after-upload'];
/** Deadlines and notices of a life may all fall to the other node; these points are passed in every life. */
const SURE = NAMED.filter((point) => !['in-timer', 'in-outbox'].includes(point));
const POINTS = NAMED.flatMap((point, at) => (at % 3 === 0 ? ['random', point] : [point]));

interface CrashResult {
  kills: Record<string, number>;
  acknowledged: number;
  uploads: number;
  deadlinesFired: number;
  moved: number;
  refused: number;
  slowestHealMs: number;
  faults: string[];
}

function crash(kills: number, points: string[]): CrashResult {
  const script = join(projectRoot, 'scripts/crash.mjs');
  const args = ['--server', '--postgres', '--kills', String(kills), '--points', points.join(), '--seed', '20261122'];
  const { stdout } = spawnSync(process.execPath, [script, ...args], { cwd: projectRoot, encoding: 'utf8' });
  return JSON.parse(stdout) as CrashResult;
}

describe(`two nodes on one PostgreSQL, one of them killed ${KILLS} times`, () => {
  let result: CrashResult;
  beforeAll(() => {
    result = crash(KILLS, POINTS);
  }, 900_000);

  it('lose no answered request and no file, do nothing twice, and leave a state that is the replay of the log', () => {
    expect(result.faults).toEqual([]);
    expect(result.acknowledged).toBeGreaterThan(KILLS * 30);
    expect(result.uploads).toBeGreaterThan(KILLS / 2);
    expect(result.deadlinesFired).toBeGreaterThan(KILLS);
  });

  it('died at every point, and the other node answered at once what had been left open', () => {
    // A life may end before it passes its point for the n-th time; then it is killed after its work.
    const died = SURE.filter((point) => result.kills[point]);
    expect(died.length).toBeGreaterThan(SURE.length / 2);
    expect(result.moved).toBeGreaterThan(KILLS);
  });
});

describe(`the database struck down ${STOPS} times under load`, () => {
  let result: CrashResult;
  beforeAll(() => {
    result = crash(STOPS, ['database']);
  }, 600_000);

  it('is answered with 503 and Retry-After while it is away, and every node works again', () => {
    expect(result.faults).toEqual([]);
    expect(result.refused).toBeGreaterThan(STOPS);
    expect(result.slowestHealMs).toBeGreaterThan(0);
  });

  it('holds every answered request once, and no half of any', () => {
    expect(result.kills).toEqual({ database: STOPS });
    expect(result.acknowledged).toBeGreaterThan(STOPS * 30);
  });
});
