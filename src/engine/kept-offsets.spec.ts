import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Tx } from '../persistence/tx.js';
import { KeptOffsets } from './kept-offsets.js';

const HOUR = 3_600_000;
const inEpoch = (epoch?: number) => ({ epoch }) as Tx;

describe('offsets of the plans’ clocks', () => {
  let offsets: KeptOffsets;
  let stored: number;
  let asked: string[];
  const read = (_read: unknown, scope: string) => {
    asked.push(scope);
    return Promise.resolve(stored);
  };
  const of = (tx: Tx, scope = 'plan') => offsets.get(tx, scope, read);

  beforeEach(() => {
    offsets = new KeptOffsets();
    stored = HOUR;
    asked = [];
  });

  it('are asked for once while nobody else writes and nothing is undone', async () => {
    expect([await of(inEpoch(1)), await of(inEpoch(1)), await of(inEpoch(1), 'other')]).toEqual([HOUR, HOUR, HOUR]);
    expect(asked).toEqual(['plan', 'other']);
  });

  it('are asked for anew in another epoch, and each time where none is told', async () => {
    await of(inEpoch(1));
    stored = 2 * HOUR;
    expect(await of(inEpoch(2))).toBe(2 * HOUR);
    stored = 3 * HOUR;
    expect(await of(inEpoch())).toBe(3 * HOUR);
    stored = 4 * HOUR;
    expect(await of(inEpoch())).toBe(4 * HOUR);
  });

  it('are asked for anew after an event of the plan itself, and of no other', async () => {
    await of(inEpoch(1));
    stored = 2 * HOUR;
    offsets.forget('measure');
    expect(await of(inEpoch(1))).toBe(HOUR);
    offsets.forget('plan');
    expect(await of(inEpoch(1))).toBe(2 * HOUR);
  });

  it('belong to the database, not to who works on it', () => {
    const database = {};
    expect(KeptOffsets.of(database)).toBe(KeptOffsets.of(database));
    expect(KeptOffsets.of({})).not.toBe(KeptOffsets.of(database));
  });
});
