import type { Asked } from './postgres-numbers.js';

/**
 * One writer at a time in the whole database, whatever the node: the order of the log is the order of the commits. The turn is
 * the session's, so that a group that failed can be done again before anybody else comes. It is held within transactions only,
 * which do not rest for long (`idle_in_transaction_session_timeout`), and ends with the session.
 */
const TAKE = 'SELECT pg_advisory_lock(7102301)';
const PASS = 'SELECT pg_advisory_unlock_all()';

const OWN = 'pg_current_xact_id()::text::int8 AS own';
const FOLLOWS = `coalesce(current_setting('qiantou.turn', true) = (own - 1)::text, false)`;

/**
 * Whether nobody else has written since this session's last group. Each group keeps the number of its transaction in its
 * session, which forgets it when the group is undone; where the next one has the next number, nobody on the whole server has
 * begun to write in between. Whoever had begun before, and may be kept after, is seen at work when the first group of such a
 * series begins: that keeps no number.
 */
const IS_ALONE = `SELECT ${FOLLOWS},
    set_config('qiantou.turn', CASE WHEN own = oldest AND own = next THEN own::text ELSE '' END, false)
  FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::int8 AS oldest,
    pg_snapshot_xmax(pg_current_snapshot())::text::int8 AS next, ${OWN}) AS numbers`;

/**
 * The same as a condition, asked when the turn has come: where it does not hold it fails, the turn taken, and nothing that was
 * sent with it is carried out. The number is drawn after the turn was taken, which is why the one is read from the other.
 */
const TAKE_ALONE = `WITH turn AS MATERIALIZED (${TAKE})
  SELECT 1 / ${FOLLOWS}::int, set_config('qiantou.turn', own::text, false) FROM (SELECT ${OWN} FROM turn) AS numbers`;

const DIVISION_BY_ZERO = '22012';

/** How long others are reckoned with after they were last met. */
const SHARED_MS = 250;

/**
 * When a session's groups take and pass the turn, and whether they may rest on what the server has answered before. Each group
 * takes it and passes it on with its commit, so that the next node works while this one hears what was done; while no others
 * are met a group may rest on the one before.
 */
export class Turn {
  private has = false;
  /** Whether the last group was kept. */
  private steady = false;
  private othersAt = -Infinity;

  constructor(private readonly session: Asked) {}

  /** Whether a group may rest on what is known. */
  get mayRest(): boolean {
    return this.steady && !this.isShared;
  }

  /** Tells that a transaction is begun in this session's turn; one that rests on what is known fails where others have written. */
  async begin(rests: boolean): Promise<void> {
    const begun = this.session.tell('BEGIN');
    await Promise.all([begun, rests ? this.takeAlone() : this.takeAndAsk()]);
  }

  private async takeAlone(): Promise<void> {
    try {
      await this.session.tell(TAKE_ALONE);
      this.has = true;
    } catch (error) {
      if ((error as { code?: string }).code === DIVISION_BY_ZERO) {
        this.has = true;
        this.meet();
      }
      throw error;
    }
  }

  private async takeAndAsk(): Promise<void> {
    const wasSteady = this.steady;
    const taken = this.take();
    const [{ lists }] = await Promise.all([this.session.tell(IS_ALONE), taken]);
    if (wasSteady && lists[0]![0] === 0) this.meet();
  }

  private meet(): void {
    this.othersAt = performance.now();
  }

  /** Whether what is known will hold for a group behind the one that is committed now. */
  get willHold(): boolean {
    return !this.isShared;
  }

  /** Commits and passes the turn; fails when the server rolled the transaction back instead. */
  async commit(): Promise<void> {
    const [{ command }] = await Promise.all([this.session.ask('COMMIT'), this.pass()]);
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
    if (this.has) return;
    await this.session.tell(TAKE);
    this.has = true;
  }

  /** Does not fail: where the session is gone, so is its turn. */
  private async pass(): Promise<void> {
    this.session.hasten();
    await this.session.tell(PASS).then(
      () => (this.has = false),
      () => undefined,
    );
  }
}
