import type { Reach, Sight } from './reach.js';
import { columnName, toSql, type SqlValue } from '../tx.js';

/** `change` is an update that must meet its row. */
export type Verb = 'insert' | 'update' | 'change' | 'remove';

/** What changes of one kind have in common; there is one of each. Names are those of columns. */
export interface Shape {
  readonly verb: Verb;
  readonly table: string;
  /** Columns that are given a value. */
  readonly names: readonly string[];
  /** Columns by which the rows are sought. */
  readonly keys: readonly string[];
  /**
   * Where the values stand that every touched row is known to have, before and after: of an insert all, else the keys that
   * stay.
   */
  readonly known: ReadonlyMap<string, number>;
}

/** One change: the values of the shape's `names`, then those of its `keys`. */
export interface Kept {
  shape: Shape;
  values: SqlValue[];
}

/** Whether a question may see what a change does, by the values that are known of the rows it touches. */
function mayBeSeen(shape: Shape, { table, words, equals }: Reach, has: (column: string, value: string) => boolean) {
  if (table !== shape.table) return false;
  for (const [column, value] of equals) if (shape.known.has(column) && !has(column, value)) return false;
  const isUpdate = shape.verb === 'update' || shape.verb === 'change';
  return !isUpdate || words === null || shape.names.some((name) => words.has(name));
}

export function isSeen({ shape, values }: Kept, sight: Sight): boolean {
  if (sight === 'everything') return true;
  const has = (column: string, value: string) => String(values[shape.known.get(column)!]) === value;
  return sight.some((reach) => mayBeSeen(shape, reach, has));
}

/**
 * Changes of one shape, in order, none of which touches a row of another by what is known of them: they can be carried out as
 * one statement.
 */
export class Run {
  readonly rows: SqlValue[][] = [];
  private readonly asked = new Map<string, { values: Set<string>; upTo: number }>();

  constructor(readonly shape: Shape) {}

  isSeenBy(reach: Reach): boolean {
    return mayBeSeen(this.shape, reach, (column, value) => this.valuesOf(column).has(value));
  }

  /** Whether another change of the table can touch none of these rows. */
  isApartFrom({ shape, values }: Kept): boolean {
    for (const [column, place] of shape.known) {
      if (this.shape.known.has(column) && !this.valuesOf(column).has(String(values[place]))) return true;
    }
    return false;
  }

  /** The values of a column that is known; gathered for the columns that somebody asks for. */
  private valuesOf(column: string): Set<string> {
    let asked = this.asked.get(column);
    if (!asked) this.asked.set(column, (asked = { values: new Set(), upTo: 0 }));
    const place = this.shape.known.get(column)!;
    while (asked.upTo < this.rows.length) asked.values.add(String(this.rows[asked.upTo++]![place]));
    return asked.values;
  }
}

/** Changes that are carried out together. Those of one table keep their order where they may touch the same row. */
export class Changes {
  private tables = new Map<string, Run[]>();

  add(kept: Kept): void {
    const { table } = kept.shape;
    let runs = this.tables.get(table);
    if (!runs) this.tables.set(table, (runs = []));
    runFor(runs, kept).rows.push(kept.values);
  }

  /** Takes over a whole run, after all that is there. */
  addRun(run: Run): void {
    const { table } = run.shape;
    const runs = this.tables.get(table);
    if (runs) runs.push(run);
    else this.tables.set(table, [run]);
  }

  areSeenBy(sight: Sight): boolean {
    if (this.tables.size === 0) return false;
    if (sight === 'everything') return true;
    return sight.some((reach) => this.tables.get(reach.table)?.some((run) => run.isSeenBy(reach)));
  }

  /** In the order in which they can be carried out. */
  runs(): Run[] {
    return [...this.tables.values()].flat();
  }

  /** Hands over all of them and is empty. */
  take(): Run[] {
    const runs = this.runs();
    this.tables = new Map();
    return runs;
  }
}

/** The last run of this shape, where the change may go before all that came after it; else a new one. */
function runFor(runs: Run[], kept: Kept): Run {
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at]!;
    const alike = run.shape === kept.shape;
    if (alike && kept.shape.verb === 'insert') return run;
    const apart = run.isApartFrom(kept);
    if (alike && apart) return run;
    if (!apart) break;
  }
  const made = new Run(kept.shape);
  runs.push(made);
  return made;
}

const shapes: Record<Verb, Map<string, [properties: string[], keys: string[], shape: Shape][]>> = {
  insert: new Map(),
  update: new Map(),
  change: new Map(),
  remove: new Map(),
};

/** A change with its values as they are stored; members that are undefined are left alone. */
export function keptChange(verb: Verb, table: string, changes: object, where: object): Kept {
  const properties: string[] = [];
  const values: SqlValue[] = [];
  for (const name of Object.keys(changes)) {
    const value = (changes as Record<string, unknown>)[name];
    if (value === undefined) continue;
    properties.push(name);
    values.push(toSql(value));
  }
  const keys = Object.keys(where);
  for (const name of keys) values.push(toSql((where as Record<string, unknown>)[name]));
  return { shape: shapeOf(verb, table, properties, keys), values };
}

/** The same change as another verb. */
export function asVerb({ shape, values }: Kept, verb: Verb): Kept {
  return { shape: { ...shape, verb }, values };
}

function shapeOf(verb: Verb, table: string, properties: string[], keys: string[]): Shape {
  let known = shapes[verb].get(table);
  if (!known) shapes[verb].set(table, (known = []));
  const found = known.find(([names, sought]) => equal(names, properties) && equal(sought, keys));
  if (found) return found[2];
  const shape = makeShape(verb, table, properties.map(columnName), keys.map(columnName));
  known.push([properties, keys, shape]);
  return shape;
}

function makeShape(verb: Verb, table: string, names: string[], keys: string[]): Shape {
  const places = keys.map((key, at): [string, number] => [key, names.length + at]);
  const staying = places.filter(([key]) => !names.includes(key));
  const known = new Map(verb === 'insert' ? names.map((name, at): [string, number] => [name, at]) : staying);
  return { verb, table, names, keys, known };
}

function equal(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
