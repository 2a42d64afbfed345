import type { QueryResult } from 'pg';
import { propertyName } from './tx.js';

type Row = Record<string, unknown>;
type Parse = (text: string) => unknown;

const BOOL = 16;
const INT8 = 20;
const NUMERIC = 1_700;
const asIs: Parse = (text) => text;
const parsers = new Map<number, Parse>([
  [BOOL, (text) => (text === 't' ? 1 : 0)],
  ...[INT8, 21, 23, 26, 700, 701, NUMERIC].map((oid): [number, Parse] => [oid, Number]),
]);

/** Values as SQLite gives them: every number a number, truth 1 or 0, all else text. */
export const types = { getTypeParser: (oid: number): Parse => parsers.get(oid) ?? asIs };

const names = new Map<string, string>();

/** Rows with camelCase keys from an answer in lists of values. */
export function rowsOf({ fields, rows }: QueryResult<unknown[]>): Row[] {
  const keys = fields.map(({ name }) => propertyOf(name));
  return rows.map((values) => {
    const row: Row = {};
    for (let at = 0; at < keys.length; at++) row[keys[at]!] = values[at];
    return row;
  });
}

function propertyOf(column: string): string {
  let name = names.get(column);
  if (name === undefined) names.set(column, (name = propertyName(column)));
  return name;
}
