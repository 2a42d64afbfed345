import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

interface LockEntry {
  version: string;
  resolved?: string;
  link?: boolean;
  engines?: { node?: string } | string[];
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

interface PackageFile {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const lockText = readFileSync('package-lock.json', 'utf8');
const packages = (JSON.parse(lockText) as { packages: Record<string, LockEntry> }).packages;
const own = JSON.parse(readFileSync('package.json', 'utf8')) as PackageFile;

const OLDEST_NODE = [20, 19, 0];

/** Packages that declare a newer Node than ours and are used all the same, each with the reason. */
const NEWER_NODE_DECLARED: Record<string, string> = {};

/** Packages whose install script may be left out, each with the reason. */
const SCRIPTS_LEFT_OUT: Record<string, string> = {
  '@parcel/watcher':
    'Compiles only where its binary package is absent; only the watch mode of the test runner uses it.',
};

type Version = number[];
const parts = (text: string): Version => [0, 1, 2].map((i) => Number(text.split('.')[i] ?? 0) || 0);
const compare = (a: Version, b: Version): number => a.map((part, i) => part - b[i]).find((gap) => gap !== 0) ?? 0;

/** Whether one comparator of a range (>=18, ^20.17, 20 || 22, 18.x) lets our oldest Node in. */
function admits(comparator: string): boolean {
  const [, sign, text] = comparator.match(/^(>=|>|<=|<|\^|~|=)?v?(.*)$/) ?? [];
  const stated = text.split('.').filter((part) => /^\d+$/.test(part)).length;
  if (stated === 0) return true;
  const order = compare(OLDEST_NODE, parts(text));
  const sameTo = (depth: number): boolean =>
    parts(text)
      .slice(0, depth)
      .every((part, i) => part === OLDEST_NODE[i]);
  if (sign === '>=') return order >= 0;
  if (sign === '>') return order > 0;
  if (sign === '<=') return order <= 0;
  if (sign === '<') return order < 0;
  if (sign === '^') return sameTo(1) && order >= 0;
  if (sign === '~') return sameTo(Math.min(stated, 2)) && order >= 0;
  return sameTo(stated);
}

function runsOnOurNode(range: string): boolean {
  const alternatives = range.replace(/(>=|<=|>|<|\^|~|=)\s+/g, '$1').split('||');
  return alternatives.some((one) =>
    one
      .trim()
      .split(/\s+/)
      .every((comparator) => admits(comparator)),
  );
}

/** Where Node would find a dependency of the package at `path`: beside it, or in any folder above. */
function isHeld(path: string, name: string): boolean {
  const up = path.split('/node_modules/');
  const places = up.map((_, i) => `${up.slice(0, up.length - i).join('/node_modules/')}/node_modules/${name}`);
  return [...places, `node_modules/${name}`].some((place) => place in packages);
}

const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

describe('the packages', () => {
  it('are stated in exact versions', () => {
    const stated = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(stated.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked without the name of the registry they came from', () => {
    expect(lockText.match(/https?:\/\/[^"]*\.tgz/g) ?? []).toEqual([]);
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved && !entry.link)).toEqual([]);
  });

  it('are locked for every system: each optional package that one names is there', () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isHeld(path, name))
        .map((name) => `${path} ${entry.version} misses ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('run on the oldest Node we promise, but for the listed ones', () => {
    const tooNew = Object.entries(packages).filter(([path, { engines }]) => {
      const range = Array.isArray(engines) ? undefined : engines?.node;
      return range !== undefined && !runsOnOurNode(range) && !(nameOf(path) in NEWER_NODE_DECLARED);
    });
    expect(tooNew.map(([path, entry]) => `${nameOf(path)} ${entry.version}: ${JSON.stringify(entry.engines)}`)).toEqual(
      [],
    );
  });

  it('run no install script that nobody looked at', () => {
    const scripted = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
    const names = scripted.map(([path]) => nameOf(path));
    expect(names.filter((name) => !own.allowScripts[name] && !(name in SCRIPTS_LEFT_OUT))).toEqual([]);
  });

  it.each([
    ['>= 18', true],
    ['^20.17.0 || >=22.9.0', true],
    ['^20.20.0 || >=22', false],
    ['>=22.12.0', false],
    ['18.x || 20.x', true],
    ['18 || 22', false],
    ['>=14.0.0 <20', false],
    ['~20.19.0', true],
    ['*', true],
  ])('range %s: %p for Node 20.19.0', (range, fits) => {
    expect(runsOnOurNode(range)).toBe(fits);
  });
});
