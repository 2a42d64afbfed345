import { createReadStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../../shared/errors.js';
import { DATABASE, FORMATS, MANIFEST, one, TABLES, type BackupFile, type BackupManifest } from './archive.js';
import { readPostgres, type Server } from './postgres.js';
import { linesOf, type RowSource, type Table } from './rows.js';
import { copyDatabase } from './sqlite.js';
import { TarWriter } from '../tar.js';

export { papersIn, type BackupManifest } from './archive.js';
export { restoreBackup } from './restore.js';

/** With what the log was signed so far: a signature made after the copy would vouch for more than the copy holds. */
const SIGNED_BEFORE = ['checkpoints', 'log-key'];
const KEPT_BEFORE_NAMED = ['files', 'reports'];

/** What of the manifest is known of the database. */
type Copied = Omit<BackupManifest, 'madeAt' | 'files'>;

/**
 * Writes one tar with the database, the files and a manifest of their hashes. The database is copied as of one moment,
 * beside running servers too: the SQLite file by SQLite itself, a PostgreSQL database (`server`) table by table. Files are
 * kept before the event that names them, so a copy of the files made afterwards holds all of them. Refusals:
 * backup_exists, file_damaged, folder_missing, database_away.
 * @param now UTC ms
 */
export async function backUp(dataDir: string, target: string, now: number, server?: Server): Promise<BackupManifest> {
  await refuseBadTarget(target);
  const part = `${target}.part`;
  const tar = await TarWriter.create(part).catch((error: unknown) => {
    throw half(part, error);
  });
  const writing = new Writing(tar, now);
  try {
    const signed = await filesOf(dataDir, SIGNED_BEFORE);
    const copied = await (server ? writing.tables(server) : writing.database(dataDir, `${target}.db-part`));
    await writing.papers([...signed, ...(await filesOf(dataDir, KEPT_BEFORE_NAMED))]);
    const manifest = await writing.end(copied);
    await rename(part, target);
    await syncFolder(dirname(target));
    return manifest;
  } finally {
    await tar.close();
    for (const path of [part, `${target}.db-part`]) await rm(path, { force: true });
  }
}

async function refuseBadTarget(target: string): Promise<void> {
  if (existsSync(target))
    throw new Refusal('backup_exists', `文件 ${target} 已经存在，没有备份。`, {
      cure: '请换一个文件名，旧备份不会被覆盖。',
    });
  if (!existsSync(dirname(target)))
    throw new Refusal('folder_missing', `文件夹 ${dirname(target)} 不存在，没有备份。`, { cure: '请先建立文件夹。' });
}

/** Where another backup to the same name is under way, or was cut off. */
function half(part: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return error;
  return new Refusal('backup_exists', `文件 ${part} 已经存在，没有备份。`, {
    cure: '可能有另一次备份正在进行；如果没有，它是中断的备份留下的，请删除后重试，或换一个文件名。',
  });
}

interface Source {
  name: string;
  path: string;
}

async function filesOf(dataDir: string, folders: string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const folder of folders.filter((one) => existsSync(join(dataDir, one)))) {
    const names = (await readdir(join(dataDir, folder))).filter((name) => !name.endsWith('.part')).sort();
    sources.push(...names.map((name) => ({ name: `${folder}/${name}`, path: join(dataDir, folder, name) })));
  }
  return sources;
}

/** A backup that is being written. */
class Writing {
  private readonly files: BackupFile[] = [];
  /** Seconds. */
  private readonly modified: number;

  constructor(
    private readonly tar: TarWriter,
    private readonly now: number,
  ) {
    this.modified = Math.floor(now / 1000);
  }

  /** The SQLite file, by way of a copy beside the backup. */
  async database(dataDir: string, copy: string): Promise<Copied> {
    const events = copyDatabase(join(dataDir, DATABASE), copy);
    await this.papers([{ name: DATABASE, path: copy }]);
    return { format: FORMATS.file, events };
  }

  /** All tables of a PostgreSQL database. */
  tables(server: Server): Promise<Copied> {
    return readPostgres(server, async (rows) => {
      for (const table of await rows.tables()) await this.table(rows, table);
      const log = await rows.log();
      return { format: FORMATS.tables, events: log.events, migrations: await rows.migrations(), log };
    });
  }

  async papers(sources: Source[]): Promise<void> {
    for (const { name, path } of sources) {
      const { size } = await stat(path);
      const sha256 = await this.tar.add(name, size, this.modified, createReadStream(path));
      refuseDamaged(name, sha256);
      this.files.push({ name, size, sha256 });
    }
  }

  async end({ format, ...copied }: Copied): Promise<BackupManifest> {
    const manifest: BackupManifest = { format, madeAt: this.now, ...copied, files: this.files };
    const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await this.tar.add(MANIFEST, bytes.length, this.modified, one(bytes));
    await this.tar.finish();
    return manifest;
  }

  private async table(rows: RowSource, table: Table): Promise<void> {
    const name = `${TABLES}/${table.name}.jsonl`;
    this.files.push({ name, ...(await this.tar.stream(name, this.modified, linesOf(rows, table))) });
  }
}

/** A kept file is named by its hash: one that was altered must not be carried on as if it were whole. */
function refuseDamaged(name: string, sha256: string): void {
  const own = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (own === undefined || own === sha256) return;
  throw new Refusal('file_damaged', `附件 ${own} 的内容被改动过，没有备份。`, {
    cure: '请先运行 verify 查看是哪份材料，用早先的备份补回后再备份。',
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
