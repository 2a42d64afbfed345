import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMachine, type AnyStateMachine } from 'xstate';
import type { Tx } from '../persistence/tx.js';
import { InstanceCache } from './instances.js';
import { begin, persist } from './step.js';
import type { InstanceRow } from './types.js';

const slip = (name: string) =>
  createMachine({ id: name, initial: 'open', states: { open: {} } }) as unknown as AnyStateMachine;
const machine = slip('slip');
const { snapshot } = begin(machine, {});

/** The row of instance `id` after its event `head`. */
const rowAt = (head: string, id = 'a'): InstanceRow => ({
  ...{ id, definition: 'slip@1', machine: 'slip', scope: 'plan', revision: 1, head },
  ...{ snapshot: persist(snapshot), state: 'open' },
});

describe('the instances last worked on', () => {
  let cache: InstanceCache;
  let stored: Map<string, InstanceRow>;
  let asked: string[];

  beforeEach(() => {
    cache = new InstanceCache();
    stored = new Map([['a', rowAt('h1')]]);
    asked = [];
  });

  const inEpoch = (epoch?: number) => {
    const get = (sql: string, [id]: string[]) => {
      asked.push(sql.startsWith('SELECT head') ? 'head' : 'row');
      const row = stored.get(id!);
      return Promise.resolve(row && { ...row });
    };
    return { epoch, get } as unknown as Tx;
  };

  it('are read whole once, and not at all again in the same epoch', async () => {
    const first = await cache.load(inEpoch(1), 'a');
    expect(await cache.load(inEpoch(1), 'a')).toBe(first);
    expect(asked).toEqual(['row']);
  });

  it('are known by the hash of their last event in another epoch, or where none is told', async () => {
    const first = await cache.load(inEpoch(1), 'a');
    expect(await cache.load(inEpoch(2), 'a')).toBe(first);
    expect(await cache.load(inEpoch(2), 'a')).toBe(first);
    expect(await cache.load(inEpoch(), 'a')).toBe(first);
    expect(await cache.load(inEpoch(), 'a')).toBe(first);
    expect(asked).toEqual(['row', 'head', 'head', 'head']);
  });

  it('are read anew when somebody else has gone on with them', async () => {
    await cache.load(inEpoch(1), 'a');
    stored.set('a', rowAt('h2'));
    expect((await cache.load(inEpoch(2), 'a')).head).toBe('h2');
    expect((await cache.load(inEpoch(2), 'a')).head).toBe('h2');
    expect(asked).toEqual(['row', 'head', 'row']);
  });

  it('are not there when their start was undone', async () => {
    cache.keep(inEpoch(1), rowAt('h9', 'z'), snapshot);
    expect(cache.known('z')).toMatchObject({ machine: 'slip', scope: 'plan' });
    await expect(cache.load(inEpoch(2), 'z')).rejects.toMatchObject({ code: 'not_found' });
    cache.forget('z');
    expect(cache.known('z')).toBeUndefined();
  });

  it('give their snapshot again for the same last event and machine, and for no other', async () => {
    const row = await cache.load(inEpoch(1), 'a');
    const kept = cache.snapshotOf(machine, row);
    expect(cache.snapshotOf(machine, row)).toBe(kept);
    expect(cache.snapshotOf(machine, rowAt('h2'))).not.toBe(kept);
    const other = slip('slip');
    expect(cache.snapshotOf(other, row).machine).toBe(other);
    expect(new InstanceCache().snapshotOf(machine, row).value).toBe('open');
  });

  it('are forgotten, the longest unused first, when there are too many', () => {
    for (let n = 0; n < 5_000; n++) cache.keep(inEpoch(1), rowAt('h', `i${n}`), null);
    cache.keep(inEpoch(1), rowAt('h', 'i0'), null);
    expect(cache.known('i1')).toBeDefined();
    cache.keep(inEpoch(1), rowAt('h', 'new'), null);
    expect(['i0', 'i1', 'i2', 'new'].map((id) => cache.known(id) !== undefined)).toEqual([true, false, true, true]);
  });

  it('belong to the database, not to who works on it', () => {
    const database = {};
    expect(InstanceCache.of(database)).toBe(InstanceCache.of(database));
  });
});
