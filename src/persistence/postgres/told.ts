import { Changes, Run, type Shape } from '../answers/changes.js';
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

/** Longer values, as hashes are, tell nobody which row is meant. */
const LONGEST = 40;
/** A group that changed more is told as one that may have changed anything. */
const MOST_CHARACTERS = 200_000;

/** A column with its value in each row; one value alone is that of all rows. */
type ToldColumn = [name: string, values: SqlValue[]];
type ToldRun = [verb: Shape['verb'], table: string, names: readonly string[], rows: number, columns: ToldColumn[]];

/** The changes of a group in few words: of each row only what is known of it before and after; null where they are too many. */
export function wordsOf(runs: readonly Run[]): string | null {
  const text = JSON.stringify(runs.map(inShort));
  return text.length <= MOST_CHARACTERS ? text : null;
}

function inShort({ shape, rows }: Run): ToldRun {
  const names = shape.verb === 'insert' ? [] : shape.names;
  const columns: ToldColumn[] = [];
  for (const [name, place] of shape.known) {
    const values = rows.map((row) => row[place]!);
    if (values.every(isShort))
      columns.push([name, values.every((value) => value === values[0]) ? [values[0]!] : values]);
  }
  return [shape.verb, shape.table, names, rows.length, columns];
}

/** Rows are sought by words; numbers are counters and moments. */
function isShort(value: SqlValue): boolean {
  return value === null || (typeof value === 'string' && value.length <= LONGEST);
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
function runOf([verb, table, names, rows, columns]: ToldRun): Run {
  const run = new Run({ verb, table, names, keys: [], known: new Map(columns.map(([name], place) => [name, place])) });
  for (let at = 0; at < rows; at++) run.rows.push(columns.map(([, values]) => values[values.length === 1 ? 0 : at]!));
  return run;
}
