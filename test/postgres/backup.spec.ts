import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { registrations } from '../../src/core/core.module.js';
import { joinInstallation } from '../../src/core/one-installation.js';
import { checkpointIn, witnessesIn } from '../../src/engine/checkpoints/installation.js';
import { Engine } from '../../src/engine/engine.js';
import { verifyLog, type Verdict } from '../../src/engine/verify.js';
import { entities } from '../../src/entities.js';
import { backUp, papersIn, restoreBackup, type BackupManifest } from '../../src/persistence/backup/backup.js';
import { Database } from '../../src/persistence/database.js';
import { FileStore } from '../../src/persistence/files.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { tarEntries } from '../../src/persistence/tar.js';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { Packet } from '../../src/rounds/rounds.entities.js';
import { RoundsService, type RoundInput } from '../../src/rounds/rounds.service.js';
import { everything, forged, tablesIn, tablesOf } from '../support/backups.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { emptyDatabase, withSession } from '../support/postgres.js';
import { assignmentId, indicatorId, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';
import { storedFiles } from '../support/stored-files.js';

const TONIGHT = Date.parse('2023-06-30T14:00:00Z');
/** Characters that some readers take for the end of a line, or that have to be written in another way. */
const AWKWARD = '行分隔\u2028段分隔\u2029下行\u0085"引号"\\反斜\n换行\t😀';
const QUARTER: RoundInput = {
  ...{ kind: '季', asOf: '2023-06-30', due: '2023-06-30', basis: null, parts: ['text', 'table'] },
  ...{ indicatorIds: 'all', units: 'all' },
};

const shelf = mkdtempSync(join(tmpdir(), 'qiantou-shelf-'));
afterAll(() => rmSync(shelf, { recursive: true, force: true }));

/** A plan issued, a round with a packet and its paper, words that are awkward, and all of it signed. */
async function work(ground: TestGround): Promise<void> {
  await issueSmallPlan(ground);
  const upload = { name: '盖章件.txt', bytes: Buffer.from('盖章件') };
  const [paper] = await storedFiles(ground).keep([upload], 'u-hr');
  const round = await new RoundsService(ground.engine, ground.ids).open(PLAN, QUARTER, COORDINATOR, 'open');
  const packet = await ground.database.reader.manager.findOneBy(Packet, { roundId: round, unitId: 'hr' });
  const contents = {
    rows: { [assignmentId(1, 'hr')]: { text: AWKWARD, progress: '60%', issues: '', nextStep: '继续推进' } },
    figures: { [indicatorId(1)]: { printed: '1.26万人次', valueStatus: '快报' as const } },
    summary: '上半年工作情况',
  };
  const packets = new PacketsService(ground.engine, new PacketDrafts(ground.database, ground.clock));
  await packets.submit(packet!.id, contents, [{ ...paper!, kind: '盖章件' }], {
    actor: liaison('hr'),
    key: 'submit-hr',
  });
  await ground.database.write((tx) => tx.insert('access_log', { at: TONIGHT, accountId: AWKWARD, action: 'seen' }));
  await checkpointIn(ground.folder, ground.database, ground.clock);
}

const note = (engine: Engine, i: number) =>
  engine.send(PLAN, 'adjust', { what: 'note', patch: { i } }, { actor: COORDINATOR });

async function verdictOn(database: Database, folder: string): Promise<Verdict> {
  const scratch = await Database.open({ file: ':memory:', entities, migrations });
  const verdict = await verifyLog(database.reader, scratch, registrations.projections, witnessesIn(folder));
  await scratch.close();
  return verdict;
}

/** Opens what was restored, does something with it and closes it. */
async function inside<T>(place: { url: string } | { file: string }, look: (database: Database) => Promise<T>) {
  const database = await Database.open({ ...place, entities, migrations });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

class Later0003 implements MigrationInterface {
  name = 'Later00039999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit ADD COLUMN later bigint DEFAULT 7');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit DROP COLUMN later');
  }
}

describe('the backup of an office on PostgreSQL', () => {
  let ground: TestGround;
  let server: { url: string; migrations: typeof migrations };
  let places = 0;
  const backup = join(shelf, '6月30日.tar');
  const forge = (table: string, change: (text: string) => string) =>
    forged(backup, join(shelf, `forged-${places++}.tar`), table, change);
  const empty = async () => ({ folder: join(shelf, `place-${places++}`), url: await emptyDatabase() });

  beforeAll(async () => {
    ground = await openGround();
    const { folder: dataDir, database } = ground;
    const files = new FileStore(join(dataDir, 'files'), ground.ids);
    await joinInstallation({ database, files, dataDir });
    await work(ground);
    const [{ url }] = await database.reader.all<{ url: string }>('SELECT current_database() AS url');
    server = { url: `${process.env.QIANTOU_TEST_POSTGRES}/${url}`, migrations };
    await backUp(dataDir, backup, TONIGHT, server);
  });
  afterAll(() => ground.close());

  it('is one tar of tables in lines, papers, signatures and key, with the end of the log in its manifest', async () => {
    const entries = await tarEntries(backup);
    const names = entries.map(({ name }) => name);
    const tables = (await tablesOf(ground.database)).map((name) => `tables/${name}.jsonl`);
    expect(names.slice(0, tables.length)).toEqual(tables);
    expect(names).toEqual(expect.arrayContaining(['log-key/log-key.pem', 'manifest.json']));
    const { offset, size } = entries.at(-1)!;
    const manifest = JSON.parse(readFileSync(backup).toString('utf8', offset, offset + size)) as BackupManifest;
    const last = await ground.database.reader.get('SELECT position, hash FROM event ORDER BY position DESC LIMIT 1');
    expect(manifest).toMatchObject({ format: 'qiantou-backup@2', madeAt: TONIGHT, log: last });
    expect(manifest.events).toBe(manifest.log!.events);
    // The paper, the mark of the shared folder, both halves of the key, one signature.
    expect(papersIn(manifest)).toBe(5);
  });

  it('comes back with every row and every paper; the log and what was signed prove it', async () => {
    const { folder, url } = await empty();
    const manifest = await restoreBackup(backup, folder, { url, migrations });
    await inside({ url }, async (database) => {
      expect(await everything(database)).toEqual(await everything(ground.database));
      expect(await verdictOn(database, folder)).toMatchObject({ events: manifest.events, faults: [] });
      const files = new FileStore(join(folder, 'files'), ground.ids);
      await joinInstallation({ database, files, dataDir: folder });
    });
    expect(readdirSync(folder).sort()).toEqual(['checkpoints', 'files', 'log-key']);
    expect(readdirSync(join(folder, 'files'))).toEqual(readdirSync(join(ground.folder, 'files')));
  });

  it('goes on numbering behind the last event, and its log stays closed', async () => {
    const { folder, url } = await empty();
    const { log } = await restoreBackup(backup, folder, { url, migrations });
    await inside({ url }, async (database) => {
      const answer = await note(new Engine(database, ground.clock, registrations), 1);
      expect(answer.receipts[0]!.position).toBe(log!.position + 1);
      const change = database.write((tx) => tx.run(`UPDATE event SET body = ''`));
      await expect(change).rejects.toThrow('append-only');
      expect((await verdictOn(database, folder)).faults).toEqual([]);
    });
  });

  it('is taken as of one moment while work goes on', async () => {
    const target = join(shelf, 'while-working.tar');
    const before = (await ground.database.reader.get<{ n: number }>('SELECT count(*) AS n FROM event'))!.n;
    let working = true;
    const worked = (async () => {
      for (let i = 0; working; i++) await note(ground.engine, i);
    })();
    const manifest = await backUp(ground.folder, target, TONIGHT, server).finally(() => (working = false));
    await worked;
    const after = (await ground.database.reader.get<{ n: number }>('SELECT count(*) AS n FROM event'))!.n;
    expect(after).toBeGreaterThan(before + 1);
    expect(manifest.events).toBeLessThan(after);
    const { folder, url } = await empty();
    await restoreBackup(target, folder, { url, migrations });
    const verdict = await inside({ url }, (database) => verdictOn(database, folder));
    expect(verdict).toMatchObject({ events: manifest.events, faults: [] });
  });

  it('can be put into a SQLite file', async () => {
    const { folder } = await empty();
    const manifest = await restoreBackup(backup, folder);
    await inside({ file: join(folder, 'qiantou.db') }, async (database) => {
      expect(await verdictOn(database, folder)).toMatchObject({ events: manifest.events, faults: [] });
      const answer = await note(new Engine(database, ground.clock, registrations), 1);
      expect(answer.receipts[0]!.position).toBe(manifest.log!.position + 1);
      const row = await database.reader.get('SELECT account_id FROM access_log');
      expect(row).toEqual({ accountId: AWKWARD });
    });
    expect(readdirSync(folder)).not.toContain('tables');
  });

  it('goes into a folder that is there already, as a mounted volume is', async () => {
    const { folder, url } = await empty();
    mkdirSync(folder);
    await restoreBackup(backup, folder, { url, migrations });
    expect(readdirSync(folder).sort()).toEqual(['checkpoints', 'files', 'log-key']);
  });

  it('made by an older program is brought up to date', async () => {
    const { folder, url } = await empty();
    await restoreBackup(backup, folder, { url, migrations: [...migrations, Later0003] });
    const rows = await withSession(url, (session) => session.query<{ later: string }>('SELECT later FROM unit'));
    expect(rows.rows.map(({ later }) => later)).toEqual(Array(5).fill('7'));
  });

  describe('is refused, and nothing is left,', () => {
    /** What a refused restore may leave: nothing, neither in the database nor on the disk. */
    async function refused(archive: string, code: string, known = migrations): Promise<Error> {
      const { folder, url } = await empty();
      const restore = restoreBackup(archive, folder, { url, migrations: known });
      const error = await restore.then(
        () => null,
        (reason: Error) => reason,
      );
      expect(error).toMatchObject({ code });
      expect(await tablesIn(url)).toBe(0);
      expect(readdirSync(shelf).filter((name) => name.includes(folder.slice(shelf.length + 1)))).toEqual([]);
      return error!;
    }

    it('where the database is not empty', async () => {
      const { folder } = await empty();
      const before = await everything(ground.database);
      await expect(restoreBackup(backup, folder, server)).rejects.toMatchObject({ code: 'not_empty' });
      expect(await everything(ground.database)).toEqual(before);
    });

    it('where a newer program made it', async () => {
      await refused(backup, 'newer_schema', migrations.slice(0, 1));
    });

    it('where it was cut off, or one byte of a table differs', async () => {
      const bytes = readFileSync(backup);
      const [first] = await tarEntries(backup);
      const altered = Buffer.from(bytes);
      altered[first!.offset + 5] ^= 1;
      const paths = ['cut.tar', 'altered.tar'].map((name) => join(shelf, name));
      writeFileSync(paths[0]!, bytes.subarray(0, bytes.length / 2));
      writeFileSync(paths[1]!, altered);
      for (const path of paths) await refused(path, 'backup_damaged');
    });

    it('where a row comes twice, an event is missing, a column or a line is broken', async () => {
      const lines = (text: string) => text.trim().split('\n');
      const twice = await forge('unit', (text) => `${text}${lines(text).at(-1)}\n`);
      expect((await refused(twice, 'backup_damaged')).message).toContain('unit');
      const fewer = await forge('event', (text) => `${lines(text).slice(0, -1).join('\n')}\n`);
      expect((await refused(fewer, 'backup_damaged')).message).toContain('记录应有');
      const quoted = await forge('access_log', (text) => text.replace(String(TONIGHT), `"${TONIGHT}"`));
      expect((await refused(quoted, 'backup_damaged')).message).toContain('access_log 恢复后与备份不符');
      const renamed = await forge('unit', (text) => text.replace('"place"', '"places"'));
      await refused(renamed, 'backup_damaged');
      for (const end of ['["short"]\n', '{"\n']) {
        const broken = await forge('unit', (text) => `${text}${end}`);
        await refused(broken, 'backup_damaged');
      }
    });

    it('where the server goes away half-way', async () => {
      const { folder, url } = await empty();
      await withSession(url, async (session) => {
        // A node that starts holds this; the restore waits for it, in its transaction.
        await session.query('SELECT pg_advisory_lock(7102302)');
        const restore = restoreBackup(backup, folder, { url, migrations });
        const gone = expect(restore).rejects.toMatchObject({ code: 'database_away' });
        const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
          AND application_name = 'qiantou-backup' AND wait_event = 'advisory'`;
        while ((await session.query(cut)).rowCount === 0) await pause(20);
        await gone;
      });
      expect(await tablesIn(url)).toBe(0);
      expect(readdirSync(shelf).some((name) => name.includes(folder.slice(shelf.length + 1)))).toBe(false);
    });
  });

  it('whose row somebody altered, hashes and all, is told by verify', async () => {
    const forgery = await forge('figure', (text) => text.replace('"12600"', '"92600"'));
    const { folder, url } = await empty();
    await restoreBackup(forgery, folder, { url, migrations });
    const { faults } = await inside({ url }, (database) => verdictOn(database, folder));
    expect(faults.map(({ code, place }) => [code, place])).toContainEqual(['projection_differs', '数据表 figure']);
  });
});

describe('an office that moves from a SQLite file to PostgreSQL', () => {
  let ground: TestGround;
  const backup = join(shelf, 'before-the-move.tar');

  beforeAll(async () => {
    const folder = mkdtempSync(join(shelf, 'old-'));
    const database = await Database.open({ file: join(folder, 'qiantou.db'), entities, migrations });
    const base = await openGround();
    await base.close();
    const { clock, ids } = base;
    ground = { ...base, folder, database, engine: new Engine(database, clock, registrations), ids };
    await work(ground);
    await backUp(folder, backup, TONIGHT);
  });
  afterAll(() => ground.database.close());

  it('takes its whole record along: every row, every paper, the same log under the same key', async () => {
    const url = await emptyDatabase();
    const folder = join(shelf, 'moved');
    const manifest = await restoreBackup(backup, folder, { url, migrations });
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const key = (of: string) => hash(readFileSync(join(of, 'log-key', 'log-key.pem')));
    await inside({ url }, async (database) => {
      const moved = await everything(database);
      for (const [table, rows] of Object.entries(moved)) {
        const old = await ground.database.reader.all<object>(`SELECT * FROM "${table}"`);
        expect([table, rows]).toEqual([table, old.map((row) => JSON.stringify(row)).sort()]);
      }
      expect(await verdictOn(database, folder)).toMatchObject({ events: manifest.events, faults: [] });
      const files = new FileStore(join(folder, 'files'), ground.ids);
      await joinInstallation({ database, files, dataDir: folder });
      const answer = await note(new Engine(database, ground.clock, registrations), 1);
      expect(answer.receipts[0]!.position).toBe(manifest.events + 1);
      expect((await verdictOn(database, folder)).faults).toEqual([]);
    });
    expect(key(folder)).toBe(key(ground.folder));
    expect(readdirSync(folder)).not.toContain('qiantou.db');
  });

  it('is refused by an older program than its own, and nothing is left', async () => {
    const url = await emptyDatabase();
    const folder = join(shelf, 'too-new');
    const restore = restoreBackup(backup, folder, { url, migrations: migrations.slice(0, 1) });
    await expect(restore).rejects.toMatchObject({ code: 'newer_schema' });
    expect(await tablesIn(url)).toBe(0);
    expect(readdirSync(shelf).filter((name) => name.includes('too-new'))).toEqual([]);
  });
});
