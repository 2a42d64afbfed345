import type { Answer } from './batch.js';
import { Changes, type Kept, type Run } from '../answers/changes.js';
import type { Series } from './numbers.js';
import { Questions } from './questions.js';
import { keyOf } from '../answers/known.js';
import type { Reading, Sight } from '../answers/reach.js';
import type { Rows } from '../answers/rows.js';
import type { PostgresSession } from './session.js';
import { asOne, single, together, type Change } from './sql.js';
import { wordsOf, type Told } from './told.js';
import type { ReadManager, SqlValue } from '../tx.js';

const NOTHING = new Changes();

/**
 * One transaction on the server with what its commands share: answers that still hold, and changes that are kept back until
 * the commit, or until somebody asks for what they change. One that rests on what is known from before fails where somebody
 * else has written since.
 */
export class PostgresGroup {
  /** What others have changed since the session's last group; fails when the transaction could not be begun. */
  readonly begun: Promise<Told>;
  /** What stopped the transaction: the server takes no more until a rollback. */
  failure: { error: unknown } | null = null;
  private readonly pending = new Changes();
  /** What was sent; null when the server alone knows. */
  private sent: Run[] | null = [];
  private readonly questions: Questions;
  private readonly era: number;
  /** Whether answers are known from before others may have written. */
  private readonly catchesUp: boolean;

  constructor(
    private readonly session: PostgresSession,
    commands: number,
    rests = false,
  ) {
    this.era = session.era;
    this.catchesUp = !rests && !session.known.isEmpty;
    this.begun = session.turn.begin(rests).then((told) => (this.catchesUp ? this.takeOver(told) : NOTHING));
    this.begun.catch((error: unknown) => this.fail(error));
    session.numbers.begin(commands, rests ? 'known' : session.turn.hasOthers ? 'drawn' : 'asked');
    this.questions = new Questions((sql, params) => session.ask(sql, params));
  }

  /** Strikes from what is known what others have changed. */
  private takeOver(told: Told): Told {
    const { known } = this.session;
    if (told === 'anything') known.forget();
    else for (const run of told.runs()) known.change(run);
    return told;
  }

  /** What others have changed since the session's last group. */
  others(): Promise<Told> | Told {
    if (!this.catchesUp) return NOTHING;
    this.session.hasten();
    return this.begun;
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

  /** An answer that still holds, or is asked for. */
  ask(reading: Reading, sql: string, params: SqlValue[]): Rows | Promise<Rows> {
    const { known } = this.session;
    const key = keyOf(params);
    return (
      known.of(sql, key) ?? known.keep(sql, key, { reading, params, asked: this.questions.ask(reading, sql, params) })
    );
  }

  /** Asks a statement that is not only a question; whatever was asked or kept back goes before it. */
  exactly(sql: string, params: SqlValue[], own: Kept[]): Promise<Answer> {
    this.send(own);
    this.session.known.forget();
    this.sent = null;
    return this.session.ask(sql, params);
  }

  /** TypeORM's own reads on the connection. */
  around<T>(work: () => Promise<T>): Promise<T> {
    this.questions.flush();
    return this.session.around(work);
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
    this.tellAll();
  }

  /**
   * Ends it with all that was kept back; fails when the server rolled it back instead.
   * @param hasMore whether this node has more to do
   */
  commit(hasMore: boolean): Promise<void> {
    this.tellAll();
    const { turn, numbers } = this.session;
    if (turn.hasOthers) turn.tellOthers(this.sent && wordsOf(this.sent)).catch((error: unknown) => this.fail(error));
    const keeps = turn.keeps(hasMore);
    numbers.pass(turn.willHold(keeps));
    return turn.commit(keeps);
  }

  /** Undoes it; what was not sent is dropped. */
  async rollback(): Promise<void> {
    this.session.stumble();
    await this.session.ask('ROLLBACK');
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
    this.session.known.forget();
  }

  private tellAll(): void {
    if (this.era !== this.session.era) throw new Error('the group was undone before this was sent');
    const apart: Change[][] = [];
    for (const run of this.pending.take()) {
      this.session.known.change(run);
      this.sent?.push(run);
      apart.push(this.statementsOf(run));
    }
    for (const changes of this.session.companions.grouped(apart)) this.tell(...asOne(changes));
  }

  private statementsOf(run: Run): Change[] {
    const all = run.rows.length > 1 ? together(run, this.session.catalogue) : null;
    return all ? [all] : run.rows.map((values) => single({ shape: run.shape, values }));
  }

  private tell(sql: string, params: SqlValue[]): void {
    this.session.tell(sql, params).catch((error: unknown) => this.fail(error));
  }
}
