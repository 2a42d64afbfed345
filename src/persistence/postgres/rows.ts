import type { QueryResult } from 'pg';
import { keyOf } from '../answers/rows.js';

export type Parse = (text: string) => unknown;

/** Types of PostgreSQL whose values are numbers: int8, int2, int4, oid, float4, float8, numeric. */
const NUMBERS = [20, 21, 23, 26, 700, 701, 1_700];
const BOOL = 16;

const asIs: Parse = (text) => text;
const parsers = new Map<number, Parse>(NUMBERS.map((oid) => [oid, Number]));
parsers.set(BOOL, (text) => (text === 't' ? 1 : 0));

/** How a value of a type is read so that it is as SQLite gives it: every number a number, truth 1 or 0, all else text. */
export function parserOf(oid: number): Parse {
  return parsers.get(oid) ?? asIs;
}

/** The same for the driver's own queries. */
export const types = { getTypeParser: parserOf };

/** Rows with camelCase keys from an answer in lists of values. */
export function rowsOf({ fields, rows }: QueryResult<unknown[]>): Record<string, unknown>[] {
  const names = fields.map(({ name }) => keyOf(name));
  return rows.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])));
}
