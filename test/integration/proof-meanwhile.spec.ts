import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { proveRecord } from '../../src/cli/record.commands.js';
import { checkpointIn } from '../../src/engine/checkpoints/installation.js';
import type { Database } from '../../src/persistence/database.js';
import type { Reader } from '../../src/persistence/tx.js';
import { openGround, type TestGround } from '../support/ground.js';
import { assignmentId, issueSmallPlan, liaison } from '../support/small-plan.js';

const PROOFS = 20;

describe('the proof of a record that is being written', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
  });
  afterAll(() => ground.close());

  const eventCount = async (read: Reader = ground.database.reader): Promise<number> =>
    (await read.get<{ n: number }>('SELECT count(*) AS n FROM event'))!.n;

  let acts = 0;
  /** A bureau changes its mind; now and then the end of the log is signed. */
  async function act(): Promise<void> {
    const { engine, folder, database, clock } = ground;
    const sent = { actor: liaison('edu'), key: `meanwhile-${acts}` };
    await engine.send(assignmentId(1, 'edu'), 'followLead', { on: acts % 2 === 0 }, sent);
    if (acts++ % 20 === 0) await checkpointIn(folder, database, clock);
  }

  /** Lets something be done before each thing that is read. */
  function disturbed(read: Reader): Reader {
    return {
      manager: read.manager,
      all: (sql, params) => act().then(() => read.all(sql, params)),
      get: (sql, params) => act().then(() => read.get(sql, params)),
    };
  }

  it(`finds no fault, ${PROOFS} times, though a command is done before each thing that it reads`, async () => {
    const { database, folder } = ground;
    const busy: Pick<Database, 'atOneMoment'> = {
      atOneMoment: (work) => database.atOneMoment((read) => work(disturbed(read))),
    };
    for (let proof = 0; proof < PROOFS; proof++) {
      const [before, actsBefore] = [await eventCount(), acts];
      const { verdict } = await proveRecord(busy, folder);
      expect(verdict.faults).toEqual([]);
      expect(verdict.events).toBe(before);
      expect(await eventCount()).toBe(before + acts - actsBefore);
      expect(acts - actsBefore).toBeGreaterThan(10);
    }
  }, 180_000);

  it('reads one moment to its end, though others write, and the present again in the next', async () => {
    const { database } = ground;
    const change = (key: string) =>
      ground.engine.send(assignmentId(1, 'edu'), 'followLead', { on: true }, { actor: liaison('edu'), key });
    const before = await eventCount();
    const counts = await database.atOneMoment(async (read) => {
      await change('in-between');
      return [await eventCount(read), await eventCount()];
    });
    expect(counts).toEqual([before, before + 1]);
    expect(await database.atOneMoment(eventCount)).toBe(before + 1);
  });

  it('cannot write in a moment, and gives its connection back when the work fails', async () => {
    const { database } = ground;
    for (let n = 0; n < 12; n++) {
      const writing = database.atOneMoment((read) => read.all('DELETE FROM stored_file RETURNING sha256'));
      // The driver's errors may be another test file's: they are known by their words, not by their class.
      await expect(writing).rejects.toMatchObject({ message: expect.stringMatching(/read-?only/i) });
    }
    await expect(database.atOneMoment((read) => read.get('SELECT 1 AS one'))).resolves.toEqual({ one: 1 });
  });
});
