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

/** Rows of the log after `after`, in order, without their bodies, in pages; others get their turn between two. */
export async function* logPages(read: Reader, after = 0): AsyncGenerator<LogRow[]> {
  const sql = 'SELECT position, instance_id, seq, scope, hash FROM event WHERE position > ? ORDER BY position LIMIT ?';
  for (let from = after; ;) {
    const rows = await read.all<LogRow>(sql, [from, BATCH]);
    yield rows;
    if (rows.length < BATCH) return;
    from = rows[rows.length - 1]!.position;
    await nextTurn();
  }
}

/** The same, one row at a time. */
export async function* logRows(read: Reader, after = 0): AsyncGenerator<LogRow> {
  for await (const rows of logPages(read, after)) yield* rows;
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

/** Last event of each instance, as a leaf of the tree, by the instance's id. */
export type Heads = Map<string, string>;

/** The leaf for an instance whose last event has this number and hash. */
export function leafOf(instanceId: string, seq: number, hash: string): string {
  return JSON.stringify([instanceId, seq, hash]);
}

/** The root over all heads, by instance id. */
export function rootOf(heads: Heads, hashName: HashName): string {
  const leaves = [...heads.keys()].sort().map((id) => heads.get(id)!);
  return merkleRoot(leaves, hashName);
}

const NOTHING = { position: 0, events: 0, log: '' };

/** Adds up a log row by row, from its first event or from where an earlier sum ended. */
export class LogSum {
  private position: number;
  private events: number;
  private log: string;

  /** @param heads of all instances at the end of `from`; kept up with what is added */
  constructor(
    private readonly hashName: HashName = 'sha256',
    from: Pick<Sum, 'position' | 'events' | 'log'> = NOTHING,
    private readonly heads: Heads = new Map(),
  ) {
    ({ position: this.position, events: this.events, log: this.log } = from);
  }

  add({ position, instanceId, seq, scope, hash }: LogRow): void {
    this.position = position;
    this.events++;
    this.log = createHash(this.hashName)
      .update(JSON.stringify([this.log, position, scope, hash]))
      .digest('hex');
    this.heads.set(instanceId, leafOf(instanceId, seq, hash));
  }

  sum(): Sum {
    const { position, events, log, heads, hashName } = this;
    const sum = { position, events, instances: heads.size, log, root: rootOf(heads, hashName) };
    return hashName === 'sm3' ? { ...sum, hash: hashName } : sum;
  }
}
