import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../shared/errors.js';
import { damaged, DATABASE, extractAll, openArchive, TABLES, type BackupManifest } from './archive.js';
import { fillPostgres, type Server } from './postgres.js';
import { columnsIn, copyRows, pagesIn, type LogHead, type Row, type RowSource, type Table } from './rows.js';
import { madeBy, type Migrations } from './schema.js';
import { eventsIn, fillSqlite, readSqlite } from './sqlite.js';
import { migrations as own } from '../migrations/index.js';

/** Where a backup goes: `url` of an empty PostgreSQL database, else the SQLite file of the data folder. */
export type RestorePlace = Partial<Server>;

/**
 * Puts a backup into an empty or new data folder, and with `url` its rows into an empty PostgreSQL database, whichever of
 * the two databases it was made on. Nothing appears there before everything is read and its hashes fit; rows are in one
 * transaction. Refusals: not_empty, backup_missing, backup_damaged, newer_schema, database_away, restore_unknown.
 */
export async function restoreBackup(
  archive: string,
  dataDir: string,
  { url, migrations = own }: RestorePlace = {},
): Promise<BackupManifest> {
  await refuseFilled(dataDir);
  const opened = await openArchive(archive);
  const { manifest } = opened;
  const folder = new Staging(dataDir);
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    await extractAll(opened, folder.path);
    await (url ? intoPostgres({ url, migrations }, folder, manifest) : intoFile(migrations, folder, manifest));
    return manifest;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'restore_unknown')) await folder.takeBack();
    throw error;
  } finally {
    await folder.clear();
  }
}

/** The rows of a backup go to a server; the papers come to the data folder just before the commit. */
async function intoPostgres(server: Server, folder: Staging, manifest: BackupManifest): Promise<void> {
  await withRows(await folder.rowsApart(), manifest, async (source) => {
    const made = madeBy(server.migrations, await source.migrations());
    await fillPostgres(server, made, async (target) => {
      await copyRows(source, target);
      await folder.place();
    });
  });
}

async function intoFile(migrations: Migrations, folder: Staging, manifest: BackupManifest): Promise<void> {
  const file = join(folder.path, DATABASE);
  if (manifest.log)
    await withRows(await folder.rowsApart(), manifest, async (source) => {
      const made = madeBy(migrations, await source.migrations());
      await fillSqlite(file, made, (target) => copyRows(source, target));
    });
  refuseOtherLog(file, manifest.events);
  await folder.place();
}

async function withRows(
  folder: string,
  manifest: BackupManifest,
  work: (source: RowSource) => Promise<void>,
): Promise<void> {
  if (manifest.log) return work(new StagedRows(join(folder, TABLES), manifest));
  const file = join(folder, DATABASE);
  refuseOtherLog(file, manifest.events);
  return readSqlite(file, work);
}

function refuseOtherLog(database: string, events: number): void {
  const found = eventsIn(database);
  if (found !== events) throw damaged(`记录有 ${found} 条，清单说有 ${events} 条`);
}

async function refuseFilled(dataDir: string): Promise<void> {
  if (!existsSync(dataDir) || (await readdir(dataDir)).length === 0) return;
  throw new Refusal('not_empty', `数据目录 ${dataDir} 不是空的，没有恢复。`, {
    cure: '请用 DATA_DIR 指定一个空的或新的目录，核对后再切换。',
  });
}

/**
 * Where files wait before they appear in the data folder: beside a new one, which then takes its name in one step; inside
 * one that exists, which may be a mounted volume that nothing can take the place of.
 */
class Staging {
  readonly path: string;
  private readonly exists: boolean;
  private placed = false;

  constructor(private readonly dataDir: string) {
    this.exists = existsSync(dataDir);
    const name = `restore-${process.pid}`;
    this.path = this.exists ? join(dataDir, `.${name}`) : join(dirname(dataDir), `.${basename(dataDir)}.${name}`);
  }

  private get rows(): string {
    return `${this.path}-rows`;
  }

  /** Takes what becomes rows of another database out of what is put into the data folder; returns where it is. */
  async rowsApart(): Promise<string> {
    await mkdir(this.rows, { mode: 0o700 });
    for (const name of [TABLES, DATABASE])
      if (existsSync(join(this.path, name))) await rename(join(this.path, name), join(this.rows, name));
    return this.rows;
  }

  async place(): Promise<void> {
    this.placed = true;
    if (!this.exists) return rename(this.path, this.dataDir);
    // The database comes last: before it is there, no server takes the folder for an office.
    const names = (await readdir(this.path)).sort((a, b) => Number(a === DATABASE) - Number(b === DATABASE));
    for (const name of names) await rename(join(this.path, name), join(this.dataDir, name));
  }

  /** Leaves the data folder as it was found. */
  async takeBack(): Promise<void> {
    if (!this.placed) return;
    if (!this.exists) return rm(this.dataDir, { recursive: true, force: true });
    for (const name of await readdir(this.dataDir)) await rm(join(this.dataDir, name), { recursive: true });
  }

  async clear(): Promise<void> {
    for (const path of [this.path, this.rows]) await rm(path, { recursive: true, force: true });
  }
}

/** The tables of a backup, in lines in a folder. */
class StagedRows implements RowSource {
  constructor(
    private readonly folder: string,
    private readonly manifest: BackupManifest,
  ) {}

  async tables(): Promise<Table[]> {
    const names = existsSync(this.folder) ? (await readdir(this.folder)).sort() : [];
    const tables = names.map(async (file) => {
      const columns = await columnsIn(join(this.folder, file));
      return { name: basename(file, '.jsonl'), columns, key: [] };
    });
    return Promise.all(tables);
  }

  migrations(): Promise<string[]> {
    return Promise.resolve(this.manifest.migrations ?? []);
  }

  pages({ name }: Table): AsyncIterable<Row[]> {
    return pagesIn(join(this.folder, `${name}.jsonl`));
  }

  log(): Promise<LogHead> {
    return Promise.resolve(this.manifest.log!);
  }
}
