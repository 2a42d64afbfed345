import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { LeasedPeriodic } from '../../src/core/leased-periodic.js';
import type { PeriodicWork } from '../../src/core/periodic.js';
import { emptyDatabase, withSession } from '../support/postgres.js';

const QUICK = { lookEverySeconds: 0.2, reclaimEverySeconds: 1 };

async function until(holds: () => boolean, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !holds();) {
    if (Date.now() > end) throw new Error('it never came to hold');
    await pause(50);
  }
}

describe('work that comes round on several nodes', () => {
  let url: string;
  let nodes: LeasedPeriodic[];
  const node = () => {
    const one = new LeasedPeriodic(url, QUICK);
    nodes.push(one);
    return one;
  };

  beforeEach(async () => {
    url = await emptyDatabase();
    nodes = [];
  });

  afterEach(async () => {
    await Promise.all(nodes.map((one) => one.stop()));
  });

  const work = (run: () => Promise<unknown>, about: Partial<PeriodicWork> = {}): PeriodicWork => ({
    ...{ name: 'deadlines', everySeconds: 1, leaseSeconds: 60, run },
    failed: () => {},
    ...about,
  });

  it('is done by one of them in each turn, though both start at the same moment', async () => {
    let times = 0;
    let active = 0;
    let most = 0;
    const look = async () => {
      times += 1;
      most = Math.max(most, (active += 1));
      await pause(100);
      active -= 1;
    };
    await Promise.all([node(), node(), node()].map((one) => one.keep(work(look))));
    await until(() => times >= 5);
    await Promise.all(nodes.map((one) => one.stop()));
    expect(most).toBe(1);
    const sql = `SELECT count(*)::int AS taken, count(DISTINCT singleton_on)::int AS turns FROM pgboss.job
      WHERE name = 'deadlines' AND started_on IS NOT NULL`;
    const { rows } = await withSession(url, (session) => session.query<{ taken: number; turns: number }>(sql));
    const { taken, turns } = rows[0]!;
    expect(taken).toBe(turns);
    expect(times).toBeLessThanOrEqual(turns);
  });

  it('is kept by all of them, however many start with several kinds of work at one moment', async () => {
    const kinds = ['deadlines', 'checkpoint', 'sweep', 'archive'];
    const done = new Map<string, number>();
    const count = (name: string) => work(async () => void done.set(name, (done.get(name) ?? 0) + 1), { name });
    const starting = Array.from({ length: 6 }, node).map((one) =>
      Promise.all(kinds.map((name) => one.keep(count(name)))),
    );
    await expect(Promise.all(starting)).resolves.toHaveLength(6);
    await until(() => kinds.every((name) => (done.get(name) ?? 0) > 1));
  });

  it('goes to another node when the one that took it is gone, once the lease has run out, not before', async () => {
    const about = { everySeconds: 86_400, leaseSeconds: 2 };
    let isTaken = false;
    let wake = () => {};
    // It holds the job and is not heard of again before the other one is done.
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    await node().keep(work(() => ((isTaken = true), asleep), about));
    await until(() => isTaken);
    const taken = `SELECT extract(epoch FROM started_on) * 1000 AS ms FROM pgboss.job WHERE started_on IS NOT NULL`;
    const { rows } = await withSession(url, (session) => session.query<{ ms: string }>(taken));
    let doneAt = 0;
    await node().keep(work(async () => (doneAt = Date.now()), about));
    await until(() => doneAt > 0, 30);
    wake();
    expect(doneAt - Number(rows[0]!.ms)).toBeGreaterThanOrEqual(2_000);
  }, 60_000);

  it('is done once a day, whatever starts anew, and late where no node was up at its hour', async () => {
    let times = 0;
    const daily = work(async () => (times += 1), { name: 'checkpoint', everySeconds: 86_400 });
    await node().keep(daily);
    await until(() => times === 1);
    await nodes[0]!.stop();
    await node().keep(daily);
    await pause(1_500);
    expect(times).toBe(1);
    const yesterday = `UPDATE pgboss.job SET singleton_on = singleton_on - interval '1 day'`;
    await withSession(url, (session) => session.query(yesterday));
    await until(() => times === 2);
  });

  it('is tried again after a failure, which is told', async () => {
    let times = 0;
    const faults: unknown[] = [];
    const failing = async () => {
      if (++times === 1) throw new Error('校验记录写不进去');
    };
    const failed = (error: unknown) => void faults.push(String(error));
    await node().keep(work(failing, { everySeconds: 86_400, failed }));
    await until(() => times === 2, 30);
    expect(faults).toEqual(['Error: 校验记录写不进去']);
  }, 60_000);
});
