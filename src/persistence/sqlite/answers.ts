import type { Kept as Change } from '../answers/changes.js';
import { keyOf, Known } from '../answers/known.js';
import { Reading, type Catalogue } from '../answers/reach.js';
import type { Rows } from '../answers/rows.js';
import type { SqlValue } from '../tx.js';
import type { Statements } from './statements.js';

/** Longer answers are asked for anew. */
const MOST_ROWS_KEPT = 100;

/**
 * What the writer's connection answers: what was read once is not read again as long as nobody else wrote, nothing was undone
 * and no change of one's own touched it.
 */
export class Answers {
  private readonly known: Known;
  private readonly readings = new Map<string, Reading | null>();
  private epoch: number | undefined;

  constructor(
    private readonly statements: Statements,
    private readonly catalogue: Catalogue,
  ) {
    this.known = new Known(catalogue);
  }

  /** Begins a piece of work; what was known in another epoch (see Tx) is forgotten. */
  begin(epoch: number): void {
    if (epoch !== this.epoch) this.known.forget();
    this.epoch = epoch;
  }

  /** The answer to a question; any other statement is carried out. */
  ask(sql: string, params: SqlValue[]): Rows {
    const reading = this.readingOf(sql);
    if (!reading) return this.unknown(() => this.statements.ask(sql, params));
    const key = keyOf(params);
    return (this.known.of(sql, key) as Rows | undefined) ?? this.asked(reading, sql, key, params);
  }

  /** Carries out a change; how many rows it met, and the number of the last one that was inserted. */
  change(change: Change): { count: number; number: number } {
    const done = this.statements.change(change);
    if (done.count > 0) this.known.change({ shape: change.shape, rows: [change.values] });
    return done;
  }

  /** Carries out a statement of which nobody knows what it changes; how many rows it did. */
  run(sql: string, params: SqlValue[]): number {
    return this.unknown(() => this.statements.run(sql, params));
  }

  private unknown<T>(work: () => T): T {
    this.known.forget();
    return work();
  }

  private asked(reading: Reading, sql: string, key: string, params: SqlValue[]): Rows {
    const asked = this.statements.ask(sql, params);
    return asked.lists.length > MOST_ROWS_KEPT ? asked : this.known.keep(sql, key, { reading, params, asked });
  }

  private readingOf(sql: string): Reading | null {
    let reading = this.readings.get(sql);
    if (reading === undefined) this.readings.set(sql, (reading = Reading.of(sql, this.catalogue)));
    return reading;
  }
}
