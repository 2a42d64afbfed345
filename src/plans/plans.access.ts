import { readsAll } from '../engine/reading-rights.js';
import type { SignedIn } from '../identity/identity.service.js';
import type { Actor } from '../engine/types.js';
import { Refusal } from '../shared/errors.js';

/** Coordinators, auditors and superiors see every plan; people of a unit those in which their unit has work. */
export function readsAllPlans(actor: Actor): boolean {
  return readsAll(actor);
}

/** For what whoever sees every plan may read, the auditor among them: original, reading and its corrections. Refusal: not_found. */
export function requireReader(me: SignedIn): void {
  if (readsAllPlans(me.actor)) return;
  requireCoordinator(me);
}

/** For pages of the coordinating office; to others they do not exist. */
export function requireCoordinator(me: SignedIn): void {
  if (me.actor.roles.includes('coordinator')) return;
  throw new Refusal('not_found', '没有找到这个页面。', { cure: '此页面由牵头办公室使用。' });
}
