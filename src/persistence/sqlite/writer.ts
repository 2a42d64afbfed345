import type BetterSqlite3 from 'better-sqlite3';
import type { SqliteTx } from './tx.js';
import { asRefusal, storageFault } from '../storage-fault.js';
import type { Tx } from '../tx.js';

interface Job {
  work: (tx: Tx) => Promise<unknown>;
  settle: (outcome: Outcome) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown; wrote?: boolean };

const MOST_PER_COMMIT = 256;
const EXIT_STORAGE_FAILED = 70;

/** Ends the process when the disk can no longer be trusted: after a restart the log says what was kept. */
export function stopProcess(error: unknown): never {
  process.stderr.write(`数据库文件读写失败，服务停止，以免误报成功：${String(error)}\n`);
  process.exit(EXIT_STORAGE_FAILED);
}

/**
 * The one writer of a SQLite database. Work queued during one turn shares one commit (one sync to disk); each piece is
 * all or nothing by itself, and it is answered only after the commit returned. A piece that is refused has seldom written
 * anything yet: only when one has is the group undone and done once more, with a savepoint for each piece.
 * Reason for a single loop: overlapping transactions on one connection would mix (threats.md, rule 1).
 * A full disk or a busy file refuses the group and heals; when a commit or a sync fails otherwise nobody can know what
 * the disk holds, so `stop` ends the process and nothing queued is ever answered with success.
 */
export class SqliteWriter {
  private queue: Job[] = [];
  private running: Promise<void> | null = null;
  private failure: { error: unknown } | null = null;
  private epoch = 0;
  private seenVersion: unknown;
  private readonly control: Record<'begin' | 'commit' | 'rollback' | 'save' | 'release' | 'undo', () => void>;
  /** Another number when another connection has written. */
  private readonly dataVersion: BetterSqlite3.Statement;

  constructor(
    private readonly handle: BetterSqlite3.Database,
    private readonly openTx: (epoch: number) => SqliteTx,
    private readonly stop: (error: unknown) => void = stopProcess,
  ) {
    const statement = (sql: string) => {
      const prepared = handle.prepare(sql);
      return () => void prepared.run();
    };
    this.dataVersion = handle.prepare('PRAGMA data_version').pluck();
    this.control = {
      begin: statement('BEGIN IMMEDIATE'),
      commit: statement('COMMIT'),
      rollback: () => {
        this.epoch++;
        if (handle.inTransaction) handle.exec('ROLLBACK');
      },
      save: statement('SAVEPOINT command'),
      release: statement('RELEASE command'),
      undo: () => {
        this.epoch++;
        handle.exec('ROLLBACK TO command; RELEASE command');
      },
    };
  }

  /**
   * Runs `work` as one transaction and returns its value after it is durable. It may be run twice, the first time undone;
   * work that waits for anything but the transaction itself is undone and refused, since everybody else would wait with it.
   */
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
      const jobs = this.queue.splice(0, MOST_PER_COMMIT);
      const watch = new TurnWatch();
      const outcomes = this.failure ? failed(jobs, this.failure.error) : await this.commitGroup(jobs, watch);
      jobs.forEach((job, at) => job.settle(outcomes[at]!));
      await watch.end();
    }
    this.running = null;
  }

  private async commitGroup(jobs: Job[], watch: TurnWatch): Promise<Outcome[]> {
    try {
      this.control.begin();
      this.lookForOthers();
      const outcomes = (await this.attemptAll(jobs, watch)) ?? (await this.attemptEach(jobs, watch));
      this.control.commit();
      return outcomes;
    } catch (error) {
      return this.abandon(jobs, error);
    }
  }

  private lookForOthers(): void {
    const version = this.dataVersion.get();
    if (version !== this.seenVersion) this.epoch++;
    this.seenVersion = version;
  }

  /** Nothing of the group was committed, or nobody can tell: then the process ends. */
  private abandon(jobs: Job[], error: unknown): Outcome[] {
    try {
      this.control.rollback();
    } catch (second) {
      return this.fail(jobs, second);
    }
    const fault = storageFault(error);
    return fault === 'full' || fault === 'busy' ? failed(jobs, asRefusal(error)) : this.fail(jobs, error);
  }

  private fail(jobs: Job[], error: unknown): Outcome[] {
    this.failure = { error };
    this.stop(error);
    return failed(jobs, error);
  }

  /** Without savepoints; null when a piece failed that had written something, and others are in the transaction with it. */
  private async attemptAll(jobs: Job[], watch: TurnWatch): Promise<Outcome[] | null> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      const outcome = await this.attempt(job, watch);
      outcomes.push(outcome);
      if (outcome.ok || !outcome.wrote) continue;
      this.control.rollback();
      this.control.begin();
      return jobs.length === 1 ? outcomes : null;
    }
    return outcomes;
  }

  private async attemptEach(jobs: Job[], watch: TurnWatch): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      this.control.save();
      const outcome = await this.attempt(job, watch);
      if (outcome.ok) this.control.release();
      else this.control.undo();
      outcomes.push(outcome);
    }
    return outcomes;
  }

  private async attempt(job: Job, watch: TurnWatch): Promise<Outcome> {
    const tx = this.openTx(this.epoch);
    try {
      return { ok: true, value: await watch.within(job.work(tx)) };
    } catch (error) {
      // On a full disk SQLite may have undone the whole group by itself.
      if (storageFault(error) === 'broken' || !this.handle.inTransaction) throw error;
      return { ok: false, error: asRefusal(error), wrote: tx.wrote };
    } finally {
      tx.close();
    }
  }
}

function failed(jobs: Job[], error: unknown): Outcome[] {
  return jobs.map(() => ({ ok: false, error }));
}

/**
 * Notices work that waits for more than its transaction: those calls never leave the current turn of the event loop, so
 * whoever is still at work when the next turn comes is given up. That turn is also the one in which the next group begins.
 */
class TurnWatch {
  private giveUp: ((error: Error) => void) | null = null;
  private ended: (() => void) | null = null;

  constructor() {
    setImmediate(this.turned);
  }

  within<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.giveUp = reject;
      work.then(resolve, reject);
    });
  }

  /** Called when the group's work is done; resolves in the next turn. */
  end(): Promise<void> {
    return new Promise((resolve) => (this.ended = resolve));
  }

  private readonly turned = (): void => {
    if (this.ended) return this.ended();
    this.giveUp?.(new Error('work in a transaction waited for something outside it'));
    setImmediate(this.turned);
  };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
