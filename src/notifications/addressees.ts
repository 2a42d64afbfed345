import type { Relation } from '../../workflows/relations.js';
import type { Recorded } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';

/** Whose desk a notice lands on: one unit's, or everybody's of a role. */
export type Addressee = { unitId: string; role: null } | { unitId: null; role: 'coordinator' | 'superior' };

const office: Addressee = { unitId: null, role: 'coordinator' };
const unit = (unitId: string): Addressee => ({ unitId, role: null });

/**
 * The addressees of an event's notice, each once, found in projected tables alone so that a replay finds the same.
 * `unit` is the instance's own unit; units of a round are those named in the event (its packets tell the others).
 */
export async function addresseesOf(
  read: Reader,
  event: Recorded,
  relations: readonly Relation[],
): Promise<Addressee[]> {
  const found = (await Promise.all(relations.map((relation) => addresseesBy(read, event, relation)))).flat();
  const keyed = new Map(found.map((one) => [one.unitId ?? one.role, one]));
  return [...keyed.values()];
}

async function addresseesBy(read: Reader, event: Recorded, relation: Relation): Promise<Addressee[]> {
  if (relation === 'coordinator') return [office];
  if (relation === 'superior') return [{ unitId: null, role: 'superior' }];
  if (relation === 'unit' || relation === 'unit.leader') return ownUnits(event).map(unit);
  if (relation === 'consolidator') return [await consolidator(read, event.instance)];
  if (relation !== 'responsible' && relation !== 'supporting') return [];
  return (await unitsWith(read, event, relation)).map(unit);
}

function ownUnits({ context, payload }: Recorded): string[] {
  if (typeof context.unitId === 'string') return [context.unitId];
  return Array.isArray(payload.units) ? payload.units.filter((id) => typeof id === 'string') : [];
}

async function consolidator(read: Reader, measureId: string): Promise<Addressee> {
  const sql = `SELECT lead_unit FROM measure WHERE id = ? AND consolidator = 'lead'`;
  const row = await read.get<{ leadUnit: string | null }>(sql, [measureId]);
  return row?.leadUnit ? unit(row.leadUnit) : office;
}

/** Of a measure: the units of that role. Of a plan: those who report on it as a whole; the others learn with their first task. */
async function unitsWith(read: Reader, event: Recorded, role: 'responsible' | 'supporting'): Promise<string[]> {
  if (event.machine === 'plan') {
    const { counties } = event.payload;
    return role === 'responsible' && Array.isArray(counties) ? counties.filter((id) => typeof id === 'string') : [];
  }
  const sql = `SELECT unit_id FROM assignment WHERE measure_id = ? AND role = ?
    AND state NOT IN ('removed', 'transferred') ORDER BY unit_id`;
  const rows = await read.all<{ unitId: string }>(sql, [event.instance, role]);
  return rows.map((row) => row.unitId);
}
