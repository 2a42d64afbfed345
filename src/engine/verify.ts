import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { rebuildAsOf } from './as-of.js';
import { storedCheckpoints, type Checkpoint } from './checkpoints/checkpoint.js';
import { witness } from './checkpoints/witness.js';
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

type Row = Record<string, unknown>;

/** What the log is held against besides itself. */
export interface Witnesses {
  /** The installation's public key, SPKI DER in hex. */
  publicHex: string;
  /** Checkpoints kept outside the database. */
  outside: Checkpoint[];
}

/**
 * Proves the database from its log: hashes, chains, every transition, every stored state, and every projected table
 * (rebuilt in an empty database `scratch` and compared row by row); with `witnesses`, also every signed checkpoint, inside
 * the database and outside it.
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
  const rows = await read.all<{ id: string; definition: string; revision: number; snapshot: string; head: string }>(
    'SELECT id, definition, revision, snapshot, head FROM instance',
  );
  const stored = new Set(rows.map((row) => row.id));
  const missing = [...replay.instances.keys()].filter((id) => !stored.has(id));
  const wrong = rows.filter((row) => {
    const proven = replay.instances.get(row.id);
    if (proven?.definition !== row.definition || proven.seq !== row.revision || proven.head !== row.head) return true;
    return replay.snapshotText(row.id) !== row.snapshot;
  });
  return [...missing, ...wrong.map((row) => row.id)].map((id) => ({
    code: 'state_differs',
    place: `流程 ${id}`,
    message: '当前状态与记录重放的结果不一致',
  }));
}

async function compareTable(read: Reader, scratch: Reader, table: string): Promise<Fault[]> {
  const [stored, proven] = await Promise.all([rowsOf(read, table), rowsOf(scratch, table)]);
  const wanted = new Set(proven);
  const have = new Set(stored);
  const different = [...stored.filter((row) => !wanted.has(row)), ...proven.filter((row) => !have.has(row))];
  return different.slice(0, 5).map((row) => ({
    code: 'projection_differs',
    place: `数据表 ${table}`,
    message: `有一行与记录重放的结果不一致：${row.slice(0, 200)}`,
  }));
}

async function rowsOf(read: Reader, table: string): Promise<string[]> {
  return (await read.all<Row>(`SELECT * FROM "${table}"`)).map((row) => JSON.stringify(row));
}
