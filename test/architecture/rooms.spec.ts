import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { textOf, trackedFiles } from './files.js';

const TOP_LEVEL = [
  ...['src', 'workflows', 'templates', 'seeds', 'test', 'docs', 'bench', 'scripts'],
  ...['bin', 'public', 'deploy', 'mutation'],
];
const ROOMS = [
  ...[
    'domain',
    'intake',
    'engine',
    'rendering',
    'persistence',
    'shared',
    'web',
    'core',
    'cli',
    'demo',
    'seeding',
    'simulation',
    'api',
    'metrics',
  ],
  ...['plans', 'measures', 'rounds', 'supervision', 'ledger', 'reports', 'cascade'],
  ...['organization', 'identity', 'notifications', 'inbox', 'flow'],
];
const LONGEST_FILE = 350;

const files = trackedFiles();
const foldersIn = (prefix: string): string[] => {
  const inside = files.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const folders = inside.filter((path) => path.includes('/')).map((path) => path.split('/')[0]);
  return [...new Set(folders)].filter((name) => !name.startsWith('.')).sort();
};

describe('the house', () => {
  it('has no rooms but those of its plan', () => {
    expect(foldersIn('').filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
    expect(foldersIn('src/').filter((name) => !ROOMS.includes(name))).toEqual([]);
  });

  it('keeps the directions of its imports', () => {
    const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
    const rooms = ['src', 'workflows'].filter((path) => existsSync(path));
    const run = spawnSync(process.execPath, [cruiser, '--config', '.dependency-cruiser.cjs', ...rooms], {
      encoding: 'utf8',
    });
    expect(run.stdout).not.toMatch(/^\s*error /m);
    expect(run.status).toBe(0);
  });

  it('has no file of the product that is too long to read, but for records of the tables', () => {
    const code = files.filter((path) => /^(src|workflows|scripts|bin)\/.*\.(ts|mjs)$/.test(path));
    const read = code.filter((path) => !/\.spec\.ts$|^src\/persistence\/migrations\//.test(path));
    const tooLong = read.filter((path) => (textOf(path) ?? '').split('\n').length > LONGEST_FILE + 1);
    expect(read.length).toBeGreaterThan(50);
    expect(tooLong).toEqual([]);
  });

  it('names no machine it was written on', () => {
    const machine = /(?:^|[\s'"`(=])\/(?:home\/\w|root\/|Users\/\w|work\/)|[A-Z]:\\Users\\/m;
    const naming = files.filter((path) => machine.test(textOf(path) ?? ''));
    expect(naming.filter((path) => path !== 'test/architecture/rooms.spec.ts')).toEqual([]);
  });

  it('hides no test and switches no rule off', () => {
    const hidden =
      /\b(?:it|describe|test)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(|eslint-disable|@ts-ignore|\b(?:TODO|FIXME)\b/; // the rule that forbids these words has to name them
    const code = files.filter((path) => /\.(ts|mjs|cjs|js|hbs)$/.test(path) && !path.startsWith('test/architecture/'));
    expect(code.filter((path) => hidden.test(textOf(path) ?? ''))).toEqual([]);
  });
});
