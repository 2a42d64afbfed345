import { Changes } from '../answers/changes.js';
import type { Asked } from './numbers.js';
import { ASK_TOLD, FORGET_TOLD, TELL, toldIn, type Told } from './told.js';

/**
 * One writer at a time in the whole database, whatever the node: the order of the log is the order of the commits. The turn is
 * the session's, so that a group that failed can be done again before anybody else comes, and several groups can share it. It
 * ends with the session, which the server ends where it rests for long, be it within a transaction
 * (`idle_in_transaction_session_timeout`) or between those of a spell (`idle_session_timeout`).
 */
const TAKE = 'SELECT pg_advisory_lock(7102301)';
const PASS = `SELECT pg_advisory_unlock_all(), set_config('idle_session_timeout', '0', false)`;
const HELD_AT_MOST = `set_config('idle_session_timeout', '15s', false)`;

const OWN = 'pg_current_xact_id()::text::int8 AS own';
const LAST = `coalesce(nullif(current_setting('qiantou.turn', true), ''), '0')::int8`;

/**
 * Whether nobody else has written since this session's last group. Each group keeps the number of its transaction in its
 * session, which forgets it when the group is undone; where the next one has the next number, nobody on the whole server has
 * begun to write in between. Whoever had begun before, and may be kept after, is seen at work when the first group of such a
 * series begins: that keeps no number.
 */
const COME = `SELECT ${LAST}, own, ${HELD_AT_MOST},
    set_config('qiantou.turn', CASE WHEN own = oldest AND own = next THEN own::text ELSE '' END, false)
  FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::int8 AS oldest,
    pg_snapshot_xmax(pg_current_snapshot())::text::int8 AS next, ${OWN}) AS numbers`;

/**
 * The same as a condition, asked when the turn has come: where it does not hold it fails, the turn taken, and nothing that was
 * sent with it is carried out. The number is drawn after the turn was taken, which is why the one is read from the other.
 */
const TAKE_ALONE = `WITH turn AS MATERIALIZED (${TAKE})
  SELECT 1 / (${LAST} = own - 1)::int, set_config('qiantou.turn', own::text, false) FROM (SELECT ${OWN} FROM turn) AS numbers`;

const DIVISION_BY_ZERO = '22012';

/** How long others are reckoned with after they were last met. */
const SHARED_MS = 250;
/** How long a node goes on while another waits: what it knows and what is under way serve several groups. */
const SPELL_MS = 20;
/** How long after others were last met it is written down for them what was changed. */
const TELLING_MS = 10_000;
const GROUPS_TOLD = 256;

/**
 * When a session's groups take and pass the turn, and whether they may rest on what the server has answered before. Alone, each
 * group passes the turn on with its commit and may rest on the one before. Among others a node keeps it for a spell, in which
 * its groups rest on one another, and learns at the start of each what the others have changed (postgres/told.ts).
 */
export class Turn {
  private has = false;
  private isPassing = false;
  private until = 0;
  /** Whether the last group was kept. */
  private steady = false;
  private othersAt = -Infinity;
  private told = 0;

  constructor(private readonly session: Asked) {}

  /** Whether a group may rest on what is known. */
  get mayRest(): boolean {
    return this.steady && (!this.isShared || (this.has && !this.isPassing));
  }

  /** Whether a group may begin with what was known at the last one, to be told what others have changed since. */
  get mayCatchUp(): boolean {
    return this.steady;
  }

  /**
   * Tells that a transaction is begun in this session's turn; one that rests on what is known fails where others have written.
   * Gives what others have changed since the last group.
   */
  async begin(rests: boolean): Promise<Told> {
    const begun = this.session.tell('BEGIN');
    const [, told] = await Promise.all([begun, rests ? this.takeAlone() : this.takeAndAsk()]);
    return told;
  }

  private async takeAlone(): Promise<Told> {
    this.isPassing = false;
    try {
      await this.session.tell(TAKE_ALONE);
      this.taken();
    } catch (error) {
      if ((error as { code?: string }).code === DIVISION_BY_ZERO) {
        this.taken();
        this.meet();
      }
      throw error;
    }
    return new Changes();
  }

  private async takeAndAsk(): Promise<Told> {
    const wasSteady = this.steady;
    const taken = this.take();
    const told = this.session.tell(ASK_TOLD);
    const [{ lists }] = await Promise.all([this.session.tell(COME), taken]);
    const [last, own] = lists[0] as [number, number];
    if (wasSteady && last !== own - 1) this.meet();
    return toldIn((await told).lists, [last, own]);
  }

  private meet(): void {
    this.othersAt = performance.now();
  }

  /**
   * Whether this node goes on with the turn after the group that is committed now.
   * @param hasMore whether it has work to go on with
   */
  keeps(hasMore: boolean): boolean {
    return this.isShared && hasMore && performance.now() < this.until;
  }

  /** Whether what is known will hold for a group behind the one that is committed now. */
  willHold(keeps: boolean): boolean {
    return keeps || !this.isShared;
  }

  /** Whether others have been met lately, who have to be told what a group changed. */
  get hasOthers(): boolean {
    return performance.now() - this.othersAt < TELLING_MS;
  }

  /** Writes down for others what the group has changed; null where that is anything. */
  async tellOthers(changes: string | null): Promise<void> {
    const forgotten = ++this.told % GROUPS_TOLD === 0 ? this.session.tell(FORGET_TOLD) : null;
    await Promise.all([this.session.tell(TELL, [changes]), forgotten]);
  }

  /** Commits, and passes the turn unless it is kept; fails when the server rolled the transaction back instead. */
  async commit(keeps: boolean): Promise<void> {
    const committed = this.session.ask('COMMIT');
    const [{ command }] = await Promise.all([committed, keeps ? null : this.pass()]);
    if (command !== 'COMMIT') throw new Error('the server rolled the transaction back');
    this.steady = true;
  }

  /** What this session's groups have done since the last commit is undone; the turn stays for doing it again. */
  stumble(): void {
    this.steady = false;
  }

  /** Passes the turn where there is nothing more to do in it. */
  async leave(): Promise<void> {
    if (this.has) await this.pass();
  }

  private get isShared(): boolean {
    return performance.now() - this.othersAt < SHARED_MS;
  }

  /** A group that is done again may have the turn already. */
  private async take(): Promise<void> {
    if (this.has && !this.isPassing) return;
    this.isPassing = false;
    await this.session.tell(TAKE);
    this.taken();
  }

  private taken(): void {
    if (!this.has) this.until = performance.now() + SPELL_MS;
    this.has = true;
  }

  /** Does not fail: where the session is gone, so is its turn. */
  private async pass(): Promise<void> {
    this.isPassing = true;
    this.session.hasten();
    await this.session.tell(PASS).then(
      () => (this.has = false),
      () => undefined,
    );
  }
}
