import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandOver } from '../../src/cli/hand-over.js';
import type { CommandResult } from '../support/command.js';

/** A writing command as the command line hands it over to the server that runs on a data folder. */
export async function handedOver(dataDir: string, ...argv: string[]): Promise<CommandResult> {
  const said = { stdout: '', stderr: '' };
  const print = (text: string) => void (said.stdout += `${text}\n`);
  const say = (text: string) => void (said.stderr += `${text}\n`);
  const run = { print, say, cwd: tmpdir(), database: null, foundFault: false };
  return { code: await new HandOver(join(dataDir, 'qiantou.sock')).carryOut(argv, run), ...said };
}
