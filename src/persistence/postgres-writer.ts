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
 * turns by a lock of the transaction. Each piece is all or nothing by itself and is answered after the commit. When the
 * server goes away the group is refused, the next one opens a new connection.
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
      return failed(jobs, asRefusal(error));
    }
    const group = new Group(session);
    try {
      return jobs.length === 1 ? [await group.alone(jobs[0]!)] : await group.each(jobs);
    } catch (error) {
      return failed(jobs, await group.abandon(error));
    }
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

  /** With nobody else in the transaction no savepoint is needed, and its changes and its end are asked in one go. */
  async alone(job: Job): Promise<Outcome> {
    const { outcome, tx } = await this.attempt(job);
    if (outcome.ok) return (await this.commit()) ? outcome : refused(tx.reason(null));
    this.session.drop();
    await this.session.ask('ROLLBACK');
    return outcome;
  }

  async each(jobs: Job[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(await this.saved(job));
    if (!(await this.commit())) throw new Error('the server rolled the group back');
    return outcomes;
  }

  /** Ends what a failure left; tells what everybody in the group is answered. */
  async abandon(error: unknown): Promise<unknown> {
    this.session.drop();
    if (!this.session.lost) await this.session.ask('ROLLBACK').catch(() => undefined);
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
    const kept = outcome.ok ? await this.released(outcome, tx) : outcome;
    if (kept.ok) return kept;
    this.session.drop();
    await this.session.ask('ROLLBACK TO command');
    quiet(this.session.tell('RELEASE command'));
    return kept;
  }

  private async released(outcome: Outcome, tx: PostgresTx): Promise<Outcome> {
    try {
      await this.session.ask('RELEASE command');
      return outcome;
    } catch (error) {
      return refused(tx.reason(error));
    }
  }

  private async attempt(job: Job): Promise<{ outcome: Outcome; tx: PostgresTx }> {
    const patience = new Patience();
    const tx = new PostgresTx(this.session, patience);
    try {
      return { outcome: { ok: true, value: await patience.within(job.work(tx)) }, tx };
    } catch (error) {
      return { outcome: refused(error), tx };
    } finally {
      tx.close();
    }
  }

  /** False when the server made a rollback of it, because something before had failed. */
  private async commit(): Promise<boolean> {
    this.committing = true;
    const { command } = await this.session.ask('COMMIT');
    this.committing = false;
    return command === 'COMMIT';
  }
}

function refused(error: unknown): Outcome {
  return { ok: false, error: asRefusal(error) };
}

function failed(jobs: Job[], error: unknown): Outcome[] {
  return jobs.map(() => ({ ok: false, error }));
}

/** A question whose failure is told by those that follow it. */
function quiet(answer: Promise<unknown>): void {
  answer.catch(() => undefined);
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
