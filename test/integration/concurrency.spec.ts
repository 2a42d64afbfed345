import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definition } from '../../workflows/catalogue.js';
import { samplePayloads } from '../../src/engine/check/samples.js';
import type { Actor, Answer, Command } from '../../src/engine/types.js';
import { Refusal } from '../../src/shared/errors.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { assignmentId, CYCLE, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';

const MEETINGS = 10;

/** A further deliverable measure of the small plan, led by 人社, at work. */
function measureAtWork(id: string): Command[] {
  const place = { planId: PLAN, cycleId: CYCLE };
  const due = { due: '2023-12-31', duePresumed: true };
  const measure = {
    ...{ ...place, ...due, track: 'deliverable', consolidator: 'lead', draftKey: id, position: 9, no: '9', title: id },
    ...{
      content: '',
      heading: [],
      note: '',
      mode: 'lead_support',
      leadUnit: 'hr',
      leadBasis: 'stated',
      openGroups: [],
    },
    ...{ conditions: [], spanStart: 0, spanEnd: 1 },
  };
  const duty = { ...place, ...due, measureId: id, unitId: 'hr', role: 'responsible', isLead: true, followsLead: false };
  const start = (machine: string, at: string, input: object): Command => {
    return { kind: 'start', machine, id: at, scope: PLAN, input: { ...input } };
  };
  return [
    start('measure', id, measure),
    start('assignment', `${id}:hr`, { ...duty, position: 1, dutyFrom: '2023-05-11', fires: null }),
    { kind: 'send', instance: id, type: 'beginImplementation', asSystem: true },
  ];
}

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

  /** Everything that the lead bureau and the office may do with a measure at work. */
  async function acts(): Promise<{ actor: Actor; type: string; payload: Record<string, unknown> }[]> {
    await ground.engine.execute({ actor: COORDINATOR }, measureAtWork('sample'));
    const words = definition('measure@1').events;
    const found = [];
    for (const actor of [COORDINATOR, liaison('hr')]) {
      const { events } = await ground.engine.offers('sample', actor);
      for (const type of events) found.push({ actor, type, payload: samplePayloads(words[type]!)[0]! });
    }
    return found;
  }

  it('lets exactly one of two people win for every pair of acts on one measure, and tells the other what happened', async () => {
    const all = await acts();
    expect(all.length).toBeGreaterThanOrEqual(10);
    const pairs = all.flatMap((one) => all.map((other) => [one, other] as const));
    const met = new Map<string, number>();
    for (const [at, pair] of pairs.entries()) {
      const ids = Array.from({ length: MEETINGS }, (_, n) => `meet-${at}-${n}`);
      await ground.engine.execute({ actor: COORDINATOR }, ids.flatMap(measureAtWork));
      const { revision } = await ground.engine.offers(ids[0]!, COORDINATOR);
      const send = (id: string) =>
        pair.map(({ type, payload, actor }) =>
          ground.engine.send(id, type, payload, { actor, seenRevision: revision }),
        );
      const outcomes = await Promise.all(ids.map((id) => Promise.allSettled(send(id))));
      const name = pair.map(({ type, actor }) => `${actor.user} ${type}`).join(' × ');
      for (const [won, lost] of outcomes) {
        expect([name, won!.status, lost!.status]).toEqual([name, 'fulfilled', 'rejected']);
        const { code, detail } = (lost as PromiseRejectedResult).reason as Refusal;
        // Whose duty ended with the first act stands to the measure no longer: it is not his any more.
        const left = /merge|withdraw/.test(pair[0]!.type) && pair[1]!.actor.user !== COORDINATOR.user;
        const told = left ? ['not_found', undefined] : ['stale_revision', revision];
        expect([name, code, detail.facts?.seen]).toEqual([name, ...told]);
        met.set(name, (met.get(name) ?? 0) + 1);
      }
    }
    expect([...met.values()].every((times) => times === MEETINGS)).toBe(true);
    expect(met.size).toBe(pairs.length);
  }, 120_000);

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
