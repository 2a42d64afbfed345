import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { HEAD_SQL, PAGE, type LogHead, type Row, type RowTarget, type Table } from './rows.js';
import type { Migrations } from './schema.js';

const TABLES = `SELECT name FROM sqlite_master
  WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migrations' ORDER BY name`;

/** A copy as of one moment, on a connection of its own that cannot write the source. Returns the number of events. */
export function copyDatabase(source: string, copy: string): number {
  const handle = new BetterSqlite3(source, { readonly: true, fileMustExist: true });
  try {
    handle.prepare('VACUUM INTO ?').run(copy);
  } finally {
    handle.close();
  }
  return eventsIn(copy);
}

/** How many events the database file holds. Throws when it is none. */
export function eventsIn(file: string): number {
  const handle = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return (handle.prepare('SELECT count(*) AS events FROM event').get() as { events: number }).events;
  } finally {
    handle.close();
  }
}

/** Does something with the rows of a file that is not written. */
export async function readSqlite<T>(file: string, work: (rows: SqliteRows) => Promise<T>): Promise<T> {
  const handle = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return await work(new SqliteRows(handle));
  } finally {
    handle.close();
  }
}

/** Makes a new file with the tables of the migrations, and fills it in one transaction. */
export async function fillSqlite(
  file: string,
  migrations: Migrations,
  work: (rows: SqliteRows) => Promise<void>,
): Promise<void> {
  const source = await new DataSource({ type: 'better-sqlite3', database: file, migrations }).initialize();
  await source.runMigrations({ transaction: 'each' }).finally(() => source.destroy());
  const handle = new BetterSqlite3(file, { fileMustExist: true });
  try {
    handle.exec('BEGIN');
    await work(new SqliteRows(handle));
    handle.exec('COMMIT');
  } finally {
    handle.close();
  }
}

/** The rows of a SQLite file. */
export class SqliteRows implements RowTarget {
  constructor(private readonly handle: BetterSqlite3.Database) {}

  tables(): Promise<Table[]> {
    const names = this.handle.prepare(TABLES).pluck().all() as string[];
    return Promise.resolve(names.map((name) => this.table(name)));
  }

  migrations(): Promise<string[]> {
    return Promise.resolve(this.handle.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[]);
  }

  async *pages({ name, columns, key }: Table): AsyncGenerator<Row[]> {
    const sql = `SELECT ${quoted(columns)} FROM "${name}" ORDER BY ${quoted(key)}`;
    let page: Row[] = [];
    for (const row of this.handle.prepare(sql).raw().iterate() as IterableIterator<Row>) {
      page.push(row);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    yield page;
  }

  insert({ name, columns }: Table, rows: Row[]): Promise<void> {
    const places = columns.map(() => '?').join(', ');
    const statement = this.handle.prepare(`INSERT INTO "${name}" (${quoted(columns)}) VALUES (${places})`);
    return new Promise((resolve) => {
      for (const row of rows) statement.run(row);
      resolve();
    });
  }

  /** A drawn number is the row's own: the next one is behind the highest by itself. */
  numberOn(): Promise<void> {
    return Promise.resolve();
  }

  log(): Promise<LogHead> {
    return Promise.resolve(this.handle.prepare(HEAD_SQL).get() as LogHead);
  }

  private table(name: string): Table {
    const columns = this.handle.pragma(`table_info("${name}")`) as { name: string; pk: number }[];
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
  }
}

function quoted(columns: string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
