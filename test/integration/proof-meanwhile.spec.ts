import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { proveRecord } from '../../src/cli/record.commands.js';
import { checkpointIn } from '../../src/engine/checkpoints/installation.js';
import { openGround, type TestGround } from '../support/ground.js';
import { assignmentId, issueSmallPlan, liaison } from '../support/small-plan.js';

const PROOFS = 20;
const EVERY_MS = 2;

describe('the proof of a record that is being written', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
  });
  afterAll(() => ground.close());

  /** A bureau that goes on changing its mind, and the log's end signed now and then; returns how often. */
  async function goOn(isDone: () => boolean): Promise<number> {
    let count = 0;
    for (; !isDone(); count++, await pause(EVERY_MS)) {
      await ground.engine.send(
        assignmentId(1, 'edu'),
        'followLead',
        { on: count % 2 === 0 },
        { actor: liaison('edu'), key: `meanwhile-${count}` },
      );
      if (count % 20 === 0) await checkpointIn(ground.folder, ground.database, ground.clock);
    }
    return count;
  }

  it(`finds no fault, ${PROOFS} times, while commands keep coming and checkpoints are signed`, async () => {
    let done = false;
    const going = goOn(() => done);
    const seen: number[] = [];
    try {
      while (seen.length < PROOFS) {
        const { verdict } = await proveRecord(ground.database, ground.folder);
        expect(verdict.faults).toEqual([]);
        seen.push(verdict.events);
      }
    } finally {
      done = true;
    }
    const sent = await going;
    expect(sent).toBeGreaterThan(PROOFS);
    expect(seen.at(-1)).toBeGreaterThan(seen[0]! + PROOFS);
  }, 180_000);

  it('reads one moment to its end, though others write, and the present again in the next', async () => {
    const { database } = ground;
    const events = 'SELECT count(*) AS n FROM event';
    const change = (key: string) =>
      ground.engine.send(assignmentId(1, 'edu'), 'followLead', { on: true }, { actor: liaison('edu'), key });
    const before = (await database.reader.get<{ n: number }>(events))!.n;
    const counts = await database.atOneMoment(async (read) => {
      await change('in-between');
      return [await read.get(events), await database.reader.get(events)];
    });
    expect(counts).toEqual([{ n: before }, { n: before + 1 }]);
    expect(await database.atOneMoment((read) => read.get(events))).toEqual({ n: before + 1 });
  });

  it('cannot write in a moment, and gives its connection back when the work fails', async () => {
    const { database } = ground;
    for (let n = 0; n < 12; n++) {
      const writing = database.atOneMoment((read) => read.all('DELETE FROM stored_file RETURNING sha256'));
      await expect(writing).rejects.toThrow(/read-?only/i);
    }
    await expect(database.atOneMoment((read) => read.get('SELECT 1 AS one'))).resolves.toEqual({ one: 1 });
  });
});
