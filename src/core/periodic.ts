import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Work that comes round again and again, done by one node at a time. */
export interface PeriodicWork {
  /** Small letters and hyphens. */
  name: string;
  everySeconds: number;
  /** After this time a node that took the work and was not heard of again loses it to another one. */
  leaseSeconds: number;
  run(): Promise<unknown>;
  /** Told every failure; the work comes round again nevertheless. */
  failed(error: unknown): void;
}

/** Keeps work going that comes round, until the server stops. */
@Injectable()
export abstract class Periodic implements OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

  /** Takes on a piece of work; the first look at it is at once. */
  keep(work: PeriodicWork): Promise<void> {
    this.begin(work);
    this.timers.push(setInterval(() => this.begin(work), this.lookEvery(work) * 1000).unref());
    return Promise.resolve();
  }

  /** Begins nothing more and waits for what is being done. */
  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Does the work if it is this node's turn. */
  protected abstract turn(work: PeriodicWork): Promise<unknown>;

  /** Seconds between two looks whether there is something to do. */
  protected abstract lookEvery(work: PeriodicWork): number;

  /** A turn that takes longer than its time is not joined by the next one. */
  private begin(work: PeriodicWork): void {
    if (this.running.has(work.name)) return;
    const turn = this.turn(work)
      .catch((error: unknown) => work.failed(error))
      .then(() => void this.running.delete(work.name));
    this.running.set(work.name, turn);
  }
}

/** For a server that is alone with its database: a timer. */
export class TimedPeriodic extends Periodic {
  protected turn(work: PeriodicWork): Promise<unknown> {
    return work.run();
  }

  protected lookEvery({ everySeconds }: PeriodicWork): number {
    return everySeconds;
  }
}
