import type { Relation } from '../../workflows/relations.js';
import type { RelationResolver } from '../engine/types.js';
import { actsForUnit } from './access.js';
import { Supervision } from './supervision.entities.js';

/** The office presses; the unit answers, once the paper has reached it. */
export const supervisionRelations: RelationResolver = async (read, instance, actor) => {
  if (actor.roles.includes('coordinator')) return ['coordinator'];
  if (!actsForUnit(actor)) return [];
  const supervision = await read.manager.findOneBy(Supervision, { id: instance.id });
  if (!supervision?.sentOn || supervision.unitId !== actor.unit) return [];
  const leads: Relation[] = actor.roles.includes('leader') ? ['unit.leader'] : [];
  return ['unit', ...leads];
};
