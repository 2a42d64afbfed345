import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { perDatabase } from './per-database.js';
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
export function saveInstance(tx: Tx, row: InstanceRow, next: InstanceRow): Promise<void> {
  if (row.revision === 0) return tx.insert('instance', next);
  const overtaken = () => new Overtaken(row);
  const { revision, snapshot, state, head } = next;
  return tx.change('instance', { revision, snapshot, state, head }, { id: row.id, revision: row.revision }, overtaken);
}

/** Somebody else's step was written while this one was under way; who it was stands in the record of the instance. */
export class Overtaken extends Refusal {
  constructor(readonly row: InstanceRow) {
    super('stale_revision', '他人刚刚办理了同一事项，您的操作没有执行。', { cure: '请刷新页面后重试。' });
  }
}

interface Kept {
  row: InstanceRow;
  snapshot: AnyMachineSnapshot | null;
  /** When it was last known to be so; see Tx. */
  epoch: number | undefined;
}

/**
 * The instances last worked on, so that neither row nor snapshot is made from its text each time. Within an epoch of the
 * writer what was kept still stands; otherwise an instance is known by the hash of its last event, which stands for its
 * whole history: one kept from a command that was undone, or changed meanwhile by another node, is never taken for the
 * one in the database.
 */
export class InstanceCache {
  private readonly kept = new Map<string, Kept>();

  /** The one cache of a database: every engine on it keeps it in step. */
  static readonly of = perDatabase(() => new InstanceCache());

  /** The row of an instance as the database holds it. Refusal: not_found. */
  async load(tx: Tx, id: string): Promise<InstanceRow> {
    const current = this.current(tx, id);
    if (current) return current;
    const known = this.kept.get(id);
    if (!known) return this.fresh(tx, id);
    const now = await tx.get<{ head: string }>('SELECT head FROM instance WHERE id = ?', [id]);
    if (now?.head !== known.row.head) return this.fresh(tx, id);
    known.epoch = tx.epoch;
    return known.row;
  }

  /** The row of an instance of which it is known without asking that it still stands. */
  current({ epoch }: Tx, id: string): InstanceRow | undefined {
    const known = this.kept.get(id);
    return known && epoch !== undefined && known.epoch === epoch ? known.row : undefined;
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
    if (known?.row.head !== row.head) return restore(machine, row.snapshot);
    if (known.snapshot?.machine !== machine) known.snapshot = restore(machine, row.snapshot);
    return known.snapshot;
  }

  /** Keeps what a transaction read or wrote. */
  keep({ epoch }: Tx, row: InstanceRow, snapshot: AnyMachineSnapshot | null): void {
    this.kept.delete(row.id);
    this.kept.set(row.id, { row, snapshot, epoch });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }

  private async fresh(tx: Tx, id: string): Promise<InstanceRow> {
    const row = await loadInstance(tx, id);
    this.keep(tx, row, null);
    return row;
  }
}
