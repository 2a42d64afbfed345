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

/** The same as a condition: where it does not hold it fails, and nothing that was sent with it is carried out. */
const BE_ALONE = `SELECT 1 / ${FOLLOWS}::int, set_config('qiantou.turn', own::text, false)
  FROM (SELECT ${OWN}) AS numbers`;

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
    const wasSteady = this.steady;
    const told = [this.session.tell('BEGIN'), this.take(rests)];
    const alone = this.session.tell(rests ? BE_ALONE : IS_ALONE);
    const met = (isMet: boolean) => isMet && (this.othersAt = performance.now());
    alone.then(
      ({ lists }) => met(wasSteady && lists[0]![0] === 0),
      (error: { code?: string }) => met(error.code === DIVISION_BY_ZERO),
    );
    await Promise.all([alone, ...told]);
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

  /** A group that is done again may have the turn already; one that rests comes after a group that passes it. */
  private async take(rests: boolean): Promise<void> {
    if (this.has && !rests) return;
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
