import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from '../naming.js';
import type { Opened, OpenOptions } from '../opened.js';
import { quickReads } from '../quick-reads.js';
import { migrate, refuseOlderSchema } from '../schema.js';
import { catalogueOf } from '../answers/catalogue.js';
import { Answers } from './answers.js';
import { Statements } from './statements.js';
import { SqliteReader, SqliteTx } from './tx.js';
import { SqliteWriter } from './writer.js';
import type { Reader } from '../tx.js';

type SqliteOptions = OpenOptions & { file: string };

const MEMORY = ':memory:';
const OLDEST_SQLITE = [3, 51, 3];

/** Opens a SQLite file: migrates it, and checks the pragmas that durability rests on. */
export async function openSqlite(options: SqliteOptions): Promise<Opened> {
  if (options.readOnly) return openForReading(options);
  const main = await connect(options, {});
  await migrate(main);
  const handle = handleOf(main);
  checkPragmas(handle);
  const statements = new Statements(handle);
  const answers = new Answers(statements, catalogueOf(main));
  const reads = quickReads(main, answers);
  const atOneMoment = momentsOf(options);
  const openTx = (epoch: number) => new SqliteTx(statements, answers, reads, epoch);
  const writer = new SqliteWriter(handle, openTx, options.stop);
  const close = () => main.destroy();
  if (options.file === MEMORY) return { reader: readerOf(main), writer, alone, atOneMoment, close };
  const reading = await connect(options, { readonly: true });
  const closeBoth = async () => {
    await close();
    await reading.destroy();
  };
  return { reader: readerOf(reading), writer, alone, atOneMoment, close: closeBoth };
}

async function openForReading(options: SqliteOptions): Promise<Opened> {
  const reading = await connect(options, { readonly: true });
  await refuseOlderSchema(reading);
  const atOneMoment = momentsOf(options);
  return { reader: readerOf(reading), writer: null, alone, atOneMoment, close: () => reading.destroy() };
}

/** One server holds the file (serving.db): nobody else is there to wait for. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

/** One read transaction on a connection of its own; it ends with the connection. */
function momentsOf(options: SqliteOptions): Opened['atOneMoment'] {
  return async (work) => {
    if (options.file === MEMORY) throw new Error('a database in memory has no second connection');
    const source = await connect(options, { readonly: true });
    try {
      // The moment is that of the first read, not of BEGIN.
      handleOf(source).exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
      return await work(readerOf(source));
    } finally {
      await source.destroy();
    }
  };
}

async function connect(options: SqliteOptions, extra: { readonly?: boolean }): Promise<DataSource> {
  const settings: DataSourceOptions = {
    type: 'better-sqlite3',
    database: options.file,
    entities: options.entities,
    migrations: options.migrations,
    namingStrategy: new SnakeNaming(),
    prepareDatabase: extra.readonly ? prepareReader : prepareWriter,
    ...extra,
  };
  return new DataSource(settings).initialize();
}

function prepareWriter(handle: BetterSqlite3.Database): void {
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  handle.pragma('busy_timeout = 5000');
  // What a savepoint keeps for undoing stays in memory; the log is carried over in larger pieces (16 MB).
  handle.pragma('temp_store = MEMORY');
  handle.pragma('wal_autocheckpoint = 4000');
}

function prepareReader(handle: BetterSqlite3.Database): void {
  handle.pragma('query_only = ON');
  handle.pragma('busy_timeout = 5000');
}

function readerOf(source: DataSource): Reader {
  const statements = new Statements(handleOf(source));
  return new SqliteReader(statements, quickReads(source, statements));
}

function handleOf(source: DataSource): BetterSqlite3.Database {
  return (source.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection;
}

function checkPragmas(handle: BetterSqlite3.Database): void {
  const synchronous = handle.pragma('synchronous', { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, FULL (2) is required`);
  const { version } = handle.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  if (!atLeast(version.split('.').map(Number), OLDEST_SQLITE)) {
    throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or newer is required`);
  }
}

function atLeast(have: number[], want: number[]): boolean {
  const at = want.findIndex((part, i) => part !== have[i]);
  return at < 0 || have[at]! > want[at]!;
}
