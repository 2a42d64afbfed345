import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { registrations } from '../../src/core/core.module.js';
import { Engine } from '../../src/engine/engine.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { FixedClock, startOfDay } from '../../src/shared/clock.js';
import { COORDINATOR } from '../support/ground.js';
import { startPostgres, type PostgresServer } from '../support/postgres-server.mjs';
import { withSession } from '../support/postgres.js';

const AWAY = { code: 'database_away' };
const HEALS_MS = 5_000;

describe('an office whose database server goes away', () => {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
    database = await Database.open({ url: server.url('postgres'), entities, migrations });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.discard();
  });

  const note = (n: number) =>
    database.write((tx) => tx.insert('access_log', { at: n, accountId: null, action: 'noted', detail: null }));
  const count = async () => (await database.reader.get<{ n: number }>('SELECT count(*) AS n FROM access_log'))!.n;

  /** Tries until it succeeds; how long that took, in ms. */
  async function heals(work: () => Promise<unknown>): Promise<number> {
    const since = Date.now();
    for (;;) {
      try {
        await work();
        return Date.now() - since;
      } catch (error) {
        if (Date.now() - since > HEALS_MS) throw error;
        await pause(50);
      }
    }
  }

  it('refuses reading and writing while it is away, and goes on by itself within five seconds of its return', async () => {
    await note(1);
    await server.stop();
    await expect(note(2)).rejects.toMatchObject(AWAY);
    await expect(count()).rejects.toMatchObject(AWAY);
    await server.start();
    expect(await heals(() => note(3))).toBeLessThan(HEALS_MS);
    expect(await heals(count)).toBeLessThan(HEALS_MS);
    expect(await count()).toBe(2);
  }, 60_000);

  it('never acknowledges what a crash of the server took, and keeps all it acknowledged', async () => {
    const before = await count();
    const sent: Promise<unknown>[] = [];
    const refused = new Set<string>();
    let acknowledged = 0;
    const send = () =>
      sent.push(
        note(1_000 + sent.length).then(
          () => acknowledged++,
          (error: typeof AWAY) => refused.add(error.code),
        ),
      );
    // Notes go on being sent while the server is struck down, and one more when it is certainly away.
    let crash: Promise<unknown> | null = null;
    let isAway = false;
    while (!isAway) {
      await pause(1);
      send();
      if (acknowledged >= 20) crash ??= server.stop('SIGQUIT').then(() => (isAway = true));
    }
    send();
    await Promise.all(sent);
    await server.start();
    await heals(count);
    expect(refused).toEqual(new Set(['database_away']));
    const kept = (await count()) - before;
    // Only the group whose commit was under way may be kept without an answer.
    expect([kept >= acknowledged, kept - acknowledged < 128]).toEqual([true, true]);
    expect(acknowledged).toBeGreaterThanOrEqual(20);
  }, 60_000);

  it('gives a turn up when a session is cut in the middle of its work, and takes the next one', async () => {
    const before = await count();
    const cut = database.write(async (tx) => {
      await tx.insert('access_log', { at: 7, accountId: null, action: 'cut', detail: null });
      const [session] = await tx.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await tx.all(`SELECT pg_terminate_backend(${session!.pid})`);
    });
    await expect(cut).rejects.toMatchObject(AWAY);
    await note(8);
    expect(await count()).toBe(before + 1);
  });

  it('leaves a deadline pending that found the database away', async () => {
    const clock = new FixedClock(startOfDay('2023-05-11'));
    const engine = new Engine(database, clock, registrations);
    const place = { planId: 'p', cycleId: 'c', measureId: 'm', unitId: 'u', position: 1, dutyFrom: '2023-05-11' };
    const duty = { role: 'responsible', isLead: true, followsLead: false, due: '2023-06-30', duePresumed: false };
    await engine.start('assignment', 'duty', '', { ...place, ...duty, fires: '2023-07-01' }, { actor: COORDINATOR });
    clock.set(startOfDay('2023-07-02'));
    const write = database.write.bind(database);
    let writes = 0;
    // The server goes away between finding the deadline and claiming it, and is back right after.
    database.write = async (work) => {
      if (writes++ === 0) {
        await server.stop('SIGQUIT');
        const refused = write(work);
        await refused.catch(() => server.start());
        return refused;
      }
      return write(work);
    };
    await expect(engine.fireDue()).rejects.toThrow('1 deadlines failed');
    database.write = write;
    await heals(() => engine.fireDue());
    const rows = await database.reader.all<{ status: string }>('SELECT status FROM deadline');
    expect(rows).toEqual([{ status: 'fired' }]);
  }, 60_000);

  it('waits for its turn while another session holds it', async () => {
    let done = false;
    await withSession(server.url('postgres'), async (session) => {
      await session.query('BEGIN');
      await session.query('SELECT pg_advisory_xact_lock(7102301)');
      const noted = note(9).then(() => (done = true));
      const waits = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 7102301 AND NOT granted`;
      while ((await session.query(waits)).rowCount === 0) await pause(5);
      expect(done).toBe(false);
      await session.query('COMMIT');
      await noted;
    });
    expect(done).toBe(true);
  });
});
