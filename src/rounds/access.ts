import type { Actor } from '../engine/types.js';

/** People who act for their unit; auditors, superiors and administrators only look. */
export function actsForUnit(actor: Actor): boolean {
  return actor.unit !== null && actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role));
}
