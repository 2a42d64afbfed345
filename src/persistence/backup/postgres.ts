import type { PoolClient } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { Refusal } from '../../shared/errors.js';
import { HEAD_SQL, PAGE, type LogHead, type Row, type RowTarget, type Table } from './rows.js';
import type { Migrations } from './schema.js';
import { ALONE } from '../postgres/open.js';
import { checkServer, startRefusal } from '../postgres/checks.js';
import { rowsOf, types } from '../postgres/rows.js';
import { migrate } from '../schema.js';
import { asRefusal, isLost } from '../storage-fault.js';
import type { Reader } from '../tx.js';

/** Where the database is, and the program's migrations. */
export interface Server {
  url: string;
  migrations: Migrations;
}

/** Tables with their columns, types and keys, from the schema that tables are made in. */
const TABLES = `SELECT c.relname AS name,
    json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)::text AS columns,
    (SELECT json_agg(k.attname ORDER BY p.at) FROM pg_index i
      CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS p(number, at)
      JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = p.number
      WHERE i.indrelid = c.oid AND i.indisprimary)::text AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND c.relname <> 'migrations'
    AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`;

/** No limit of time: a large table takes as long as it takes. */
const SESSION = {
  ...{ keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'qiantou-backup', max: 2 },
  options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0',
};

/** Does something with the rows of a database as of one moment, while others write. Refusal: database_away. */
export function readPostgres<T>(server: Server, work: (rows: PostgresRows) => Promise<T>): Promise<T> {
  return onSession(server, async (runner, client) => {
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(new PostgresRows(client));
    await runner.query('COMMIT');
    return result;
  });
}

/**
 * Makes the tables in a database that has none and fills them, in one transaction; then brings them up to date. Nodes
 * that start meanwhile wait. Refusals: not_empty, database_unfit, database_away, restore_unknown.
 * @param made the migrations with which the tables are made
 * @param work fills the tables; what it does last is done before the commit
 */
export async function fillPostgres(
  server: Server,
  made: Migrations,
  work: (rows: PostgresRows) => Promise<void>,
): Promise<void> {
  await onSession({ ...server, migrations: made }, async (runner, client, source) => {
    await checkServer(readerOn(client, source));
    await runner.query('BEGIN');
    await runner.query(`SELECT pg_advisory_xact_lock(${ALONE})`);
    const rows = new PostgresRows(client);
    await refuseFilled(rows);
    const making = new MigrationExecutor(source, runner);
    making.transaction = 'none';
    await making.executePendingMigrations();
    await work(rows);
    await runner.query('ANALYZE');
    await commit(runner);
  });
  if (made.length < server.migrations.length) await onSession(server, (_runner, _client, source) => migrate(source));
}

async function onSession<T>(
  { url, migrations }: Server,
  work: (runner: QueryRunner, client: PoolClient, source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await connect(url, migrations);
  const runner = source.createQueryRunner('master');
  try {
    return await work(runner, (await runner.connect()) as PoolClient, source);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await ended(runner, source);
  }
}

/** A transaction that was not committed is gone with its session. */
async function ended(runner: QueryRunner, source: DataSource): Promise<void> {
  await runner.query('ROLLBACK').catch(() => undefined);
  await runner.release().catch(() => undefined);
  await source.destroy();
}

function connect(url: string, migrations: Migrations): Promise<DataSource> {
  const poolErrorHandler = () => undefined;
  const source = new DataSource({
    ...{ type: 'postgres', url, migrations, extra: SESSION, installExtensions: false, poolErrorHandler },
  });
  return source.initialize().catch((error: unknown) => {
    throw startRefusal(error, url);
  });
}

async function refuseFilled(rows: PostgresRows): Promise<void> {
  if ((await rows.tables()).length === 0) return;
  throw new Refusal('not_empty', '数据库不是空的，没有恢复。', {
    place: 'DATABASE_URL',
    cure: '请另建一个空的数据库，用 DATABASE_URL 指定，核对后再切换。',
  });
}

async function commit(runner: QueryRunner): Promise<void> {
  await runner.query('COMMIT').catch((error: unknown) => {
    if (!isLost(error)) throw error;
    throw new Refusal('restore_unknown', '提交时数据库连接中断，不能确定是否已经恢复。', {
      cure: '请运行 verify 查看；如数据库中还没有数据，请清空 DATA_DIR 后重新恢复。',
    });
  });
}

function readerOn(client: PoolClient, { manager }: DataSource): Reader {
  const all = async <T>(text: string) => rowsOf(await client.query<Row>({ text, rowMode: 'array', types })) as T[];
  return { manager, all, get: async <T>(text: string) => (await all<T>(text))[0] };
}

/** The rows of a PostgreSQL database, in a transaction that somebody began. */
export class PostgresRows implements RowTarget {
  private readonly typeOf = new Map<string, string>();

  constructor(private readonly client: PoolClient) {}

  async tables(): Promise<Table[]> {
    return (await this.rows(TABLES)).map(([name, columns, key]) => this.table(String(name), String(columns), key));
  }

  async migrations(): Promise<string[]> {
    return (await this.rows('SELECT name FROM migrations ORDER BY id')).map(([name]) => String(name));
  }

  async *pages({ name, columns, key }: Table): AsyncGenerator<Row[]> {
    const sql = `SELECT ${quoted(columns)} FROM "${name}" ORDER BY ${quoted(key)}`;
    await this.rows(`DECLARE copied NO SCROLL CURSOR FOR ${sql}`);
    for (let page: Row[]; (page = await this.rows(`FETCH ${PAGE} FROM copied`)).length > 0;) yield page;
    await this.rows('CLOSE copied');
  }

  async insert({ name, columns }: Table, rows: Row[]): Promise<void> {
    const lists = columns.map((column, at) => `$${at + 1}::${this.typeOf.get(`${name}.${column}`)}[]`);
    const sql = `INSERT INTO "${name}" (${quoted(columns)}) SELECT * FROM unnest(${lists.join(', ')})`;
    await this.client.query(
      sql,
      columns.map((_, at) => rows.map((row) => row[at])),
    );
  }

  async numberOn(): Promise<void> {
    const drawn = `SELECT c.relname, a.attname, pg_get_serial_sequence(quote_ident(c.relname), a.attname)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.atthasdef
      WHERE c.relkind = 'r' AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL AND c.relname <> 'migrations'`;
    for (const [table, column, sequence] of await this.rows(drawn))
      await this.rows(`SELECT setval('${sequence}', max("${column}")) FROM "${table}" HAVING count(*) > 0`);
  }

  async log(): Promise<LogHead> {
    const [row] = await this.rows(HEAD_SQL);
    const [events, position, hash] = row as [number, number, string];
    return { events, position, hash };
  }

  private table(name: string, columns: string, key: Row[number] | undefined): Table {
    const typed = JSON.parse(columns) as [string, string][];
    for (const [column, type] of typed) this.typeOf.set(`${name}.${column}`, type);
    return { name, columns: typed.map(([column]) => column), key: JSON.parse(String(key)) as string[] };
  }

  private async rows(text: string): Promise<Row[]> {
    return (await this.client.query<Row>({ text, rowMode: 'array', types })).rows;
  }
}

function quoted(columns: string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
