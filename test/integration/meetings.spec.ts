import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Refusal } from '../../src/shared/errors.js';
import type { Reader, Tx } from '../../src/persistence/tx.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { actsOnMeasure, measureAtWork, nameOf, pairsOf, toldToSecond, type Act } from '../support/measure-acts.js';
import { onPostgres } from '../support/postgres.js';
import { issueSmallPlan } from '../support/small-plan.js';

const MEETINGS = 10;

type Outcomes = PromiseSettledResult<unknown>[];

/** Ten measures, alike, on which two people open their pages at the same revision. */
interface Table {
  ids: string[];
  revision: number;
  /** Sends the act for every one of the measures, all in this turn. */
  send(act: Act): Promise<Outcomes>;
  /** How often each revision is found among the measures. */
  revisions(read: Reader): Promise<Record<number, number>>;
}

/** Lets two acts meet on each measure of a table; how it went for the first and for the second. */
type Meeting = (table: Table, pair: [Act, Act]) => Promise<[Outcomes, Outcomes]>;

describe('two people who act on one measure', () => {
  let ground: TestGround;
  let pairs: [Act, Act][];
  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
    pairs = pairsOf(await actsOnMeasure(ground));
  });
  afterAll(() => ground.close());

  async function lay(name: string): Promise<Table> {
    const ids = Array.from({ length: MEETINGS }, (_, n) => `${name}-${n}`);
    await ground.engine.execute({ actor: COORDINATOR }, ids.flatMap(measureAtWork));
    const { revision } = await ground.engine.offers(ids[0]!, COORDINATOR);
    const sql = `SELECT revision, count(*) AS n FROM instance WHERE id IN (${ids.map(() => '?').join()}) GROUP BY revision`;
    return {
      ...{ ids, revision },
      send: ({ type, payload, actor }) =>
        Promise.allSettled(ids.map((id) => ground.engine.send(id, type, payload, { actor, seenRevision: revision }))),
      revisions: async (read) => {
        const rows = await read.all<{ revision: number; n: number }>(sql, ids);
        return Object.fromEntries(rows.map((row) => [row.revision, row.n]));
      },
    };
  }

  /** Inside the transaction all first acts are decided and written; outside nothing of them is to be seen. */
  async function nothingCommitted({ revision, revisions }: Table, tx: Tx): Promise<void> {
    expect(await revisions(tx)).toEqual({ [revision + 1]: MEETINGS });
    // On PostgreSQL another session would be something outside the transaction, which work in it may not wait for.
    if (!onPostgres) expect(await revisions(ground.database.reader)).toEqual({ [revision]: MEETINGS });
  }

  /** Both in one group: the second decides while the first is decided and not yet committed. */
  const inOneGroup: Meeting = async (table, [one, other]) => {
    const first = table.send(one);
    const second = table.send(other);
    await ground.database.write((tx) => nothingCommitted(table, tx));
    return [await first, await second];
  };

  /** The second is sent while the first is decided and waits for its commit; it is in the next group. */
  const inTheNextGroup: Meeting = async (table, [one, other]) => {
    const first = table.send(one);
    let second: Promise<Outcomes> = Promise.resolve([]);
    await ground.database.write(async (tx) => {
      await nothingCommitted(table, tx);
      second = table.send(other);
    });
    expect(await table.revisions(ground.database.reader)).toEqual({ [table.revision + 1]: MEETINGS });
    return [await first, await second];
  };

  /** Both in a group that is undone for a third one's fault, after the first was decided, and done once more. */
  const inAGroupDoneAgain: Meeting = async (table, [one, other]) => {
    const first = table.send(one);
    let tries = 0;
    const faulty = ground.database.write(async (tx) => {
      tries++;
      await tx.insert('access_log', { at: 1, accountId: null, action: 'faulty', detail: null, address: null });
      await nothingCommitted(table, tx);
      throw new Error('half-way');
    });
    const second = table.send(other);
    await expect(faulty).rejects.toThrow('half-way');
    expect(tries).toBeGreaterThanOrEqual(2);
    return [await first, await second];
  };

  /** What stands in the log of the measures beyond what both had seen, by act and person. */
  async function eventsSince({ ids, revision }: Table): Promise<unknown[]> {
    const among = ids.map(() => '?').join();
    const sql = `SELECT type, actor, count(*) AS n FROM event WHERE instance_id IN (${among}) AND seq > ? GROUP BY type, actor`;
    return ground.database.reader.all(sql, [...ids, revision]);
  }

  it.each([
    { how: 'decide within one commit', meet: inOneGroup },
    { how: 'decide one while the other is about to be committed', meet: inTheNextGroup },
    { how: 'decide in a commit that is undone and done once more', meet: inAGroupDoneAgain },
  ])(
    '$how: for every pair of acts, in both orders, one wins and the other is told who did what',
    async ({ meet }) => {
      expect(pairs.length).toBeGreaterThanOrEqual(100);
      for (const [at, pair] of pairs.entries()) {
        const table = await lay(`${meet.name}-${at}`);
        const [first, second] = await meet(table, pair);
        const told = second.map((one) => (one.status === 'rejected' ? (one.reason as Refusal) : null));
        const { code, words } = toldToSecond(pair);
        expect([nameOf(pair), ...first.map(({ status }) => status)]).toEqual([
          nameOf(pair),
          ...table.ids.map(() => 'fulfilled'),
        ]);
        expect([nameOf(pair), ...told.map((refusal) => refusal?.code)]).toEqual([
          nameOf(pair),
          ...told.map(() => code),
        ]);
        for (const refusal of told) expect(refusal!.message).toContain(words);
        expect(await eventsSince(table)).toEqual([{ type: pair[0].type, actor: pair[0].actor.user, n: MEETINGS }]);
      }
    },
    300_000,
  );

  it('leave a state that is the replay of the log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  }, 120_000);
});
