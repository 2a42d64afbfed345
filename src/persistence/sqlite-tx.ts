import type BetterSqlite3 from 'better-sqlite3';
import { columnName, propertyName, toSql, type ReadManager, type SqlValue, type Tx } from './tx.js';

type Row = Record<string, unknown>;

/** The prepared statements of one better-sqlite3 handle, kept by their text, and the names of its columns. */
export class Statements {
  private readonly statements = new Map<string, BetterSqlite3.Statement>();
  private readonly keys = new Map<string, string>();

  constructor(private readonly handle: BetterSqlite3.Database) {}

  prepare(sql: string): BetterSqlite3.Statement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.handle.prepare(sql)));
    return statement;
  }

  /** A row with camelCase keys. */
  camel(row: Row): Row {
    const out: Row = {};
    for (const column in row) out[this.key(column)] = row[column];
    return out;
  }

  private key(column: string): string {
    let key = this.keys.get(column);
    if (!key) this.keys.set(column, (key = propertyName(column)));
    return key;
  }
}

/** One transaction's SQL; once closed it takes no more, so a forgotten `await` cannot write into the next command. */
export class SqliteTx implements Tx {
  private closed = false;

  constructor(
    private readonly statements: Statements,
    readonly manager: ReadManager,
  ) {}

  /** Called by the writer when the transaction's work is done. */
  close(): void {
    this.closed = true;
  }

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return (this.prepare(sql).all(...params) as Row[]).map((row) => this.statements.camel(row)) as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    const row = this.prepare(sql).get(...params) as Row | undefined;
    return row && (this.statements.camel(row) as T);
  }

  async run(sql: string, params: SqlValue[] = []): Promise<number> {
    return this.prepare(sql).run(...params).changes;
  }

  async insert(table: string, row: object): Promise<void> {
    const entries = Object.entries(row).filter(([, value]) => value !== undefined);
    const columns = entries.map(([key]) => quote(key)).join(', ');
    const places = entries.map(() => '?').join(', ');
    await this.run(
      `INSERT INTO "${table}" (${columns}) VALUES (${places})`,
      entries.map(([, v]) => toSql(v)),
    );
  }

  async update(table: string, changes: object, where: object): Promise<number> {
    const sets = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (sets.length === 0) return 0;
    const sql = `UPDATE "${table}" SET ${sets.map(([k]) => `${quote(k)} = ?`).join(', ')}${whereSql(where)}`;
    return this.run(sql, [...sets.map(([, v]) => toSql(v)), ...Object.values(where).map(toSql)]);
  }

  async remove(table: string, where: object): Promise<number> {
    return this.run(`DELETE FROM "${table}"${whereSql(where)}`, Object.values(where).map(toSql));
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
    return this.statements.prepare(sql);
  }
}

const quote = (property: string) => `"${columnName(property)}"`;

function whereSql(where: object): string {
  const keys = Object.keys(where);
  if (keys.length === 0) throw new Error('a change without a condition');
  return ` WHERE ${keys.map((key) => `${quote(key)} = ?`).join(' AND ')}`;
}
