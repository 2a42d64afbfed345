import { beforeAll, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { emptyDatabase, freshDatabase, withSession } from '../support/postgres.js';

const open = (url: string, readOnly = false) => Database.open({ url, entities, migrations, readOnly });

describe('the schema on PostgreSQL', () => {
  let url: string;
  beforeAll(async () => void (url = await freshDatabase()));

  it('is made once when two nodes start on an empty database at the same moment', async () => {
    const empty = await emptyDatabase();
    const nodes = await Promise.all([open(empty), open(empty), open(empty)]);
    const applied = await nodes[0]!.reader.all<{ name: string }>('SELECT name FROM migrations');
    expect(applied).toHaveLength(migrations.length);
    await Promise.all(nodes.map((node) => node.close()));
  }, 60_000);

  it('lets nobody change, delete or empty the log, whatever he is', async () => {
    await withSession(url, async (session) => {
      await session.query(`INSERT INTO access_log (at, action) VALUES (1, 'seen')`);
      const forbidden = [
        `UPDATE access_log SET action = 'x'`,
        'DELETE FROM access_log',
        'TRUNCATE access_log',
        `UPDATE event SET body = ''`,
        'TRUNCATE event, checkpoint',
      ];
      for (const sql of forbidden) await expect(session.query(sql)).rejects.toThrow('append-only');
    });
  });

  it('gives values as a SQLite file does: numbers as numbers, truth as 1 and 0, long text whole, order by bytes', async () => {
    const database = await open(url);
    const long = '长'.repeat(5_000);
    await database.write((tx) => tx.insert('access_log', { at: 2 ** 52, accountId: long, action: 'Ω', detail: null }));
    const row = await database.reader.get(`SELECT at, account_id, detail, at > 1 AS late, count(*) OVER () AS n
      FROM access_log WHERE action = 'Ω'`);
    expect(row).toEqual({ at: 2 ** 52, accountId: long, detail: null, late: 1, n: 1 });
    for (const word of ['b', 'a-1', 'B', 'a:1', 'a1'])
      await database.write((tx) => tx.insert('access_log', { at: 3, accountId: word, action: 'order', detail: null }));
    const ordered = await database.reader.all<{ accountId: string }>(
      `SELECT account_id FROM access_log WHERE action = 'order' ORDER BY account_id`,
    );
    expect(ordered.map(({ accountId }) => accountId)).toEqual(['B', 'a-1', 'a1', 'a:1', 'b']);
    await database.close();
  });

  it('of a newer program is not opened by an older one, neither to write nor to read', async () => {
    const database = await open(url);
    await database.close();
    await withSession(url, (session) =>
      session.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later99999999999999')`),
    );
    await expect(open(url)).rejects.toMatchObject({ code: 'newer_schema' });
    await expect(open(url, true)).rejects.toMatchObject({ code: 'newer_schema' });
  });
});

describe('a database that cannot be used', () => {
  it('is named in words, without its password', async () => {
    const url = new URL(await emptyDatabase());
    await expect(open(url.href, true)).rejects.toMatchObject({ code: 'no_database' });
    url.pathname = '/nowhere';
    url.password = 'secret';
    const refused = await open(url.href).catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({ code: 'database_refused', message: expect.stringContaining('/nowhere') });
    expect(JSON.stringify(refused)).not.toContain('secret');
    url.port = '9';
    await expect(open(url.href)).rejects.toMatchObject({ code: 'database_away' });
  });

  it('is refused where a power cut would lose what was acknowledged', async () => {
    const url = await emptyDatabase();
    const name = new URL(url).pathname.slice(1);
    await withSession(url, (session) => session.query(`ALTER DATABASE ${name} SET synchronous_commit = off`));
    await expect(open(url)).rejects.toMatchObject({
      code: 'database_unfit',
      message: expect.stringContaining('synchronous_commit'),
    });
  });
});
