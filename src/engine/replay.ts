import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Reader, SqlValue } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { hashOf, type EventBody } from './chain.js';
import { ownDefinitions, type Definitions } from './definitions.js';
import { MIGRATED, move, type MigratedPayload } from './migration.js';
import { hashNameIn, type HashName } from './hashing.js';
import { recordedOf } from './recorded.js';
import { admitted, advance, begin, persist, statePath, type MachineEvent, type Step } from './step.js';
import type { Recorded } from './types.js';

interface EventRow {
  position: number;
  instanceId: string;
  seq: number;
  scope: string;
  body: string;
  hash: string;
}

interface Replayed {
  machine: AnyStateMachine;
  definition: string;
  snapshot: AnyMachineSnapshot;
  seq: number;
  head: string;
}

/** One event that fits, with the instance as it was before it (null for its first). */
interface Folded {
  body: EventBody;
  before: Replayed | null;
  step: Step;
}

/** One thing that does not fit, in plain words. */
export interface Fault {
  code: string;
  place: string;
  message: string;
}

/** Which events of the log; all where nothing is said. */
export interface Part {
  /** Up to this position. */
  until?: number;
  scopes?: readonly string[];
  instance?: string;
}

const BATCH = 2_000;

function rowsOf({ until, scopes = [], instance }: Part): { sql: string; params: SqlValue[] } {
  const clauses = ['position > ?'];
  const params: SqlValue[] = [];
  const add = (clause: string, ...values: SqlValue[]) => params.push(...values) && clauses.push(clause);
  if (until !== undefined) add('position <= ?', until);
  if (scopes.length > 0) add(`scope IN (${scopes.map(() => '?').join(', ')})`, ...scopes);
  if (instance !== undefined) add('instance_id = ?', instance);
  const columns = 'position, instance_id, seq, scope, body, hash';
  return { sql: `SELECT ${columns} FROM event WHERE ${clauses.join(' AND ')} ORDER BY position LIMIT ?`, params };
}

/**
 * Folds the whole log in order: checks every hash, link and transition, and hands each event on. What it holds at the
 * end is the state that the log proves.
 */
export class Replay {
  readonly instances = new Map<string, Replayed>();
  readonly faults: Fault[] = [];
  events = 0;
  hashName: HashName = 'sha256';

  constructor(
    private readonly read: Reader,
    private readonly definitions: Definitions = ownDefinitions,
  ) {}

  /** Runs to the end, or over a part; `each` sees every event with its state before and after. */
  async run(each?: (event: Recorded) => Promise<void>, part: Part = {}): Promise<this> {
    this.hashName = await hashNameIn(this.read);
    const { sql, params } = rowsOf(part);
    for (let after = 0; ;) {
      const rows = await this.read.all<EventRow>(sql, [after, ...params, BATCH]);
      for (const row of rows) {
        const folded = this.fold(row);
        if (each && folded) await each(this.recorded(row, folded));
      }
      if (rows.length < BATCH) return this;
      after = rows[rows.length - 1]!.position;
    }
  }

  /** The stored form of an instance's state after the replay. */
  snapshotText(id: string): string | undefined {
    const known = this.instances.get(id);
    return known && persist(known.snapshot);
  }

  private fold(row: EventRow): Folded | null {
    this.events++;
    if (hashOf(row.body, this.hashName) !== row.hash)
      return this.fault('hash_differs', row, '内容与校验值不符，记录被改动过');
    const body = JSON.parse(row.body) as EventBody;
    const before = this.instances.get(row.instanceId) ?? null;
    if (body.instance !== row.instanceId || body.seq !== row.seq || body.seq !== (before?.seq ?? 0) + 1)
      return this.fault('sequence_broken', row, '序号不连续，有记录缺失、插入或调换');
    if (body.prev !== (before?.head ?? '')) return this.fault('chain_broken', row, '与前一条记录的链接不符');
    if (!this.definitions.knows(body.definition))
      return this.fault('definition_unknown', row, `流程目录中没有“${body.definition}”`);
    const step = before ? this.next(before, body) : this.first(body);
    if (!step) return this.fault('not_reproducible', row, `按流程定义重放时，“${body.type}”不能发生`);
    const machine = this.definitions.of(body.definition).machine as AnyStateMachine;
    const now = { machine, definition: body.definition, snapshot: step.snapshot, seq: body.seq, head: row.hash };
    this.instances.set(row.instanceId, now);
    return { body, before, step };
  }

  private recorded(row: EventRow, { body, before, step }: Folded): Recorded {
    const state = before ? statePath(before.snapshot.value) : '';
    const machine = this.definitions.of(body.definition).name;
    return recordedOf({ machine, scope: row.scope, state }, body, row.position, step);
  }

  private first(body: EventBody): Step | null {
    return body.type === 'start'
      ? begin(this.definitions.of(body.definition).machine as AnyStateMachine, body.payload)
      : null;
  }

  private next(before: Replayed, body: EventBody): Step | null {
    const event = machineEvent(body);
    if (body.type === MIGRATED) return this.moved(before, body, event);
    if (body.definition !== before.definition) return null;
    const passes = admitted(before.machine, before.snapshot, event, [event.relation]);
    return passes ? advance(before.machine, before.snapshot, passes) : null;
  }

  private moved({ definition, snapshot }: Replayed, body: EventBody, event: MachineEvent): Step | null {
    const payload = body.payload as unknown as MigratedPayload;
    if (payload.from !== definition || payload.to !== body.definition) return null;
    return tried(() =>
      move(this.definitions.of(payload.from), this.definitions.of(payload.to), snapshot, payload, event),
    );
  }

  private fault(code: string, { position, instanceId, seq }: EventRow, message: string): null {
    this.faults.push({ code, place: `事件 ${position}（${instanceId} 第 ${seq} 条）`, message });
    return null;
  }
}

/** Null where the two definitions refuse: then the record cannot have come from them. */
function tried(work: () => Step): Step | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function machineEvent(body: EventBody): MachineEvent {
  return {
    ...body.payload,
    type: body.type,
    by: { user: body.actor, unit: body.unit },
    relation: body.relation as MachineEvent['relation'],
    onBehalf: body.onBehalf !== null,
    at: body.at,
  };
}
