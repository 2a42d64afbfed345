import type { Feature } from '../engine/feature.js';
import type { RelationResolver } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { plansEntities } from './plans.entities.js';
import { plansProjection } from './plans.projection.js';

/** Plans and their years are the coordinating office's; nobody else changes them. */
const relations: RelationResolver = async (_read, _instance, actor) =>
  actor.roles.includes('coordinator') ? ['coordinator'] : [];

/** Offset of a plan's clock against the system clock, ms; 0 for the office's own register. */
export async function clockOffset(read: Reader, scope: string): Promise<number> {
  if (scope === '') return 0;
  const row = await read.get<{ clockOffset: string }>('SELECT clock_offset FROM plan WHERE id = ?', [scope]);
  return Number(row?.clockOffset ?? 0);
}

export const plansFeature: Feature = {
  entities: plansEntities,
  projections: [plansProjection],
  relations: { plan: relations, cycle: relations },
};
