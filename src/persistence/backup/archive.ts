import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../shared/errors.js';
import type { LogHead } from './rows.js';
import { tarEntries, type TarEntry } from '../tar.js';

/** With the SQLite file, as it is; with the tables in lines of JSON. */
export const FORMATS = { file: 'qiantou-backup@1', tables: 'qiantou-backup@2' };
export const MANIFEST = 'manifest.json';
export const DATABASE = 'qiantou.db';
export const TABLES = 'tables';

const SAFE_NAME = /^(qiantou\.db|tables\/[a-z0-9_]+\.jsonl|(files|reports|checkpoints|log-key)\/[\w.-]+)$/;

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
  /** Of a backup in tables: what made them, oldest first, and how the log ends. */
  migrations?: string[];
  log?: LogHead;
  files: BackupFile[];
}

/** How many papers a backup holds beside the database. */
export function papersIn({ files }: BackupManifest): number {
  return files.filter(({ name }) => name !== DATABASE && !name.startsWith(`${TABLES}/`)).length;
}

/** A backup that was read up to its manifest. */
export interface Archive {
  path: string;
  entries: Map<string, TarEntry>;
  manifest: BackupManifest;
}

/** Opens a backup. Refusals: backup_missing, backup_damaged. */
export async function openArchive(path: string): Promise<Archive> {
  const entries = await entriesOf(path);
  return { path, entries, manifest: await manifestOf(path, entries) };
}

/** Puts all files of a backup into a folder; their hashes fit. Refusal: backup_damaged. */
export async function extractAll({ path, entries, manifest }: Archive, into: string): Promise<void> {
  for (const file of manifest.files) await extract(path, entries, file, into);
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
  if (!isWhole(manifest)) throw damaged('不是本系统的备份，或版本不同');
  const unsafe = manifest.files.find(({ name }) => !SAFE_NAME.test(name));
  if (unsafe !== undefined) throw damaged(`清单中有不应有的文件“${unsafe.name}”`);
  return manifest;
}

function isWhole({ format, files, migrations, log }: BackupManifest): boolean {
  if (format === FORMATS.file) return files.some(({ name }) => name === DATABASE);
  return format === FORMATS.tables && Array.isArray(migrations) && log !== undefined;
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

/** For a backup that cannot be used; nothing was restored. */
export function damaged(how: string): Refusal {
  return new Refusal('backup_damaged', `备份文件不能使用：${how}。没有恢复任何内容。`, { cure: '请改用其他备份。' });
}

/** Bytes as a body. */
export async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
