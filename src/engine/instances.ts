import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { restore } from './step.js';
import type { InstanceRow } from './types.js';

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

/**
 * States of the instances last worked on, so that a snapshot is not read from its text each time. Kept under the hash of
 * the instance's last event, which stands for its whole history: a state computed in a command that was undone is never
 * taken for another one.
 */
export class SnapshotCache {
  private readonly states = new Map<string, { head: string; snapshot: AnyMachineSnapshot }>();

  snapshotOf(machine: AnyStateMachine, row: InstanceRow): AnyMachineSnapshot {
    const known = this.states.get(row.id);
    if (known?.head === row.head) return known.snapshot;
    const snapshot = restore(machine, row.snapshot);
    this.keep(row.id, row.head, snapshot);
    return snapshot;
  }

  keep(id: string, head: string, snapshot: AnyMachineSnapshot): void {
    this.states.delete(id);
    this.states.set(id, { head, snapshot });
    if (this.states.size > MOST_KEPT) this.states.delete(this.states.keys().next().value!);
  }
}
