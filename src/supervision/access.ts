import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { Supervision } from './supervision.entities.js';

/** People who act for their unit; auditors, superiors and administrators only look. */
export function actsForUnit(actor: Actor): boolean {
  return actor.unit !== null && actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role));
}

/**
 * A supervision that this person may see: people of the unit from the day it was sent to them; drafts, telephone notes
 * and other units' matters do not exist for them. Refusal: not_found.
 */
export async function visibleSupervision(read: Reader, id: string, actor: Actor): Promise<Supervision> {
  const all = readsAll(actor);
  const found = all || actsForUnit(actor) ? await read.manager.findOneBy(Supervision, { id }) : null;
  const isOwn = found !== null && found.unitId === actor.unit && found.sentOn !== null;
  if (found && (all || isOwn)) return found;
  throw new Refusal('not_found', '没有找到该督办事项。', { cure: '请从督办列表进入。' });
}

/** For what only the coordinating office does. Refusal: not_allowed. */
export function refuseOutsiders(actor: Actor): void {
  if (actor.roles.includes('coordinator')) return;
  throw new Refusal('not_allowed', '督办由牵头的农民工办发起和办理。', { cure: '如需办理，请联系牵头的农民工办。' });
}
