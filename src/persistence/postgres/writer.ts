import { Course, type Outcome, type Sent, type Work } from './course.js';
import type { PostgresSession } from './session.js';
import { asRefusal, outcomeUnknown, storageFault } from '../storage-fault.js';
import type { Tx, Writer } from '../tx.js';

interface Job {
  work: Work;
  settle: (outcome: Outcome) => void;
}

/** A group whose commit is on its way. */
interface Flight extends Sent {
  jobs: Job[];
}

const MOST_PER_COMMIT = 128;
/** A group is not divided below this. */
const FEW = 16;
/** One whose commit is under way, and the next one behind it. */
const MOST_FLYING = 2;

/**
 * This node's writer on PostgreSQL. Work queued while a commit is under way shares the next one, as on SQLite; nodes take
 * turns (postgres/turn.ts). The commands of a group read side by side, as the group found the database; one that
 * has read what an earlier one changes is done again after it (postgres/course.ts). Each is all or nothing by itself and is
 * answered after the commit; when the server refuses a statement the group is undone and done once more with savepoints.
 *
 * While nobody else writes, what the server has answered still holds, and a group is worked out while the one before it is
 * being committed. Each such group fails on the server where somebody else has written since, or where the one before was
 * undone; then all are done again, one after the other, on what the server says.
 * When the server goes away the groups under way are refused, the next one opens a new connection.
 */
export class PostgresWriter implements Writer {
  private queue: Job[] = [];
  private flying: Flight[] = [];
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

  private get hasMore(): boolean {
    return this.queue.length > 0 || this.flying.length > 0;
  }

  /** Gives the connection back. */
  async close(): Promise<void> {
    await this.idle();
    await this.session?.release();
    this.session = null;
  }

  private async drain(): Promise<void> {
    await nextTurn();
    while (this.hasMore) {
      if (this.queue.length > 0 && this.flying.length < MOST_FLYING) await this.takeOff();
      else await this.land();
      await nextTurn();
      if (!this.hasMore && !this.session?.lost) await this.session?.turn.leave();
    }
    this.running = null;
  }

  /** The next group: half of what waits while the server has nothing to do, so that it and this node work at the same time. */
  private nextJobs(): Job[] {
    const { length } = this.queue;
    const some = this.flying.length > 0 ? length : Math.max(FEW, Math.ceil(length / 2));
    return this.queue.splice(0, Math.min(some, MOST_PER_COMMIT));
  }

  private async takeOff(): Promise<void> {
    const jobs = this.nextJobs();
    const sent = await this.sent(jobs);
    if (!sent) {
      await this.landAll();
      return settle(jobs, await this.commitGroup(jobs));
    }
    this.flying.push({ ...sent, jobs });
    void sent.undone.then((undone) => undone ?? settle(jobs, sent.outcomes));
  }

  /** Null where nothing is known that the group could begin with. */
  private async sent(jobs: Job[]): Promise<Sent | null> {
    const rests = this.session?.turn.mayRest ?? false;
    if (!rests) await this.landAll();
    const { session } = this;
    if (!session?.turn.mayCatchUp || session.lost) return null;
    return new Course(session, worksOf(jobs), () => this.hasMore, rests).sent();
  }

  private async landAll(): Promise<void> {
    while (this.flying.length > 0) await this.land();
  }

  /** Waits for the oldest commit; where it was undone, so are those behind it, and all are done again in their order. */
  private async land(): Promise<void> {
    if (!(await this.flying[0]!.undone)) return void this.flying.shift();
    const fallen = this.flying.splice(0);
    const reasons = await Promise.all(fallen.map(async ({ undone }) => (await undone)?.reason));
    const { lost } = this.session!;
    for (const [at, { jobs }] of fallen.entries()) {
      const refused = lost ? outcomeUnknown() : storageFault(reasons[at]) && asRefusal(reasons[at]);
      settle(jobs, refused ? refusedAll(jobs, refused) : await this.commitGroup(jobs, isViolation(reasons[at])));
    }
  }

  /** @param apart whether one of them is known to fail, so that each needs its savepoint */
  private async commitGroup(jobs: Job[], apart = false): Promise<Outcome[]> {
    let session: PostgresSession;
    try {
      session = await this.connected();
    } catch (error) {
      return refusedAll(jobs, asRefusal(error));
    }
    const course = () => new Course(session, worksOf(jobs), () => this.hasMore);
    return (apart ? null : await course().sideBySide()) ?? (await course().oneByOne());
  }

  private async connected(): Promise<PostgresSession> {
    if (this.session && !this.session.lost) return this.session;
    await this.session?.release();
    this.session = null;
    return (this.session = await this.connect());
  }
}

const worksOf = (jobs: Job[]) => jobs.map(({ work }) => work);

function settle(jobs: Job[], outcomes: Outcome[]): void {
  jobs.forEach((job, at) => job.settle(outcomes[at]!));
}

/** A row that a constraint refuses will be refused again. */
function isViolation(reason: unknown): boolean {
  const { code } = (reason ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('23');
}

function refusedAll(jobs: Job[], error: unknown): Outcome[] {
  return jobs.map(() => ({ ok: false, error }));
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
