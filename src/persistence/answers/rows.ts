import { propertyName } from '../tx.js';

/** What a database answers to a question. */
export interface Rows {
  /** The columns' names in camelCase. */
  columns: string[];
  /** The values of each row. */
  lists: unknown[][];
}

/** The rows of an answer as objects, made anew for whoever asks. */
export function rowsFrom({ columns, lists }: Rows): Record<string, unknown>[] {
  return lists.map((values) => rowFrom(columns, values));
}

/** One row as an object. */
export function rowFrom(columns: string[], values: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at++) row[columns[at]!] = values[at];
  return row;
}

const keys = new Map<string, string>();

/** A column's name in camelCase. */
export function keyOf(column: string): string {
  let key = keys.get(column);
  if (key === undefined) keys.set(column, (key = propertyName(column)));
  return key;
}
