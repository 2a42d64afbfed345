import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { Turn } from '../../src/persistence/postgres/turn.js';
import type { Tx } from '../../src/persistence/tx.js';
import { startPostgres, type PostgresServer } from '../support/postgres-server.mjs';
import { withSession } from '../support/postgres.js';
import { calmCommands, isSerial, randomCommands, type Row, type Told } from './serial.js';

const BY_KEY = 'SELECT key, request, states, recorded_at FROM idempotency WHERE key = ?';
const row = (key: string, recordedAt = 0): Row => ({ key, request: 'r', states: '', recordedAt });

const ALL = 'SELECT key, request, states, recorded_at FROM idempotency ORDER BY key';
const BY_HAND = `UPDATE idempotency SET recorded_at = recorded_at + 10 WHERE key = 'n'`;

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

describe('a node, alone on the PostgreSQL server or among others', () => {
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
  const bump = async (tx: Tx, key = 'n') => {
    const { recordedAt } = (await tx.get<Row>(BY_KEY, [key]))!;
    await tx.change('idempotency', { recordedAt: recordedAt + 1 }, { key, recordedAt }, missed);
    return recordedAt;
  };
  const passes = (sql: string) => sql.includes('advisory_unlock');
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

  it('keeps its turn for a spell while others wait, and lets them in after it', async () => {
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
    expect(commits.some((sqls) => !sqls.some(passes))).toBe(true);
    expect(trips.filter((sqls) => sqls.some(passes)).length).toBeGreaterThanOrEqual(5);
    expect(await value(other, 'n')).toBe((await value(node, 'n'))!);
  });

  it('loses a turn that it keeps without doing anything in it', async () => {
    await withSession(url, async (session) => {
      const say = async (sql: string) => {
        const { rows, command } = await session.query<unknown[]>({ text: sql, rowMode: 'array' });
        return { lists: rows, command, columns: [], count: 0 };
      };
      const turn = new Turn({ ask: say, tell: say, hasten: () => undefined });
      const patience = async () => (await say('SHOW idle_session_timeout')).lists[0]![0];
      await turn.begin(false);
      await turn.commit(true);
      expect(await patience()).toBe('15s');
      await turn.leave();
      expect(await patience()).toBe('0');
    });
  });

  it('is told among others what they changed, and asks for nothing else again', async () => {
    for (const key of ['n', 'm']) await add(node, row(key));
    const both = async () => {
      await node.write(bump);
      await other.write((tx) => bump(tx, 'm'));
    };
    for (let n = 0; n < 3; n++) await both();
    trips = [];
    for (let n = 0; n < 5; n++) await both();
    expect(asked()).toEqual([]);
    await other.write(bump);
    expect(await node.write(bump)).toBe(9);
    expect(asked().length).toBeGreaterThan(0);
  });

  it('takes among others nothing for known that a hand may have changed between their turns', async () => {
    for (const key of ['n', 'm']) await add(node, row(key));
    for (let n = 0; n < 5; n++) {
      await node.write(bump);
      await other.write((tx) => bump(tx, 'm'));
      await withSession(url, (session) => session.query(BY_HAND));
      expect(await value(node, 'n')).toBe(11 * (n + 1));
    }
  });

  it('does again among others the command of a group that another node forestalled', async () => {
    for (const key of ['n', 'm']) await add(node, row(key));
    for (let n = 0; n < 20; n++) {
      const works = Array.from({ length: 20 }, (_, at) => {
        const key = at % 5 === 0 ? 'n' : 'm';
        return (at % 2 === 0 ? node : other).write((tx) => bump(tx, key));
      });
      await Promise.all(works);
    }
    expect([await value(node, 'n'), await value(other, 'm')]).toEqual([80, 320]);
  });

  it('sees what is changed by hand, also by who began before it found itself alone', async () => {
    await add(node, row('n'));
    await settle();
    await withSession(url, (session) => session.query(BY_HAND));
    expect(await value(node, 'n')).toBe(10);
    await settle();
    await withSession(url, async (session) => {
      await session.query('BEGIN');
      await session.query(BY_HAND);
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

  it.each([21, 22, 23])('gives among others what would come one after the other (%i)', async (seed) => {
    const commands = calmCommands(seed, 600);
    const told: Told[] = [];
    let next = 0;
    const lane = async (on: Database) => {
      for (let at = next++; at < commands.length; at = next++) told.push((await on.write(commands[at]!.on)) as Told);
    };
    await Promise.all([node, other].flatMap((on) => Array.from({ length: 6 }, () => lane(on))));
    expect(isSerial([], told, commands, await node.reader.all<Row>(ALL))).toBe(true);
  });

  it.each([11, 12, 13])(
    'gives what would come one after the other, several groups under way at once (%i)',
    async (seed) => {
      await settle();
      for (const [at, commands] of joined(randomCommands(seed), 4).entries()) {
        const before = await node.reader.all<Row>(ALL);
        const on = (n: number) => (at % 3 === 2 && n % 4 === 3 ? other : at % 3 === 1 && n % 2 === 1 ? other : node);
        const outcomes = await Promise.allSettled(commands.map((command, n) => on(n).write(command.on)));
        const told = outcomes.flatMap((one, n) =>
          one.status === 'fulfilled' ? [{ ...(one.value as Told), at: n }] : [],
        );
        const after = await node.reader.all<Row>(ALL);
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
