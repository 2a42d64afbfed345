import { createHash } from 'node:crypto';
import type { Reader } from '../persistence/tx.js';
import { canonical } from './canonical.js';
import { storedCheckpoints } from './checkpoints/checkpoint.js';
import type { LogKey } from './checkpoints/log-key.js';
import { hashNameIn, type HashName } from './hashing.js';

interface ExportedEvent {
  position: number;
  scope: string;
  body: string;
  hash: string;
}

const BATCH = 2_000;
export const EXPORT_FORMAT = 'qiantou-log@1';

/**
 * The whole log as lines of canonical JSON, for a checker that does not trust this program (scripts/verify-log.mjs):
 * a head with the public key and the hash's name, every event, every checkpoint, and an end that signs the hash of all
 * before it.
 */
export async function* exportLog(read: Reader, key: LogKey): AsyncGenerator<string> {
  const hashName = await hashNameIn(read);
  const digest = createHash(hashName);
  let lines = 0;
  for await (const part of parts(read, key, hashName)) {
    const line = `${canonical(part)}\n`;
    digest.update(line);
    lines++;
    yield line;
  }
  const sum = digest.digest('hex');
  yield `${canonical({ end: { digest: sum, lines, signature: key.sign(sum) } })}\n`;
}

async function* parts(read: Reader, key: LogKey, hash: HashName): AsyncGenerator<object> {
  yield { format: EXPORT_FORMAT, hash, key: key.publicHex };
  for await (const event of events(read)) yield { event };
  for (const checkpoint of await storedCheckpoints(read)) yield { checkpoint };
}

async function* events(read: Reader): AsyncGenerator<ExportedEvent> {
  const sql = 'SELECT position, scope, body, hash FROM event WHERE position > ? ORDER BY position LIMIT ?';
  for (let after = 0; ;) {
    const rows = await read.all<ExportedEvent>(sql, [after, BATCH]);
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1]!.position;
  }
}
