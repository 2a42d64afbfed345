import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { Batch, Plans, type Answer, type Question } from './batch.js';
import { Companions } from './companions.js';
import { Known } from '../answers/known.js';
import { Numbers } from './numbers.js';
import { Reading, type Catalogue } from '../answers/reach.js';
import { Turn } from './turn.js';
import type { Tables } from '../quick-reads.js';
import { isLost } from '../storage-fault.js';
import type { ReadManager, SqlValue } from '../tx.js';

const MOST_READINGS = 2_000;

/**
 * The writer's connection. What is asked goes out together with all that was only told before it, in one round trip, in
 * order.
 */
export class PostgresSession {
  /** Set when the connection broke: nothing more can be learnt of what was sent. */
  lost = false;
  private readonly plans = new Plans();
  private readonly readings = new Map<string, Reading | null>();
  /** Numbers of rows, drawn ahead. */
  readonly numbers = new Numbers(this);
  /** What the server answered, as long as nobody else writes. */
  readonly known: Known;
  readonly turn = new Turn(this);
  /** Which changes go out as one statement. */
  readonly companions = new Companions();
  /** Another one whenever something was undone: what was worked out before must not be sent any more. */
  era = 0;
  private waiting: Question[] = [];
  private planned = false;
  /** Whether the server is at work; what waits goes out in one go when it has answered. */
  private busy = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    readonly tables: Tables,
    readonly catalogue: Catalogue,
  ) {
    this.known = new Known(catalogue);
    client.on('error', () => (this.lost = true));
    client.on('end', () => (this.lost = true));
  }

  /** Takes the runner's connection for good; throws what the driver throws when the server is away. */
  static async of(runner: QueryRunner, tables: Tables, catalogue: Catalogue): Promise<PostgresSession> {
    return new PostgresSession(runner, (await runner.connect()) as PoolClient, tables, catalogue);
  }

  /** TypeORM's reads on this connection, to be used by `around`. */
  get typeorm(): ReadManager {
    return this.runner.manager;
  }

  /** What a statement sees; null for one that may change something. */
  readingOf(sql: string): Reading | null {
    let reading = this.readings.get(sql);
    if (reading === undefined) {
      reading = Reading.of(sql, this.catalogue);
      if (this.readings.size < MOST_READINGS) this.readings.set(sql, reading);
    }
    return reading;
  }

  /** Goes out at the end of this turn of the microtasks, with all that is waiting. */
  ask(sql: string, values: SqlValue[] = []): Promise<Answer> {
    const answer = this.tell(sql, values);
    this.hasten();
    return answer;
  }

  /** Sends what is waiting at the end of this turn of the microtasks. */
  hasten(): void {
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => this.flush());
  }

  /** Waits to be sent with the next question. Its failure is told there too. */
  tell(sql: string, values: SqlValue[] = []): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ sql, values, resolve, reject });
    });
    answer.catch((error: unknown) => {
      if (isLost(error)) this.lost = true;
    });
    return answer;
  }

  /** Does something that goes another way, after all that was told or asked before. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy || this.waiting.length > 0) await this.ask('SELECT 1');
    return work();
  }

  private flush(): void {
    this.planned = false;
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    const answered = () => {
      this.busy = false;
      this.flush();
    };
    this.client.query(new Batch(this.waiting.splice(0), this.plans, answered));
  }

  /** Forgets what was not sent, and all that rests on a transaction that is undone. */
  stumble(): void {
    this.era++;
    this.turn.stumble();
    this.known.forget();
    this.numbers.undone();
    for (const { reject } of this.waiting.splice(0)) reject(new Error('the group was undone before this was sent'));
  }

  /** Gives the connection back; a broken or silent one is cut. */
  async release(): Promise<void> {
    if (this.lost) await this.client.end().catch(() => undefined);
    await this.runner.release();
  }
}
