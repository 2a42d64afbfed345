import { In } from 'typeorm';
import { Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';
import type { Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';

/** Who is asked by one word: everybody with work, bureaus only, places below only, or who leads. */
export type UnitScope = 'all' | 'units' | 'counties' | 'leads';

/** Who is asked: by one word, or named units. */
export type UnitChoice = UnitScope | string[];

/**
 * Ids of the units that a round asks: units with open assignments in the cycle and the plan's places below, bureaus
 * first, in the plan's order. Leads are who leads a measure and, where nobody does, who is responsible for it. Refusals:
 * no_units, unknown_unit.
 */
export async function reportingUnits(read: Reader, plan: Plan, cycleId: string, choice: UnitChoice): Promise<string[]> {
  if (Array.isArray(choice)) {
    await refuseUnknownUnits(read, choice);
    return refuseNobody([...new Set(choice)]);
  }
  if (choice === 'leads') return refuseNobody(await unitsWithWork(read, plan.id, cycleId, LEADS));
  const counties = new Set(plan.counties);
  const working = await unitsWithWork(read, plan.id, cycleId);
  const bureaus = working.filter((id) => !counties.has(id));
  const below = plan.counties.filter((id, at, all) => all.indexOf(id) === at);
  return refuseNobody([...(choice === 'counties' ? [] : bureaus), ...(choice === 'units' ? [] : below)]);
}

/** Refuses ids that are no units of the register. Refusal: unknown_unit. */
export async function refuseUnknownUnits(read: Reader, ids: string[]): Promise<void> {
  const known = new Set((await read.manager.findBy(Unit, { id: In(ids) })).map((unit) => unit.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  throw new Refusal('unknown_unit', '所选单位不在单位名册中。', {
    place: unknown.join('、'),
    cure: '请刷新页面后重新选择。',
  });
}

const LEADS = ` AND (a.is_lead = 1 OR (a.role = 'responsible' AND NOT EXISTS
    (SELECT 1 FROM assignment l WHERE l.measure_id = a.measure_id AND l.is_lead = 1 AND l.state LIKE 'duty%')))`;

async function unitsWithWork(read: Reader, planId: string, cycleId: string, only = ''): Promise<string[]> {
  const sql = `SELECT a.unit_id, min(CASE a.role WHEN 'responsible' THEN 0 ELSE 1000000 END + m.position) AS place
    FROM assignment a JOIN measure m ON m.id = a.measure_id
    WHERE a.plan_id = ? AND a.cycle_id = ? AND a.state LIKE 'duty%'${only} GROUP BY a.unit_id ORDER BY place, a.unit_id`;
  return (await read.all<{ unitId: string }>(sql, [planId, cycleId])).map((row) => row.unitId);
}

function refuseNobody(ids: string[]): string[] {
  if (ids.length > 0) return ids;
  throw new Refusal('no_units', '没有需要报送的单位，没有发起调度。', {
    place: '报送单位',
    cure: '请先分办任务，或另选报送范围。',
  });
}
