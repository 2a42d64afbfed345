import { assign, setup, type AnyStateMachine } from 'xstate';
import { Definitions } from '../../src/engine/definitions.js';
import { engineEntities } from '../../src/engine/engine.entities.js';
import { Engine, type EngineOptions } from '../../src/engine/engine.js';
import type { Actor, Command, Projection, Recorded, Registrations } from '../../src/engine/types.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { FixedClock, startOfDay } from '../../src/shared/clock.js';
import { day, define, text, type Definition, type Upgrade, type Words } from '../../workflows/definition.js';
import { effects, notify, setDeadline } from '../../workflows/effects.js';
import { may } from '../../workflows/relations.js';

/** What the slip's guards and actions are given. */
interface Told {
  context: { sender: string | null; notes: number; overdue: boolean };
  event: { by: { user: string; unit: string | null }; answerBy?: string | null; onBehalf: boolean };
}

const answer = { type: 'setDeadline', params: ({ event }: Told) => ({ name: 'answer', on: event.answerBy ?? null }) };
const noted = assign({ notes: ({ context }: Told) => context.notes + 1 } as never);

/** Two things are watched at once while a slip is out: whether it was read, and its day. */
export const out = {
  type: 'parallel',
  on: {
    note: { actions: noted, meta: may('unit', 'coordinator') },
    take: { target: 'taken', guard: 'notSender', meta: may('coordinator', 'system') },
    giveBack: { target: 'written', actions: setDeadline('answer', null), meta: may('coordinator') },
  },
  states: {
    day: {
      initial: 'running',
      states: {
        running: {
          on: {
            'deadline.answer': {
              target: 'passed',
              actions: [assign({ overdue: true } as never), notify(['unit'], 'round.chased')],
              meta: may('system'),
            },
          },
        },
        passed: {},
      },
    },
    reading: {
      initial: 'unread',
      states: { unread: { on: { read: { target: 'read', meta: may('coordinator') } } }, read: {} },
    },
    before: { type: 'history', history: 'deep' },
  },
};

function machine(more: Record<string, object | null>): AnyStateMachine {
  const all = {
    written: {
      on: {
        send: { target: 'sent', actions: ['sent', answer], meta: may('unit', 'coordinator') },
        sendAgain: { target: 'sent.before', meta: may('unit') },
        drop: { target: 'dropped', meta: may('unit') },
      },
    },
    sent: out,
    taken: { type: 'final', entry: setDeadline('answer', null) },
    dropped: { type: 'final' },
    ...more,
  };
  const states = Object.fromEntries(Object.entries(all).filter(([, state]) => state !== null));
  const made = setup({
    guards: { notSender: ({ context, event }: Told) => context.sender !== event.by.user } as never,
    actions: {
      ...effects,
      sent: assign({
        sender: ({ event }: Told) => event.by.user,
        behalf: ({ event }: Told) => event.onBehalf,
      } as never),
    },
  }).createMachine({
    ...{ id: 'slip', initial: 'written', states },
    context: ({ input }: { input: { title: string } }) => ({
      title: input.title,
      sender: null,
      notes: 0,
      overdue: false,
    }),
  } as never);
  return made as unknown as AnyStateMachine;
}

const words: Words<object> = {
  title: '便条',
  started: '写了便条',
  states: {
    ...{ written: '待送出', sent: '', 'sent.day': '', 'sent.day.running': '已送出', 'sent.day.passed': '已过期' },
    ...{
      'sent.reading': '',
      'sent.reading.unread': '未读',
      'sent.reading.read': '已读',
      taken: '已收下',
      dropped: '已作废',
    },
  },
  events: {
    send: { label: '送出', past: '送出了便条', payload: { answerBy: day('答复日') } },
    sendAgain: { label: '再送', past: '再送了便条', payload: {} },
    note: { label: '批注', past: '批注了便条', payload: { text: text('批注') } },
    read: { label: '阅读', past: '阅读了便条', payload: {} },
    take: { label: '收下', past: '收下了便条', approves: ['send'], payload: {} },
    giveBack: { label: '退回', past: '退回了便条', payload: {} },
    drop: { label: '作废', past: '作废了便条', payload: {} },
    'deadline.answer': { label: '到期', past: '记下到期', payload: {} },
  } as never,
};

/** A slip of paper between a unit and the office: the smallest workflow with all that the engine must carry. */
export const slipV1: Definition = define(machine({}), 1, words, [{ title: '便条' }]);

/** Another version of the slip: some states otherwise (null: gone), and how the first version moves there. */
export function slipVersion(version: number, states: Record<string, object | null>, upgrade?: Upgrade): Definition {
  const upgrades = upgrade && { 'slip@1': upgrade };
  return { ...define(machine(states), version, words, [{ title: '便条' }]), upgrades };
}

const tray = {
  on: { drop: { target: 'dropped', meta: may('unit') }, send: { target: 'sent', meta: may('unit') } },
};

/** Its second version: a written slip lies in a tray, and a slip is numbered. */
export const slipV2 = slipVersion(
  2,
  { tray },
  { states: { written: 'tray' }, context: (old) => ({ ...old, number: 1 }) },
);

export const OFFICE: Actor = { user: 'u-office', name: '统筹员', unit: 'office', roles: ['coordinator'] };
export const UNIT: Actor = { user: 'u-unit', name: '联络员', unit: 'bureau', roles: ['liaison'] };
export const STRANGER: Actor = { user: 'u-other', name: '他人', unit: 'elsewhere', roles: ['liaison'] };
export const ADMIN: Actor = { user: 'u-admin', name: '管理员', unit: null, roles: ['admin'] };

/** Keeps one row a slip, and every event as it was told. */
export class Slips implements Projection {
  readonly name = 'slips';
  readonly tables = ['slip'];
  readonly seen: Recorded[] = [];
  /** A slip of this title makes the projection fail. */
  failing: string | null = null;

  async apply(tx: Parameters<Projection['apply']>[0], event: Recorded): Promise<void> {
    this.seen.push(event);
    if (event.type !== 'start' && event.context.title === this.failing) throw new Error('a fault of the program');
    const row = { id: event.instance, title: event.context.title, state: event.state };
    if (event.seq === 1) await tx.insert('slip', row);
    else await tx.update('slip', row, { id: event.instance });
  }
}

/** A desk with the engine on it, in memory: nine o'clock of `today`, plan clocks shifted by `offsets` (ms). */
export interface Desk {
  database: Database;
  engine: Engine;
  clock: FixedClock;
  slips: Slips;
  features: Registrations;
  /** An empty database of the same shape, for a proof. */
  scratch(): Promise<Database>;
}

export interface DeskOptions extends EngineOptions {
  today?: string;
  offsets?: Record<string, number>;
  follow?: (event: Recorded) => Command[];
}

async function openEmpty(): Promise<Database> {
  const database = await Database.open({ file: ':memory:', entities: engineEntities, migrations });
  await database.write((tx) => tx.run('CREATE TABLE slip (id TEXT PRIMARY KEY, title TEXT, state TEXT)'));
  return database;
}

export const SLIPS = new Definitions([slipV1]);

export async function openDesk({
  today = '2026-03-02',
  offsets = {},
  follow,
  ...options
}: DeskOptions = {}): Promise<Desk> {
  const database = await openEmpty();
  const clock = new FixedClock(startOfDay(today) + 9 * 3_600_000);
  const slips = new Slips();
  const features: Registrations = {
    projections: [slips],
    reactions: follow ? [(event) => Promise.resolve(follow(event))] : [],
    relations: {
      slip: (_read, _row, { roles, unit }) =>
        Promise.resolve(roles.includes('coordinator') ? ['coordinator'] : unit === 'bureau' ? ['unit'] : []),
    },
    clockOffset: (_read, scope) => Promise.resolve(offsets[scope] ?? 0),
  };
  const engine = new Engine(database, clock, features, { definitions: SLIPS, ...options });
  return { database, engine, clock, slips, features, scratch: openEmpty };
}
