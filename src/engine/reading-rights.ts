import type { Actor } from './types.js';

const READS_ALL = ['coordinator', 'auditor', 'superior', 'system'];

/** Whether a person may read every unit's business; the people of a unit read their own, administrators none. */
export function readsAll(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((role) => READS_ALL.includes(role));
}
