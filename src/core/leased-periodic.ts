import PgBoss from 'pg-boss';
import { asRefusal, isLost } from '../persistence/storage-fault.js';
import { Periodic, type PeriodicWork } from './periodic.js';

export interface LeaseOptions {
  /** How often a node asks whether there is something for it. */
  lookEverySeconds?: number;
  /** How often leases that ran out are taken back, by whichever node is first. */
  reclaimEverySeconds?: number;
}

/** A turn is known by its place in time; it is remembered for longer than the longest of them (a day). */
const REMEMBERED_SECONDS = 2 * 86_400;
const RETRY_AFTER_SECONDS = 10;
const MOST_RETRIES = 20;
const SHORT_TURN_SECONDS = 60;

/**
 * For nodes that share a PostgreSQL database: pg-boss keeps one job for each turn (`everySeconds`, by the database's
 * clock); whoever asks first makes it, whoever is free takes it with a lease. A job whose node died comes back when the
 * lease ends. The queue only wakes: that nothing is done twice rests on the rows that the work itself claims.
 */
export class LeasedPeriodic extends Periodic {
  private readonly works: PeriodicWork[] = [];
  private readonly lookEverySeconds: number;
  private readonly boss: PgBoss;
  private started: Promise<unknown> | null = null;

  constructor(url: string, { lookEverySeconds = 5, reclaimEverySeconds = 10 }: LeaseOptions = {}) {
    super();
    this.lookEverySeconds = lookEverySeconds;
    const settings = {
      ...{ connectionString: url, application_name: 'qiantou-periodic', max: 2, keepAlive: true },
      ...{ connectionTimeoutMillis: 5_000, query_timeout: 30_000, schedule: false },
      ...{ maintenanceIntervalSeconds: reclaimEverySeconds, archiveCompletedAfterSeconds: REMEMBERED_SECONDS },
    };
    this.boss = new PgBoss(settings);
    // What runs into a database that is away says so itself.
    this.boss.on('error', (error) => isLost(error) || this.works[0]?.failed(error));
  }

  override async keep(work: PeriodicWork): Promise<void> {
    await (this.started ??= this.boss.start());
    await unlessDeadlocked(() => this.boss.createQueue(work.name, { name: work.name, policy: 'singleton' }));
    this.works.push(work);
    await super.keep(work);
  }

  override async stop(): Promise<void> {
    await super.stop();
    if (this.started) await this.boss.stop({ graceful: false });
  }

  protected turn(work: PeriodicWork): Promise<void> {
    return this.take(work).catch((error: unknown) => {
      throw asRefusal(error);
    });
  }

  protected lookEvery({ everySeconds }: PeriodicWork): number {
    return Math.min(everySeconds, this.lookEverySeconds);
  }

  private async take(work: PeriodicWork): Promise<void> {
    await this.boss.send(work.name, {}, jobOf(work));
    const [job] = await this.boss.fetch(work.name);
    if (!job) return;
    try {
      await work.run();
    } catch (error) {
      await this.boss.fail(work.name, job.id, { message: String(error) });
      throw error;
    }
    await this.boss.complete(work.name, job.id);
  }
}

const DEADLOCK_DETECTED = '40P01';
const MOST_DEADLOCKS = 10;

/**
 * A new queue is a table to PostgreSQL, and two nodes that make theirs at one moment may each wait for the other: the one
 * that PostgreSQL turns away has done nothing, and asks again.
 */
async function unlessDeadlocked<T>(work: () => Promise<T>): Promise<T> {
  for (let left = MOST_DEADLOCKS; ; left--) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK_DETECTED || left === 0) throw error;
    }
  }
}

/** One job for a turn. Work with short turns is not tried again: the next turn comes soon enough. */
function jobOf({ everySeconds, leaseSeconds }: PeriodicWork): PgBoss.SendOptions {
  return {
    singletonSeconds: everySeconds,
    expireInSeconds: leaseSeconds,
    retryDelay: RETRY_AFTER_SECONDS,
    retryLimit: everySeconds > SHORT_TURN_SECONDS ? MOST_RETRIES : 0,
  };
}
