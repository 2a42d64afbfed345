import { columnsOf } from './arrays.js';
import type { Kept, Run, Shape } from '../answers/changes.js';
import { isElementType, type Catalogue, type ElementType } from '../answers/reach.js';
import type { SqlValue } from '../tx.js';

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

/** A statement with its parameters, in the order of its places. */
export type Question = [sql: string, params: SqlValue[]];

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const equals = (names: readonly string[], glue: string) => names.map((name) => `"${name}" = ?`).join(glue);

/** A statement that changes rows of one table. */
export interface Change {
  table: string;
  sql: string;
  params: SqlValue[];
  /** How many rows it must change; null for any number. */
  mustMeet: number | null;
}

/** One change as a statement of its own. */
export function single({ shape, values }: Kept): Change {
  let sql = singles.get(shape);
  if (sql === undefined) singles.set(shape, (sql = singleText(shape)));
  return { table: shape.table, sql, params: values, mustMeet: shape.verb === 'change' ? 1 : null };
}

/** All changes of a run as one statement; null where the values of a column cannot be handed over in a list. */
export function together({ shape, rows }: Run, catalogue: Catalogue): Change | null {
  let made = togethers.get(shape);
  if (made === undefined) togethers.set(shape, (made = makeTogether(shape, catalogue)));
  const columns = made && columnsOf(made.types, rows);
  if (!columns) return null;
  return {
    table: shape.table,
    sql: made!.text,
    params: columns,
    mustMeet: shape.verb === 'change' ? rows.length : null,
  };
}

/**
 * Changes of different tables as one statement. Where one changes fewer rows than it must, it fails (a division by zero), and
 * what is sent with it is not carried out.
 */
export function asOne(changes: readonly Change[]): Question {
  const [first] = changes;
  if (changes.length === 1 && first!.mustMeet === null) return [first!.sql, first!.params];
  const parts = changes.map(
    ({ sql, mustMeet }, at) => `part${at} AS (${sql}${mustMeet === null ? '' : ' RETURNING 1'})`,
  );
  const counts = changes.flatMap(({ mustMeet }, at) => (mustMeet === null ? [] : [at]));
  const met = counts.map((at) => `(SELECT count(*) FROM part${at}) = ?::int8`).join(' AND ') || 'true';
  const params = [...changes.flatMap((one) => one.params), ...counts.map((at) => changes[at]!.mustMeet)];
  return [`WITH ${parts.join(', ')} SELECT 1 / (${met})::int`, params];
}

/** Texts made once for each shape. */
const singles = new WeakMap<Shape, string>();
const togethers = new WeakMap<Shape, Together | null>();

interface Together {
  text: string;
  types: ElementType[];
}

function singleText({ verb, table, names, keys }: Shape): string {
  const where = ` WHERE ${equals(keys, ' AND ')}`;
  if (verb === 'insert') return `INSERT INTO "${table}" (${quoted(names)}) VALUES (${names.map(() => '?').join(', ')})`;
  if (verb === 'remove') return `DELETE FROM "${table}"${where}`;
  return `UPDATE "${table}" SET ${equals(names, ', ')}${where}`;
}

function makeTogether(shape: Shape, catalogue: Catalogue): Together | null {
  const columns = catalogue.get(shape.table);
  const types = [...shape.names, ...shape.keys].map((name) => columns?.get(name) ?? '');
  return types.every(isElementType) ? { types, text: togetherText(shape, types) } : null;
}

function togetherText({ verb, table, names, keys }: Shape, types: ElementType[]): string {
  const given = `${listed(types)} AS given (${places(types)})`;
  const value = (_: string, at: number) => `given.v${at}`;
  if (verb === 'insert') return `INSERT INTO "${table}" (${quoted(names)}) SELECT ${names.map(value)} FROM ${given}`;
  const met = keys.map((key, at) => `kept."${key}" = given.v${names.length + at}`).join(' AND ');
  if (verb === 'remove') return `DELETE FROM "${table}" AS kept USING ${given} WHERE ${met}`;
  const set = names.map((name, at) => `"${name}" = given.v${at}`).join(', ');
  return `UPDATE "${table}" AS kept SET ${set} FROM ${given} WHERE ${met}`;
}

/** Lists of values side by side, one for each column. */
const listed = (types: readonly ElementType[]) => `unnest(${types.map((type) => `?::${type}[]`).join(', ')})`;
const places = (types: readonly ElementType[]) => types.map((_, at) => `v${at}`).join(', ');

/** Questions that are alike but for their parameters as one: `place` in the answer is that of the question, from 1. */
export function allAtOnce(sql: string, types: ElementType[], params: readonly SqlValue[][]): Question | null {
  const columns = columnsOf(types, params);
  if (!columns) return null;
  let place = 0;
  const inner = sql.replace(QUOTED_OR_PLACE, (part) => (part === '?' ? `asked_together.v${place++}` : part));
  const asked = `${listed(types)} WITH ORDINALITY AS asked_together (${places(types)}, place)`;
  return [`SELECT asked_together.place, answer.* FROM ${asked} CROSS JOIN LATERAL (${inner}) AS answer`, columns];
}
