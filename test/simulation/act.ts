import type { Actor, Command, OnBehalf } from '../../src/engine/types.js';
import type { Reader } from '../../src/persistence/tx.js';

/** What a person does on a day. Its commands are planned inside the transaction, from what stands there. */
export interface Act {
  /** Names the act within the year: its idempotency key. */
  key: string;
  day: string;
  /** The year whose plan it is about; its last acts fall into the next one. */
  year: number;
  actor: Actor;
  plan: (read: Reader) => Promise<Command[]>;
  /** Business day, where it is not today: the day a paper came in. */
  at?: string;
  /** The form is sent twice at once. */
  twice?: boolean;
  /** It must be refused: nobody approves what he entered himself. */
  refused?: boolean;
}

type More = Pick<Act, 'at' | 'twice' | 'refused'>;

/** The acts of one place's year, in the order in which they were thought of. */
export class Agenda {
  readonly acts: Act[] = [];

  /** `name` stands before all its keys. */
  constructor(
    private readonly name: string,
    private readonly year: number,
  ) {}

  /** An act whose commands depend on what it finds. */
  plan(day: string, name: string, actor: Actor, plan: Act['plan'], more: More = {}): void {
    this.acts.push({ key: `${this.name}:${name}`, day, year: this.year, actor, plan, ...more });
  }

  /** An act that is the same whatever it finds. */
  do(day: string, name: string, actor: Actor, commands: Command[], more: More = {}): void {
    this.plan(day, name, actor, () => Promise.resolve(commands), more);
  }
}

export function send(
  instance: string,
  type: string,
  payload: Record<string, unknown> = {},
  onBehalf?: OnBehalf,
): Command {
  return { kind: 'send', instance, type, payload, ...(onBehalf ? { onBehalf } : {}) };
}

export function start(machine: string, id: string, scope: string, input: Record<string, unknown>): Command {
  return { kind: 'start', machine, id, scope, input };
}

/** The projected state of a row; '' where there is none. */
export async function stateOf(
  read: Reader,
  table: 'packet' | 'measure' | 'assignment' | 'cycle' | 'round' | 'supervision',
  id: string,
): Promise<string> {
  const row = await read.get<{ state: string }>(`SELECT state FROM ${table} WHERE id = ?`, [id]);
  return row?.state ?? '';
}
