import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { placeOf } from './postgres.js';

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `qiantou …` as its own process on a data folder and hands back all it said. */
export async function qiantou(
  args: string[],
  dataDir: string,
  env: Record<string, string> = {},
): Promise<CommandResult> {
  const place = await placeOf(dataDir);
  const child = spawn(process.execPath, [join(projectRoot, 'bin/qiantou.mjs'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...place, ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? -1, ...said }));
  });
}
