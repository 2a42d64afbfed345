import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrations } from '../../src/core/core.module.js';
import { Engine } from '../../src/engine/engine.js';
import type { Answer } from '../../src/engine/types.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { assignmentId, issueSmallPlan, liaison } from '../support/small-plan.js';

describe('many people at once', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
  });
  afterAll(() => ground.close());

  const eventsOf = async (instance: string): Promise<number> => {
    const sql = 'SELECT count(*) AS n FROM event WHERE instance_id = ?';
    return (await ground.database.reader.get<{ n: number }>(sql, [instance]))!.n;
  };

  it('applies each of 10,000 commands once, however often its form was sent, and answers all copies alike', async () => {
    const duty = assignmentId(1, 'edu');
    const before = await eventsOf(duty);
    const send = (n: number): Promise<Answer> =>
      ground.engine.send(duty, 'followLead', { on: n % 2 === 0 }, { actor: liaison('edu'), key: `form-${n}` });
    const copies = (n: number) => 1 + (n % 5);
    for (let from = 0; from < 10_000; from += 1_000) {
      const keys = Array.from({ length: 1_000 }, (_, n) => from + n);
      const sent = keys.flatMap((n) => Array.from({ length: copies(n) }, () => n));
      const shuffled = sent.map((n, at) => [(at * 7_919) % sent.length, n] as const).sort(([a], [b]) => a - b);
      const answers = new Map<number, Set<string>>(keys.map((n) => [n, new Set()]));
      await Promise.all(shuffled.map(async ([, n]) => answers.get(n)!.add(JSON.stringify(await send(n)))));
      expect([...answers.values()].every((different) => different.size === 1)).toBe(true);
    }
    expect(await eventsOf(duty)).toBe(before + 10_000);
  }, 120_000);

  it('does it once too where the copies come by two programs on one database', async () => {
    const duty = assignmentId(1, 'edu');
    const before = await eventsOf(duty);
    const engines = [0, 1].map(() => new Engine(ground.database, ground.clock, registrations));
    const keys = Array.from({ length: 200 }, (_, n) => `twice-${n}`);
    const answers = await Promise.all(
      keys.map((key) => {
        const send = (engine: Engine) =>
          engine
            .send(duty, 'followLead', { on: true }, { actor: liaison('edu'), key })
            .then((one) => JSON.stringify(one));
        return Promise.all(engines.map(send));
      }),
    );
    expect(answers.filter(([one, other]) => one !== other)).toEqual([]);
    expect(await eventsOf(duty)).toBe(before + keys.length);
  }, 120_000);

  it('refuses one form’s number for two different acts sent together', async () => {
    const same = { actor: COORDINATOR, key: 'form-shared' };
    const outcomes = await Promise.allSettled(
      ['甲', '乙', '甲'].map((alias) => ground.engine.send('edu', 'addAlias', { alias }, same)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((outcomes[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'key_reused' });
  });

  it('is still proven by its log after all this', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  }, 120_000);
});
