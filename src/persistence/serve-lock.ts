import BetterSqlite3 from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../shared/errors.js';

/** Long enough for a command that is just looking, or a server that is just ending. */
const PATIENCE_MS = 1_000;

/** Nothing is ever written, so there is nothing to undo: no journal beside the file. */
const TAKE = 'PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE';

/** What holds the lock for as long as this process lives: a handle that nobody holds on to is closed. */
const held: BetterSqlite3.Database[] = [];

/**
 * Lets one server serve a data folder: takes an exclusive lock of the operating system on serving.db, which ends with the
 * process however it ends, and is seen from other containers too. The process's number in serve.lock is for people only.
 * Refusals: already_serving, while another process holds it; lock_unusable.
 */
export function lockForServing(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = opened(dataDir, { timeout: PATIENCE_MS });
  if (!isGranted(dataDir, lock, TAKE)) throw alreadyServing(dataDir);
  held.push(lock);
  writeFileSync(numberFile(dataDir), String(process.pid), { mode: 0o600 });
  process.on('exit', () => rmSync(numberFile(dataDir), { force: true }));
}

/**
 * Number of the living process that serves a data folder, 0 where it has not told it yet; null when none does.
 * Refusal: lock_unusable.
 */
export function servingProcess(dataDir: string): number | null {
  const lock = lookedAt(dataDir);
  if (lock === null) return null;
  const isFree = isGranted(dataDir, lock, 'SELECT count(*) FROM sqlite_schema');
  lock.close();
  return isFree ? null : numberIn(dataDir);
}

const lockFile = (dataDir: string): string => join(dataDir, 'serving.db');
const numberFile = (dataDir: string): string => join(dataDir, 'serve.lock');

function opened(dataDir: string, options: BetterSqlite3.Options): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(lockFile(dataDir), options);
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** Null where no server has ever been. To look takes a lock that others who look can have too. */
function lookedAt(dataDir: string): BetterSqlite3.Database | null {
  return existsSync(lockFile(dataDir)) ? opened(dataDir, { readonly: true, timeout: 0 }) : null;
}

/** Whether a statement got the lock that it needs. */
function isGranted(dataDir: string, lock: BetterSqlite3.Database, statement: string): boolean {
  try {
    lock.exec(statement);
    return true;
  } catch (error) {
    lock.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return false;
    throw unusable(dataDir, error);
  }
}

function numberIn(dataDir: string): number {
  try {
    return Number(readFileSync(numberFile(dataDir), 'utf8')) || 0;
  } catch {
    return 0;
  }
}

function alreadyServing(dataDir: string): Refusal {
  const number = numberIn(dataDir);
  const holder = number === 0 ? '另一个服务进程' : `另一个服务进程（${number}）`;
  return new Refusal('already_serving', `数据目录 ${dataDir} 已由${holder}使用。`, {
    cure: '请使用已启动的服务，或先停止它；也可用 DATA_DIR 指定其他数据目录。',
  });
}

function unusable(dataDir: string, error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal('lock_unusable', `不能确定数据目录 ${dataDir} 是否正在使用（${why}）。`, {
    cure: `请核对目录的权限，用运行服务的账号执行；${lockFile(dataDir)} 须在支持文件锁的磁盘上。`,
  });
}
