import { Course, type Outcome, type Work } from './postgres-course.js';
import type { PostgresSession } from './postgres-session.js';
import { asRefusal } from './storage-fault.js';
import type { Tx, Writer } from './tx.js';

interface Job {
  work: Work;
  settle: (outcome: Outcome) => void;
}

const MOST_PER_COMMIT = 128;

/**
 * This node's writer on PostgreSQL. Work queued while a commit is under way shares the next one, as on SQLite; nodes take
 * turns by a lock of the transaction. The commands of a group read side by side, as the group found the database; one that
 * has read what an earlier one changes is done again after it (postgres-course.ts). Each is all or nothing by itself and is
 * answered after the commit; when the server refuses a statement the group is undone and done once more with savepoints.
 * When the server goes away the group is refused, the next one opens a new connection.
 */
export class PostgresWriter implements Writer {
  private queue: Job[] = [];
  private running: Promise<void> | null = null;
  private session: PostgresSession | null = null;

  constructor(private readonly connect: () => Promise<PostgresSession>) {}

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error));
      this.queue.push({ work, settle });
      this.running ??= this.drain();
    });
  }

  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Gives the connection back. */
  async close(): Promise<void> {
    await this.idle();
    await this.session?.release();
    this.session = null;
  }

  private async drain(): Promise<void> {
    await nextTurn();
    while (this.queue.length > 0) {
      const jobs = this.queue.splice(0, MOST_PER_COMMIT);
      const outcomes = await this.commitGroup(jobs);
      jobs.forEach((job, at) => job.settle(outcomes[at]!));
      await nextTurn();
    }
    this.running = null;
  }

  private async commitGroup(jobs: Job[]): Promise<Outcome[]> {
    let session: PostgresSession;
    try {
      session = await this.connected();
    } catch (error) {
      const reason = asRefusal(error);
      return jobs.map(() => ({ ok: false, error: reason }));
    }
    const works = jobs.map(({ work }) => work);
    return (await new Course(session, works).sideBySide()) ?? (await new Course(session, works).oneByOne());
  }

  private async connected(): Promise<PostgresSession> {
    if (this.session && !this.session.lost) return this.session;
    await this.session?.release();
    this.session = null;
    return (this.session = await this.connect());
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
