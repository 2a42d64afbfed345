import type { Database } from '../../../persistence/database.js';
import type { Tx } from '../../../persistence/tx.js';
import { FixedClock, startOfDay } from '../../../shared/clock.js';
import { Refusal } from '../../../shared/errors.js';
import type { Definitions } from '../../definitions.js';
import { Engine } from '../../engine.js';
import type { Registrations } from '../../types.js';
import { isWait, type Act, type Wait } from './scenario.js';

/** What the composition hands in: the features' real projections and reactions, and the machines. */
export interface Together {
  registrations: Registrations;
  definitions: Definitions;
  /** An empty database in memory. */
  openDatabase(): Promise<Database>;
}

const NINE_O_CLOCK = 9 * 3_600_000;

/** The real engine inside one transaction that is never kept: every step can be taken back. */
export class Trial {
  readonly engine: Engine;
  private readonly clock = new FixedClock(0);
  private depth = 0;
  private turn: Promise<unknown> = Promise.resolve();

  readonly tx: Tx;

  constructor(
    tx: Tx,
    { registrations, definitions }: Together,
    private today: string,
  ) {
    // What is taken back here, the writer does not hear of.
    this.tx = Object.create(tx, { epoch: { value: undefined } }) as Tx;
    const write = <T>(work: (tx: Tx) => Promise<T>) => this.inTurn(() => this.within(() => work(this.tx)));
    this.engine = new Engine({ reader: this.tx, write }, this.clock, registrations, { definitions });
    this.goTo(today);
  }

  get day(): string {
    return this.today;
  }

  /** Does `work`, then takes everything back that was done since. */
  async andBack<T>(work: () => Promise<T>): Promise<T> {
    const { today } = this;
    const name = await this.save();
    try {
      return await work();
    } finally {
      await this.undo(name);
      this.goTo(today);
    }
  }

  /** Null when the act was done, else its refusal; nothing of it is left then. */
  async take(act: Act | Wait): Promise<Refusal | null> {
    if (isWait(act)) return this.wait(act);
    const { actor, ...command } = act;
    try {
      await this.engine.execute({ actor }, [{ kind: 'send', ...command }]);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private async wait({ until }: Wait): Promise<Refusal | null> {
    if (until <= this.today) return new Refusal('day_gone', '这一天已经过去。');
    this.goTo(until);
    await this.engine.fireDue();
    return null;
  }

  private goTo(day: string): void {
    this.today = day;
    this.clock.set(startOfDay(day) + NINE_O_CLOCK);
  }

  /** One at a time, as the writer of a database does it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async within<T>(work: () => Promise<T>): Promise<T> {
    const name = await this.save();
    try {
      const value = await work();
      await this.release(name);
      return value;
    } catch (error) {
      await this.undo(name);
      throw error;
    }
  }

  private async save(): Promise<string> {
    const name = `trial_${++this.depth}`;
    await this.tx.run(`SAVEPOINT ${name}`);
    return name;
  }

  private async release(name: string): Promise<void> {
    this.depth--;
    await this.tx.run(`RELEASE ${name}`);
  }

  private async undo(name: string): Promise<void> {
    await this.tx.run(`ROLLBACK TO ${name}`);
    await this.release(name);
  }
}
