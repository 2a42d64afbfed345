import { Changes, Run, type Shape } from './changes.js';
import type { SqlValue } from '../tx.js';

/** What a node learns when its turn has come of what others have changed since its last one; 'anything' where nobody told. */
export type Told = Changes | 'anything';

/** What others wrote down since this session's last group. */
export const ASK_TOLD = `SELECT number, changes FROM qiantou_nodes.told
  WHERE number > coalesce(nullif(current_setting('qiantou.turn', true), '')::int8, 9223372036854775807)`;

/** A number that stands there already is of a server that counted its transactions anew. */
export const TELL = `INSERT INTO qiantou_nodes.told (number, changes) VALUES (pg_current_xact_id()::text::int8, ?)
  ON CONFLICT (number) DO UPDATE SET changes = excluded.changes`;

/** Whoever was away for so many transactions knows nothing any more. */
export const FORGET_TOLD = `DELETE FROM qiantou_nodes.told
  WHERE number NOT BETWEEN pg_current_xact_id()::text::int8 - 1000 AND pg_current_xact_id()::text::int8`;

/** Longer values tell nobody which row is meant. */
const LONGEST = 64;
/** A group that changed more is told as one that may have changed anything. */
const MOST_CHARACTERS = 200_000;

type ToldRun = [verb: Shape['verb'], table: string, names: readonly string[], known: string[], rows: SqlValue[][]];

/** The changes of a group in few words: of each row only what is known of it before and after; null where they are too many. */
export function wordsOf(runs: readonly Run[]): string | null {
  const text = JSON.stringify(runs.map(inShort));
  return text.length <= MOST_CHARACTERS ? text : null;
}

function inShort({ shape, rows }: Run): ToldRun {
  const known = [...shape.known].filter(([, place]) => rows.every((values) => isShort(values[place]!)));
  const places = known.map(([, place]) => place);
  const names = shape.verb === 'insert' ? [] : shape.names;
  return [shape.verb, shape.table, names, known.map(([name]) => name), rows.map((row) => places.map((at) => row[at]!))];
}

function isShort(value: SqlValue): boolean {
  return typeof value === 'string'
    ? value.length <= LONGEST
    : !(value instanceof Uint8Array) && typeof value !== 'bigint';
}

/**
 * The changes that were told, oldest first.
 * @param rows what was written down, its number and its words
 * @param between this session's last transaction and the one it is in: each number between them has to be told
 */
export function toldIn(rows: readonly unknown[][], [last, own]: readonly [number, number]): Told {
  const changes = new Changes();
  const inside = rows.filter(([number]) => (number as number) > last && (number as number) < own);
  if (last === 0 || inside.length !== rows.length || inside.length !== own - last - 1) return 'anything';
  for (const [, words] of inside) {
    if (words === null) return 'anything';
    for (const run of JSON.parse(words as string) as ToldRun[]) changes.addRun(runOf(run));
  }
  return changes;
}

/** Without its keys nobody takes its values over into a row he knows. */
function runOf([verb, table, names, known, rows]: ToldRun): Run {
  const run = new Run({ verb, table, names, keys: [], known: new Map(known.map((name, at) => [name, at])) });
  run.rows.push(...rows);
  return run;
}
