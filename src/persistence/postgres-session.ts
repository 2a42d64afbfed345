import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { Batch, Plans, type Answer, type Question } from './postgres-batch.js';
import type { Tables } from './quick-reads.js';
import { isLost } from './storage-fault.js';
import type { ReadManager, SqlValue } from './tx.js';

/**
 * The writer's connection. What is asked goes out together with all that was only told before it, in one round trip, in
 * order.
 */
export class PostgresSession {
  /** Set when the connection broke: nothing more can be learnt of what was sent. */
  lost = false;
  private readonly plans = new Plans();
  private waiting: Question[] = [];
  private planned = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    readonly tables: Tables,
  ) {
    client.on('error', () => (this.lost = true));
    client.on('end', () => (this.lost = true));
  }

  /** Takes the runner's connection for good; throws what the driver throws when the server is away. */
  static async of(runner: QueryRunner, tables: Tables): Promise<PostgresSession> {
    return new PostgresSession(runner, (await runner.connect()) as PoolClient, tables);
  }

  /** TypeORM's reads on this connection; what is waiting must be flushed before them. */
  get typeorm(): ReadManager {
    return this.runner.manager;
  }

  /** Statements that nobody has sent yet. */
  get unsent(): number {
    return this.waiting.length;
  }

  /** Goes out at the end of this turn of the microtasks, with all that is waiting. */
  ask(sql: string, values: SqlValue[] = []): Promise<Answer> {
    const answer = this.tell(sql, values);
    if (!this.planned) {
      this.planned = true;
      queueMicrotask(() => this.flush());
    }
    return answer;
  }

  /** Waits to be sent with the next question. Its failure is told there too. */
  tell(sql: string, values: SqlValue[] = [], owner: object | null = null): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ sql, values, owner, resolve, reject });
    });
    answer.catch((error: unknown) => {
      if (isLost(error)) this.lost = true;
    });
    return answer;
  }

  /** Forgets changes of a failed command, or of all, as far as they were not sent yet; returns how many. */
  drop(of?: object): number {
    const before = this.waiting.length;
    this.waiting = this.waiting.filter(({ owner }) => owner === null || (of !== undefined && owner !== of));
    return before - this.waiting.length;
  }

  /** Sends what is waiting, before something that goes another way. */
  flush(): void {
    this.planned = false;
    if (this.waiting.length > 0) this.client.query(new Batch(this.waiting.splice(0), this.plans));
  }

  /** Gives the connection back; a broken or silent one is cut. */
  async release(): Promise<void> {
    if (this.lost) await this.client.end().catch(() => undefined);
    await this.runner.release();
  }
}
