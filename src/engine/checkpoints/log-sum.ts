import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '../../persistence/tx.js';
import type { HashName } from '../hashing.js';
import { merkleRoot } from './merkle.js';

export interface LogRow {
  position: number;
  instanceId: string;
  seq: number;
  scope: string;
  hash: string;
}

const BATCH = 5_000;

/** Rows of the log after `after`, in order, without their bodies; others get their turn between two batches. */
export async function* logRows(read: Reader, after = 0): AsyncGenerator<LogRow> {
  const sql = 'SELECT position, instance_id, seq, scope, hash FROM event WHERE position > ? ORDER BY position LIMIT ?';
  for (let from = after; ;) {
    const rows = await read.all<LogRow>(sql, [from, BATCH]);
    yield* rows;
    if (rows.length < BATCH) return;
    from = rows[rows.length - 1]!.position;
    await nextTurn();
  }
}

/** What a checkpoint says of the log up to a position. */
export interface Sum {
  position: number;
  events: number;
  instances: number;
  /** With which hash, where it is not SHA-256. */
  hash?: 'sm3';
  /** Chained hash over position, scope and hash of every event, in order. */
  log: string;
  /** Merkle root (RFC 6962) over the heads of all instances, by instance id. */
  root: string;
}

/** Adds up a log row by row. */
export class LogSum {
  private position = 0;
  private events = 0;
  private log = '';
  private readonly heads = new Map<string, string>();

  constructor(private readonly hashName: HashName = 'sha256') {}

  add({ position, instanceId, seq, scope, hash }: LogRow): void {
    this.position = position;
    this.events++;
    this.log = createHash(this.hashName)
      .update(JSON.stringify([this.log, position, scope, hash]))
      .digest('hex');
    this.heads.set(instanceId, JSON.stringify([instanceId, seq, hash]));
  }

  sum(): Sum {
    const leaves = [...this.heads.keys()].sort().map((id) => this.heads.get(id)!);
    const { position, events, log, hashName } = this;
    const sum = { position, events, instances: leaves.length, log, root: merkleRoot(leaves, hashName) };
    return hashName === 'sm3' ? { ...sum, hash: hashName } : sum;
  }
}
