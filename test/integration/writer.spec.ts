import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import type { Tx } from '../../src/persistence/tx.js';
import { openGround, type TestGround } from '../support/ground.js';
import { onPostgres } from '../support/postgres.js';

/** PostgreSQL's name for it. */
const READ_ONLY_TRANSACTION = '25006';

describe('the one writer of the database', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  const entry = (n: number) => ({ at: n, accountId: null, action: `act-${n}`, detail: null, address: null });

  it('keeps 300 overlapping transactions apart, a quarter of them failing half-way', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) =>
        ground.database.write(async (tx) => {
          await tx.insert('access_log', entry(n));
          await Promise.resolve();
          if (n % 4 === 0) throw new Error('half-way');
          await tx.insert('access_log', { ...entry(n), action: `second-${n}` });
        }),
      ),
    );
    const succeeded = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []));
    const rows = await ground.database.reader.all<{ action: string }>('SELECT action FROM access_log');
    const actions = new Set(rows.map((row) => row.action));
    expect(succeeded).toHaveLength(225);
    expect(rows).toHaveLength(450);
    expect(succeeded.every((n) => actions.has(`act-${n}`) && actions.has(`second-${n}`))).toBe(true);
  });

  it('undoes a whole group for one piece that failed half-way, and does the others again, each once', async () => {
    const runs: number[] = [];
    const piece = (n: number) =>
      ground.database.write(async (tx) => {
        runs.push(n);
        await tx.insert('access_log', entry(4000 + n));
        if (n === 2) throw new Error('half-way');
      });
    const outcomes = await Promise.allSettled([1, 2, 3].map(piece));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await ground.database.reader.all('SELECT at FROM access_log WHERE at > 4000 ORDER BY at');
    expect(rows).toEqual([{ at: 4001 }, { at: 4003 }]);
    // On PostgreSQL all are tried at once, and once more where somebody else has written to the server meanwhile.
    expect(onPostgres ? runs.slice(-3) : runs).toEqual(onPostgres ? [1, 2, 3] : [1, 2, 1, 2, 3]);
  });

  it('tells transactions whether what they saw before still stands', async () => {
    const epochs: (number | undefined)[] = [];
    const piece = (n: number, fail = false) =>
      ground.database.write(async (tx) => {
        epochs.push(tx.epoch);
        await tx.insert('access_log', entry(n));
        if (fail) throw new Error('half-way');
      });
    await piece(3100);
    await piece(3101);
    await piece(3102, true).catch(() => undefined);
    await piece(3103);
    const { folder, url } = ground;
    const elsewhere = await Database.open({
      ...(url ? { url } : { file: join(folder, 'qiantou.db') }),
      ...{ entities, migrations },
    });
    await elsewhere.write((tx) => tx.insert('access_log', entry(3104)));
    await elsewhere.close();
    await piece(3105);
    const [first, second, failed, afterUndone, afterOthers] = epochs;
    // On PostgreSQL nothing is known from one transaction to the next.
    if (first === undefined) return expect(onPostgres).toBe(true);
    expect([second, failed]).toEqual([first, first]);
    expect(afterUndone).not.toBe(first);
    expect(afterOthers).not.toBe(afterUndone);
  });

  it('does nothing twice for a piece that was refused before it wrote anything', async () => {
    let runs = 0;
    const piece = (n: number) =>
      ground.database.write(async (tx) => {
        runs++;
        if (n === 2) throw new Error('refused');
        await tx.insert('access_log', entry(4100 + n));
      });
    const outcomes = await Promise.allSettled([1, 2, 3].map(piece));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(runs).toBe(3);
    const rows = await ground.database.reader.all('SELECT at FROM access_log WHERE at > 4100 ORDER BY at');
    expect(rows).toEqual([{ at: 4101 }, { at: 4103 }]);
  });

  it('answers only after the commit: what was acknowledged is visible to the reading connection', async () => {
    await ground.database.write((tx) => tx.insert('access_log', entry(1000)));
    const row = await ground.database.reader.get(`SELECT at FROM access_log WHERE action = 'act-1000'`);
    expect(row).toEqual({ at: 1000 });
  });

  it('has a reading connection that cannot write, and a log that takes no change', async () => {
    const write = ground.database.reader.all(`UPDATE access_log SET action = 'x' RETURNING id`);
    await expect(write).rejects.toMatchObject({ code: onPostgres ? READ_ONLY_TRANSACTION : 'SQLITE_READONLY' });
    const change = ground.database.write((tx) => tx.run(`UPDATE access_log SET action = 'other'`));
    await expect(change).rejects.toMatchObject({ message: expect.stringContaining('append-only') });
  });

  it('undoes work that waits for anything but its transaction, and takes nothing from it afterwards', async () => {
    let late: Promise<void> = Promise.resolve();
    const slow = write(async (tx) => {
      await tx.insert('access_log', entry(3001));
      await new Promise((resolve) => setTimeout(resolve, 20));
      late = tx.insert('access_log', entry(3002));
      await late;
    });
    const next = write((tx) => tx.insert('access_log', entry(3003)));
    await expect(slow).rejects.toThrow('waited for something outside');
    await next;
    await new Promise((resolve) => setTimeout(resolve, 30));
    await expect(late).rejects.toThrow('the transaction has ended');
    expect(await count('at BETWEEN 3001 AND 3003')).toBe(1);
  });

  const write = <T>(work: (tx: Tx) => Promise<T>) => ground.database.write(work);
  const count = async (where: string) =>
    (await ground.database.reader.get<{ n: number }>(`SELECT count(*) AS n FROM access_log WHERE ${where}`))!.n;
});
