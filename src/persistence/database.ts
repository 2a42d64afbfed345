import { Refusal } from '../shared/errors.js';
import type { Opened, OpenOptions } from './opened.js';
import { openPostgres } from './postgres/open.js';
import { openSqlite } from './sqlite/open.js';
import type { Reader, Tx } from './tx.js';

/** Where the database is: `url` of a PostgreSQL server, else `file`, the path of a SQLite file or ':memory:'. */
export type DatabaseOptions = OpenOptions & { file?: string; url?: string };

/** One database: a writer, and readers on connections of their own that cannot write. */
export class Database {
  private constructor(
    private readonly opened: Opened,
    readonly reader: Reader,
  ) {}

  /**
   * Opens the database, brings its schema up to date, and checks what durability rests on. Refusals: newer_schema,
   * database_away, database_refused, database_unfit.
   */
  static async open({ file, url, ...options }: DatabaseOptions): Promise<Database> {
    const opened = url
      ? await openPostgres({ ...options, url })
      : await openSqlite({ ...options, file: file ?? ':memory:' });
    return new Database(opened, opened.reader);
  }

  /** One durable transaction; see SqliteWriter and PostgresWriter. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { writer } = this.opened;
    if (!writer) throw new Refusal('read_only', '数据库以只读方式打开，不能写入。请先停止其他命令后重试。');
    return writer.write(work);
  }

  /** Does something that no other node on this database may do at the same time, such as filling an empty one. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.opened.alone(work);
  }

  /**
   * Reads that all see the database as it stood when they began, whatever is committed meanwhile, on a connection of
   * their own. What such work holds back (the SQLite log's truncation, PostgreSQL's vacuum) waits until it ends. Not for a
   * database in memory, which has one connection only.
   */
  atOneMoment<T>(work: (read: Reader) => Promise<T>): Promise<T> {
    return this.opened.atOneMoment(work);
  }

  async close(): Promise<void> {
    await this.opened.writer?.idle();
    await this.opened.close();
  }
}
