import type { PoolClient, QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';
import { types } from './postgres-rows.js';
import { statementOf } from './postgres-sql.js';
import { isLost } from './storage-fault.js';
import type { ReadManager, SqlValue } from './tx.js';

export type Answer = QueryResult<unknown[]>;

/**
 * The writer's connection. Questions go out at once and are answered in order (pipelining): whoever needs no answer does
 * not wait for one.
 */
export class PostgresSession {
  /** Set when the connection broke: nothing more can be learnt of what was sent. */
  lost = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {
    client.on('error', () => (this.lost = true));
    client.on('end', () => (this.lost = true));
  }

  /** Takes the runner's connection for good; throws what the driver throws when the server is away. */
  static async of(runner: QueryRunner): Promise<PostgresSession> {
    return new PostgresSession(runner, (await runner.connect()) as PoolClient);
  }

  get manager(): ReadManager {
    return this.runner.manager;
  }

  async ask(sql: string, values: SqlValue[] = []): Promise<Answer> {
    try {
      return await this.client.query<unknown[]>({ ...statementOf(sql), values, rowMode: 'array', types });
    } catch (error) {
      if (isLost(error)) this.lost = true;
      throw error;
    }
  }

  async release(): Promise<void> {
    await this.runner.release();
  }
}
