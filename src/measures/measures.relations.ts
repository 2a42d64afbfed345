import type { Relation } from '../../workflows/relations.js';
import type { Actor, RelationResolver } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Assignment, Measure } from './measures.entities.js';

/** A measure: the office coordinates; people of its units stand to it by their assignment. */
export const measureRelations: RelationResolver = async (read, instance, actor) => {
  if (actor.roles.includes('coordinator')) return coordinatorRelations(await measureOf(read, instance.id));
  if (!actsForUnit(actor)) return [];
  const own = await read.manager.findOneBy(Assignment, { measureId: instance.id, unitId: actor.unit! });
  if (!own || /removed|transferred/.test(own.state)) return [];
  const measure = await measureOf(read, instance.id);
  const consolidates = measure?.consolidator === 'lead' && measure.leadUnit === actor.unit;
  return [...(consolidates ? (['consolidator'] as const) : []), own.role as 'responsible' | 'supporting'];
};

/** An assignment belongs to its unit; the measure's consolidator may accept it. */
export const assignmentRelations: RelationResolver = async (read, instance, actor) => {
  const assignment = await read.manager.findOneBy(Assignment, { id: instance.id });
  if (!assignment) return [];
  if (actor.roles.includes('coordinator')) return ['coordinator'];
  if (!actsForUnit(actor)) return [];
  const measure = await measureOf(read, assignment.measureId);
  const consolidates = measure?.consolidator === 'lead' && measure.leadUnit === actor.unit;
  const relations: Relation[] = consolidates ? ['consolidator'] : [];
  if (assignment.unitId === actor.unit)
    relations.push('unit', ...(actor.roles.includes('leader') ? (['unit.leader'] as const) : []));
  return relations;
};

function coordinatorRelations(measure: Measure | null): Relation[] {
  return measure?.consolidator === 'office' ? ['coordinator', 'consolidator'] : ['coordinator'];
}

/** People who may act for their unit; auditors, superiors and administrators only look. */
export function actsForUnit(actor: Actor): boolean {
  return actor.unit !== null && actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role));
}

function measureOf(read: Reader, id: string): Promise<Measure | null> {
  return read.manager.findOneBy(Measure, { id });
}
