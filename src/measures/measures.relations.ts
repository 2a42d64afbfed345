import type { Relation } from '../../workflows/relations.js';
import type { Actor, RelationResolver } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';

interface Consolidation {
  consolidator: string;
  leadUnit: string | null;
}

/** A measure: the office coordinates; people of its units stand to it by their assignment. */
export const measureRelations: RelationResolver = async (read, instance, actor) => {
  if (actor.roles.includes('coordinator')) return coordinatorRelations(await consolidation(read, instance.id));
  if (!actsForUnit(actor)) return [];
  const sql = `SELECT a.role, a.state, m.consolidator, m.lead_unit FROM assignment a
    JOIN measure m ON m.id = a.measure_id WHERE a.measure_id = ? AND a.unit_id = ?`;
  const own = await read.get<Consolidation & { role: string; state: string }>(sql, [instance.id, actor.unit]);
  if (!own || /removed|transferred/.test(own.state)) return [];
  return [...(consolidates(own, actor) ? (['consolidator'] as const) : []), own.role as 'responsible' | 'supporting'];
};

/** An assignment belongs to its unit; the measure's consolidator may accept it. */
export const assignmentRelations: RelationResolver = async (read, instance, actor) => {
  const sql = 'SELECT measure_id, unit_id FROM assignment WHERE id = ?';
  const assignment = await read.get<{ measureId: string; unitId: string }>(sql, [instance.id]);
  if (!assignment) return [];
  if (actor.roles.includes('coordinator')) return ['coordinator'];
  if (!actsForUnit(actor)) return [];
  const relations: Relation[] = [];
  if (consolidates(await consolidation(read, assignment.measureId), actor)) relations.push('consolidator');
  if (assignment.unitId === actor.unit)
    relations.push('unit', ...(actor.roles.includes('leader') ? (['unit.leader'] as const) : []));
  return relations;
};

function coordinatorRelations(measure: Consolidation | undefined): Relation[] {
  return measure?.consolidator === 'office' ? ['coordinator', 'consolidator'] : ['coordinator'];
}

function consolidates(measure: Consolidation | undefined, actor: Actor): boolean {
  return measure?.consolidator === 'lead' && measure.leadUnit === actor.unit;
}

function consolidation(read: Reader, id: string): Promise<Consolidation | undefined> {
  return read.get<Consolidation>('SELECT consolidator, lead_unit FROM measure WHERE id = ?', [id]);
}

/** People who may act for their unit; auditors, superiors and administrators only look. */
export function actsForUnit(actor: Actor): boolean {
  return actor.unit !== null && actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role));
}
