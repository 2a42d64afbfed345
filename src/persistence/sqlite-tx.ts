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
    const [names, values] = given(row);
    this.prepare(sqlOf('insert', table, names, NONE)).run(...values);
  }

  async update(table: string, changes: object, where: object): Promise<number> {
    const [names, values] = given(changes);
    if (names.length === 0) return 0;
    const [keys, sought] = condition(where);
    return this.prepare(sqlOf('update', table, names, keys)).run(...values, ...sought).changes;
  }

  async remove(table: string, where: object): Promise<number> {
    const [keys, sought] = condition(where);
    return this.prepare(sqlOf('remove', table, NONE, keys)).run(...sought).changes;
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
    return this.statements.prepare(sql);
  }
}

const NONE: string[] = [];
const texts = new Map<string, string>();

/** The statement for a table and its columns; its text is made once for each combination. */
function sqlOf(verb: keyof typeof SQL, table: string, names: string[], where: string[]): string {
  const shape = `${verb} ${table} ${names.join()} ${where.join()}`;
  let text = texts.get(shape);
  if (!text) texts.set(shape, (text = SQL[verb](table, names, where)));
  return text;
}

const quote = (property: string) => `"${columnName(property)}"`;
const equals = (names: string[], glue: string) => names.map((name) => `${quote(name)} = ?`).join(glue);

const SQL = {
  insert: (table: string, names: string[]) =>
    `INSERT INTO "${table}" (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  update: (table: string, names: string[], where: string[]) =>
    `UPDATE "${table}" SET ${equals(names, ', ')} WHERE ${equals(where, ' AND ')}`,
  remove: (table: string, _names: string[], where: string[]) =>
    `DELETE FROM "${table}" WHERE ${equals(where, ' AND ')}`,
};

/** Names and stored values of the members that are given; undefined ones are left alone. */
function given(row: object): [names: string[], values: SqlValue[]] {
  const names: string[] = [];
  const values: SqlValue[] = [];
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    names.push(name);
    values.push(toSql(value));
  }
  return [names, values];
}

/** The condition of a change; one without any would strike the whole table. */
function condition(where: object): [names: string[], values: SqlValue[]] {
  const names = Object.keys(where);
  if (names.length === 0) throw new Error('a change without a condition');
  return [names, Object.values(where).map(toSql)];
}
