import { createHash } from 'node:crypto';
import type { AnyStateMachine } from 'xstate';
import { current, definition, type Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import type { Database } from '../persistence/database.js';
import type { Reader, Tx } from '../persistence/tx.js';
import { today as dayOf } from '../domain/calendar/day.js';
import type { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { canonical } from './canonical.js';
import { bodyText, hashOf, type EventBody } from './chain.js';
import { dueDeadlines, keepDeadlines } from './deadlines.js';
import { recordedOf } from './recorded.js';
import {
  advance,
  allowedEvents,
  begin,
  persist,
  refuseEvent,
  relationFor,
  restore,
  statePath,
  type Step,
} from './step.js';
import {
  SYSTEM,
  type Actor,
  type Answer,
  type Command,
  type InstanceRow,
  type Meta,
  type Receipt,
  type Recorded,
  type Registrations,
  type SendCommand,
  type StartCommand,
} from './types.js';

type Planner = Command[] | ((read: Reader) => Promise<Command[]>);

const MOST_FOLLOW_UPS = 20_000;

/**
 * The durable engine: every change of the record goes through `execute`. One call is one transaction: authorise, pure
 * transition, event with its hash, projections, deadlines and follow-up commands, all or nothing.
 */
export class Engine {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly features: Registrations,
  ) {}

  /** Starts an instance of the newest definition of a machine. */
  start(machine: string, id: string, scope: string, input: Record<string, unknown>, meta: Meta): Promise<Answer> {
    return this.execute(meta, [{ kind: 'start', machine, id, scope, input }]);
  }

  /** Sends one event to one instance. Refusals: not_found, stale_revision, not_allowed, not_now, key_reused. */
  send(
    instance: string,
    type: string,
    payload: Record<string, unknown>,
    meta: Meta & { seenRevision?: number },
  ): Promise<Answer> {
    return this.execute(meta, [{ kind: 'send', instance, type, payload, seenRevision: meta.seenRevision }]);
  }

  /**
   * Runs several commands as one. The planner, when given as a function, reads inside the transaction, so that what it
   * decides on cannot change before it is written. With a key, a repetition gets the first answer.
   */
  execute(meta: Meta, planner: Planner): Promise<Answer> {
    return this.database.write(async (tx) => {
      const request = meta.key ? requestHash(meta, planner) : '';
      const earlier = meta.key ? await earlierAnswer(tx, meta, request) : null;
      if (earlier) return earlier;
      const commands = typeof planner === 'function' ? await planner(tx) : planner;
      const receipts = await this.applyAll(tx, commands, meta);
      const answer = { receipts };
      if (meta.key) await this.rememberAnswer(tx, meta, request, answer);
      return answer;
    });
  }

  /** Fires deadlines that are due by their plans' clocks, oldest first; returns how many were handled. */
  async fireDue(scope?: string): Promise<number> {
    let fired = 0;
    for (;;) {
      const due = await dueDeadlines(this.database.reader, (s) => this.today(s), scope);
      if (due.length === 0) return fired;
      for (const deadline of due)
        fired += await this.fire(deadline.id, deadline.instance, deadline.name, deadline.onDay);
    }
  }

  /** Today by the clock of a plan ('' for the office itself). */
  async today(scope: string, read: Reader = this.database.reader): Promise<string> {
    return dayOf(this.clock.now() + (await this.features.clockOffset(read, scope)));
  }

  /** What a person may do with an instance now: event types in the machine's order, with the revision shown. */
  async offers(instance: string, actor: Actor): Promise<{ revision: number; state: string; events: string[] }> {
    const row = await load(this.database.reader, instance);
    const def = definition(row.definition);
    const relations = await this.relations(this.database.reader, row, actor);
    const by = { user: actor.user, unit: actor.unit };
    const about = { by, onBehalf: false, at: await this.today(row.scope) };
    const snapshot = restore(def.machine as AnyStateMachine, row.snapshot);
    return { revision: row.revision, state: row.state, events: allowedEvents(def, snapshot, about, relations) };
  }

  /** How a person stands to an instance. */
  async relations(read: Reader, row: InstanceRow, actor: Actor): Promise<Relation[]> {
    if (actor.roles.includes('system')) return ['system'];
    return (await this.features.relations[row.machine]?.(read, row, actor)) ?? [];
  }

  private async applyAll(tx: Tx, commands: Command[], meta: Meta): Promise<Receipt[]> {
    const queue = [...commands];
    const receipts: Receipt[] = [];
    for (let at = 0; at < queue.length; at++) {
      if (at > MOST_FOLLOW_UPS) throw new Error('follow-up commands do not end');
      const recorded = await this.apply(tx, queue[at]!, meta, at === 0);
      if (at < commands.length) receipts.push(receiptOf(recorded));
      for (const react of this.features.reactions) queue.push(...(await react(recorded, tx)));
    }
    return receipts;
  }

  private apply(tx: Tx, command: Command, meta: Meta, first: boolean): Promise<Recorded> {
    return command.kind === 'start'
      ? this.applyStart(tx, command, meta, first)
      : this.applySend(tx, command, meta, first);
  }

  private async applyStart(tx: Tx, command: StartCommand, meta: Meta, first: boolean): Promise<Recorded> {
    const def = current(command.machine);
    const step = begin(def.machine as AnyStateMachine, command.input);
    const row: InstanceRow = {
      id: command.id,
      definition: def.id,
      machine: def.name,
      scope: command.scope,
      revision: 0,
      snapshot: '',
      state: '',
      head: '',
    };
    const exists = await tx.get('SELECT id FROM instance WHERE id = ?', [command.id]);
    if (exists) throw new Refusal('already_exists', `${def.title}已经存在，没有重复建立。`, { cure: '请刷新页面。' });
    const relation: Relation = meta.actor.roles.includes('coordinator') ? 'coordinator' : 'system';
    return this.record(
      tx,
      def,
      row,
      step,
      meta,
      { ...command, type: 'start', payload: command.input, relation },
      first,
    );
  }

  private async applySend(tx: Tx, command: SendCommand, meta: Meta, first: boolean): Promise<Recorded> {
    const row = await load(tx, command.instance);
    const def = definition(row.definition);
    const machine = def.machine as AnyStateMachine;
    await this.refuseStale(tx, row, command.seenRevision, def);
    const snapshot = restore(machine, row.snapshot);
    const relations: Relation[] = command.asSystem ? ['system'] : await this.relations(tx, row, meta.actor);
    const event = {
      ...command.payload,
      type: command.type,
      by: { user: meta.actor.user, unit: meta.actor.unit },
      relation: relations[0] ?? ('system' as Relation),
      onBehalf: command.onBehalf !== undefined,
      at: meta.at ?? (await this.today(row.scope, tx)),
    };
    const relation = relationFor(machine, snapshot, event, relations);
    if (!relation) throw refuseEvent(def, row.state, command.type, relation === false);
    const step = advance(machine, snapshot, { ...event, relation });
    const about = { type: command.type, payload: command.payload ?? {}, relation, onBehalf: command.onBehalf };
    return this.record(tx, def, row, step, { ...meta, at: event.at }, about, first);
  }

  private async refuseStale(read: Reader, row: InstanceRow, seen: number | undefined, def: Definition): Promise<void> {
    if (seen === undefined || seen === row.revision) return;
    const since = await read.all<{ type: string; actorName: string }>(
      'SELECT type, actor_name FROM event WHERE instance_id = ? AND seq > ? ORDER BY seq',
      [row.id, seen],
    );
    const story = since.map((e) => `${e.actorName}：${def.events[e.type]?.label ?? e.type}`).join('；');
    throw new Refusal(
      'stale_revision',
      `您打开页面之后，他人已办理：${story || '（页面版本不符）'}。您的操作没有执行。`,
      {
        place: def.title,
        cure: '请刷新页面，看过最新情况后再办理。',
        facts: { seen, revision: row.revision },
      },
    );
  }

  private async record(
    tx: Tx,
    def: Definition,
    row: InstanceRow,
    step: Step,
    meta: Meta,
    about: { type: string; payload: Record<string, unknown>; relation: Relation; onBehalf?: SendCommand['onBehalf'] },
    first: boolean,
  ): Promise<Recorded> {
    const state = statePath(step.snapshot.value);
    const body: EventBody = {
      instance: row.id,
      seq: row.revision + 1,
      definition: def.id,
      type: about.type,
      actor: meta.actor.user,
      actorName: meta.actor.name,
      unit: meta.actor.unit,
      relation: about.relation,
      onBehalf: about.onBehalf ?? null,
      recordedAt: this.clock.now(),
      at: meta.at ?? (await this.today(row.scope, tx)),
      payload: about.payload,
      key: first ? (meta.key ?? null) : null,
      prev: row.head,
    };
    const text = bodyText(body);
    const head = hashOf(text);
    await saveInstance(tx, row, {
      revision: body.seq,
      snapshot: persist(def.machine as AnyStateMachine, step.snapshot),
      state,
      head,
    });
    const position = await appendEvent(tx, row, body, text, head);
    await keepDeadlines(tx, row.id, row.scope, body.at, step.effects);
    // Projections see the event as the log holds it, so that a replay gives them the very same.
    const recorded = recordedOf(row, JSON.parse(text) as EventBody, position, step);
    for (const projection of this.features.projections) await projection.apply(tx, recorded);
    return recorded;
  }

  private async fire(id: number, instance: string, name: string, day: string): Promise<number> {
    return this.database.write(async (tx) => {
      const claimed = await tx.update('deadline', { status: 'fired' }, { id, status: 'pending' });
      if (claimed === 0) return 0;
      const command: SendCommand = {
        kind: 'send',
        instance,
        type: `deadline.${name}`,
        payload: { day },
        asSystem: true,
      };
      try {
        await this.applyAll(tx, [command], { actor: SYSTEM });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await tx.update('deadline', { status: 'moot' }, { id });
      }
      return 1;
    });
  }

  private async rememberAnswer(tx: Tx, meta: Meta, request: string, answer: Answer): Promise<void> {
    await tx.insert('idempotency', {
      key: meta.key,
      request,
      answer: JSON.stringify(answer),
      recordedAt: this.clock.now(),
    });
  }
}

async function load(read: Reader, id: string): Promise<InstanceRow> {
  const row = await read.get<InstanceRow>('SELECT * FROM instance WHERE id = ?', [id]);
  if (!row) throw new Refusal('not_found', '没有找到要办理的事项。', { cure: '请从列表重新进入。' });
  return row;
}

async function saveInstance(
  tx: Tx,
  row: InstanceRow,
  next: Omit<InstanceRow, 'id' | 'definition' | 'machine' | 'scope'>,
): Promise<void> {
  if (row.revision === 0) return tx.insert('instance', { ...row, ...next });
  const sql = 'UPDATE instance SET revision = ?, snapshot = ?, state = ?, head = ? WHERE id = ? AND revision = ?';
  const changed = await tx.run(sql, [next.revision, next.snapshot, next.state, next.head, row.id, row.revision]);
  if (changed !== 1)
    throw new Refusal('stale_revision', '他人刚刚办理了同一事项，您的操作没有执行。', { cure: '请刷新页面后重试。' });
}

async function appendEvent(tx: Tx, row: InstanceRow, body: EventBody, text: string, hash: string): Promise<number> {
  const inserted = await tx.get<{ position: number }>(
    `INSERT INTO event (instance_id, seq, scope, type, actor, actor_name, recorded_at, at, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position`,
    [row.id, body.seq, row.scope, body.type, body.actor, body.actorName, body.recordedAt, body.at, text, hash],
  );
  return inserted!.position;
}

function receiptOf(recorded: Recorded): Receipt {
  const { instance, seq, state, position } = recorded;
  return { instance, revision: seq, state, position };
}

function requestHash(meta: Meta, planner: Planner): string {
  const shape = meta.request ?? (typeof planner === 'function' ? '' : planner.map(withoutRevision));
  return createHash('sha256')
    .update(canonical({ actor: meta.actor.user, shape }))
    .digest('hex');
}

function withoutRevision(command: Command): unknown {
  if (command.kind === 'start') return { ...command, id: null };
  return { ...command, seenRevision: null, payload: command.payload ?? null, onBehalf: command.onBehalf ?? null };
}

async function earlierAnswer(tx: Tx, meta: Meta, request: string): Promise<Answer | null> {
  const found = await tx.get<{ request: string; answer: string }>(
    'SELECT request, answer FROM idempotency WHERE key = ?',
    [meta.key!],
  );
  if (!found) return null;
  if (found.request === request) return JSON.parse(found.answer) as Answer;
  throw new Refusal('key_reused', '同一办理编号已用于另一项操作，本次没有执行。', { cure: '请刷新页面后重新提交。' });
}
