import type { Pool } from 'pg';
import { postgresManager } from './manager.js';
import { rowsOf, types } from './rows.js';
import { statementOf } from './sql.js';
import { asRefusal, isLost } from '../storage-fault.js';
import type { Tables } from '../quick-reads.js';
import type { Reader, ReadManager, SqlValue } from '../tx.js';

/**
 * Reads on a pool of sessions that cannot write. A read that met a connection already gone is asked once more; while the
 * server is away it is refused (database_away).
 */
export class PostgresReader implements Reader {
  readonly manager: ReadManager;

  constructor(
    private readonly pool: Pool,
    typeorm: ReadManager,
    tables: Tables,
  ) {
    this.manager = postgresManager(typeorm, tables, { rows: (sql, values) => this.all(sql, values), around: told });
  }

  all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return told(async () => {
      const statement = statementOf(sql);
      const answer = await this.pool.query<unknown[]>({ ...statement, values: params, rowMode: 'array', types });
      return rowsOf(answer) as T[];
    });
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work().catch((error: unknown) => {
      if (isLost(error)) return work();
      throw error;
    });
  } catch (error) {
    throw asRefusal(error);
  }
}
