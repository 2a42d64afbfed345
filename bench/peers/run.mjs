/**
 * `npm run -s bench:peers [-- NAME…]`: what a team might take instead, on the same workflow and against the same base as
 * the engine, beside the engine itself. Installs the peers' packages first, apart from the product's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printFigures } from '../support/figures.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const packagesOf = (lock) => (existsSync(lock) ? Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages) : []);

function installed() {
  const found = new Map(packagesOf(`${HERE}node_modules/.package-lock.json`));
  const wanted = packagesOf(`${HERE}package-lock.json`).filter(([path, { optional }]) => path && !optional);
  return wanted.every(([path, { version }]) => found.get(path)?.version === version);
}

function install() {
  if (installed()) return;
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HERE, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('the peers could not be installed');
}

install();
const { figures: peers } = await import('./figures.mjs');
const { figures: commands } = await import('../figures/engine-command.mjs');
const { figures: http } = await import('../figures/engine-http.mjs');
await printFigures([...commands, ...http, ...peers], process.argv.slice(2));
process.exit();
