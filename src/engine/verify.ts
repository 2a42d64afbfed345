import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { rebuildAsOf } from './as-of.js';
import { storedCheckpoints, type Checkpoint } from './checkpoints/checkpoint.js';
import { witness } from './checkpoints/witness.js';
import { compareTable, pagesOf, type Row } from './compare.js';
import type { Definitions } from './definitions.js';
import { EvidenceList, type Evidence } from './evidence.js';
import type { HashName } from './hashing.js';
import type { Fault, Replay } from './replay.js';
import type { Projection } from './types.js';

export interface Verdict {
  instances: number;
  events: number;
  faults: Fault[];
  /** With which hash the log is chained. */
  hashName: HashName;
  /** The files that events name. */
  evidence: Evidence[];
}

/** Instances whose stored states are held at a time. */
const INSTANCES = 500;

/** What the log is held against besides itself. */
export interface Witnesses {
  /** The installation's public key, SPKI DER in hex. */
  publicHex: string;
  /** Checkpoints kept outside the database. */
  outside: Checkpoint[];
}

/**
 * Proves the database from its log: hashes, chains, every transition, every stored state, and every projected table
 * (rebuilt in an empty SQLite database `scratch` and compared row by row, in pages); with `witnesses`, also every signed checkpoint, inside
 * the database and outside it. Where others write meanwhile, `read` must see one moment (Database.atOneMoment): log, states
 * and tables read one after another would otherwise differ without a fault.
 */
export async function verifyLog(
  read: Reader,
  scratch: Database,
  projections: Projection[],
  witnesses?: Witnesses,
  definitions?: Definitions,
): Promise<Verdict> {
  const evidence = new EvidenceList();
  const replay = await rebuildAsOf(read, scratch, [...projections, evidence], { definitions });
  const faults = [...replay.faults, ...(await compareInstances(read, replay))];
  for (const table of projections.flatMap((projection) => projection.tables)) {
    faults.push(...(await compareTable(read, scratch.reader, table)));
  }
  if (witnesses) {
    const checkpoints = [...(await storedCheckpoints(read)), ...witnesses.outside];
    faults.push(...(await witness(read, checkpoints, witnesses.publicHex)));
  }
  const { instances, events, hashName } = replay;
  return { instances: instances.size, events, faults, hashName, evidence: evidence.all() };
}

async function compareInstances(read: Reader, replay: Replay): Promise<Fault[]> {
  const missing = new Set(replay.instances.keys());
  const wrong: string[] = [];
  const columns = 'id, definition, revision, snapshot, head';
  for await (const rows of pagesOf(read, 'instance', ['id'], INSTANCES, columns)) {
    for (const row of rows) missing.delete(row.id as string);
    wrong.push(...rows.filter((row) => !isProven(row, replay)).map((row) => row.id as string));
  }
  return [...missing, ...wrong].map((id) => ({
    code: 'state_differs',
    place: `流程 ${id}`,
    message: '当前状态与记录重放的结果不一致',
  }));
}

function isProven({ id, definition, revision, snapshot, head }: Row, replay: Replay): boolean {
  const proven = replay.instances.get(id as string);
  if (!proven || proven.definition !== definition || proven.seq !== revision || proven.head !== head) return false;
  return replay.snapshotText(id as string) === snapshot;
}
