import type { Connection, Submittable } from 'pg';
import { parserOf, type Parse } from './rows.js';
import { keyOf, type Rows } from '../answers/rows.js';
import { numbered } from './sql.js';
import type { SqlValue } from '../tx.js';

/** What the server answered to one statement. */
export interface Answer extends Rows {
  /** Rows that it changed or read. */
  count: number;
  /** The server's word for what was done, e.g. COMMIT, or ROLLBACK where a commit came too late. */
  command: string;
}

/** One statement on its way, and whoever waits for its answer. */
export interface Question {
  sql: string;
  values: SqlValue[];
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** A statement as a connection knows it. */
interface Plan {
  name: string;
  text: string;
  prepared: boolean;
  /** How its rows are read; null until the server has told. */
  columns: { keys: string[]; parsers: Parse[] } | null;
}

const MOST_NAMED = 1_000;

/** The prepared statements of one connection. A failed one is prepared anew, under another name. */
export class Plans {
  private readonly known = new Map<string, Plan>();
  private made = 0;

  of(sql: string): Plan {
    let plan = this.known.get(sql);
    if (plan) return plan;
    const named = this.known.size < MOST_NAMED;
    plan = { name: named ? `q${this.made++}` : '', text: numbered(sql), prepared: false, columns: null };
    if (named) this.known.set(sql, plan);
    return plan;
  }

  forget(sql: string): void {
    this.known.delete(sql);
  }
}

interface Fields {
  fields: { name: string; dataTypeID: number }[];
}

/**
 * Several statements sent in one go and answered in one go (one Sync of the extended protocol): one round trip, whatever
 * their number. When one fails, those after it are not carried out, and are refused with the same reason.
 */
export class Batch implements Submittable {
  /** Set by the driver, which ends its own watch over time with it. */
  callback?: (error: unknown) => void;
  private readonly plans: Plan[];
  private readonly answers: Answer[] = [];
  private lists: unknown[][] = [];
  private failure: { error: unknown } | null = null;

  constructor(
    private readonly questions: Question[],
    private readonly kept: Plans,
    /** Called before anybody gets his answer. */
    private readonly answered: () => void = () => undefined,
  ) {
    this.plans = questions.map(({ sql }) => kept.of(sql));
  }

  submit(connection: Connection): void {
    connection.stream.cork();
    const asked = new Set<Plan>();
    for (let at = 0; at < this.plans.length; at++) this.send(connection, at, asked);
    connection.sync();
    connection.stream.uncork();
  }

  private send(connection: Connection, at: number, asked: Set<Plan>): void {
    const plan = this.plans[at]!;
    const { name, text } = plan;
    if (!plan.prepared && (name === '' || !asked.has(plan))) connection.parse({ name, text, types: [] }, true);
    asked.add(plan);
    connection.bind({ statement: name, values: this.questions[at]!.values.map(asText) }, true);
    if (!plan.columns) connection.describe({ type: 'P', name: '' }, true);
    connection.execute({}, true);
  }

  handleRowDescription({ fields }: Fields): void {
    const keys = fields.map(({ name }) => keyOf(name));
    this.plans[this.answers.length]!.columns = { keys, parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID)) };
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { parsers } = this.plans[this.answers.length]!.columns!;
    const values: unknown[] = [];
    for (let at = 0; at < parsers.length; at++) {
      const value = fields[at]!;
      values.push(value === null ? null : parsers[at]!(value));
    }
    this.lists.push(values);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const plan = this.plans[this.answers.length]!;
    plan.prepared = plan.name !== '';
    plan.columns ??= { keys: [], parsers: [] };
    const words = text.split(' ');
    const count = Number(words[words.length - 1]) || 0;
    this.answers.push({ columns: plan.columns.keys, lists: this.lists, count, command: words[0]! });
    this.lists = [];
  }

  /** A statement failed, or the connection did. */
  handleError(error: unknown): void {
    if (this.failure) return;
    this.failure = { error };
    for (let at = this.answers.length; at < this.plans.length; at++) {
      if (at === this.answers.length || !this.plans[at]!.prepared) this.kept.forget(this.questions[at]!.sql);
    }
    this.done();
  }

  handleReadyForQuery(): void {
    if (!this.failure) this.done();
  }

  private done(): void {
    this.callback?.(this.failure?.error ?? null);
    this.answered();
    this.questions.forEach(({ resolve, reject }, at) => {
      const answer = this.answers[at];
      if (answer) resolve(answer);
      else reject(this.failure?.error ?? new Error('the server gave no answer'));
    });
  }
}

function asText(value: SqlValue): string | Buffer | null {
  if (value === null || typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value) : String(value);
}
