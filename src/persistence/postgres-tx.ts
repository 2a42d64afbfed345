import type { Answer } from './postgres-batch.js';
import { postgresManager } from './postgres-manager.js';
import type { PostgresSession } from './postgres-session.js';
import { insertion, removal, updating, type Change } from './postgres-sql.js';
import type { Patience } from './patience.js';
import type { ReadManager, SqlValue, Tx } from './tx.js';

const MOST_UNSENT = 200;
const READ = /^\s*SELECT\b/i;

/**
 * One command's SQL inside the group's transaction. Changes whose count nobody asks for go out with the next question; one
 * that fails is told there, or by the writer at the end. Once closed it takes no more.
 */
export class PostgresTx implements Tx {
  readonly manager: ReadManager;
  private closed = false;
  private changes = 0;
  private failure: { error: unknown } | null = null;

  constructor(
    private readonly session: PostgresSession,
    private readonly watch: Patience,
  ) {
    this.manager = postgresManager(session.typeorm, session.tables, {
      rows: (sql, values) => this.all(sql, values),
      around: (work) => this.heard(() => this.behind(work)),
    });
  }

  /** Called by the writer when the command's work is done. */
  close(): void {
    this.closed = true;
  }

  /** The statement that failed first: the server takes no more until a rollback. */
  get failed(): { error: unknown } | null {
    return this.failure;
  }

  /** Takes back changes that were not sent; whether some had been. */
  retract(): boolean {
    return this.session.drop(this) < this.changes;
  }

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return (await this.ask(sql, params)).rows as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return (await this.ask(sql, params)).rows[0] as T | undefined;
  }

  async run(sql: string, params: SqlValue[] = []): Promise<number> {
    return (await this.ask(sql, params)).count;
  }

  insert(table: string, row: object): Promise<void> {
    return this.send(insertion(table, row));
  }

  async update(table: string, changes: object, where: object): Promise<void> {
    const change = updating(table, changes, where);
    if (change) await this.send(change);
  }

  remove(table: string, where: object): Promise<void> {
    return this.send(removal(table, where));
  }

  private ask(sql: string, params: SqlValue[]): Promise<Answer> {
    if (!READ.test(sql)) this.changes++;
    return this.heard(() => this.session.ask(sql, params));
  }

  /** Puts a change down for the next question; a long list is sent before that. */
  private async send([sql, params]: Change): Promise<void> {
    this.refuseLate();
    this.changes++;
    this.session.tell(sql, params, this).catch((error: unknown) => (this.failure ??= { error }));
    if (this.session.unsent >= MOST_UNSENT) await this.heard(() => this.session.ask('SELECT 1'));
  }

  /** Waits for an answer; the first failure stays the reason of all that follow. */
  private async heard<T>(work: () => Promise<T>): Promise<T> {
    this.refuseLate();
    this.watch.asked();
    try {
      return await work();
    } catch (error) {
      this.failure ??= { error };
      throw this.failure.error;
    } finally {
      this.watch.answered();
    }
  }

  /** Reads that do not go through the session follow what it holds. */
  private behind<T>(work: () => Promise<T>): Promise<T> {
    this.session.flush();
    return work();
  }

  private refuseLate(): void {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
  }
}
