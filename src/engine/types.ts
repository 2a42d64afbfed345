import type { Relation } from '../../workflows/relations.js';
import type { Reader, Tx } from '../persistence/tx.js';

/** Who does something. `unit` is the id of the unit the person works for. */
export interface Actor {
  user: string;
  name: string;
  unit: string | null;
  roles: string[];
}

/** The product itself: follow-up commands and due deadlines. */
export const SYSTEM: Actor = { user: 'system', name: '系统', unit: null, roles: ['system'] };

/** An act of a unit that somebody else recorded (代填). */
export interface OnBehalf {
  unit: string;
  channel: '纸质' | 'QQ' | '电话' | '传真' | '公文系统';
  /** The day the unit's paper, call or message came in: punctuality is judged by it. */
  receivedOn: string;
  signer?: string;
  post?: string;
  /** SHA-256 of the proof file; absent means 待补证. */
  proof?: string;
}

export interface StartCommand {
  kind: 'start';
  /** Name of the machine; the newest definition is taken. */
  machine: string;
  id: string;
  /** The plan it belongs to ('' for the register of units and accounts): its clock and access follow from it. */
  scope: string;
  input: Record<string, unknown>;
}

export interface SendCommand {
  kind: 'send';
  instance: string;
  type: string;
  payload?: Record<string, unknown>;
  /** The revision the user's page showed; a different one now is a conflict. */
  seenRevision?: number;
  onBehalf?: OnBehalf;
  /** Set by features for follow-ups of a command that was itself authorised. */
  asSystem?: boolean;
}

/** Moves a running instance to another version of its machine; the administrator's alone. */
export interface MigrateCommand {
  kind: 'migrate';
  instance: string;
  /** `name@version` to move to. */
  to: string;
}

export type Command = StartCommand | SendCommand | MigrateCommand;

export interface Meta {
  actor: Actor;
  /** Idempotency key: the same key again gives the first answer. */
  key?: string;
  /** What was asked for, when the commands are planned inside: the same key with another request is refused. */
  request?: unknown;
  /** Business day of the act; default: today by the plan's clock. */
  at?: string;
  /** Written in the same transaction, but not into the log: secrets and sessions. */
  beside?: (tx: Tx) => Promise<unknown>;
}

export interface Receipt {
  instance: string;
  revision: number;
  state: string;
  position: number;
}

export interface Answer {
  receipts: Receipt[];
}

export interface InstanceRow {
  id: string;
  definition: string;
  machine: string;
  scope: string;
  revision: number;
  snapshot: string;
  state: string;
  head: string;
}

export interface Effect {
  type: string;
  params: Record<string, unknown>;
}

/** An event as recorded, with the state before and after: what projections and reactions see. */
export interface Recorded {
  position: number;
  instance: string;
  machine: string;
  definition: string;
  scope: string;
  seq: number;
  type: string;
  actor: string;
  actorName: string;
  unit: string | null;
  relation: Relation;
  onBehalf: OnBehalf | null;
  /** Server time, UTC ms. */
  recordedAt: number;
  /** Business day. */
  at: string;
  payload: Record<string, unknown>;
  stateBefore: string | null;
  state: string;
  context: Record<string, unknown>;
  effects: Effect[];
}

/** Keeps one feature's tables in step with the log. Writes only `tables`; deterministic: verify replays it. */
export interface Projection {
  name: string;
  tables: string[];
  /** Whose events it keeps; all machines' where not given. */
  machines?: readonly string[];
  apply(tx: Tx, event: Recorded): Promise<void>;
}

/**
 * What else follows, in the same transaction, from an event; runs once, never on replay. `machines` as a projection has
 * them.
 */
export type Reaction = ((event: Recorded, read: Reader) => Command[] | Promise<Command[]>) & {
  machines?: readonly string[];
};

/** What of an instance never changes. */
export type InstanceIdentity = Pick<InstanceRow, 'id' | 'machine' | 'scope'>;

/** How a person stands to an instance. */
export type RelationResolver = (read: Reader, instance: InstanceIdentity, actor: Actor) => Promise<Relation[]>;

/** What the features hand to the engine at composition. */
export interface Registrations {
  projections: Projection[];
  reactions: Reaction[];
  /** By machine name. */
  relations: Record<string, RelationResolver>;
  /** Offset of a plan's clock against the system clock, in ms. */
  clockOffset(read: Reader, scope: string): Promise<number>;
}
