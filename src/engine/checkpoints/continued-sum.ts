import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Reader } from '../../persistence/tx.js';
import { pagesOf } from '../compare.js';
import { hashNameIn } from '../hashing.js';
import { leafOf, LogSum, logPages, rootOf, type Heads, type Sum } from './log-sum.js';

const BATCH = 5_000;

/** The sum of the whole log, every event read. */
export async function wholeSum(read: Reader): Promise<Sum> {
  await nextTurn();
  return added(new LogSum(await hashNameIn(read)), read);
}

/**
 * The sum of the log continued from `last`, a signed one: only later events are read. The heads of all instances come from
 * their stored states, taken back to where they stood under `last`, and are used when they give the very root that was
 * signed. Null where they do not: then only the whole log can tell.
 */
export async function continuedSum(read: Reader, last: Sum): Promise<Sum | null> {
  const hashName = await hashNameIn(read);
  if ((last.hash ?? 'sha256') !== hashName) return null;
  // The states first: what is written meanwhile is among the events read after them, and is taken back.
  const heads = await storedHeads(read);
  await takeBack(read, heads, last.position);
  await nextTurn();
  if (rootOf(heads, hashName) !== last.root) return null;
  await nextTurn();
  return added(new LogSum(hashName, last, heads), read, last.position);
}

async function added(sum: LogSum, read: Reader, after = 0): Promise<Sum> {
  for await (const rows of logPages(read, after)) for (const row of rows) sum.add(row);
  return sum.sum();
}

interface Stored {
  id: string;
  revision: number;
  head: string;
}

async function storedHeads(read: Reader): Promise<Heads> {
  const heads: Heads = new Map();
  for await (const rows of pagesOf(read, 'instance', ['id'], BATCH, 'id, revision, head')) {
    for (const { id, revision, head } of rows as unknown as Stored[]) heads.set(id, leafOf(id, revision, head));
  }
  return heads;
}

/** What an instance had for its last event up to a position; none (null) where it began later. */
interface Earlier {
  position: number;
  instanceId: string;
  seq: number | null;
  hash: string | null;
}

const EARLIER = `SELECT later.position, later.instance_id, earlier.seq, earlier.hash
  FROM event later LEFT JOIN event earlier ON earlier.instance_id = later.instance_id AND earlier.seq = later.seq - 1
  WHERE later.position > ? AND (later.seq = 1 OR earlier.position <= ?) ORDER BY later.position LIMIT ${BATCH}`;

async function takeBack(read: Reader, heads: Heads, end: number): Promise<void> {
  for (let after = end; ;) {
    const rows = await read.all<Earlier>(EARLIER, [after, end]);
    for (const { instanceId, seq, hash } of rows) {
      if (seq === null || hash === null) heads.delete(instanceId);
      else heads.set(instanceId, leafOf(instanceId, seq, hash));
    }
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1]!.position;
    await nextTurn();
  }
}
