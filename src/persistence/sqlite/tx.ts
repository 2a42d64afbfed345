import { keptChange, type Verb } from '../answers/changes.js';
import { rowFrom, rowsFrom, type Rows } from '../answers/rows.js';
import type { Reader, ReadManager, SqlValue, Tx } from '../tx.js';
import type { Answers } from './answers.js';
import type { Statements } from './statements.js';

/** Reads of one connection. */
export class SqliteReader implements Reader {
  constructor(
    private readonly statements: Statements,
    readonly manager: ReadManager,
  ) {}

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return rowsFrom(this.statements.ask(sql, params)) as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return this.statements.first(sql, params) as T | undefined;
  }
}

/** One transaction's SQL; once closed it takes no more, so a forgotten `await` cannot write into the next command. */
export class SqliteTx implements Tx {
  private closed = false;
  private readonly before: number;

  constructor(
    private readonly statements: Statements,
    private readonly answers: Answers,
    readonly manager: ReadManager,
    readonly epoch: number,
  ) {
    answers.begin(epoch);
    this.before = statements.writes;
  }

  /** Whether anything may have been changed since it was opened. */
  get wrote(): boolean {
    return this.statements.writes !== this.before;
  }

  /** Called by the writer when the transaction's work is done. */
  close(): void {
    this.closed = true;
  }

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return rowsFrom(this.open().ask(sql, params)) as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return firstOf(this.open().ask(sql, params)) as T | undefined;
  }

  async run(sql: string, params: SqlValue[] = []): Promise<number> {
    return this.open().run(sql, params);
  }

  async insert(table: string, row: object): Promise<void> {
    this.open().change(keptChange('insert', table, row, NOTHING));
  }

  async append(table: string, row: object): Promise<number> {
    return this.open().change(keptChange('insert', table, row, NOTHING)).number;
  }

  async change(table: string, changes: object, where: object, otherwise: () => Error): Promise<void> {
    if (this.changed('change', table, changes, where) !== 1) throw otherwise();
  }

  async update(table: string, changes: object, where: object): Promise<number> {
    return this.changed('update', table, changes, where);
  }

  async remove(table: string, where: object): Promise<number> {
    return this.changed('remove', table, NOTHING, where);
  }

  private changed(verb: Verb, table: string, changes: object, where: object): number {
    const change = keptChange(verb, table, changes, where);
    const { names, keys } = change.shape;
    if (keys.length === 0) throw new Error('a change without a condition');
    return verb !== 'remove' && names.length === 0 ? 0 : this.open().change(change).count;
  }

  private open(): Answers {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
    return this.answers;
  }
}

const NOTHING = {};

function firstOf({ columns, lists }: Rows): Record<string, unknown> | undefined {
  const [values] = lists;
  return values && rowFrom(columns, values);
}
