import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Paths that the repository tracks, relative to the project's root, deleted ones left out. */
export function trackedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  return list.split('\0').filter((path) => path !== '' && existsSync(path));
}

/** Text of a tracked file, or null when it is not text. */
export function textOf(path: string): string | null {
  const bytes = readFileSync(path);
  return bytes.includes(0) ? null : bytes.toString('utf8');
}
