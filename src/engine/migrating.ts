import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import type { Definitions } from './definitions.js';
import type { InstanceCache } from './instances.js';
import { MIGRATED, move, plannedMove, type MigratedPayload } from './migration.js';
import type { Taken } from './recorder.js';
import { admitted, restore, statePath, stateWords, type MachineEvent, type Step } from './step.js';
import type { Actor, InstanceRow } from './types.js';

interface Wish {
  row: InstanceRow;
  /** `name@version` to move to. */
  to: string;
  actor: Actor;
  at: string;
  key: string | null;
}

/** What a trial of a move found of one instance. */
export interface TriedMove {
  instance: string;
  scope: string;
  /** In words; the new one is null where it cannot move. */
  state: string;
  newState: string | null;
  /** Names and days of pending deadlines: they stay. */
  deadlines: string[];
  /** Why it cannot move. */
  refusal: Refusal | null;
}

/** The step that moves one instance, about to be recorded. Refusals: not_allowed, and those of `tryMove`. */
export async function takeMove(
  tx: Tx,
  definitions: Definitions,
  { row, to, actor, at, key }: Wish,
  cache: InstanceCache,
): Promise<Omit<Taken, 'recordedAt'>> {
  const relation = mover(actor);
  const from = definitions.of(row.definition);
  const def = definitions.of(to);
  const before = cache.snapshotOf(from.machine as AnyStateMachine, row);
  const by = { user: actor.user, unit: actor.unit };
  const event = { type: MIGRATED, by, relation, onBehalf: false, at };
  const { step, payload } = tryMove(from, def, before, event, await pendingDeadlines(tx, row.id));
  return { def, row, step, type: MIGRATED, payload: { ...payload }, actor, relation, onBehalf: null, at, key };
}

/** Only who runs the system may do it: it decides no task. */
function mover({ roles }: Actor): Relation {
  if (roles.includes('system')) return 'system';
  if (roles.includes('admin')) return 'admin';
  throw new Refusal('not_allowed', '流程版本只能由管理员迁移。', { cure: '请用管理员账号办理（--as）。' });
}

/** Tries every instance of the version `from` without writing anything, in the order of their ids. */
export async function tryMoves(read: Reader, definitions: Definitions, from: string, to: string): Promise<TriedMove[]> {
  const [before, after] = [definitions.of(from), definitions.of(to)];
  const rows = await read.all<InstanceRow>('SELECT * FROM instance WHERE definition = ? ORDER BY id', [from]);
  const found: TriedMove[] = [];
  for (const row of rows) found.push(tried(before, after, row, await pendingDeadlines(read, row.id)));
  return found;
}

interface Pending {
  name: string;
  onDay: string;
}

function pendingDeadlines(read: Reader, instance: string): Promise<Pending[]> {
  const sql = `SELECT name, on_day FROM deadline WHERE instance_id = ? AND status = 'pending' ORDER BY on_day, id`;
  return read.all<Pending>(sql, [instance]);
}

const TRIAL = {
  ...{ type: MIGRATED, by: { user: 'trial', unit: null }, relation: 'system' as const },
  ...{ onBehalf: false, at: '2000-01-01' },
};

function tried(from: Definition, to: Definition, row: InstanceRow, pending: Pending[]): TriedMove {
  const deadlines = pending.map(({ name, onDay }) => `${name} ${onDay}`);
  const about = { instance: row.id, scope: row.scope, state: stateWords(from, row.state), deadlines };
  try {
    const before = restore(from.machine as AnyStateMachine, row.snapshot);
    const { step } = tryMove(from, to, before, TRIAL, pending);
    return { ...about, newState: stateWords(to, statePath(step.snapshot.value)), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { ...about, newState: null, refusal: error };
    throw error;
  }
}

function tryMove(
  from: Definition,
  to: Definition,
  before: AnyMachineSnapshot,
  event: MachineEvent,
  pending: Pending[],
): { step: Step; payload: MigratedPayload } {
  const payload = plannedMove(from, to, before);
  const step = move(from, to, before, payload, event);
  refuseUnanswered(to, step.snapshot, event, pending);
  return { step, payload };
}

/** A deadline that is running must find somebody who answers it. */
function refuseUnanswered(to: Definition, after: AnyMachineSnapshot, event: MachineEvent, pending: Pending[]): void {
  const machine = to.machine as AnyStateMachine;
  for (const { name, onDay } of pending) {
    const due = { ...event, type: `deadline.${name}`, relation: 'system' as const, day: onDay };
    if (admitted(machine, after, due, ['system'])) continue;
    throw new Refusal('deadline_unanswered', `期限“${name}”（${onDay}）到期时，新版本在这一状态下没有人处理。`, {
      place: `${to.title}（${to.id}）`,
    });
  }
}
