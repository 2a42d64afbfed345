import type { Reader } from '../persistence/tx.js';
import { DraftCorrection } from './draft.entities.js';
import { holding } from './draft-history.js';

/** A correction of a draft, and whether it still holds: nobody has taken it back. */
export interface HeldCorrection {
  what: string | null;
  changes: DraftCorrection['changes'];
  holds: boolean;
}

/** What the record calls the office's decisions on a running plan that its amended text was imported with. */
export const FROM_ORIGINAL = '照原方案的决定';

/** The corrections of a plan's draft in their order, for other rooms. */
export async function correctionsHeld(read: Reader, planId: string): Promise<HeldCorrection[]> {
  const corrections = await read.manager.find(DraftCorrection, { where: { planId }, order: { position: 'ASC' } });
  const holds = holding(corrections);
  return corrections.map(({ position, what, changes }) => ({ what, changes, holds: holds.has(position) }));
}
