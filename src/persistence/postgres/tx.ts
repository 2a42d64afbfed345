import type { Answer } from './batch.js';
import { asVerb, isSeen, keptChange, type Kept, type Verb } from '../answers/changes.js';
import type { PostgresGroup } from './group.js';
import { postgresManager } from './manager.js';
import type { Series } from './numbers.js';
import type { Sight } from '../answers/reach.js';
import { rowsFrom, type Rows } from '../answers/rows.js';
import { single } from './sql.js';
import type { Patience } from '../patience.js';
import type { ReadManager, SqlValue, Tx } from '../tx.js';

/**
 * How a command is carried out. 'beside' the others of its group: it sees the database as the group found it, and is
 * postponed when that is not enough. 'alone': after those that are done, seeing what they changed. 'exact': alone, and told
 * at once of an update that does not meet its row.
 */
export type Mode = 'beside' | 'alone' | 'exact';

const MOST_KEPT_BACK = 1_000;

/**
 * One command's SQL inside the group's transaction. Its changes are kept back; one that fails is told with what is asked
 * next, or at the end. Once closed it takes no more.
 */
export class PostgresTx implements Tx {
  /** Changes that were not handed on yet. */
  own: Kept[] = [];
  /** What it has seen. */
  readonly sights: Sight[] = [];
  /** Settles when the command cannot be carried out beside the others. */
  readonly postponed: Promise<null>;
  /** Whether the server was told of some of its changes. */
  sent = false;
  private reads: ReadManager | null = null;
  private closed = false;
  private series: Series | null = null;
  private postpone: (nothing: null) => void = () => undefined;

  constructor(
    private readonly group: PostgresGroup,
    private readonly mode: Mode,
    private readonly place: number,
    private readonly watch: Patience,
  ) {
    this.postponed = new Promise((resolve) => (this.postpone = resolve));
  }

  get manager(): ReadManager {
    return (this.reads ??= postgresManager(this.group.typeorm, this.group.tables, {
      rows: async (sql, params) => rowsFrom(await this.read(sql, params)),
      around: (work) => this.around(work),
    }));
  }

  /** Called by the writer when the command's work is done. */
  close(): void {
    this.closed = true;
  }

  /** The writer takes the command as done. */
  accept(): void {
    this.group.accept(this.handedOver());
    this.series?.used(this.place);
  }

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return rowsFrom(await this.read(sql, params)) as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return rowsFrom(await this.read(sql, params))[0] as T | undefined;
  }

  async run(sql: string, params: SqlValue[] = []): Promise<number> {
    return (await this.exactly(sql, params)).count;
  }

  insert(table: string, row: object): Promise<void> {
    return this.keep('insert', table, row, NOTHING);
  }

  async append(table: string, row: object, column: string): Promise<number> {
    this.refuseLate();
    if (this.mode === 'beside' && this.series) return this.later();
    const series = this.group.series(table, column);
    const beside = this.mode === 'beside';
    if (beside) this.series = series;
    const number = await this.heard(() => (beside ? series.at(this.place) : series.following()));
    await this.keep('insert', table, { ...row, [column]: number }, NOTHING);
    return number;
  }

  update(table: string, changes: object, where: object): Promise<void> {
    return this.keep('update', table, changes, where);
  }

  async change(table: string, changes: object, where: object, otherwise: () => Error): Promise<void> {
    if (this.mode !== 'exact') return this.keep('change', table, changes, where);
    const { sql, params } = single(asVerb(keptChange('change', table, changes, where), 'update'));
    if ((await this.run(sql, params)) !== 1) throw otherwise();
  }

  remove(table: string, where: object): Promise<void> {
    return this.keep('remove', table, NOTHING, where);
  }

  private read(sql: string, params: SqlValue[]): Promise<Rows> {
    this.refuseLate();
    const reading = this.group.readingOf(sql);
    if (!reading) return this.exactly(sql, params);
    const sight = reading.sight(params);
    if (this.isBlind(sight)) return this.later();
    const answer = this.group.ask(reading, sql, params);
    return answer instanceof Promise ? this.heard(() => answer) : Promise.resolve(answer);
  }

  /** Whether a question cannot be answered beside the others; else it is noted, or what it would see is sent before it. */
  private isBlind(sight: Sight): boolean {
    const changed = this.own.some((kept) => isSeen(kept, sight));
    if (this.mode === 'beside') {
      this.sights.push(sight);
      return changed;
    }
    if (changed || this.group.isSeenBy(sight)) this.hand();
    return false;
  }

  /** A statement whose effect is known to the server only. */
  private exactly(sql: string, params: SqlValue[]): Promise<Answer> {
    this.refuseLate();
    if (this.mode === 'beside') return this.later();
    this.sent = true;
    return this.heard(() => this.group.exactly(sql, params, this.handedOver()));
  }

  /** Reads of TypeORM's own: nobody knows what they see. */
  private around<T>(work: () => Promise<T>): Promise<T> {
    this.refuseLate();
    if (this.isBlind('everything')) return this.later();
    return this.heard(() => this.group.around(work));
  }

  private async keep(verb: Verb, table: string, changes: object, where: object): Promise<void> {
    this.refuseLate();
    const kept = keptChange(verb, table, changes, where);
    if (verb !== 'insert' && kept.shape.keys.length === 0) throw new Error('a change without a condition');
    if (verb !== 'remove' && kept.shape.names.length === 0) return;
    this.own.push(kept);
    if (this.own.length < MOST_KEPT_BACK) return;
    if (this.mode === 'beside') return this.later();
    this.sent = true;
    await this.heard(() => this.group.settled(this.handedOver()));
  }

  private handedOver(): Kept[] {
    const { own } = this;
    this.own = [];
    return own;
  }

  private hand(): void {
    if (this.own.length > 0) this.sent = true;
    this.group.send(this.handedOver());
  }

  /** The command is begun anew when the others are done: this call is never answered. */
  private later(): Promise<never> {
    this.watch.asked();
    this.postpone(null);
    return new Promise<never>(() => undefined);
  }

  /** Waits for an answer; the first failure stays the reason of all that follow. */
  private async heard<T>(work: () => Promise<T>): Promise<T> {
    this.watch.asked();
    try {
      return await work();
    } catch (error) {
      this.group.fail(error);
      throw this.group.failure!.error;
    } finally {
      this.watch.answered();
    }
  }

  private refuseLate(): void {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
  }
}

const NOTHING = {};
