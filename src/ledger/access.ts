import type { Actor } from '../engine/types.js';

const READS_ALL = ['coordinator', 'auditor', 'superior'];

/** Whether a person reads every plan's ledger; people of a unit read measures in which their unit has a part. */
export function readsEveryLedger(actor: Actor): boolean {
  return actor.roles.some((role) => READS_ALL.includes(role));
}
