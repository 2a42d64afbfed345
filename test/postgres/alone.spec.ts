import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import type { Tx } from '../../src/persistence/tx.js';
import { startPostgres, type PostgresServer } from '../support/postgres-server.mjs';
import { withSession } from '../support/postgres.js';
import { isSerial, randomCommands, type Row, type Told } from './serial.js';

const BY_KEY = 'SELECT key, request, states, recorded_at FROM idempotency WHERE key = ?';
const row = (key: string, recordedAt = 0): Row => ({ key, request: 'r', states: '', recordedAt });

/** At its first commit a row with these states is refused: all of its group is written by then. */
const REFUSE_AT_COMMIT = `
  CREATE SEQUENCE commits;
  CREATE FUNCTION refuse_at_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
      IF NEW.states = 'late' AND nextval('commits') = 1 THEN RAISE 'refused at the commit'; END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER refuse_at_commit AFTER INSERT ON idempotency DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse_at_commit()`;

describe('a node that finds itself alone on the PostgreSQL server', () => {
  /** One of its own: whoever writes on the server, in whatever database, is company. */
  let server: PostgresServer;
  let url: string;
  let node: Database;
  let other: Database;
  /** The statements of each round trip, of either node. */
  let trips: string[][];
  const { query } = pg.Client.prototype;

  beforeAll(async () => {
    server = await startPostgres();
    url = server.url('postgres');
    node = await Database.open({ url, entities, migrations });
    await withSession(url, (session) => session.query(REFUSE_AT_COMMIT));
    other = await Database.open({ url, entities, migrations });
    const watched = function (this: pg.Client, asked: { questions?: { sql: string }[] }, ...more: unknown[]) {
      if (asked.questions) trips.push(asked.questions.map(({ sql }) => sql));
      return (query as (...all: unknown[]) => unknown).call(this, asked, ...more);
    };
    pg.Client.prototype.query = watched as typeof query;
  }, 60_000);
  afterEach(() => node.write((tx) => tx.run('DELETE FROM idempotency')));
  beforeEach(() => {
    trips = [];
  });
  afterAll(async () => {
    pg.Client.prototype.query = query;
    await node.close();
    await other.close();
    await server.discard();
  });

  const read = (on: Database, key: string) => on.write((tx) => tx.get<Row>(BY_KEY, [key]));
  const value = async (on: Database, key: string) => (await read(on, key))?.recordedAt;
  const add = (on: Database, kept: Row) => on.write((tx) => tx.insert('idempotency', kept));
  const missed = () => new Error('the row has changed since it was read');
  const bump = async (tx: Tx) => {
    const { recordedAt } = (await tx.get<Row>(BY_KEY, ['n']))!;
    await tx.change('idempotency', { recordedAt: recordedAt + 1 }, { key: 'n', recordedAt }, missed);
    return recordedAt;
  };
  /** Long enough that the node does not reckon with others any more. */
  const settle = async () => {
    await pause(300);
    for (let n = 0; n < 3; n++) await read(node, 'n');
  };
  const asked = () => trips.flat().filter((sql) => sql.includes('idempotency WHERE'));

  it('asks for nothing again that it has read or written, and each group is one round trip', async () => {
    await add(node, row('n'));
    await settle();
    trips = [];
    for (let n = 0; n < 5; n++) expect(await node.write(bump)).toBe(n);
    expect(trips).toHaveLength(5);
    expect(asked()).toEqual([]);
    expect(await value(node, 'n')).toBe(5);
  });

  it('sees what another node writes, one after the other and both at once', async () => {
    await add(node, row('n'));
    await settle();
    await other.write(bump);
    expect(await value(node, 'n')).toBe(1);
    await settle();
    const counts = Array.from({ length: 120 }, (_, n) => (n % 3 === 0 ? other : node).write(bump));
    expect(new Set(await Promise.all(counts))).toEqual(new Set(Array.from({ length: 120 }, (_, n) => n + 1)));
    expect(await value(other, 'n')).toBe(121);
  });

  it('passes its turn with every commit, however much it has to do', async () => {
    await add(node, row('n'));
    await settle();
    let busy = true;
    const works = Array.from({ length: 40 }, async () => {
      while (busy) await node.write(bump);
    });
    const counted: number[] = [];
    for (let n = 0; n < 5; n++) counted.push((await other.write(bump))!);
    busy = false;
    await Promise.all(works);
    expect(counted).toEqual([...counted].sort((a, b) => a - b));
    const commits = trips.filter((sqls) => sqls.includes('COMMIT'));
    expect(commits.filter((sqls) => !sqls.some((sql) => sql.includes('advisory_unlock')))).toEqual([]);
    expect(await value(other, 'n')).toBe((await value(node, 'n'))!);
  });

  it('sees what is changed by hand, also by who began before it found itself alone', async () => {
    await add(node, row('n'));
    await settle();
    const byHand = `UPDATE idempotency SET recorded_at = recorded_at + 10 WHERE key = 'n'`;
    await withSession(url, (session) => session.query(byHand));
    expect(await value(node, 'n')).toBe(10);
    await settle();
    await withSession(url, async (session) => {
      await session.query('BEGIN');
      await session.query(byHand);
      expect(await value(node, 'n')).toBe(10);
      await settle();
      expect(await value(node, 'n')).toBe(10);
      await session.query('COMMIT');
    });
    expect(await value(node, 'n')).toBe(20);
  });

  it('does again what it had decided on a group that was undone at its commit', async () => {
    await add(node, row('n'));
    await settle();
    const late = (tx: Tx) => tx.insert('idempotency', { ...row('late'), states: 'late' });
    const works = Array.from({ length: 60 }, (_, n) => (n === 7 ? late : bump));
    const counted = await Promise.all(works.map((work) => node.write<number | void>(work)));
    expect(counted.filter((one) => one !== undefined)).toEqual(Array.from({ length: 59 }, (_, n) => n));
    expect(await value(other, 'late')).toBe(0);
    expect(await value(other, 'n')).toBe(59);
  });

  it.each([11, 12, 13])(
    'gives what would come one after the other, several groups under way at once (%i)',
    async (seed) => {
      await settle();
      for (const [at, commands] of joined(randomCommands(seed), 4).entries()) {
        const before = await node.reader.all<Row>(
          'SELECT key, request, states, recorded_at FROM idempotency ORDER BY key',
        );
        const on = (n: number) => (at % 3 === 2 && n % 4 === 3 ? other : node);
        const outcomes = await Promise.allSettled(commands.map((command, n) => on(n).write(command.on)));
        const told = outcomes.flatMap((one, n) =>
          one.status === 'fulfilled' ? [{ ...(one.value as Told), at: n }] : [],
        );
        const after = await node.reader.all<Row>(
          'SELECT key, request, states, recorded_at FROM idempotency ORDER BY key',
        );
        expect(isSerial(before, told, commands, after)).toBe(true);
      }
    },
  );
});

/** Every so many lists as one. */
function joined<T>(lists: T[][], each: number): T[][] {
  const made: T[][] = [];
  for (let at = 0; at < lists.length; at += each) made.push(lists.slice(at, at + each).flat());
  return made;
}
