import type { Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import type { Tx } from '../persistence/tx.js';
import { canonical } from './canonical.js';
import { bodyText, hashOf, type EventBody } from './chain.js';
import { keepDeadlines, setsDeadline } from './deadlines.js';
import { ByMachine } from './feature.js';
import type { HashName } from './hashing.js';
import { saveInstance, type InstanceCache } from './instances.js';
import { recordedOf } from './recorded.js';
import { persist, statePath, type Step } from './step.js';
import type { Actor, InstanceRow, OnBehalf, Projection, Recorded } from './types.js';

/** One step of one instance, about to be written. */
export interface Taken {
  def: Definition;
  /** The instance as it was; revision 0 for one that starts. */
  row: InstanceRow;
  step: Step;
  type: string;
  payload: Record<string, unknown>;
  actor: Actor;
  relation: Relation;
  onBehalf: OnBehalf | null;
  at: string;
  recordedAt: number;
  key: string | null;
}

/** Writes a step: the event with its hash, the instance's state, deadlines, and every projection. */
export class Recorder {
  private readonly projections: ByMachine<Projection>;

  constructor(
    projections: Projection[],
    private readonly cache: InstanceCache,
    private readonly hashName: HashName = 'sha256',
  ) {
    this.projections = new ByMachine(projections);
  }

  async record(tx: Tx, taken: Taken): Promise<Recorded> {
    const { row, step } = taken;
    const payload = canonical(taken.payload);
    const body = bodyOf(taken);
    const text = bodyText(body, payload);
    const next = nextRow(taken, hashOf(text, this.hashName));
    // Both are on their way before either is waited for: across a network that is one round trip.
    const saved = saveInstance(tx, row, next);
    const [position] = await Promise.all([appendEvent(tx, row.scope, body, text, next.head), saved]);
    this.cache.keep(tx, next, step.snapshot);
    if (step.effects.some(setsDeadline)) await keepDeadlines(tx, row.id, row.scope, body.at, step.effects);
    const recorded = recordedOf(row, asLogged(body, payload), position, step, next.state);
    for (const projection of this.projections.of(row.machine)) await projection.apply(tx, recorded);
    return recorded;
  }
}

function bodyOf(taken: Taken): EventBody {
  const { row, actor } = taken;
  return {
    instance: row.id,
    seq: row.revision + 1,
    definition: taken.def.id,
    type: taken.type,
    actor: actor.user,
    actorName: actor.name,
    unit: actor.unit,
    relation: taken.relation,
    onBehalf: taken.onBehalf,
    recordedAt: taken.recordedAt,
    at: taken.at,
    payload: taken.payload,
    key: taken.key,
    prev: row.head,
  };
}

function nextRow({ def, row, step }: Taken, head: string): InstanceRow {
  const snapshot = persist(step.snapshot);
  const state = statePath(step.snapshot.value);
  const { id, machine, scope } = row;
  return { id, definition: def.id, machine, scope, revision: row.revision + 1, snapshot, state, head };
}

/** Projections see the event as the log holds it, members in canonical order, so that a replay gives them the very same. */
function asLogged(body: EventBody, payload: string): EventBody {
  const onBehalf = body.onBehalf && (JSON.parse(canonical(body.onBehalf)) as OnBehalf);
  return { ...body, onBehalf, payload: JSON.parse(payload) as Record<string, unknown> };
}

function appendEvent(tx: Tx, scope: string, body: EventBody, text: string, hash: string): Promise<number> {
  const { instance: instanceId, seq, type, actor, actorName, recordedAt, at } = body;
  return tx.append(
    'event',
    { instanceId, seq, scope, type, actor, actorName, recordedAt, at, body: text, hash },
    'position',
  );
}
