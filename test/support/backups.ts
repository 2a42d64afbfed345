import { readFileSync } from 'node:fs';
import type { BackupManifest } from '../../src/persistence/backup/backup.js';
import type { Database } from '../../src/persistence/database.js';
import { TarWriter, tarEntries } from '../../src/persistence/tar.js';
import { withSession } from './postgres.js';

/** Every row of every table, for comparing two databases. */
export async function everything(database: Database): Promise<Record<string, string[]>> {
  const names = await tablesOf(database);
  const tables = names.map(async (name) => {
    const rows = await database.reader.all<object>(`SELECT * FROM "${name}"`);
    return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** The tables of an office on PostgreSQL, by name. */
export async function tablesOf({ reader }: Database): Promise<string[]> {
  const sql = `SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1`;
  return (await reader.all<{ name: string }>(sql)).map(({ name }) => name);
}

/** How many tables a database has. */
export const tablesIn = (url: string) =>
  withSession(url, async (session) => {
    const found = await session.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    return found.rowCount;
  });

/** The backup with one of its tables changed, and a manifest that vouches for it. */
export async function forged(
  archive: string,
  path: string,
  table: string,
  change: (text: string) => string,
): Promise<string> {
  const tar = await TarWriter.create(path);
  const bytes = readFileSync(archive);
  const files: BackupManifest['files'] = [];
  for (const { name, offset, size } of await tarEntries(archive)) {
    const body = bytes.subarray(offset, offset + size);
    const text = name === `tables/${table}.jsonl` ? change(body.toString()) : null;
    if (name === 'manifest.json') {
      const manifest = { ...(JSON.parse(body.toString()) as BackupManifest), files };
      await put(tar, name, Buffer.from(JSON.stringify(manifest)));
    } else files.push(await put(tar, name, text === null ? body : Buffer.from(text)));
  }
  await tar.finish();
  return path;
}

async function put(tar: TarWriter, name: string, body: Buffer): Promise<BackupManifest['files'][0]> {
  async function* one() {
    yield body;
  }
  return { name, size: body.length, sha256: await tar.add(name, body.length, 0, one()) };
}
