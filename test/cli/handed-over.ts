import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandOver } from '../../src/cli/hand-over.js';
import { qiantou, type CommandResult } from '../support/command.js';
import { onPostgres } from '../support/postgres.js';

/** A writing command beside a running server: handed over to it on SQLite, carried out beside it on PostgreSQL. */
export async function handedOver(dataDir: string, ...argv: string[]): Promise<CommandResult> {
  if (onPostgres) return qiantou(argv, dataDir);
  const said = { stdout: '', stderr: '' };
  const print = (text: string) => void (said.stdout += `${text}\n`);
  const say = (text: string) => void (said.stderr += `${text}\n`);
  const run = { print, say, cwd: tmpdir(), database: null, foundFault: false };
  return { code: await new HandOver(join(dataDir, 'qiantou.sock')).carryOut(argv, run), ...said };
}
