import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Office, type Told } from '../crash/office-process.mjs';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { actsOnMeasure, measureAtWork, nameOf, pairsOf, toldToSecond, type Act } from '../support/measure-acts.js';
import { issueSmallPlan } from '../support/small-plan.js';

/** In each of two ways, so that every pair meets ten times. */
const MEETINGS = 5;
/** The lock by which nodes take turns (postgres/group.ts), and one at which this spec stops a commit. */
const TURN = 7_102_301;
const COMMIT = 7_102_390;
const COMES_TO_HOLD_MS = 20_000;

/** At a commit every event waits for the spec's lock, if the spec holds it: all is decided and written, COMMIT is sent. */
const HOLD_AT_COMMIT = `
  CREATE FUNCTION hold_at_commit() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock_shared(${COMMIT}); RETURN NULL; END';
  CREATE CONSTRAINT TRIGGER hold_at_commit AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION hold_at_commit()`;

describe('two nodes on one PostgreSQL', () => {
  let ground: TestGround;
  let nodes: [Office, Office];
  let gate: pg.Client;
  let pairs: [Act, Act][];
  let revision: number;

  const open = (point = 'none') => Office.open(ground.folder, point, 1, { DATABASE_URL: ground.url! });

  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
    pairs = pairsOf(await actsOnMeasure(ground));
    revision = (await ground.engine.offers('sample', COORDINATOR)).revision;
    nodes = await Promise.all([open(), open()]);
    gate = new pg.Client({ connectionString: ground.url! });
    await gate.connect();
    await gate.query(HOLD_AT_COMMIT);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await gate.end();
    await ground.close();
  });

  /** A measure at work for each of the ids. */
  const lay = (ids: string[]) => ground.engine.execute({ actor: COORDINATOR }, ids.flatMap(measureAtWork));

  const ask = (node: Office, instance: string, { type, payload, actor }: Act, key?: string): Promise<Told | null> =>
    node.ask({ order: 'send', instance, type, payload, actor, key, seenRevision: revision });

  /** Comes back when exactly so many sessions wait for the lock, as the server itself tells. */
  async function waiting(lock: number, sessions: number): Promise<void> {
    const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    for (const end = Date.now() + COMES_TO_HOLD_MS; ; await pause(1)) {
      const { rows } = await gate.query<{ n: number }>(sql, [lock]);
      if (rows[0]!.n === sessions) return;
      if (Date.now() > end) throw new Error(`${rows[0]!.n} sessions wait for ${lock}, not ${sessions}`);
    }
  }

  /** Holds a lock while the work lasts. */
  async function holding<T>(lock: number, work: () => Promise<T>): Promise<T> {
    await gate.query('BEGIN');
    await gate.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    try {
      return await work();
    } finally {
      await gate.query('COMMIT');
    }
  }

  /** The acts on a measure after what both had seen, as anybody else finds them now: who and what. */
  async function since(id: string): Promise<string[]> {
    const sql = 'SELECT actor, type FROM event WHERE instance_id = $1 AND seq > $2 ORDER BY seq';
    const { rows } = await gate.query<{ actor: string; type: string }>(sql, [id, revision]);
    return rows.map(({ actor, type }) => `${actor} ${type}`);
  }

  /** Both transactions are begun and wait for their turn; then the turns are given free. */
  const atTheirTurns = (id: string, [one, other]: [Act, Act], [here, there]: [Office, Office]) =>
    holding(TURN, async () => {
      const first = ask(here, id, one);
      await waiting(TURN, 1);
      const second = ask(there, id, other);
      await waiting(TURN, 2);
      return { first, second };
    });

  /** The first has decided, written and sent its COMMIT; the second comes meanwhile. Nobody sees anything of it yet. */
  const atTheCommit = (id: string, [one, other]: [Act, Act], [here, there]: [Office, Office]) =>
    holding(COMMIT, async () => {
      const first = ask(here, id, one);
      await waiting(COMMIT, 1);
      const second = ask(there, id, other);
      await waiting(TURN, 1);
      expect(await since(id)).toEqual([]);
      return { first, second };
    });

  it.each([
    { how: 'both begun before either has its turn', meet: atTheirTurns },
    { how: 'one waits while the other is at its commit', meet: atTheCommit },
  ])(
    '$how: of every pair of acts, in both orders, one wins and the other is told who did what',
    async ({ meet }) => {
      expect(pairs.length).toBeGreaterThanOrEqual(100);
      for (const [at, pair] of pairs.entries()) {
        const ids = Array.from({ length: MEETINGS }, (_, n) => `${meet.name}-${at}-${n}`);
        await lay(ids);
        const { code, words } = toldToSecond(pair);
        for (const [n, id] of ids.entries()) {
          const { first, second } = await meet(id, pair, n % 2 === 0 ? nodes : [nodes[1], nodes[0]]);
          expect([nameOf(pair), (await first)?.error]).toEqual([nameOf(pair), undefined]);
          const told = await second;
          expect([nameOf(pair), told?.error]).toEqual([nameOf(pair), code]);
          expect(told!.message).toContain(words);
          expect(await since(id)).toEqual([`${pair[0].actor.user} ${pair[0].type}`]);
        }
      }
    },
    600_000,
  );

  /** Acts of two people of whom either still knows of the measure after the other's act. */
  function actsOfTwoPeople(): [Act, Act] {
    const stays = (pair: [Act, Act]) => toldToSecond(pair).code === 'stale_revision';
    return pairs.find(([one, other]) => one.actor !== other.actor && stays([one, other]) && stays([other, one]))!;
  }

  it('a node that dies with its COMMIT sent: the one who waited is told, and its key gets the first answer', async () => {
    await lay(['dies-at-commit']);
    const [one, other] = actsOfTwoPeople();
    const dying = await open();
    const { first, second } = await holding(COMMIT, async () => {
      const first = ask(dying, 'dies-at-commit', one, 'sent-once');
      await waiting(COMMIT, 1);
      const second = ask(nodes[1], 'dies-at-commit', other);
      await waiting(TURN, 1);
      await dying.kill();
      return { first, second };
    });
    expect(await first).toBeNull();
    const told = await second;
    expect(told).toMatchObject({ error: 'stale_revision' });
    expect(told!.message).toContain(toldToSecond([one, other]).words);
    const again = await ask(nodes[1], 'dies-at-commit', one, 'sent-once');
    expect(again?.answer?.receipts).toMatchObject([{ instance: 'dies-at-commit', revision: revision + 1 }]);
    expect(await since('dies-at-commit')).toEqual([`${one.actor.user} ${one.type}`]);
  }, 60_000);

  it('a node that dies before its COMMIT is sent leaves nothing: the one who waited wins', async () => {
    await lay(['dies-before']);
    const [one, other] = actsOfTwoPeople();
    const dying = await open('before-commit');
    const { first, second } = await holding(TURN, async () => {
      const first = ask(dying, 'dies-before', one, 'never-kept');
      await waiting(TURN, 1);
      const second = ask(nodes[1], 'dies-before', other);
      await waiting(TURN, 2);
      return { first, second };
    });
    expect(await first).toBeNull();
    await dying.ended;
    expect((await second)?.error).toBeUndefined();
    const again = await ask(nodes[1], 'dies-before', one, 'never-kept');
    expect(again).toMatchObject({ error: 'stale_revision' });
    expect(again!.message).toContain(toldToSecond([other, one]).words);
    expect(await since('dies-before')).toEqual([`${other.actor.user} ${other.type}`]);
  }, 60_000);

  it('leave a state that is the replay of the log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  }, 300_000);
});
