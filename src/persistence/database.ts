import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { Refusal } from '../shared/errors.js';
import { SnakeNaming } from './naming.js';
import { quickReads } from './quick-reads.js';
import { SqliteTx, Statements } from './sqlite-tx.js';
import { SqliteWriter } from './sqlite-writer.js';
import type { Reader, Tx } from './tx.js';

export interface DatabaseOptions {
  /** Path of the SQLite file, or ':memory:'. */
  file: string;
  entities: MixedList<new () => object>;
  migrations: MixedList<new () => object>;
  /** Open for reading only: no migration, no writer. */
  readOnly?: boolean;
  /** Called when the disk can no longer be trusted; default: the process ends. */
  stop?: (error: unknown) => void;
}

const OLDEST_SQLITE = [3, 51, 3];

/** One database: a writer, and a reader on a connection of its own that cannot write. */
export class Database {
  private constructor(
    private readonly sources: DataSource[],
    readonly reader: Reader,
    private readonly writer: SqliteWriter | null,
  ) {}

  /** Opens the file, brings its schema up to date, and checks the pragmas that durability rests on. */
  static async open(options: DatabaseOptions): Promise<Database> {
    if (options.readOnly) return Database.openForReading(options);
    const main = await connect(options, {});
    await main.runMigrations({ transaction: 'each' });
    const handle = handleOf(main);
    checkPragmas(handle);
    const statements = new Statements(handle);
    const reads = quickReads(main, statements);
    const openTx = () => new SqliteTx(statements, reads);
    const writer = new SqliteWriter(handle, openTx, options.stop);
    if (options.file === ':memory:') return new Database([main], openTx(), writer);
    const reading = await connect(options, { readonly: true });
    return new Database([main, reading], readerOf(reading), writer);
  }

  private static async openForReading(options: DatabaseOptions): Promise<Database> {
    const reading = await connect(options, { readonly: true });
    return new Database([reading], readerOf(reading), null);
  }

  /** One durable transaction; see SqliteWriter. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!this.writer) throw new Refusal('read_only', '数据库以只读方式打开，不能写入。请先停止其他命令后重试。');
    return this.writer.write(work);
  }

  async close(): Promise<void> {
    await this.writer?.idle();
    for (const source of this.sources) await source.destroy();
  }
}

async function connect(options: DatabaseOptions, extra: { readonly?: boolean }): Promise<DataSource> {
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
  return new SqliteTx(statements, quickReads(source, statements));
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
