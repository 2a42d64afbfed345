import type BetterSqlite3 from 'better-sqlite3';
import type { Kept as Change, Shape } from '../answers/changes.js';
import { keyOf, rowFrom, type Rows } from '../answers/rows.js';
import type { SqlValue } from '../tx.js';

/** A prepared statement; the rows it reads come back as plain lists, which the driver makes in half the time. */
interface Prepared {
  statement: BetterSqlite3.Statement<SqlValue[]>;
  /** Names of the columns in camelCase; none for a statement that reads nothing. */
  names: string[];
  writes: boolean;
}

/** The prepared statements of one better-sqlite3 handle, kept by their text, and the names of their columns. */
export class Statements {
  /** How many statements that can change the database have been run. */
  writes = 0;
  private readonly prepared = new Map<string, Prepared>();
  private readonly changing = new Map<Shape, Prepared>();

  constructor(private readonly handle: BetterSqlite3.Database) {}

  /** How many rows a statement changed. */
  run(sql: string, params: SqlValue[]): number {
    return this.use(this.of(sql)).run(...params).changes;
  }

  ask(sql: string, params: SqlValue[]): Rows {
    const prepared = this.of(sql);
    return { columns: prepared.names, lists: this.use(prepared).all(...params) as unknown[][] };
  }

  /** The first row of an answer alone. */
  first(sql: string, params: SqlValue[]): Record<string, unknown> | undefined {
    const prepared = this.of(sql);
    const values = this.use(prepared).get(...params) as unknown[] | undefined;
    return values && rowFrom(prepared.names, values);
  }

  /**
   * How many rows a change met, and the number of the last one that was inserted: to ask for it with RETURNING costs as much
   * again as the insert.
   */
  change({ shape, values }: Change): { count: number; number: number } {
    let prepared = this.changing.get(shape);
    if (!prepared) this.changing.set(shape, (prepared = this.of(textOf(shape))));
    const { changes, lastInsertRowid } = this.use(prepared).run(...values);
    return { count: changes, number: Number(lastInsertRowid) };
  }

  private use({ statement, writes }: Prepared): Prepared['statement'] {
    if (writes) this.writes++;
    return statement;
  }

  private of(sql: string): Prepared {
    let prepared = this.prepared.get(sql);
    if (!prepared) this.prepared.set(sql, (prepared = this.prepare(sql)));
    return prepared;
  }

  private prepare(sql: string): Prepared {
    const statement = this.handle.prepare<SqlValue[]>(sql);
    const writes = !statement.readonly;
    if (!statement.reader) return { statement, names: [], writes };
    const names = statement.columns().map(({ name }) => keyOf(name));
    return { statement: statement.raw(true), names, writes };
  }
}

const quote = (column: string) => `"${column}"`;
const equals = (columns: readonly string[], glue: string) => columns.map((column) => `${quote(column)} = ?`).join(glue);

function textOf({ verb, table, names, keys }: Shape): string {
  const where = ` WHERE ${equals(keys, ' AND ')}`;
  if (verb === 'remove') return `DELETE FROM "${table}"${where}`;
  if (verb !== 'insert') return `UPDATE "${table}" SET ${equals(names, ', ')}${where}`;
  return `INSERT INTO "${table}" (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}
