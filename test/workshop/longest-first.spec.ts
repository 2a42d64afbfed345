import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import LongestFirst, { LONG } from '../../scripts/longest-first.mjs';
import { projectRoot } from '../../src/shared/paths.js';

/** Specs in the order in which jest begins them on a clean checkout, where it knows no times but only sizes of files. */
function begun(sizes: Record<string, number>): string[] {
  const specs = Object.entries(sizes).map(([path, size]) => ({
    path: join(projectRoot, path),
    context: { config: { cache: false }, hasteFS: { getSize: () => size } },
  }));
  return new LongestFirst().sort(specs).map(({ path }) => path.slice(projectRoot.length + 1));
}

describe('the order of the specs', () => {
  it('begins with the kills, whose file is small, so that no worker is left alone with them', () => {
    const sizes = {
      'src/intake/large.spec.ts': 90_000,
      'test/integration/api.spec.ts': 9_000,
      'test/crash/crash.spec.ts': 2_000,
    };
    expect(begun(sizes)).toEqual(Object.keys(sizes).reverse());
  });

  it('leaves those that are not listed in the order that jest gives them', () => {
    const sizes = { 'src/plans/small.spec.ts': 100, 'src/plans/large.spec.ts': 90_000 };
    expect(begun(sizes)).toEqual(['src/plans/large.spec.ts', 'src/plans/small.spec.ts']);
  });

  it.each(LONG)('knows %s by its present name', (path) => {
    expect(existsSync(join(projectRoot, path))).toBe(true);
  });
});
