/**
 * `npm test`: formatter, linter, import rules and types side by side, then every spec on SQLite, then those that stand on
 * a database once more on a PostgreSQL that jest starts. With arguments (`npm test -- inbox`) only the specs run, and the
 * arguments go to jest. A failed check does not hide the specs' result; the last line is the sum of both passes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine } from './closing-line.mjs';
import { ensureOrExit } from './ensure.mjs';

const run = (args, env) => spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
const rooms = ['src', 'workflows'].filter((path) => existsSync(path));

/** Those that take longest first. */
const CHECKS = [
  ['规范 lint', 'node_modules/eslint/bin/eslint.js', '.'],
  ['格式 format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['类型 types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  [
    '依赖方向 imports',
    ...['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...rooms],
  ],
];
/** Like the workers of jest. */
const CHECKS_AT_ONCE = 2;

/** Runs all checks, some beside each other, each with its output in one piece; returns the names of those that failed. */
async function failedChecks() {
  const [left, failed] = [[...CHECKS], []];
  const lane = async () => {
    for (let one = left.shift(); one; one = left.shift()) if (!(await passes(one))) failed.push(one[0]);
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, lane));
  return failed;
}

async function passes([name, ...args]) {
  const started = Date.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const passed = (await new Promise((done) => child.once('close', done))) === 0;
  process.stdout.write(Buffer.concat(said));
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

const PASSES = [
  ['SQLite', { QIANTOU_TEST_DATABASE: '' }],
  ['PostgreSQL', { QIANTOU_TEST_DATABASE: 'postgres' }],
];

/** Both passes; what they counted together, and whether both were green. */
function specs(args) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-specs-'));
  const counts = join(folder, 'counts');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [...flags, 'node_modules/jest/bin/jest.js', ...(args.length ? ['--passWithNoTests'] : []), ...args];
  const green = PASSES.map(([name, env]) => {
    console.log(`\n${name}`);
    return run(jest, { ...env, QIANTOU_CLOSING_FILE: counts }).status === 0;
  });
  const sum = summed(existsSync(counts) ? readFileSync(counts, 'utf8') : '');
  rmSync(folder, { recursive: true, force: true });
  return { sum, green: green.every(Boolean) && sum.passed > 0 };
}

function summed(lines) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const line of lines.split('\n').filter(Boolean)) {
    const counted = JSON.parse(line);
    for (const name of Object.keys(sum)) sum[name] += counted[name];
  }
  return sum;
}

await ensureOrExit();
const args = process.argv.slice(2);
const failed = args.length ? [] : await failedChecks();
const { sum, green } = specs(args);
if (failed.length) console.error(`未通过的检查 failed checks: ${failed.join(', ')}`);
process.stdout.write(`\n${closingLine(sum)}\n`);
process.exit(green && failed.length === 0 ? 0 : 1);
