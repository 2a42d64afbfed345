import type { Actor } from '../engine/types.js';

/** Who sees all packets of all units. */
export function readsAll(actor: Actor): boolean {
  return actor.roles.some((role) => ['coordinator', 'auditor', 'superior', 'system'].includes(role));
}

/** People who act for their unit; auditors, superiors and administrators only look. */
export function actsForUnit(actor: Actor): boolean {
  return actor.unit !== null && actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role));
}
