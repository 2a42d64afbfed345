import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PLAN_IDS, planFile, plansFolder } from '../../../test/support/plans.js';
import type { PlanFacts } from '../../domain/reference/plan-facts.js';
import { readSeed } from '../../shared/seeds.js';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

interface Kinded {
  value: number | null;
  unit: string | null;
  targetKind: string;
}

const kinds = (plan: { goals: Kinded[]; measures: { targets: Kinded[] }[] }): string[] =>
  [...plan.goals, ...plan.measures.flatMap((measure) => measure.targets)]
    .map(({ value, unit, targetKind }) => `${value ?? ''}${unit ?? ''} ${targetKind}`)
    .sort();

const present = plansFolder() !== null;
if (!present) process.stdout.write('五份真实方案不在本机（QIANTOU_PLANS 未设），本组检验从略\n');

describe('kinds of the figures of the five real plans', () => {
  it.each([...PLAN_IDS])('%s: as a person set them down', (id) => {
    const facts = readSeed<PlanFacts>(`plans/${id}`);
    expect(kinds(facts).length).toBeGreaterThan(0);
    if (!present) return;
    const read = readPlan(readFileSync(planFile(id), 'utf8'), loadUnitRegistry());
    expect(kinds(read)).toEqual(kinds(facts));
  });
});
