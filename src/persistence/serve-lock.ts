import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../shared/errors.js';

/**
 * Lets one server serve a data folder: writes serve.lock with the process's number; released when the process ends.
 * Refusal: already_serving, while the process that holds it lives. A lock left by a killed process is taken over.
 */
export function lockForServing(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = lockFile(dataDir);
  const holder = servingProcess(dataDir);
  if (holder !== null && holder !== process.pid) {
    throw new Refusal('already_serving', `数据目录 ${dataDir} 已由另一个服务进程（${holder}）使用。`, {
      cure: '请使用已启动的服务，或先停止它；也可用 DATA_DIR 指定其他数据目录。',
    });
  }
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, String(process.pid));
  closeSync(handle);
  process.on('exit', () => rmSync(file, { force: true }));
}

/** Number of the living process that serves a data folder; null when none does. */
export function servingProcess(dataDir: string): number | null {
  const holder = holderOf(lockFile(dataDir));
  return holder !== null && isAlive(holder) ? holder : null;
}

const lockFile = (dataDir: string): string => join(dataDir, 'serve.lock');

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
