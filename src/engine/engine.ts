import type { AnyStateMachine } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import type { Database } from '../persistence/database.js';
import { mayBeTriedAgain } from '../persistence/storage-fault.js';
import type { Reader, Tx } from '../persistence/tx.js';
import { today as dayOf } from '../domain/calendar/day.js';
import type { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { momentWords } from '../shared/moment-words.js';
import { ownDefinitions, type Definitions } from './definitions.js';
import { claimDeadline, dueDeadlines, type DueDeadline } from './deadlines.js';
import { ByMachine } from './feature.js';
import { KeptOffsets } from './kept-offsets.js';
import { InstanceCache, loadInstance, notFound, Overtaken } from './instances.js';
import { askedOf, earlierAnswer, rememberKey, Underway, type Asked } from './keys.js';
import type { HashName } from './hashing.js';
import { takeMove } from './migrating.js';
import { MIGRATED } from './migration.js';
import { Recorder } from './recorder.js';
import { admitted, advance, allowedEvents, begin, refuseEvent } from './step.js';
import {
  SYSTEM,
  type Actor,
  type Answer,
  type Command,
  type InstanceIdentity,
  type InstanceRow,
  type Meta,
  type MigrateCommand,
  type Reaction,
  type Receipt,
  type Recorded,
  type Registrations,
  type SendCommand,
  type StartCommand,
} from './types.js';

type Planner = Command[] | ((read: Reader) => Promise<Command[]>);

/** What the engine needs of a database: one transaction after another, and reads beside them. */
export type EngineStore = Pick<Database, 'write' | 'reader'>;

/** What is not the product's own: other definitions (tests), another hash of the log. */
export interface EngineOptions {
  definitions?: Definitions;
  hashName?: HashName;
}

/** What the database says of a step before it is taken: the instance, how the actor stands to it, the day. */
interface StepGround {
  row: InstanceRow;
  relations: Relation[];
  at: string;
}

const SYSTEM_ITSELF: Relation[] = ['system'];
const MOST_FOLLOW_UPS = 20_000;

/**
 * The durable engine: every change of the record goes through `execute`. One call is one transaction: authorise, pure
 * transition, event with its hash, projections, deadlines and follow-up commands, all or nothing.
 */
export class Engine {
  private readonly cache: InstanceCache;
  private readonly recorder: Recorder;
  private readonly definitions: Definitions;
  private readonly reactions: ByMachine<Reaction>;
  private readonly offsets: KeptOffsets;
  private readonly underway = new Underway();

  constructor(
    private readonly database: EngineStore,
    private readonly clock: Clock,
    private readonly features: Registrations,
    { definitions = ownDefinitions, hashName = 'sha256' }: EngineOptions = {},
  ) {
    this.definitions = definitions;
    this.cache = InstanceCache.of(database);
    this.reactions = new ByMachine(features.reactions);
    this.offsets = KeptOffsets.of(database);
    this.recorder = new Recorder(features.projections, this.cache, hashName);
  }

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
  async execute(meta: Meta, planner: Planner): Promise<Answer> {
    const { key } = meta;
    try {
      if (!key) return await this.database.write((tx) => this.run(tx, planner, meta));
      const asked = askedOf(meta, typeof planner === 'function' ? null : planner);
      return await this.underway.after(
        key,
        () => this.keyed(meta, planner, key, asked),
        () => earlierAnswer(this.database.reader, key, asked),
      );
    } catch (error) {
      throw error instanceof Overtaken ? await this.whoOvertook(error, meta.actor.user) : error;
    }
  }

  private async whoOvertook(overtaken: Overtaken, me: string): Promise<Refusal> {
    const { row } = overtaken;
    const now = await loadInstance(this.database.reader, row.id);
    if (now.revision <= row.revision) return overtaken;
    return staleRefusal(this.database.reader, now, row.revision, this.definitions.of(now.definition), me);
  }

  /** The key's row is written with the step: a second copy fails on it, or is refused before, and only then is it looked up. */
  private async keyed(meta: Meta, planner: Planner, key: string, asked: Asked): Promise<Answer> {
    try {
      return await this.database.write(async (tx) => {
        const answer = await this.run(tx, planner, meta);
        await rememberKey(tx, key, asked, answer, this.clock.now());
        return answer;
      });
    } catch (error) {
      const isLater = error instanceof Refusal && mayBeTriedAgain(error);
      const earlier = isLater ? null : await earlierAnswer(this.database.reader, key, asked);
      if (earlier) return earlier;
      throw error;
    }
  }

  /**
   * Fires deadlines that are due by their plans' clocks, oldest first; returns how many were handled. One that fails
   * does not hold up those of other instances: it is tried again at the next look, and its error is thrown at the end.
   */
  async fireDue(scope?: string): Promise<number> {
    const failed = new Map<string, unknown>();
    let fired = 0;
    for (;;) {
      const all = await dueDeadlines(this.database.reader, (s) => this.today(s), scope);
      const due = all.filter((deadline) => !failed.has(deadline.instance));
      if (due.length === 0) break;
      const handled = await Promise.all(due.map((deadline) => this.fire(deadline, failed)));
      fired += handled.filter(Boolean).length;
    }
    if (failed.size > 0) throw new AggregateError(failed.values(), `${failed.size} deadlines failed`);
    return fired;
  }

  /** Today by the clock of a plan ('' for the office itself). */
  async today(scope: string, read: Reader = this.database.reader): Promise<string> {
    return dayOf(this.clock.now() + (await this.features.clockOffset(read, scope)));
  }

  private todayIn(tx: Tx, scope: string): string | Promise<string> {
    const offset = this.offsets.get(tx, scope, this.features.clockOffset);
    const dayAt = (offset: number) => dayOf(this.clock.now() + offset);
    return typeof offset === 'number' ? dayAt(offset) : offset.then(dayAt);
  }

  /** What a person may do with an instance now: event types in the machine's order, with the revision shown. */
  async offers(instance: string, actor: Actor): Promise<{ revision: number; state: string; events: string[] }> {
    const row = await loadInstance(this.database.reader, instance);
    const def = this.definitions.of(row.definition);
    const relations = await this.relations(this.database.reader, row, actor);
    const by = { user: actor.user, unit: actor.unit };
    const about = { by, onBehalf: false, at: await this.today(row.scope) };
    const snapshot = this.cache.snapshotOf(def.machine as AnyStateMachine, row);
    return { revision: row.revision, state: row.state, events: allowedEvents(def, snapshot, about, relations) };
  }

  /** To people without a relation an instance does not exist. Refusal: not_found. */
  async refuseStranger(instance: string, actor: Actor): Promise<void> {
    const row = await loadInstance(this.database.reader, instance);
    if ((await this.relations(this.database.reader, row, actor)).length === 0) throw notFound();
  }

  /** How a person stands to an instance. */
  relations(read: Reader, row: InstanceIdentity, actor: Actor): Promise<Relation[]> {
    if (actor.roles.includes('system')) return Promise.resolve(SYSTEM_ITSELF);
    return this.features.relations[row.machine]?.(read, row, actor) ?? Promise.resolve([]);
  }

  private async run(tx: Tx, planner: Planner, meta: Meta): Promise<Answer> {
    const commands = typeof planner === 'function' ? await planner(tx) : planner;
    const receipts = await this.applyAll(tx, commands, meta);
    await meta.beside?.(tx);
    return { receipts };
  }

  private async applyAll(tx: Tx, commands: Command[], meta: Meta): Promise<Receipt[]> {
    const queue = [...commands];
    const receipts: Receipt[] = [];
    for (let at = 0; at < queue.length; at++) {
      if (at > MOST_FOLLOW_UPS) throw new Error('follow-up commands do not end');
      const key = at === 0 ? (meta.key ?? null) : null;
      const recorded = await this.apply(tx, queue[at]!, meta, key);
      this.offsets.forget(recorded.instance);
      if (at < commands.length) receipts.push(receiptOf(recorded));
      // A move to another version is nobody's act on the matter: nothing follows from it.
      if (recorded.type === MIGRATED) continue;
      for (const react of this.reactions.of(recorded.machine)) {
        const follow = react(recorded, tx);
        queue.push(...(Array.isArray(follow) ? follow : await follow));
      }
    }
    return receipts;
  }

  private apply(tx: Tx, command: Command, meta: Meta, key: string | null): Promise<Recorded> {
    if (command.kind === 'start') return this.applyStart(tx, command, meta, key);
    if (command.kind === 'migrate') return this.migrate(tx, command, meta, key);
    return this.applySend(tx, command, meta, key);
  }

  /** What a step needs to know of the database. */
  private async ground(tx: Tx, command: SendCommand, meta: Meta): Promise<StepGround> {
    const row = this.cache.current(tx, command.instance);
    if (!row) return this.groundAsked(tx, command, meta);
    const relations = command.asSystem ? SYSTEM_ITSELF : await this.relations(tx, row, meta.actor);
    return { row, relations, at: meta.at ?? (await this.todayIn(tx, row.scope)) };
  }

  /** The same where the instance has to be read: all is asked at once where it is known from before. */
  private async groundAsked(tx: Tx, command: SendCommand, meta: Meta): Promise<StepGround> {
    const loading = this.cache.load(tx, command.instance);
    const about = this.cache.known(command.instance) ?? (await loading);
    const standing = command.asSystem ? SYSTEM_ITSELF : this.relations(tx, about, meta.actor);
    const day = meta.at ?? this.todayIn(tx, about.scope);
    const [row, relations, at] = await Promise.all([loading, standing, day]);
    if (row.scope === about.scope && row.machine === about.machine) return { row, relations, at };
    // What was known came from a start that was undone.
    this.cache.forget(row.id);
    return this.groundAsked(tx, command, meta);
  }

  /** Moves an instance to another version of its machine; see migration.ts for what is refused. */
  private async migrate(tx: Tx, command: MigrateCommand, meta: Meta, key: string | null): Promise<Recorded> {
    const row = await this.cache.load(tx, command.instance);
    const at = meta.at ?? (await this.todayIn(tx, row.scope));
    const taken = await takeMove(tx, this.definitions, { row, to: command.to, actor: meta.actor, at, key }, this.cache);
    const recorded = await this.recorder.record(tx, { ...taken, recordedAt: this.clock.now() });
    await tx.update('instance', { definition: command.to }, { id: row.id });
    return recorded;
  }

  private async applyStart(tx: Tx, command: StartCommand, meta: Meta, key: string | null): Promise<Recorded> {
    const def = this.definitions.current(command.machine);
    const step = begin(def.machine as AnyStateMachine, command.input);
    const exists = await tx.get('SELECT id FROM instance WHERE id = ?', [command.id]);
    if (exists) throw new Refusal('already_exists', `${def.title}已经存在，没有重复建立。`, { cure: '请刷新页面。' });
    const { actor } = meta;
    return this.recorder.record(tx, {
      ...{ def, row: newRow(def, command), step, type: 'start', payload: command.input, actor, key, onBehalf: null },
      relation: actor.roles.includes('coordinator') ? 'coordinator' : 'system',
      at: meta.at ?? (await this.todayIn(tx, command.scope)),
      recordedAt: this.clock.now(),
    });
  }

  private async applySend(tx: Tx, command: SendCommand, meta: Meta, key: string | null): Promise<Recorded> {
    const { actor } = meta;
    const { row, relations, at } = await this.ground(tx, command, meta);
    const def = this.definitions.of(row.definition);
    const machine = def.machine as AnyStateMachine;
    const { type, payload = {}, onBehalf = null } = command;
    // To a stranger the matter does not exist: neither its state nor who worked on it is told.
    if (relations.length === 0) throw notFound();
    const { seenRevision: seen } = command;
    if (seen !== undefined && seen !== row.revision) throw await staleRefusal(tx, row, seen, def, actor.user);
    const snapshot = this.cache.snapshotOf(machine, row);
    const by = { user: actor.user, unit: actor.unit };
    const sent = { ...payload, type, by, relation: relations[0]!, onBehalf: onBehalf !== null, at };
    const event = admitted(machine, snapshot, sent, relations);
    if (!event) throw refuseEvent(def, row.state, type, event === false);
    const step = advance(machine, snapshot, event);
    const { relation } = event;
    const recordedAt = this.clock.now();
    return this.recorder.record(tx, { def, row, step, type, payload, actor, relation, onBehalf, at, recordedAt, key });
  }

  /** Claims one deadline and sends its event; false when somebody else had it, or it failed and stays pending. */
  private async fire({ id, instance, name, onDay }: DueDeadline, failed: Map<string, unknown>): Promise<boolean> {
    const payload = { day: onDay };
    const command: SendCommand = { kind: 'send', instance, type: `deadline.${name}`, payload, asSystem: true };
    const claim = (tx: Tx, status: string) => claimDeadline(tx, id, status);
    try {
      return await this.database.write(async (tx) => {
        if (failed.has(instance) || !(await claim(tx, 'fired'))) return false;
        await this.applyAll(tx, [command], { actor: SYSTEM });
        return true;
      });
    } catch (error) {
      // The machine no longer takes it (closed, withdrawn): nothing was kept of the try, and it is not tried again.
      if (error instanceof Refusal && !mayBeTriedAgain(error)) return this.database.write((tx) => claim(tx, 'moot'));
      failed.set(instance, error);
      return false;
    }
  }
}

function newRow(def: Definition, command: StartCommand): InstanceRow {
  const { id, scope } = command;
  return { id, definition: def.id, machine: def.name, scope, revision: 0, snapshot: '', state: '', head: '' };
}

function receiptOf({ instance, seq, state, position }: Recorded): Receipt {
  return { instance, revision: seq, state, position };
}

/** What was done since the page was opened, by whom and when: the same person may have it open in two windows. */
async function staleRefusal(
  read: Reader,
  row: InstanceRow,
  seen: number,
  def: Definition,
  me: string,
): Promise<Refusal> {
  const since = await read.all<{ type: string; actor: string; actorName: string; recordedAt: number }>(
    'SELECT type, actor, actor_name, recorded_at FROM event WHERE instance_id = ? AND seq > ? ORDER BY seq',
    [row.id, seen],
  );
  const told = since.map(({ type, actor, actorName, recordedAt }) => {
    const who = actor === me ? '您本人（另一窗口）' : actorName;
    return `${who}：${def.events[type]?.label ?? type}（${momentWords(Number(recordedAt))}）`;
  });
  const done = since.some(({ actor }) => actor === me) ? '已经办理' : '他人已办理';
  const words = `您打开页面之后，${done}：${told.join('；') || '（页面版本不符）'}。您的操作没有执行。`;
  const cure = '请刷新页面，看过最新情况后再办理。';
  return new Refusal('stale_revision', words, { place: def.title, cure, facts: { seen, revision: row.revision } });
}
