import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { planted } from '../crash/planted.js';

const KILLS = 10;
const STOPS = 2;
const NAMED = ['before-commit', 'commit-sent', 'after-commit', 'in-timer', 'in-outbox', 'in-upload', 'after-upload'];
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

/** Runs the harness; `plant` names a fault that the nodes are altered by (plants.mjs). */
function crash(kills: number, points: string[], plant?: string): CrashResult {
  const script = join(projectRoot, 'scripts/crash.mjs');
  const args = ['--server', '--postgres', '--kills', String(kills), '--points', points.join(), '--seed', '20261122'];
  const env = plant ? planted(plant) : process.env;
  const { stdout } = spawnSync(process.execPath, [script, ...args], { cwd: projectRoot, encoding: 'utf8', env });
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
    expect(result.uploads).toBeGreaterThanOrEqual(KILLS);
    expect(result.deadlinesFired).toBeGreaterThan(0);
  });

  it('died at every point, and the other node answered at once what had been left open', () => {
    expect(result.kills).toEqual({ random: 3, ...Object.fromEntries(NAMED.map((point) => [point, 1])) });
    expect(result.moved).toBeGreaterThan(0);
  });
});

describe(`the database struck down ${STOPS} times under load`, () => {
  let result: CrashResult;
  beforeAll(() => {
    result = crash(STOPS, ['database']);
  }, 600_000);

  it('is answered with 503 and Retry-After while it is away, and every node works again', () => {
    expect(result.faults).toEqual([]);
    expect(result.refused).toBeGreaterThanOrEqual(STOPS);
    expect(result.slowestHealMs).toBeGreaterThan(0);
  });

  it('holds every answered request once, and no half of any', () => {
    expect(result.kills).toEqual({ database: STOPS });
    expect(result.acknowledged).toBeGreaterThan(STOPS * 30);
  });
});

describe('the harness of the two nodes', () => {
  it('sees what is lost where a node answers before its commit', () => {
    expect(crash(1, ['before-commit'], 'early').faults).toContainEqual(expect.stringMatching(/^lost /));
  }, 300_000);

  it('sees what is done twice where the key of a request is not recorded', () => {
    expect(crash(2, ['after-commit'], 'forgetful').faults).toContainEqual(expect.stringMatching(/^twice /));
  }, 300_000);
});
