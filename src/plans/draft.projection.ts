import type { Recorded } from '../engine/types.js';
import type { Reader, Tx } from '../persistence/tx.js';
import type { DraftReading } from './draft.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import { draftAt, type Correction } from './draft-history.js';

/** Payload of a `correct` event. */
export interface CorrectionPatch {
  changes: DraftChange[];
  /** A name for a correction of many things at once. */
  what?: string;
  /** Position of the correction that this one takes back. */
  undoes?: number;
}

interface DraftTexts {
  reading: string;
  imported: string;
}

/** Records a correction and brings the draft up to it; an undoing folds the draft anew. Returns the draft. */
export async function recordCorrection(tx: Tx, event: Recorded): Promise<DraftReading> {
  const planId = event.instance;
  const { changes, what = null, undoes = null } = event.payload.patch as CorrectionPatch;
  const { position, recordedAt, actor, actorName } = event;
  await tx.insert('draft_correction', { position, planId, actor, actorName, recordedAt, changes, what, undoes });
  const row = await tx.get<DraftTexts>('SELECT reading, imported FROM plan_draft WHERE plan_id = ?', [planId]);
  const corrections = await correctionsOf(tx, planId);
  const reading =
    undoes === null
      ? applyChanges(JSON.parse(row!.reading) as DraftReading, changes)
      : draftAt(JSON.parse(row!.imported) as DraftReading, corrections);
  await tx.update('plan_draft', { reading }, { planId });
  return reading;
}

type CorrectionRow = Omit<Correction, 'changes'> & { changes: string };

/** All corrections of a draft in the order in which they were made. */
export async function correctionsOf(read: Reader, planId: string): Promise<Correction[]> {
  const rows = await read.all<CorrectionRow>(
    'SELECT position, actor, actor_name, recorded_at, changes, what, undoes FROM draft_correction WHERE plan_id = ? ORDER BY position',
    [planId],
  );
  return rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt), changes: JSON.parse(row.changes) }));
}
