import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';

/** Whether a person reads every plan's ledger; people of a unit read measures in which their unit has a part. */
export function readsEveryLedger(actor: Actor): boolean {
  return readsAll(actor);
}
