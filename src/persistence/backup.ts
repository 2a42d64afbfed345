import BetterSqlite3 from 'better-sqlite3';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../shared/errors.js';
import { TarWriter, tarEntries, type TarEntry } from './tar.js';

const FORMAT = 'qiantou-backup@1';
const MANIFEST = 'manifest.json';
const DATABASE = 'qiantou.db';
/** With what the log was signed so far: a signature made after the copy would vouch for more than the copy holds. */
const SIGNED_BEFORE = ['checkpoints', 'log-key'];
const KEPT_BEFORE_NAMED = ['files', 'reports'];
const SAFE_NAME = /^(qiantou\.db|(files|reports|checkpoints|log-key)\/[\w.-]+)$/;

export interface BackupFile {
  name: string;
  size: number;
  sha256: string;
}

/** What a backup holds, as its manifest says. */
export interface BackupManifest {
  format: string;
  /** UTC ms. */
  madeAt: number;
  /** Events in the log: a restored one must have as many. */
  events: number;
  files: BackupFile[];
}

/**
 * Writes one tar with the database, the files and a manifest of their hashes. The database is copied by SQLite itself
 * as of one moment, beside a running server too; files are kept before the event that names them, so a copy of the
 * files made afterwards holds all of them. Refusals: backup_exists, file_damaged, folder_missing.
 * @param now UTC ms
 */
export async function backUp(dataDir: string, target: string, now: number): Promise<BackupManifest> {
  await refuseBadTarget(target);
  const copy = `${target}.db-part`;
  const part = `${target}.part`;
  try {
    const signed = await filesOf(dataDir, SIGNED_BEFORE);
    const events = copyDatabase(join(dataDir, DATABASE), copy);
    const kept = await filesOf(dataDir, KEPT_BEFORE_NAMED);
    const sources = [{ name: DATABASE, path: copy }, ...signed, ...kept];
    const manifest = await writeTar(part, sources, { madeAt: now, events });
    await rename(part, target);
    await syncFolder(dirname(target));
    return manifest;
  } finally {
    for (const path of [part, copy]) await rm(path, { force: true });
  }
}

/**
 * Puts a backup into an empty or new data folder; nothing appears there before everything is read and its hashes fit.
 * Refusals: not_empty, backup_missing, backup_damaged.
 */
export async function restoreBackup(archive: string, dataDir: string): Promise<BackupManifest> {
  await refuseFilled(dataDir);
  const entries = await entriesOf(archive);
  const manifest = await manifestOf(archive, entries);
  const staging = join(dirname(dataDir), `.${basename(dataDir)}.restore-${process.pid}`);
  try {
    await mkdir(staging, { recursive: true, mode: 0o700 });
    for (const file of manifest.files) await extract(archive, entries, file, staging);
    refuseOtherLog(join(staging, DATABASE), manifest.events);
    if (existsSync(dataDir)) await rmdir(dataDir);
    await rename(staging, dataDir);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
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

/** A copy as of one moment, on a connection of its own that cannot write the source. Returns the number of events. */
function copyDatabase(source: string, copy: string): number {
  const handle = new BetterSqlite3(source, { readonly: true, fileMustExist: true });
  try {
    handle.prepare('VACUUM INTO ?').run(copy);
  } finally {
    handle.close();
  }
  return eventsIn(copy);
}

function eventsIn(file: string): number {
  const handle = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return (handle.prepare('SELECT count(*) AS events FROM event').get() as { events: number }).events;
  } finally {
    handle.close();
  }
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

async function writeTar(
  path: string,
  sources: Source[],
  facts: { madeAt: number; events: number },
): Promise<BackupManifest> {
  const tar = await TarWriter.create(path);
  const modified = Math.floor(facts.madeAt / 1000);
  try {
    const files: BackupFile[] = [];
    for (const { name, path: from } of sources) {
      const { size } = await stat(from);
      const sha256 = await tar.add(name, size, modified, createReadStream(from));
      refuseDamaged(name, sha256);
      files.push({ name, size, sha256 });
    }
    const manifest: BackupManifest = { format: FORMAT, ...facts, files };
    const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await tar.add(MANIFEST, bytes.length, modified, one(bytes));
    await tar.finish();
    return manifest;
  } catch (error) {
    await tar.close();
    throw error;
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** A kept file is named by its hash: one that was altered must not be carried on as if it were whole. */
function refuseDamaged(name: string, sha256: string): void {
  const own = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (own === undefined || own === sha256) return;
  throw new Refusal('file_damaged', `附件 ${own} 的内容被改动过，没有备份。`, {
    cure: '请先运行 verify 查看是哪份材料，用早先的备份补回后再备份。',
  });
}

async function refuseFilled(dataDir: string): Promise<void> {
  if (!existsSync(dataDir) || (await readdir(dataDir)).length === 0) return;
  throw new Refusal('not_empty', `数据目录 ${dataDir} 不是空的，没有恢复。`, {
    cure: '请用 DATA_DIR 指定一个空的或新的目录，核对后再切换。',
  });
}

async function entriesOf(archive: string): Promise<Map<string, TarEntry>> {
  if (!existsSync(archive))
    throw new Refusal('backup_missing', `打不开备份文件 ${archive}。`, { cure: '请核对路径和权限。' });
  return new Map((await tarEntries(archive)).map((entry) => [entry.name, entry]));
}

async function manifestOf(archive: string, entries: Map<string, TarEntry>): Promise<BackupManifest> {
  const entry = entries.get(MANIFEST);
  if (!entry) throw damaged('没有清单，不是本系统的备份，或没有写完');
  const manifest = parsed(await slice(archive, entry));
  const names = manifest.files.map((file) => file.name);
  if (manifest.format !== FORMAT || !names.includes(DATABASE)) throw damaged('不是本系统的备份，或版本不同');
  const unsafe = names.find((name) => !SAFE_NAME.test(name));
  if (unsafe !== undefined) throw damaged(`清单中有不应有的文件“${unsafe}”`);
  return manifest;
}

function parsed(text: string): BackupManifest {
  try {
    return JSON.parse(text) as BackupManifest;
  } catch {
    throw damaged('清单不可读');
  }
}

async function slice(archive: string, { offset, size }: TarEntry): Promise<string> {
  const file = await open(archive, 'r');
  try {
    const bytes = Buffer.alloc(size);
    await file.read(bytes, 0, size, offset);
    return bytes.toString('utf8');
  } finally {
    await file.close();
  }
}

async function extract(archive: string, entries: Map<string, TarEntry>, file: BackupFile, into: string): Promise<void> {
  const entry = entries.get(file.name);
  if (!entry || entry.size !== file.size) throw damaged(`缺少 ${file.name}`);
  const target = join(into, file.name);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  await pipeline(
    bodyOf(archive, entry),
    hashing(hash),
    createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
  );
  if (hash.digest('hex') !== file.sha256) throw damaged(`${file.name} 的内容与清单不符`);
}

function bodyOf(archive: string, { offset, size }: TarEntry): AsyncIterable<Buffer> {
  return size === 0 ? one(Buffer.alloc(0)) : createReadStream(archive, { start: offset, end: offset + size - 1 });
}

/** Passes everything on and adds it to the hash. */
function hashing(hash: Hash) {
  return async function* (body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

function refuseOtherLog(database: string, events: number): void {
  const found = eventsIn(database);
  if (found !== events) throw damaged(`记录有 ${found} 条，清单说有 ${events} 条`);
}

function damaged(how: string): Refusal {
  return new Refusal('backup_damaged', `备份文件不能使用：${how}。没有恢复任何内容。`, { cure: '请改用其他备份。' });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
