import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { postgresManager } from './manager.js';
import { rowsOf, types } from './rows.js';
import { statementOf } from './sql.js';
import type { Tables } from '../quick-reads.js';
import { asRefusal } from '../storage-fault.js';
import type { Reader, ReadManager, SqlValue } from '../tx.js';

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** The first statement, which fixes the moment; what is worked out between two reads may take its time. */
const FIX = `SELECT set_config('idle_in_transaction_session_timeout', '0', true)`;

/** Does something with reads that all see the database as of one moment. Refusal: database_away. */
export async function atOneMoment<T>(
  source: DataSource,
  tables: Tables,
  work: (read: Reader) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner('master');
  const session = await told(() => runner.connect() as Promise<PoolClient>);
  try {
    await told(() => session.query(BEGIN));
    await told(() => session.query(FIX));
    return await work(new PostgresMoment(session, runner.manager, tables));
  } finally {
    await end(runner, session);
  }
}

/** Nothing was written: how the transaction ends is all the same. */
async function end(runner: QueryRunner, session: PoolClient): Promise<void> {
  await session.query('ROLLBACK').catch(() => undefined);
  await runner.release();
}

/** Reads on one session. A broken one is not asked again: another session would see another moment. */
class PostgresMoment implements Reader {
  readonly manager: ReadManager;

  constructor(
    private readonly session: PoolClient,
    typeorm: ReadManager,
    tables: Tables,
  ) {
    this.manager = postgresManager(typeorm, tables, { rows: (sql, values) => this.all(sql, values), around: told });
  }

  all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return told(async () => {
      const question = { ...statementOf(sql), values: params, rowMode: 'array' as const, types };
      return rowsOf(await this.session.query<unknown[]>(question)) as T[];
    });
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}
