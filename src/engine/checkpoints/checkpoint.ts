import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../persistence/database.js';
import type { Reader } from '../../persistence/tx.js';
import type { Clock } from '../../shared/clock.js';
import { canonical } from '../canonical.js';
import { continuedSum, wholeSum } from './continued-sum.js';
import { isSigned, type LogKey } from './log-key.js';
import type { Sum } from './log-sum.js';

/** What is signed: the sum of the log, and when it was taken (UTC ms). */
export interface CheckpointBody extends Sum {
  at: number;
}

export interface Checkpoint {
  position: number;
  /** Canonical JSON of the body. */
  body: string;
  signature: string;
}

/**
 * Signs the present end of the log, in the database and as a file in `folder` (to be copied, or mounted from, elsewhere:
 * only a copy out of the server's reach shows a log that was cut or rewritten together with its database). It continues the
 * sum of the last one, so it costs by what was recorded since and by the number of instances; where stored states do not
 * give what was signed there, the whole log is summed. Either way `verify` holds the log against every one from its
 * start. Null when nothing was recorded since the last one.
 */
export async function takeCheckpoint(
  database: Database,
  key: LogKey,
  clock: Clock,
  folder: string,
): Promise<Checkpoint | null> {
  const { reader } = database;
  const last = await lastSigned(reader, key);
  const sum = (last && (await continuedSum(reader, last))) ?? (await wholeSum(reader));
  if (sum.position === (last?.position ?? 0)) return null;
  const body = canonical({ ...sum, at: clock.now() } satisfies CheckpointBody);
  const checkpoint = { position: sum.position, body, signature: key.sign(body) };
  await database.write((tx) => tx.insert('checkpoint', checkpoint));
  await writeOutside(folder, checkpoint);
  return checkpoint;
}

/** What the last checkpoint says; null where there is none, or it was not signed with this key. */
async function lastSigned(read: Reader, key: LogKey): Promise<CheckpointBody | null> {
  const last = await read.get<Checkpoint>('SELECT position, body, signature FROM checkpoint ORDER BY id DESC LIMIT 1');
  return last && isSigned(last.body, last.signature, key.publicHex) ? (JSON.parse(last.body) as CheckpointBody) : null;
}

async function writeOutside(folder: string, checkpoint: Checkpoint): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${String(checkpoint.position).padStart(12, '0')}.json`);
  const file = await open(`${path}.part`, 'w', 0o600);
  await file.writeFile(`${canonical(checkpoint)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
}

/** The checkpoints kept in the database, oldest first. */
export function storedCheckpoints(read: Reader): Promise<Checkpoint[]> {
  return read.all<Checkpoint>('SELECT position, body, signature FROM checkpoint ORDER BY id');
}

/** The checkpoints kept as files, oldest first; a file that cannot be read counts as one without a valid signature. */
export function filedCheckpoints(folder: string): Checkpoint[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^\d+\.json$/.test(name));
  return names.sort().map((name) => readFiled(join(folder, name), Number.parseInt(name, 10)));
}

function readFiled(path: string, position: number): Checkpoint {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Checkpoint;
  } catch {
    return { position, body: '', signature: '' };
  }
}
