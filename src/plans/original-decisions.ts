import { correctedDraft } from '../cascade/own-reading.service.js';
import type { Command } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { FROM_ORIGINAL } from './corrections-held.service.js';
import { decisionsBrought } from './decisions-brought.js';
import { withBefore } from './draft-changes.js';
import { correctionsOf } from './draft.projection.js';
import type { DraftReading } from './draft.js';
import { PlanDraftRow, type Plan } from './plans.entities.js';

/** The correction by which the draft of an amended text gets what the office decided on its original; none for nothing. */
export async function decisionsOfOriginal(
  read: Reader,
  original: Plan,
  id: string,
  draft: DraftReading,
): Promise<Command[]> {
  const row = await read.manager.findOneBy(PlanDraftRow, { planId: original.id });
  const decided = row && (await correctedDraft(read, { plan: original, draft: row.reading }));
  if (!decided) return [];
  const { imported, current, paper } = decided;
  const corrections = paper === original.id ? await correctionsOf(read, paper) : null;
  const changes = withBefore(draft, decisionsBrought({ imported, current, corrections }, draft));
  if (changes.length === 0) return [];
  const payload = { patch: { changes, what: FROM_ORIGINAL } };
  return [{ kind: 'send', instance: id, type: 'correct', payload }];
}
