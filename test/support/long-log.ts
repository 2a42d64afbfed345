import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { registrations } from '../../src/core/core.module.js';
import { canonical } from '../../src/engine/canonical.js';
import { filedCheckpoints, takeCheckpoint, type Checkpoint } from '../../src/engine/checkpoints/checkpoint.js';
import { LogKey } from '../../src/engine/checkpoints/log-key.js';
import { Engine } from '../../src/engine/engine.js';
import { exportLog } from '../../src/engine/export-log.js';
import { chooseHash, type HashName } from '../../src/engine/hashing.js';
import { COORDINATOR, openGround } from './ground.js';

/** One line of an exported log between its head and its end. */
export interface Line {
  event?: { position: number; scope: string; body: string; hash: string };
  checkpoint?: Checkpoint;
}

export interface LongLog {
  bytes: Buffer;
  /** The checkpoints as they were kept elsewhere. */
  outside: Checkpoint[];
  key: LogKey;
}

const UNITS = 8;

/** The exported log of an office that keeps a register of units: `count` events, two checkpoints. */
export async function longLog(count: number, hashName: HashName = 'sha256'): Promise<LongLog> {
  const ground = await openGround();
  await chooseHash(ground.database, hashName);
  const engine = new Engine(ground.database, ground.clock, registrations, { hashName });
  const key = LogKey.in(join(ground.folder, 'key'));
  const folder = join(ground.folder, 'checkpoints');
  const sign = () => takeCheckpoint(ground.database, key, ground.clock, folder);
  for (let at = 0; at < count; at++) {
    if (at < UNITS) await engine.start('unit', `u${at}`, '', unit(at), { actor: COORDINATOR });
    else await engine.send(`u${at % UNITS}`, 'addAlias', { alias: `别名${at}` }, { actor: COORDINATOR });
    if (at === count >> 1) await sign();
  }
  await sign();
  const parts: string[] = [];
  for await (const line of exportLog(ground.database.reader, key)) parts.push(line);
  const outside = filedCheckpoints(folder);
  await ground.close();
  return { bytes: Buffer.from(parts.join('')), outside, key };
}

function unit(at: number): Record<string, unknown> {
  const name = `第${at + 1}局`;
  return { name, fullName: name, shortName: name, place: '', level: 'city', kind: 'bureau' };
}

/** The lines between head and end. */
export function linesOf(bytes: Buffer): Line[] {
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  return lines.slice(1, -1).map((line) => JSON.parse(line) as Line);
}

/** The export changed by somebody who also has the server's key: its end is signed anew. */
export function forged({ bytes, key }: LongLog, change: (lines: Line[]) => void): Buffer {
  const head = bytes.toString('utf8', 0, bytes.indexOf('\n'));
  const { hash } = JSON.parse(head) as { hash: HashName };
  const lines = linesOf(bytes);
  change(lines);
  return signedAnew([head, ...lines.map((line) => canonical(line))], hash, key);
}

/** Text lines as an export whose end is rightly signed. */
export function signedAnew(lines: string[], hash: HashName, key: LogKey): Buffer {
  const covered = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return Buffer.concat([covered, Buffer.from(signedEnd(covered, lines.length, key, hash))]);
}

/** The last line of an export, rightly signed. */
export function signedEnd(covered: Buffer, lines: number, key: LogKey, hash: HashName = 'sha256'): string {
  const digest = createHash(hash).update(covered).digest('hex');
  return `${canonical({ end: { digest, lines, signature: key.sign(digest) } })}\n`;
}
