import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { registrations } from '../../src/core/core.module.js';
import { addDays } from '../../src/domain/calendar/day.js';
import { Engine } from '../../src/engine/engine.js';
import type { Command, Projection } from '../../src/engine/types.js';
import { startOfDay } from '../../src/shared/clock.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';

const FIRST = '2023-01-01';

interface Fired {
  instance: string;
  at: string;
  day: string;
}

/** A repeatable sequence in [0, 1). */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const payloadOf = (body: string) => (JSON.parse(body) as { payload: { day: string } }).payload;

describe('due days', () => {
  let ground: TestGround;
  beforeEach(async () => {
    ground = await openGround(FIRST);
  });
  afterEach(() => ground.close());

  /** Assignments of the office's register, each with a day on which it fires. */
  const duties = (days: string[]) =>
    ground.engine.execute(
      { actor: COORDINATOR },
      days.map((day, n): Command => {
        const place = { planId: 'p', cycleId: 'c', measureId: 'm', unitId: `unit-${n}`, position: 1 };
        const duty = { role: 'responsible', isLead: true, followsLead: false, dutyFrom: FIRST };
        const due = { due: addDays(day, -1), duePresumed: false, fires: day };
        return {
          kind: 'start',
          machine: 'assignment',
          id: `duty-${n}`,
          scope: '',
          input: { ...place, ...duty, ...due },
        };
      }),
    );

  const goTo = (day: string, hour = 8) => ground.clock.set(startOfDay(day) + hour * 3_600_000);

  const fired = async (): Promise<Fired[]> => {
    const sql = `SELECT instance_id AS instance, at, body FROM event WHERE type = 'deadline.due' ORDER BY position`;
    const rows = await ground.database.reader.all<{ instance: string; at: string; body: string }>(sql);
    return rows.map(({ instance, at, body }) => ({ instance, at, day: payloadOf(body).day }));
  };

  const dayOfYear = (n: number) => addDays(FIRST, n);

  it('fire once each and never early, however the clock jumps: 500 jumps both ways over 100 due days', async () => {
    const random = draws(7);
    const days = Array.from({ length: 100 }, () => dayOfYear(1 + Math.floor(random() * 360)));
    await duties(days);
    let furthest = 0;
    for (let jump = 0; jump < 500; jump++) {
      const to = jump === 499 ? 365 : Math.floor(random() * Math.min(365, 10 + jump));
      furthest = Math.max(furthest, to);
      goTo(dayOfYear(to), Math.floor(random() * 24));
      await ground.engine.fireDue();
      const due = days.filter((day) => day <= dayOfYear(furthest));
      expect([jump, (await fired()).length]).toEqual([jump, due.length]);
    }
    const all = await fired();
    expect(new Set(all.map(({ instance }) => instance)).size).toBe(100);
    expect(all.every(({ instance, day, at }) => days[Number(instance.slice(5))] === day && at >= day)).toBe(true);
  }, 60_000);

  it('fire in the order of their days after the server stood still for months, late rather than never', async () => {
    const days = [90, 10, 50, 10, 70].map(dayOfYear);
    await duties(days);
    goTo(dayOfYear(200));
    expect(await ground.engine.fireDue()).toBe(5);
    expect((await fired()).map(({ instance }) => instance)).toEqual(['duty-1', 'duty-3', 'duty-2', 'duty-4', 'duty-0']);
    expect(await ground.engine.fireDue()).toBe(0);
  });

  it('fire once when two look at the same moment', async () => {
    await duties(Array.from({ length: 40 }, (_, n) => dayOfYear(n + 1)));
    goTo(dayOfYear(60));
    const handled = await Promise.all([ground.engine.fireDue(), ground.engine.fireDue(), ground.engine.fireDue()]);
    expect(handled.reduce((sum, n) => sum + n, 0)).toBe(40);
    expect(await fired()).toHaveLength(40);
  });

  it('do not fire for a day that had passed when it was entered, nor once the day was moved', async () => {
    goTo(dayOfYear(30));
    await duties([dayOfYear(10), dayOfYear(40)]);
    const move = { on: dayOfYear(99), fires: dayOfYear(100) };
    const moved: Command = { kind: 'send', instance: 'duty-1', type: 'setDue', payload: move, asSystem: true };
    await ground.engine.execute({ actor: COORDINATOR }, [moved]);
    goTo(dayOfYear(60));
    expect(await ground.engine.fireDue()).toBe(0);
    goTo(dayOfYear(100));
    expect(await ground.engine.fireDue()).toBe(1);
    expect(await fired()).toMatchObject([{ instance: 'duty-1', day: dayOfYear(100) }]);
  });

  it('are not held up by one that fails, which stays pending and fires when the fault is gone', async () => {
    await duties([5, 6, 7].map(dayOfYear));
    let broken = true;
    const faulty: Projection = {
      name: 'faulty',
      tables: [],
      async apply(_tx, { instance, type }) {
        if (broken && type === 'deadline.due' && instance === 'duty-0') throw new Error('a fault of the program');
      },
    };
    const projections = [...registrations.projections, faulty];
    const engine = new Engine(ground.database, ground.clock, { ...registrations, projections });
    goTo(dayOfYear(20));
    await expect(engine.fireDue()).rejects.toMatchObject({ message: '1 deadlines failed' });
    expect((await fired()).map(({ instance }) => instance)).toEqual(['duty-1', 'duty-2']);
    broken = false;
    expect(await engine.fireDue()).toBe(1);
    expect((await fired()).map(({ instance }) => instance)).toEqual(['duty-1', 'duty-2', 'duty-0']);
    expect((await ground.verify()).faults).toEqual([]);
  });
});
