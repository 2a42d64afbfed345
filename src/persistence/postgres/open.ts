import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { SnakeNaming } from '../naming.js';
import type { Opened, OpenOptions } from '../opened.js';
import { catalogueOf } from '../answers/catalogue.js';
import { checkServer, startRefusal } from './checks.js';
import { atOneMoment } from './moment.js';
import { PostgresReader } from './reader.js';
import { types } from './rows.js';
import { PostgresSession } from './session.js';
import { PostgresWriter } from './writer.js';
import { Tables } from '../quick-reads.js';
import { migrate, refuseForeignSchema } from '../schema.js';

type PostgresOptions = OpenOptions & { url: string };
/** What an open database can do without writing. */
type Parts = Pick<Opened, 'reader' | 'alone' | 'atOneMoment'>;

const READING_SESSIONS = 8;
/** Held by a session while its node does what is done once: migrating, filling an empty database. */
export const ALONE = '7102302';
/** A node that vanished is noticed within seconds, and its turn is free again. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3';

const COMMON = { keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'qiantou' };
const READING = {
  ...{ ...COMMON, max: READING_SESSIONS, types, statement_timeout: 120_000, query_timeout: 125_000 },
  options: `${KEEP_ALIVE} -c default_transaction_read_only=on`,
};
/**
 * What a command asks for is a few rows by their keys: row by row through the index, also where a table is still small. So one
 * plan serves all, and no statement is planned anew for the number of its rows.
 */
const BY_INDEX =
  '-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan';
const WRITING = {
  ...{ ...COMMON, max: 2, types, options: `${KEEP_ALIVE} ${BY_INDEX}` },
  ...{ statement_timeout: 30_000, lock_timeout: 10_000, query_timeout: 35_000 },
  idle_in_transaction_session_timeout: 15_000,
};
const MIGRATING = { ...COMMON, max: 2, options: KEEP_ALIVE };

/** Opens a PostgreSQL database: migrates it, one node at a time, and checks what durability rests on. */
export async function openPostgres(options: PostgresOptions): Promise<Opened> {
  const reading = await connect(options, READING);
  const pool = poolOf(reading);
  const tables = new Tables(reading);
  const parts: Parts = {
    reader: new PostgresReader(pool, reading.manager, tables),
    alone: (work) => inTurn(pool, work),
    atOneMoment: (work) => atOneMoment(reading, tables, work),
  };
  try {
    await checkServer(parts.reader);
    if (!options.readOnly) return await openForWriting(options, reading, parts);
    await refuseForeignSchema(reading);
    return { ...parts, writer: null, close: () => reading.destroy() };
  } catch (error) {
    await reading.destroy();
    throw error;
  }
}

async function openForWriting(options: PostgresOptions, reading: DataSource, parts: Parts): Promise<Opened> {
  await parts.alone(() => migrateOnce(options));
  const writing = await connect(options, WRITING);
  const tables = new Tables(writing);
  const catalogue = catalogueOf(writing);
  const writer = new PostgresWriter(() => PostgresSession.of(writing.createQueryRunner('master'), tables, catalogue));
  const close = async () => {
    await writer.close();
    await writing.destroy();
    await reading.destroy();
  };
  return { ...parts, writer, close };
}

async function migrateOnce(options: PostgresOptions): Promise<void> {
  const source = await connect(options, MIGRATING);
  try {
    await migrate(source);
  } finally {
    await source.destroy();
  }
}

async function connect({ url, entities, migrations }: PostgresOptions, extra: object): Promise<DataSource> {
  const source = new DataSource({
    ...{ type: 'postgres', url, entities, migrations, extra, installExtensions: false },
    namingStrategy: new SnakeNaming(),
    // A session that ends while nobody uses it is replaced by the next one that is needed.
    poolErrorHandler: () => undefined,
  });
  return source.initialize().catch((error: unknown) => {
    throw startRefusal(error, url);
  });
}

function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

/** Nodes do the work one after another: a lock of a session of its own, which also ends with it. */
async function inTurn<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${ALONE})`);
    return await work();
  } finally {
    client.release(true);
  }
}
