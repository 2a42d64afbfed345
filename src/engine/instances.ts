import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { restore } from './step.js';
import type { InstanceIdentity, InstanceRow } from './types.js';

const MOST_KEPT = 5_000;

/** The row of an instance. Refusal: not_found. */
export async function loadInstance(read: Reader, id: string): Promise<InstanceRow> {
  const row = await read.get<InstanceRow>('SELECT * FROM instance WHERE id = ?', [id]);
  if (!row) throw notFound();
  return row;
}

/** The same answer for what is not there and for what is not this person's. */
export function notFound(): Refusal {
  return new Refusal('not_found', '没有找到要办理的事项。', { cure: '请从列表重新进入。' });
}

/** Writes the row of a step: a first one is inserted, a later one only over the revision it was computed from. */
export async function saveInstance(tx: Tx, row: InstanceRow, next: InstanceRow): Promise<void> {
  if (row.revision === 0) return tx.insert('instance', next);
  const sql = 'UPDATE instance SET revision = ?, snapshot = ?, state = ?, head = ? WHERE id = ? AND revision = ?';
  const changed = await tx.run(sql, [next.revision, next.snapshot, next.state, next.head, row.id, row.revision]);
  if (changed !== 1)
    throw new Refusal('stale_revision', '他人刚刚办理了同一事项，您的操作没有执行。', { cure: '请刷新页面后重试。' });
}

interface Kept {
  row: InstanceRow;
  snapshot: AnyMachineSnapshot;
}

/**
 * The instances last worked on, so that neither row nor snapshot is made from its text each time. An instance is known by
 * the hash of its last event, which stands for its whole history: one kept from a command that was undone, or changed
 * meanwhile by another node, is never taken for the one in the database.
 */
export class InstanceCache {
  private readonly kept = new Map<string, Kept>();

  /** The row of an instance as the database holds it. Refusal: not_found. */
  async load(read: Reader, id: string): Promise<InstanceRow> {
    const known = this.kept.get(id);
    if (!known) return loadInstance(read, id);
    const now = await read.get<{ head: string }>('SELECT head FROM instance WHERE id = ?', [id]);
    return now?.head === known.row.head ? known.row : loadInstance(read, id);
  }

  /** Who an instance was when it was last worked on here; undefined for one that never was. */
  known(id: string): InstanceIdentity | undefined {
    return this.kept.get(id)?.row;
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  snapshotOf(machine: AnyStateMachine, row: InstanceRow): AnyMachineSnapshot {
    const known = this.kept.get(row.id);
    if (known?.row.head === row.head) return known.snapshot;
    const snapshot = restore(machine, row.snapshot);
    this.keep(row, snapshot);
    return snapshot;
  }

  keep(row: InstanceRow, snapshot: AnyMachineSnapshot): void {
    this.kept.delete(row.id);
    this.kept.set(row.id, { row, snapshot });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}
