import { Patience } from '../patience.js';
import { Changes, isSeen } from '../answers/changes.js';
import { PostgresGroup } from './group.js';
import type { Sight } from '../answers/reach.js';
import type { PostgresSession } from './session.js';
import { PostgresTx, type Mode } from './tx.js';
import { asRefusal, databaseAway, outcomeUnknown, storageFault } from '../storage-fault.js';
import type { Tx } from '../tx.js';

export type Work = (tx: Tx) => Promise<unknown>;
export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** A command that was carried out, or, without an outcome, postponed. */
interface Attempt {
  tx: PostgresTx;
  outcome: Outcome | null;
}

/** A group whose commit is on its way. */
export interface Sent {
  outcomes: Outcome[];
  /** Null when it was kept; else why it was undone. Does not fail. */
  undone: Promise<{ reason: unknown } | null>;
}

/** How the commands of one group are carried out in one transaction on the server. */
export class Course {
  private readonly group: PostgresGroup;
  private committing = false;

  /**
   * @param hasMore whether its node has more to do after it
   * @param rests whether it rests on what is known from the groups before
   */
  constructor(
    private readonly session: PostgresSession,
    private readonly works: readonly Work[],
    private readonly hasMore: () => boolean,
    rests = false,
  ) {
    this.group = new PostgresGroup(session, works.length, rests);
  }

  /**
   * All commands at once, each on the database as the group found it; then, in their order, those that have seen what an
   * earlier one changed once more, alone. Null, and everything undone, when the server refused a statement: nobody can tell
   * whose it was, or what its author would have done.
   */
  sideBySide(): Promise<Outcome[] | null> {
    return this.guarded(async () => {
      const outcomes: Outcome[] = [];
      if (!(await this.carriedOut(outcomes))) return this.undone(outcomes);
      return (await this.committed()) ? outcomes : null;
    });
  }

  /**
   * The same, resting on what is known, up to the sending of the commit. Null when something failed: then it may be that what
   * was known does not hold, and everything has to be done again.
   */
  async sent(): Promise<Sent | null> {
    const outcomes: Outcome[] = [];
    const ready = await this.carriedOut(outcomes).catch(() => false);
    if (ready)
      return {
        outcomes,
        undone: this.group.commit(this.hasMore()).then(
          () => null,
          (reason) => this.fallen(reason),
        ),
      };
    await this.fallen(null);
    return null;
  }

  /** One after the other, with a savepoint for each. */
  oneByOne(): Promise<Outcome[]> {
    return this.guarded(async () => {
      const outcomes: Outcome[] = [];
      await this.group.others();
      for (const [place, work] of this.works.entries()) outcomes.push(await this.saved(work, place));
      await this.commit();
      return outcomes;
    });
  }

  /** The outcomes of the commands; when the whole group failed, the same reason for all. */
  private async guarded<T extends Outcome[] | null>(work: () => Promise<T>): Promise<T | Outcome[]> {
    try {
      return await work();
    } catch (error) {
      const reason = await this.abandon(error);
      return this.works.map(() => ({ ok: false, error: reason }));
    }
  }

  /** False when the group has to be undone. */
  private async carriedOut(outcomes: Outcome[]): Promise<boolean> {
    const later = this.works.length === 1 ? await this.byItself() : await this.allAtOnce(outcomes);
    for (const place of later) {
      if (this.group.failure || !(await this.afterwards(place, outcomes))) return false;
    }
    return !this.group.failure;
  }

  private async fallen(reason: unknown): Promise<{ reason: unknown }> {
    await this.group.rollback().catch(() => undefined);
    return { reason };
  }

  /**
   * Carries out all commands, before the turn has come where they find what they need; the places of those that have to be
   * done again: who has seen what another node, or one before him, changes, or changes what one before him, who has to be done
   * again, has seen.
   */
  private async allAtOnce(outcomes: Outcome[]): Promise<number[]> {
    let attempts = await this.attempts();
    const told = await this.group.others();
    if (told === 'anything') attempts = await this.attempts();
    const undone = new Changes();
    if (told !== 'anything') for (const run of told.runs()) undone.addRun(run);
    const waiting: Sight[] = [];
    const later: number[] = [];
    attempts.forEach(({ tx, outcome }, place) => {
      const outdated = tx.sights.some((sight) => this.group.isSeenBy(sight) || undone.areSeenBy(sight));
      const mustWait = outdated || waiting.some((sight) => tx.own.some((kept) => isSeen(kept, sight)));
      if (outcome && !mustWait) {
        outcomes[place] = outcome;
        if (outcome.ok) tx.accept();
        return;
      }
      later.push(place);
      for (const kept of tx.own) undone.add(kept);
      waiting.push(...tx.sights);
    });
    return later;
  }

  private attempts(): Promise<Attempt[]> {
    return Promise.all(this.works.map((work, place) => this.attempt(work, 'beside', place)));
  }

  /** Nobody notes what a single command has seen: it begins when it is known what others have changed. */
  private async byItself(): Promise<number[]> {
    await this.group.others();
    return [0];
  }

  /** False when the command failed after some of its changes had been sent. */
  private async afterwards(place: number, outcomes: Outcome[]): Promise<boolean> {
    const { tx, outcome } = await this.attempt(this.works[place]!, 'alone', place);
    outcomes[place] = outcome!;
    if (outcome!.ok) tx.accept();
    return outcome!.ok || !tx.sent;
  }

  /** Nothing of the group is kept; its only command has its answer, several are done once more. */
  private async undone(outcomes: Outcome[]): Promise<Outcome[] | null> {
    const { failure } = this.group;
    await this.group.rollback();
    await this.group.begun;
    if (this.works.length > 1) return null;
    if (failure && storageFault(failure.error) === null) return null;
    return outcomes;
  }

  private async saved(work: Work, place: number): Promise<Outcome> {
    void this.session.tell('SAVEPOINT command').catch(() => undefined);
    const { tx, outcome } = await this.attempt(work, 'exact', place);
    const kept = outcome!.ok && !this.group.failure ? await this.released(tx, outcome!) : outcome!;
    if (kept.ok && !this.group.failure) return kept;
    const refused = this.group.failure && kept.ok ? refusedFor(this.group.failure.error) : kept;
    await this.session.ask('SELECT 1').catch(() => undefined);
    this.group.forgive();
    await this.session.ask('ROLLBACK TO command');
    void this.session.tell('RELEASE command').catch(() => undefined);
    return refused;
  }

  private async released(tx: PostgresTx, outcome: Outcome): Promise<Outcome> {
    try {
      tx.accept();
      this.group.send();
      await this.session.ask('RELEASE command');
      return outcome;
    } catch (error) {
      return refusedFor(error);
    }
  }

  private async attempt(work: Work, mode: Mode, place: number): Promise<Attempt> {
    const patience = new Patience();
    const tx = new PostgresTx(this.group, mode, place, patience);
    try {
      const done = patience.within(work(tx)).then((value): Outcome => ({ ok: true, value }));
      return { tx, outcome: await Promise.race([done, tx.postponed]) };
    } catch (error) {
      return { tx, outcome: refusedFor(error) };
    } finally {
      tx.close();
    }
  }

  /** False when a change that was sent with the commit failed, and it cannot be told whose it was. */
  private async committed(): Promise<boolean> {
    try {
      await this.commit();
      return true;
    } catch (error) {
      const alone = this.works.length === 1 && storageFault(error) !== null;
      if (this.session.lost || alone) throw error;
      await this.group.rollback();
      return false;
    }
  }

  private async commit(): Promise<void> {
    this.committing = true;
    await this.group.commit(this.hasMore());
  }

  /** Ends what a failure left; tells what everybody in the group is answered. */
  private async abandon(error: unknown): Promise<unknown> {
    if (!this.session.lost) await this.group.rollback().catch(() => undefined);
    if (this.session.lost) return this.committing ? outcomeUnknown() : databaseAway();
    return asRefusal(
      await this.group.begun.then(
        () => error,
        (first: unknown) => first,
      ),
    );
  }
}

function refusedFor(error: unknown): Outcome {
  return { ok: false, error: asRefusal(error) };
}
