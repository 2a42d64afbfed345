import { columnName, toSql, type SqlValue } from './tx.js';

/** A statement as PostgreSQL takes it: numbered parameters, and the name under which a connection keeps it prepared. */
export interface Statement {
  text: string;
  /** None beyond the first thousand shapes: each would stay in the server's memory. */
  name: string | undefined;
}

const MOST_NAMED = 1_000;
const QUOTED_OR_PLACE = /'(?:[^']|'')*'|"[^"]*"|\?/g;

const known = new Map<string, Statement>();

/** The statement for a text with `?` as places of its parameters; worked out once for each text. */
export function statementOf(sql: string): Statement {
  const found = known.get(sql);
  if (found) return found;
  if (known.size >= MOST_NAMED) return { text: numbered(sql), name: undefined };
  const statement = { text: numbered(sql), name: `qiantou_${known.size}` };
  known.set(sql, statement);
  return statement;
}

/** Places of parameters: `?` outside of quotes → `$1`, `$2` … */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(QUOTED_OR_PLACE, (part) => (part === '?' ? `$${++count}` : part));
}

/** A change with its parameters, in the order of its places. */
export type Change = [sql: string, params: SqlValue[]];

const quote = (property: string) => `"${columnName(property)}"`;
const equals = (row: object, glue: string) =>
  Object.keys(row)
    .map((name) => `${quote(name)} = ?`)
    .join(glue);
const valuesOf = (row: object) => Object.values(row).map(toSql);

export function insertion(table: string, row: object): Change {
  const given = withoutUndefined(row);
  const places = Object.keys(given).map(() => '?');
  return [
    `INSERT INTO "${table}" (${Object.keys(given).map(quote).join(', ')}) VALUES (${places.join(', ')})`,
    valuesOf(given),
  ];
}

/** Null when nothing is to be changed. */
export function updating(table: string, changes: object, where: object): Change | null {
  const given = withoutUndefined(changes);
  if (Object.keys(given).length === 0) return null;
  const sql = `UPDATE "${table}" SET ${equals(given, ', ')} WHERE ${condition(where)}`;
  return [sql, [...valuesOf(given), ...valuesOf(where)]];
}

export function removal(table: string, where: object): Change {
  return [`DELETE FROM "${table}" WHERE ${condition(where)}`, valuesOf(where)];
}

/** The condition of a change; one without any would strike the whole table. */
function condition(where: object): string {
  if (Object.keys(where).length === 0) throw new Error('a change without a condition');
  return equals(where, ' AND ');
}

function withoutUndefined(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
