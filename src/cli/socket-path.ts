import { join } from 'node:path';

/** What the kernel holds of a socket's path on the narrowest system, without the closing zero. */
const LONGEST_PATH = 103;

/**
 * Where the server of a data folder listens for commands; null where it cannot (no such sockets on Windows, or the
 * path is too long), and commands write to the database themselves, one transaction at a time.
 */
export function socketPath(dataDir: string): string | null {
  const path = join(dataDir, 'qiantou.sock');
  return process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_PATH ? null : path;
}
