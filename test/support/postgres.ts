import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';

/** Whether this run of the tests is the one on PostgreSQL (QIANTOU_TEST_DATABASE=postgres). */
export const onPostgres = process.env.QIANTOU_TEST_DATABASE === 'postgres';

const TEMPLATE = 'qiantou_template';
const MAKING = 7_102_399;

/**
 * A new, migrated database on the run's server, which global setup started; returns its URL. Databases are copied from one
 * that was migrated once; they go with the server.
 */
export async function freshDatabase(): Promise<string> {
  const name = newName();
  const url = serverUrl('postgres');
  await withSession(url, async (session) => {
    await session.query(`SELECT pg_advisory_lock(${MAKING})`);
    const known = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (known.rowCount === 0) await makeTemplate(session);
    await session.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  return serverUrl(name);
}

/** An empty database without any table. */
export async function emptyDatabase(): Promise<string> {
  const name = newName();
  await withSession(serverUrl('postgres'), (session) => session.query(`CREATE DATABASE ${name}`));
  return serverUrl(name);
}

const places = new Map<string, Promise<string>>();

/** Settings by which a program with this data folder keeps its record on the run's database: none on SQLite. */
export async function placeOf(dataDir: string): Promise<{ DATABASE_URL?: string }> {
  if (!onPostgres) return {};
  let url = places.get(dataDir);
  if (!url) places.set(dataDir, (url = emptyDatabase()));
  return { DATABASE_URL: await url };
}

/** Does something on a session of its own. */
export async function withSession<T>(url: string, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({ connectionString: url });
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

const newName = () => `qiantou_${randomBytes(8).toString('hex')}`;

function serverUrl(database: string): string {
  const server = process.env.QIANTOU_TEST_POSTGRES;
  if (!server) throw new Error('QIANTOU_TEST_POSTGRES is not set: the global setup starts the server');
  return `${server}/${database}`;
}

async function makeTemplate(session: pg.Client): Promise<void> {
  const making = `${TEMPLATE}_making`;
  await session.query(`DROP DATABASE IF EXISTS ${making}`);
  await session.query(`CREATE DATABASE ${making}`);
  const database = await Database.open({ url: serverUrl(making), entities, migrations });
  await database.close();
  await session.query(`ALTER DATABASE ${making} RENAME TO ${TEMPLATE}`);
}
