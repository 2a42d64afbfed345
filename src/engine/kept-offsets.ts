import type { Reader, Tx } from '../persistence/tx.js';
import { perDatabase } from './per-database.js';

type ReadOffset = (read: Reader, scope: string) => Promise<number>;

/** Offsets of the plans' clocks, kept within an epoch of the writer; only a plan's own events change its clock. */
export class KeptOffsets {
  static readonly of = perDatabase(() => new KeptOffsets());

  private readonly kept = new Map<string, number>();
  private epoch: number | undefined;

  /** Offset of a scope's clock against the system clock, in ms. */
  get(tx: Tx, scope: string, read: ReadOffset): number | Promise<number> {
    if (this.epoch === undefined || this.epoch !== tx.epoch) this.kept.clear();
    this.epoch = tx.epoch;
    return this.kept.get(scope) ?? this.asked(tx, scope, read);
  }

  private async asked(tx: Tx, scope: string, read: ReadOffset): Promise<number> {
    const offset = await read(tx, scope);
    this.kept.set(scope, offset);
    return offset;
  }

  /** After an event of the instance that a scope is named after. */
  forget(instance: string): void {
    this.kept.delete(instance);
  }
}
