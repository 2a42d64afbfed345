import type { Run, Shape } from './changes.js';
import type { Catalogue, Columns, Reading, Trace } from './reach.js';
import { keyOf as propertyOf, type Rows } from './rows.js';
import type { SqlValue } from '../tx.js';

const MOST_KEPT = 20_000;

interface Kept {
  asked: Rows | Promise<Rows>;
  /** Set when it has come. */
  answer: Rows | null;
}

type Changed = Pick<Run, 'shape' | 'rows'>;

/** The parameters of a question as one text. */
export function keyOf(params: SqlValue[]): string {
  const [first] = params;
  if (params.length === 1 && typeof first === 'string') return first;
  return params.map((value) => (value === null ? '\u0002' : String(value))).join('\u0001');
}

/**
 * Answers of the database that still hold, by statement and parameters: as long as nobody else writes, and after every change
 * of one's own that such a question can see was told by `change`. A row that is sought by its key takes over what is changed
 * of it.
 */
export class Known {
  private readonly kinds = new Map<string, Kind>();
  private readonly seeing = new Map<string, Kind[]>();
  private size = 0;

  constructor(private readonly catalogue: Catalogue) {}

  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** The answer to a question, or its promise where it is still on its way. */
  of(sql: string, key: string): Rows | Promise<Rows> | undefined {
    const kept = this.kinds.get(sql)?.kept.get(key);
    return kept && (kept.answer ?? kept.asked);
  }

  /** Keeps what a question is answered, or will be. */
  keep<T extends Rows | Promise<Rows>>(sql: string, key: string, { reading, params, asked }: Asked<T>): T {
    const kind = this.kindOf(sql, reading);
    if (!kind) return asked;
    if (++this.size > MOST_KEPT) this.forget();
    kind.put(key, params, asked);
    return asked;
  }

  /** Changes are carried out in the database after all questions so far. */
  change(run: Changed): void {
    for (const kind of this.seeing.get(run.shape.table) ?? []) kind.change(run, this.catalogue);
  }

  forget(): void {
    this.size = 0;
    for (const kind of this.kinds.values()) kind.forget();
  }

  private kindOf(sql: string, reading: Reading): Kind | null {
    const known = this.kinds.get(sql);
    if (known) return known;
    if (reading.traces.length === 0) return null;
    const made = new Kind(reading);
    this.kinds.set(sql, made);
    for (const table of new Set(reading.traces.map((trace) => trace.table))) {
      const seeing = this.seeing.get(table);
      if (seeing) seeing.push(made);
      else this.seeing.set(table, [made]);
    }
    return made;
  }
}

interface Asked<T> {
  reading: Reading;
  params: SqlValue[];
  asked: T;
}

/** The questions of one text. */
class Kind {
  readonly kept = new Map<string, Kept>();
  /** Keys of questions by the value of a parameter. */
  private readonly byValue = new Map<number, Map<string, Set<string>>>();

  constructor(private readonly reading: Reading) {
    for (const { sought } of reading.traces) if (sought) this.byValue.set(sought.place, new Map());
  }

  put(key: string, params: SqlValue[], asked: Rows | Promise<Rows>): void {
    const kept: Kept = { asked, answer: asked instanceof Promise ? null : asked };
    this.kept.set(key, kept);
    for (const [place, keys] of this.byValue) {
      const value = String(params[place]);
      const alike = keys.get(value);
      if (alike) alike.add(key);
      else keys.set(value, new Set([key]));
    }
    if (asked instanceof Promise)
      asked.then(
        (answer) => (kept.answer = answer),
        () => undefined,
      );
  }

  change(run: Changed, catalogue: Catalogue): void {
    if (this.kept.size === 0) return;
    for (const trace of this.reading.traces) if (sees(trace, run.shape)) this.changeSeen(trace, run, catalogue);
  }

  forget(): void {
    this.kept.clear();
    for (const keys of this.byValue.values()) keys.clear();
  }

  private changeSeen({ sought }: Trace, run: Changed, catalogue: Catalogue): void {
    const at = sought ? run.shape.known.get(sought.column) : undefined;
    if (!sought || at === undefined) return this.forget();
    const { ofOneRow } = this.reading;
    const columns = ofOneRow && meetsByKey(run.shape, ofOneRow.key) ? catalogue.get(ofOneRow.table)! : null;
    const byValue = this.byValue.get(sought.place)!;
    for (const values of run.rows) {
      const keys = byValue.get(String(values[at]));
      if (!keys) continue;
      for (const key of keys) {
        if (columns && this.rewrite(this.kept.get(key), run.shape, values, columns)) continue;
        this.kept.delete(key);
        keys.delete(key);
      }
    }
  }

  /** Puts new values into a row that was answered; false where that cannot be done. */
  private rewrite(kept: Kept | undefined, { names }: Shape, values: SqlValue[], types: Columns): boolean {
    const list = kept?.answer?.lists[0];
    if (!list || !names.every((name, at) => isStoredAs(types.get(name), values[at]!))) return false;
    const { columns } = kept.answer!;
    const written = [...list];
    names.forEach((name, at) => {
      const column = columns.indexOf(propertyOf(name));
      if (column >= 0) written[column] = values[at];
    });
    kept.answer = { ...kept.answer!, lists: [written] };
    kept.asked = kept.answer;
    return true;
  }
}

/** Whether a question may see a change, the rows aside. */
function sees({ table, words }: Trace, { verb, table: changed, names }: Shape): boolean {
  if (table !== changed) return false;
  return isComing(verb) || words === null || names.some((name) => words.has(name));
}

const isComing = (verb: Shape['verb']) => verb === 'insert' || verb === 'remove';

/** Whether an update meets the row of this key, if there is one, whatever else stands in it. */
function meetsByKey({ verb, names, keys }: Shape, sought: readonly string[]): boolean {
  if (isComing(verb) || sought.some((column) => names.includes(column) || !keys.includes(column))) return false;
  return verb === 'change' || keys.length === sought.length;
}

/** Whether a value is read from its column as it was written. */
function isStoredAs(type: string | undefined, value: SqlValue): boolean {
  if (value === null) return true;
  return type === 'text' ? typeof value === 'string' : type === 'int8' && Number.isSafeInteger(value);
}
