import { describe, expect, it } from '@jest/globals';
import type { PlanLevel } from '../../src/domain/plan/reading.js';
import type { Demonstration } from '../../src/domain/reference/demonstration.js';
import type { MembershipList } from '../../src/domain/reference/membership.js';
import type { PlanFacts } from '../../src/domain/reference/plan-facts.js';
import { resolveUnit } from '../../src/domain/units/resolve.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { readSeed } from '../../src/shared/seeds.js';
import { PLAN_IDS } from '../support/plans.js';

const registry = loadUnitRegistry();
const EXAMPLES = { province: '山西省', city: '太原市', county: '清徐县' };

/** Names that the register does not give back as they stand, in a place on a day. */
function strangers(names: string[], level: PlanLevel, region: string, day: string): string[] {
  return [...new Set(names)].filter((name) => {
    const found = resolveUnit(name, { registry, region, level, day, carried: null });
    return !found.known || found.name !== name;
  });
}

describe('unit names in the seeds are those of the register', () => {
  it.each(readSeed<{ lists: MembershipList[] }>('membership').lists.map((list) => [list.id, list] as const))(
    'in the membership list %s',
    (_id, list) => {
      expect(strangers(list.members, list.level, EXAMPLES[list.level], '2023-05-11')).toEqual([]);
    },
  );

  it('in the demonstration office', () => {
    const units = readSeed<Demonstration>('demo').units.filter((unit) => unit.kind !== 'county');
    const foreign = units.filter((unit) => strangers([unit.name], unit.level, unit.place, '2023-05-11').length > 0);
    expect(foreign.map((unit) => unit.name)).toEqual([]);
  });

  it.each(PLAN_IDS)('in the measures of %s, by the names of its day', (id) => {
    const plan = readSeed<PlanFacts>(`plans/${id}`);
    const names = plan.measures.flatMap((measure) => [...measure.responsible, ...measure.supporting]);
    expect(strangers(names, plan.level, plan.region, plan.issuedOn ?? '2023-06-02')).toEqual([]);
  });
});
