import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { UnitSeed } from '../../src/domain/units/seed.js';
import { resolveUnit } from '../../src/domain/units/resolve.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { projectRoot } from '../../src/shared/paths.js';

const seed: UnitSeed = JSON.parse(readFileSync(join(projectRoot, 'seeds', 'units.json'), 'utf8'));
const registry = loadUnitRegistry();
const LEVELS = [
  ['province', '省', '安徽省'],
  ['city', '市', '太原市'],
  ['county', '县', '栾川县'],
] as const;

const fullNames = (level: (typeof LEVELS)[number][0]): string[] => [
  ...seed.kinds.flatMap(({ stem, variants, ends }) => [stem, ...(variants ?? [])].map((one) => one + ends[level])),
  ...seed.units
    .filter(({ id }) => !['court', 'committee', 'government'].includes(id))
    .flatMap(({ name, variants }) => [name, ...(variants ?? [])]),
];

describe('the register of units', () => {
  it.each(LEVELS)('gives every full name of a %s back as it stands', (level, prefix, region) => {
    const context = { registry, region, level, day: null, carried: null };
    const changed = fullNames(level)
      .map((rest) => prefix + rest)
      .filter((name) => resolveUnit(name, context).name !== name);
    expect(changed).toEqual([]);
  });

  it('reads a name with its place and in a list with the prefix carried as the same unit', () => {
    const context = { registry, region: '太原市', level: 'city' as const, day: null, carried: '市' };
    const strange = fullNames('city').filter((rest) => {
      const bare = resolveUnit(rest, context).name;
      return bare !== `市${rest}` || resolveUnit(`太原市${rest}`, context).name !== `市${rest}`;
    });
    // They serve a place without belonging to its government (conventions.md section 5).
    expect(strange).toEqual(['海关', '人行']);
  });

  it('names its successors by ids it has, and dates that follow each other', () => {
    const ids = new Set([...seed.kinds, ...seed.units].map(({ id }) => id));
    const all = [...seed.kinds, ...seed.units];
    const lost = all
      .flatMap(({ successors }) => successors ?? [])
      .filter((id) => !ids.has(id) && !['fin-reg', 'tax'].includes(id));
    expect(lost).toEqual([]);
    expect(all.filter(({ from, to }) => from && to && from >= to)).toEqual([]);
    expect(ids.size).toBe(all.length);
  });
});
