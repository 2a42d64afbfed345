import { Patience } from './patience.js';
import type { PostgresSession } from './postgres-session.js';
import { PostgresTx } from './postgres-tx.js';
import { asRefusal, databaseAway, outcomeUnknown } from './storage-fault.js';
import type { Tx, Writer } from './tx.js';

interface Job {
  work: (tx: Tx) => Promise<unknown>;
  settle: (outcome: Outcome) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

const MOST_PER_COMMIT = 128;
/** One writer at a time in the whole database, whatever the node: the order of the log is the order of the commits. */
const TAKE_TURN = 'SELECT pg_advisory_xact_lock(7102301)';

/**
 * This node's writer on PostgreSQL. Work queued while a commit is under way shares the next one, as on SQLite; nodes take
 * turns by a lock of the transaction. Each piece is all or nothing by itself and is answered after the commit; when one
 * fails half-way the group is undone and done once more with savepoints. When the server goes away the group is refused,
 * the next one opens a new connection.
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
    const outcomes = await new Group(session).settle(jobs, (group) => group.together(jobs));
    return outcomes ?? (await new Group(session).settle(jobs, (group) => group.each(jobs)));
  }

  private async connected(): Promise<PostgresSession> {
    if (this.session && !this.session.lost) return this.session;
    await this.session?.release();
    this.session = null;
    return (this.session = await this.connect());
  }
}

/** One transaction on the server, for one piece of work or several. */
class Group {
  private readonly begun: Promise<unknown>;
  private committing = false;

  constructor(private readonly session: PostgresSession) {
    this.begun = Promise.all([session.tell('BEGIN'), session.tell(TAKE_TURN)]);
    quiet(this.begun);
  }

  /** The outcomes of the jobs; when the whole group failed, the same reason for all. */
  async settle<T extends Outcome[] | null>(jobs: Job[], work: (group: Group) => Promise<T>): Promise<T | Outcome[]> {
    try {
      return await work(this);
    } catch (error) {
      const reason = await this.abandon(error);
      return jobs.map(() => ({ ok: false, error: reason }));
    }
  }

  /**
   * Without savepoints, the end of one piece sent with the beginning of the next. Null, and everything undone, when a piece
   * failed that had changed something, or the server refused a statement: nobody can tell whose it was.
   */
  async together(jobs: Job[]): Promise<Outcome[] | null> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      const { outcome, tx } = await this.attempt(job);
      outcomes.push(outcome);
      if (outcome.ok || (!tx.failed && !tx.retract())) continue;
      await this.rollback();
      await this.begun;
      return jobs.length === 1 ? outcomes : null;
    }
    return (await this.committed(jobs)) ? outcomes : null;
  }

  /** With a savepoint for each. */
  async each(jobs: Job[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(await this.saved(job));
    await this.commit();
    return outcomes;
  }

  /** Ends what a failure left; tells what everybody in the group is answered. */
  private async abandon(error: unknown): Promise<unknown> {
    if (!this.session.lost) await this.rollback().catch(() => undefined);
    if (this.session.lost) return this.committing ? outcomeUnknown() : databaseAway();
    return asRefusal(
      await this.begun.then(
        () => error,
        (first: unknown) => first,
      ),
    );
  }

  private async saved(job: Job): Promise<Outcome> {
    quiet(this.session.tell('SAVEPOINT command'));
    const { outcome, tx } = await this.attempt(job);
    const kept = outcome.ok ? await this.released(outcome) : outcome;
    if (kept.ok) return kept;
    tx.retract();
    await this.session.ask('ROLLBACK TO command');
    quiet(this.session.tell('RELEASE command'));
    return kept;
  }

  private async released(outcome: Outcome): Promise<Outcome> {
    try {
      await this.session.ask('RELEASE command');
      return outcome;
    } catch (error) {
      return refused(error);
    }
  }

  private async attempt(job: Job): Promise<{ outcome: Outcome; tx: PostgresTx }> {
    const patience = new Patience();
    const tx = new PostgresTx(this.session, patience);
    try {
      const value = await patience.within(job.work(tx));
      return { outcome: tx.failed ? refused(tx.failed.error) : { ok: true, value }, tx };
    } catch (error) {
      return { outcome: refused(error), tx };
    } finally {
      tx.close();
    }
  }

  /** False when a change that was sent with the commit failed, and it cannot be told whose of several it was. */
  private async committed(jobs: Job[]): Promise<boolean> {
    try {
      await this.commit();
      return true;
    } catch (error) {
      if (this.session.lost || jobs.length === 1) throw error;
      await this.rollback();
      return false;
    }
  }

  private async commit(): Promise<void> {
    this.committing = true;
    const { command } = await this.session.ask('COMMIT');
    if (command !== 'COMMIT') throw new Error('the server rolled the transaction back');
  }

  private async rollback(): Promise<void> {
    this.session.drop();
    await this.session.ask('ROLLBACK');
  }
}

function refused(error: unknown): Outcome {
  return { ok: false, error: asRefusal(error) };
}

/** A question whose failure is told by those that follow it. */
function quiet(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
