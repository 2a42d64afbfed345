import type BetterSqlite3 from 'better-sqlite3';
import type { Tx } from './tx.js';

interface Job {
  work: (tx: Tx) => Promise<unknown>;
  settle: (outcome: Outcome) => void;
  outcome?: Outcome;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

const MOST_PER_COMMIT = 256;

/**
 * The one writer of a SQLite database. Work queued during one turn shares one commit (one sync to disk); each piece has
 * a savepoint of its own, so it is all or nothing by itself, and it is answered only after the commit returned.
 * Reason for a single loop: overlapping transactions on one connection would mix (threats.md, rule 1).
 */
export class SqliteWriter {
  private queue: Job[] = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly handle: BetterSqlite3.Database,
    private readonly tx: Tx,
  ) {}

  /** Runs `work` as one transaction and returns its value after it is durable. Work must not wait for anything slow. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error));
      this.queue.push({ work, settle });
      this.running ??= this.drain();
    });
  }

  /** Resolves when nothing is queued any more. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    await nextTurn();
    while (this.queue.length > 0) {
      await this.commitGroup(this.queue.splice(0, MOST_PER_COMMIT));
      await nextTurn();
    }
    this.running = null;
  }

  private async commitGroup(jobs: Job[]): Promise<void> {
    try {
      this.handle.exec('BEGIN IMMEDIATE');
      for (const job of jobs) job.outcome = await this.attempt(job);
      this.handle.exec('COMMIT');
    } catch (error) {
      if (this.handle.inTransaction) this.handle.exec('ROLLBACK');
      for (const job of jobs) job.outcome = { ok: false, error };
    }
    for (const job of jobs) job.settle(job.outcome!);
  }

  private async attempt(job: Job): Promise<Outcome> {
    this.handle.exec('SAVEPOINT command');
    try {
      const value = await job.work(this.tx);
      this.handle.exec('RELEASE command');
      return { ok: true, value };
    } catch (error) {
      this.handle.exec('ROLLBACK TO command; RELEASE command');
      return { ok: false, error };
    }
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
