import type { RelationResolver } from '../engine/types.js';
import type { Relation } from '../../workflows/relations.js';
import { actsForUnit } from './access.js';
import { Packet } from './rounds.entities.js';

/** Rounds are the coordinating office's. */
export const roundRelations: RelationResolver = async (_read, _instance, actor) =>
  actor.roles.includes('coordinator') ? ['coordinator'] : [];

/** A packet is its unit's to send and the office's to receive; the office's own packet is both. */
export const packetRelations: RelationResolver = async (read, instance, actor) => {
  const packet = await read.manager.findOneBy(Packet, { id: instance.id });
  const office: Relation[] = actor.roles.includes('coordinator') ? ['coordinator'] : [];
  if (!packet || packet.unitId !== actor.unit) return office;
  const leads: Relation[] = actor.roles.includes('leader') ? ['unit.leader'] : [];
  return actsForUnit(actor) || office.length > 0 ? [...office, 'unit', ...leads] : office;
};
