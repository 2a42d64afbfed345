import type { Relation } from '../../workflows/relations.js';
import type { Recorded } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';

/** Everybody of a role as an addressee; no unit's id begins like that. */
export const everybody = (role: 'coordinator' | 'superior'): string => `@${role}`;

/**
 * Whose desks an event's notice lands on, a unit's id or everybody of a role, each once, found in projected tables alone so that a replay finds the same.
 * `unit` is the instance's own unit; units of a round are those named in the event (its packets tell the others).
 */
export async function addresseesOf(read: Reader, event: Recorded, relations: readonly Relation[]): Promise<string[]> {
  const [first] = relations;
  if (relations.length === 1) return eachOnce(await addresseesBy(read, event, first!));
  const found = await Promise.all(relations.map((relation) => addresseesBy(read, event, relation)));
  return eachOnce(found.flat());
}

const eachOnce = (ids: string[]) => (ids.length > 1 ? [...new Set(ids)] : ids);

async function addresseesBy(read: Reader, event: Recorded, relation: Relation): Promise<string[]> {
  if (relation === 'coordinator' || relation === 'superior') return [everybody(relation)];
  if (relation === 'unit' || relation === 'unit.leader') return ownUnits(event);
  if (relation === 'consolidator') return [await consolidator(read, event.instance)];
  if (relation !== 'responsible' && relation !== 'supporting') return [];
  return unitsWith(read, event, relation);
}

function ownUnits({ context, payload }: Recorded): string[] {
  if (typeof context.unitId === 'string') return [context.unitId];
  return Array.isArray(payload.units) ? payload.units.filter((id) => typeof id === 'string') : [];
}

async function consolidator(read: Reader, measureId: string): Promise<string> {
  const sql = `SELECT lead_unit FROM measure WHERE id = ? AND consolidator = 'lead'`;
  const row = await read.get<{ leadUnit: string | null }>(sql, [measureId]);
  return row?.leadUnit ?? everybody('coordinator');
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
