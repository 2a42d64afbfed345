/**
 * `npm test`: formatter, linter, import rules and types, then every spec on SQLite, then those that stand on a database
 * once more on a PostgreSQL that jest starts. With arguments (`npm test -- inbox`) only the specs run, and the arguments
 * go to jest. A failed check does not hide the specs' result; the last line is the sum of both passes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine } from './closing-line.mjs';
import { ensureOrExit } from './ensure.mjs';

const run = (args, env) => spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
const node = (...args) => run(args, {}).status === 0;
const rooms = ['src', 'workflows'].filter((path) => existsSync(path));

const CHECKS = [
  ['格式 format', () => node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['规范 lint', () => node('node_modules/eslint/bin/eslint.js', '.')],
  [
    '依赖方向 imports',
    () =>
      node(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        ...rooms,
      ),
  ],
  ['类型 types', () => node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
];

function check([name, passes]) {
  const started = Date.now();
  const passed = passes();
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
const failed = args.length ? [] : CHECKS.filter((one) => !check(one)).map(([name]) => name);
const { sum, green } = specs(args);
if (failed.length) console.error(`未通过的检查 failed checks: ${failed.join(', ')}`);
process.stdout.write(`\n${closingLine(sum)}\n`);
process.exit(green && failed.length === 0 ? 0 : 1);
