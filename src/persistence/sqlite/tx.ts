import type BetterSqlite3 from 'better-sqlite3';
import { columnName, propertyName, toSql, type ReadManager, type SqlValue, type Tx } from '../tx.js';

type Row = Record<string, unknown>;

/** A prepared statement; the rows it reads come back as plain lists, which the driver makes in half the time. */
interface Kept {
  statement: BetterSqlite3.Statement<SqlValue[]>;
  /** Names of the columns in camelCase; none for a statement that reads nothing. */
  names: string[];
  writes: boolean;
}

/** The prepared statements of one better-sqlite3 handle, kept by their text, and the names of their columns. */
export class Statements {
  /** How many statements that can change the database have been run. */
  writes = 0;
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly handle: BetterSqlite3.Database) {}

  run(sql: string, params: SqlValue[]): number {
    return this.keep(sql).statement.run(...params).changes;
  }

  /** Inserts a row and returns the row number that it was given. */
  insertNumbered(sql: string, params: SqlValue[]): number {
    return Number(this.keep(sql).statement.run(...params).lastInsertRowid);
  }

  /** The first row with camelCase keys. */
  get(sql: string, params: SqlValue[]): Row | undefined {
    const { statement, names } = this.keep(sql);
    const values = statement.get(...params) as unknown[] | undefined;
    return values && named(names, values);
  }

  /** All rows with camelCase keys. */
  all(sql: string, params: SqlValue[]): Row[] {
    const { statement, names } = this.keep(sql);
    return (statement.all(...params) as unknown[][]).map((values) => named(names, values));
  }

  /** The first row as a list of values. */
  getList(sql: string, params: SqlValue[]): unknown[] | undefined {
    return this.keep(sql).statement.get(...params) as unknown[] | undefined;
  }

  /** All rows as lists of values. */
  allLists(sql: string, params: SqlValue[]): unknown[][] {
    return this.keep(sql).statement.all(...params) as unknown[][];
  }

  private keep(sql: string): Kept {
    let kept = this.kept.get(sql);
    if (!kept) this.kept.set(sql, (kept = this.prepare(sql)));
    if (kept.writes) this.writes++;
    return kept;
  }

  private prepare(sql: string): Kept {
    const statement = this.handle.prepare<SqlValue[]>(sql);
    const writes = !statement.readonly;
    if (!statement.reader) return { statement, names: [], writes };
    const names = statement.columns().map(({ name }) => propertyName(name));
    return { statement: statement.raw(true), names, writes };
  }
}

function named(names: string[], values: unknown[]): Row {
  const row: Row = {};
  for (let at = 0; at < names.length; at++) row[names[at]!] = values[at];
  return row;
}

/** One transaction's SQL; once closed it takes no more, so a forgotten `await` cannot write into the next command. */
export class SqliteTx implements Tx {
  private closed = false;
  private readonly before: number;

  constructor(
    private readonly statements: Statements,
    readonly manager: ReadManager,
    readonly epoch?: number,
  ) {
    this.before = statements.writes;
  }

  /** Whether anything may have been changed since it was opened. */
  get wrote(): boolean {
    return this.statements.writes !== this.before;
  }

  /** Called by the writer when the transaction's work is done. */
  close(): void {
    this.closed = true;
  }

  async all<T>(sql: string, params: SqlValue[] = []): Promise<T[]> {
    return this.open().all(sql, params) as T[];
  }

  async get<T>(sql: string, params: SqlValue[] = []): Promise<T | undefined> {
    return this.open().get(sql, params) as T | undefined;
  }

  async run(sql: string, params: SqlValue[] = []): Promise<number> {
    return this.open().run(sql, params);
  }

  async insert(table: string, row: object): Promise<void> {
    const [names, values] = given(row);
    this.open().run(sqlOf('insert', table, names, NONE), values);
  }

  /** A number that SQLite draws is the row's own: to ask for it with RETURNING costs as much again as the insert. */
  async append(table: string, row: object): Promise<number> {
    const [names, values] = given(row);
    return this.open().insertNumbered(sqlOf('insert', table, names, NONE), values);
  }

  async change(table: string, changes: object, where: object, otherwise: () => Error): Promise<void> {
    if (this.changed(table, changes, where) !== 1) throw otherwise();
  }

  async update(table: string, changes: object, where: object): Promise<number> {
    return this.changed(table, changes, where);
  }

  private changed(table: string, changes: object, where: object): number {
    const [names, values] = given(changes);
    if (names.length === 0) return 0;
    const [keys, sought] = condition(where);
    return this.open().run(sqlOf('update', table, names, keys), [...values, ...sought]);
  }

  async remove(table: string, where: object): Promise<number> {
    const [keys, sought] = condition(where);
    return this.open().run(sqlOf('remove', table, NONE, keys), sought);
  }

  private open(): Statements {
    if (this.closed) throw new Error('the transaction has ended; a call to it was not awaited');
    return this.statements;
  }
}

const NONE: string[] = [];

/** The columns that a statement gives and asks for, with its text. */
interface Shape {
  names: string[];
  where: string[];
  text: string;
}

type Verb = keyof typeof SQL;
const shapes: Record<Verb, Map<string, Shape[]>> = {
  insert: new Map(),
  update: new Map(),
  remove: new Map(),
};

/** The statement for a table and its columns; its text is made once for each combination, of which a table has few. */
function sqlOf(verb: Verb, table: string, names: string[], where: string[]): string {
  let known = shapes[verb].get(table);
  if (!known) shapes[verb].set(table, (known = []));
  const found = known.find((shape) => same(shape.names, names) && same(shape.where, where));
  if (found) return found.text;
  const text = SQL[verb](table, names, where);
  known.push({ names, where, text });
  return text;
}

function same(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
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
  for (const name of Object.keys(row)) {
    const value = (row as Record<string, unknown>)[name];
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
