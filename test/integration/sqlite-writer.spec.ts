import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { Answers } from '../../src/persistence/sqlite/answers.js';
import { Statements } from '../../src/persistence/sqlite/statements.js';
import { SqliteTx } from '../../src/persistence/sqlite/tx.js';
import { SqliteWriter } from '../../src/persistence/sqlite/writer.js';
import type { Tx } from '../../src/persistence/tx.js';
import { openGround, type TestGround } from '../support/ground.js';

describe('a SQLite file', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  const entry = (n: number) => ({ at: n, accountId: null, action: `act-${n}`, detail: null, address: null });
  const write = <T>(work: (tx: Tx) => Promise<T>) => ground.database.write(work);
  const count = async (where: string) =>
    (await ground.database.reader.get<{ n: number }>(`SELECT count(*) AS n FROM access_log WHERE ${where}`))!.n;

  it('syncs fully at every commit', async () => {
    const [row] = await ground.database.write((tx) => tx.all<{ synchronous: number }>('PRAGMA synchronous'));
    expect(row).toEqual({ synchronous: 2 });
  });

  it('refuses writing while the disk is full, keeps reading, and heals without a restart', async () => {
    await write((tx) => tx.insert('access_log', entry(1000)));
    const pragma = (sql: string) => ground.database.write((tx) => tx.all<Record<string, number>>(sql));
    const [size] = await pragma('PRAGMA page_count');
    await pragma(`PRAGMA max_page_count = ${size!.pageCount! + 2}`);
    const big = (n: number) => ({ ...entry(n), detail: '长'.repeat(20_000) });
    const full = await Promise.allSettled([2001, 2002].map((n) => write((tx) => tx.insert('access_log', big(n)))));
    expect(full.map((one) => (one.status === 'rejected' ? one.reason.code : 'saved'))).toContain('disk_full');
    expect(await count(`action = 'act-1000'`)).toBe(1);
    const kept = full.filter((one) => one.status === 'fulfilled').length;
    expect(await count('at IN (2001, 2002)')).toBe(kept);

    await pragma('PRAGMA max_page_count = 1073741823');
    await write((tx) => tx.insert('access_log', big(2003)));
    expect(await count('at = 2003')).toBe(1);
  });
});

describe('the writer on a disk that fails', () => {
  const failures: unknown[] = [];

  /** A database in memory of which one kind of statement fails as a broken disk would. */
  function brokenAt(statement: string, code: string): SqliteWriter {
    const handle = new BetterSqlite3(':memory:');
    handle.exec('CREATE TABLE note (n INTEGER)');
    const prepare = handle.prepare.bind(handle);
    const failing = { run: () => raise(code) };
    Object.assign(handle, { prepare: (sql: string) => (sql === statement ? failing : prepare(sql)) });
    failures.length = 0;
    const statements = new Statements(handle);
    const answers = new Answers(statements, new Map());
    const openTx = (epoch: number) => new SqliteTx(statements, answers, null as never, epoch);
    return new SqliteWriter(handle, openTx, (error) => failures.push(error));
  }

  function raise(code: string): never {
    throw Object.assign(new Error('disk I/O error'), { code });
  }

  const note = (writer: SqliteWriter, n: number) => writer.write((tx) => tx.insert('note', { n }));

  it('stops the process when a commit fails, and answers nobody with success, not even later', async () => {
    const writer = brokenAt('COMMIT', 'SQLITE_IOERR_FSYNC');
    const outcomes = await Promise.allSettled([note(writer, 1), note(writer, 2)]);
    expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(failures).toHaveLength(1);
    await expect(note(writer, 3)).rejects.toMatchObject({ code: 'SQLITE_IOERR_FSYNC' });
  });

  it('stops the process when the disk fails in the middle of a command', async () => {
    const writer = brokenAt('INSERT INTO "note" ("n") VALUES (?)', 'SQLITE_IOERR_READ');
    await expect(note(writer, 1)).rejects.toMatchObject({ code: 'SQLITE_IOERR_READ' });
    expect(failures).toHaveLength(1);
  });

  it('refuses the group and goes on when the commit finds the disk full', async () => {
    const writer = brokenAt('COMMIT', 'SQLITE_FULL');
    await expect(note(writer, 1)).rejects.toMatchObject({ code: 'disk_full' });
    expect(failures).toEqual([]);
    const left = writer.write((tx) => tx.get<{ n: number }>('SELECT count(*) AS n FROM note'));
    await expect(left).rejects.toMatchObject({ code: 'disk_full' });
  });
});
