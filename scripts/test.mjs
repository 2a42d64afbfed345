/**
 * `npm test`: formatter, linter, import rules and types, then every spec. With arguments (`npm test -- inbox`)
 * only the specs run, and the arguments go to jest. A failed check does not hide the specs' result.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureOrExit } from './ensure.mjs';

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
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

function specs(args) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return node(...flags, 'node_modules/jest/bin/jest.js', ...args);
}

await ensureOrExit();
const args = process.argv.slice(2);
const failed = args.length ? [] : CHECKS.filter((one) => !check(one)).map(([name]) => name);
const green = specs(args);
if (failed.length) console.error(`未通过的检查 failed checks: ${failed.join(', ')}`);
process.exit(green && failed.length === 0 ? 0 : 1);
