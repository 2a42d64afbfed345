import type { Answer } from './postgres-batch.js';
import { Changes, type Kept, type Run } from './postgres-changes.js';
import type { Series } from './postgres-numbers.js';
import { Questions } from './postgres-questions.js';
import type { Reading, Sight } from './postgres-reach.js';
import type { PostgresSession } from './postgres-session.js';
import { single, together } from './postgres-sql.js';
import type { ReadManager, SqlValue } from './tx.js';

const BEGIN = 'BEGIN';
/** One writer at a time in the whole database, whatever the node: the order of the log is the order of the commits. */
const TAKE_TURN = 'SELECT pg_advisory_xact_lock(7102301)';

/**
 * One transaction on the server with what its commands share: answers that still hold, and changes that are kept back until
 * the commit, or until somebody asks for what they change.
 */
export class PostgresGroup {
  /** Fails when the transaction could not be begun. */
  readonly begun: Promise<unknown>;
  /** What stopped the transaction: the server takes no more until a rollback. */
  failure: { error: unknown } | null = null;
  private readonly pending = new Changes();
  private readonly sent = new Changes();
  private allSent = false;
  private readonly answers = new Map<string, Map<string, Promise<Answer>>>();
  private readonly questions: Questions;

  constructor(
    private readonly session: PostgresSession,
    commands: number,
  ) {
    this.begun = Promise.all([session.tell(BEGIN), session.tell(TAKE_TURN)]);
    this.begun.catch((error: unknown) => this.fail(error));
    session.numbers.begin(commands);
    this.questions = new Questions((sql, params) => session.ask(sql, params));
  }

  get typeorm(): ReadManager {
    return this.session.typeorm;
  }

  get tables(): PostgresSession['tables'] {
    return this.session.tables;
  }

  readingOf(sql: string): Reading | null {
    return this.session.readingOf(sql);
  }

  series(table: string, column: string): Series {
    return this.session.numbers.of(table, column);
  }

  /** An answer that holds for this transaction: one already given, as long as nothing was changed that it could see. */
  ask(reading: Reading, sql: string, params: SqlValue[], sight: Sight): Promise<Answer> {
    if (this.allSent || this.sent.areSeenBy(sight)) return this.questions.ask(reading, sql, params);
    let known = this.answers.get(sql);
    if (!known) this.answers.set(sql, (known = new Map<string, Promise<Answer>>()));
    const key = keyOf(params);
    let answer = known.get(key);
    if (!answer) known.set(key, (answer = this.questions.ask(reading, sql, params)));
    return answer;
  }

  /** Asks a statement that is not only a question; whatever was asked or kept back goes before it. */
  exactly(sql: string, params: SqlValue[], own: Kept[]): Promise<Answer> {
    this.send(own);
    this.allSent = true;
    return this.session.ask(sql, params);
  }

  /** TypeORM's own reads on the connection. */
  around<T>(work: () => Promise<T>): Promise<T> {
    this.questions.flush();
    this.session.flush();
    return work();
  }

  /** Whether changes that were accepted, and not sent yet, are seen. */
  isSeenBy(sight: Sight): boolean {
    return this.pending.areSeenBy(sight);
  }

  /** Takes over the changes of a command that is done. */
  accept(own: Kept[]): void {
    for (const kept of own) this.pending.add(kept);
  }

  /** Lets everything that was kept back go out with the next question, the own changes of the command at work last. */
  send(own: Kept[] = []): void {
    this.questions.flush();
    this.accept(own);
    for (const { shape, rows } of this.tellAll()) for (const values of rows) this.sent.add({ shape, values });
  }

  /** Ends it with all that was kept back; false when the server rolled it back instead. */
  async commit(): Promise<boolean> {
    this.tellAll();
    return (await this.session.ask('COMMIT')).command === 'COMMIT';
  }

  /** Undoes it; what was not sent is dropped. */
  async rollback(): Promise<void> {
    this.session.drop();
    await this.session.ask('ROLLBACK');
  }

  private tellAll(): Run[] {
    const runs = this.pending.take();
    for (const run of runs) {
      const all = run.rows.length > 1 ? together(run, this.session.catalogue) : null;
      if (all) this.tell(...all);
      else for (const values of run.rows) this.tell(...single({ shape: run.shape, values }));
    }
    return runs;
  }

  /** Sends what is kept back and waits until it is carried out. */
  async settled(own: Kept[]): Promise<void> {
    this.send(own);
    await this.session.ask('SELECT 1');
  }

  fail(error: unknown): void {
    this.failure ??= { error };
  }

  /** After a rollback to where the command at work began. */
  forgive(): void {
    this.failure = null;
    this.pending.take();
  }

  private tell(sql: string, params: SqlValue[]): void {
    this.session.tell(sql, params).catch((error: unknown) => this.fail(error));
  }
}

function keyOf(params: SqlValue[]): string {
  const [first] = params;
  if (params.length === 1 && typeof first === 'string') return first;
  return params.map((value) => (value === null ? '\u0002' : String(value))).join('\u0001');
}
