import { describe, expect, it } from '@jest/globals';
import { Changes, isSeen, keptChange } from './changes.js';
import type { Reach } from './reach.js';

const insert = (table: string, row: object) => keptChange('insert', table, row, {});
const update = (table: string, changes: object, where: object) => keptChange('update', table, changes, where);
const remove = (table: string, where: object) => keptChange('remove', table, {}, where);

const rowsWith = (table: string, equals: Record<string, string>, ...words: string[]): Reach => ({
  ...{ table, words: new Set([...words, ...Object.keys(equals)]), equals: Object.entries(equals) },
});

/** The statements that the changes become, in order: verb, and the values of each row. */
function runsOf(kept: ReturnType<typeof insert>[]): unknown[] {
  const changes = new Changes();
  kept.forEach((one) => changes.add(one));
  return changes.runs().map(({ shape, rows }) => [shape.verb, ...rows]);
}

describe('changes that are kept back', () => {
  it('become one statement for each kind and table, each in the order given', () => {
    const given = ['m1', 'm2', 'm3'].flatMap((id, n) => [
      update('measure', { state: 'closed' }, { id }),
      insert('notice', { id: `n${n}`, toldOn: undefined, isNew: true }),
    ]);
    expect(runsOf(given)).toEqual([
      ['update', ['closed', 'm1'], ['closed', 'm2'], ['closed', 'm3']],
      ['insert', ['n0', 1], ['n1', 1], ['n2', 1]],
    ]);
  });

  it('pass one another only where they touch other rows', () => {
    const deadlines = ['a', 'b'].flatMap((instanceId) => [
      update('deadline', { status: 'cleared' }, { instanceId, name: 'due', status: 'pending' }),
      insert('deadline', { instanceId, name: 'due', status: 'pending' }),
    ]);
    expect(runsOf(deadlines)).toHaveLength(2);
    const again = update('deadline', { status: 'cleared' }, { instanceId: 'a', name: 'due', status: 'pending' });
    expect(runsOf([...deadlines, again]).at(-1)).toEqual(['update', ['cleared', 'a', 'due', 'pending']]);
  });

  it('of one row stay one after the other', () => {
    const first = update('measure', { state: 'working' }, { id: 'm1' });
    expect(runsOf([first, update('measure', { state: 'closed' }, { id: 'm1' })])).toHaveLength(2);
    const byPlan = update('measure', { state: 'stopped' }, { planId: 'p1' });
    expect(runsOf([first, byPlan, update('measure', { state: 'closed' }, { id: 'm2' })])).toHaveLength(3);
    expect(
      runsOf([remove('measure', { id: 'm1' }), insert('measure', { id: 'm1' }), remove('measure', { id: 'm1' })]),
    ).toEqual([
      ['remove', ['m1']],
      ['insert', ['m1']],
      ['remove', ['m1']],
    ]);
  });

  it('that move rows from one value to the next are not turned round', () => {
    const step = (from: string, to: string) => update('measure', { state: to }, { state: from });
    expect(runsOf([step('a', 'b'), step('b', 'c')])).toHaveLength(2);
  });
});

describe('whether a question sees a change', () => {
  const closed = update('measure', { state: 'closed' }, { id: 'm1' });
  const entered = insert('measure', { id: 'm1', planId: 'p1', state: 'open' });

  it('depends on the row', () => {
    expect(isSeen(closed, [rowsWith('measure', { id: 'm1' }, 'state')])).toBe(true);
    expect(isSeen(closed, [rowsWith('measure', { id: 'm2' }, 'state')])).toBe(false);
    expect(isSeen(closed, [rowsWith('plan', { id: 'm1' }, 'state')])).toBe(false);
    expect(isSeen(closed, 'everything')).toBe(true);
  });

  it('depends on the column, except where a row comes or goes', () => {
    expect(isSeen(closed, [rowsWith('measure', { id: 'm1' }, 'lead_unit')])).toBe(false);
    expect(isSeen(closed, [{ table: 'measure', words: null, equals: [['id', 'm1']] }])).toBe(true);
    expect(isSeen(entered, [rowsWith('measure', { id: 'm1' }, 'lead_unit')])).toBe(true);
    expect(isSeen(remove('measure', { id: 'm1' }), [rowsWith('measure', { plan_id: 'p1' })])).toBe(true);
  });

  it('is taken as yes where the change does not tell the value that is asked for', () => {
    expect(isSeen(closed, [rowsWith('measure', { plan_id: 'p1' }, 'state')])).toBe(true);
    expect(isSeen(entered, [rowsWith('measure', { plan_id: 'p2' }, 'state')])).toBe(false);
  });

  it('sees a row leave the value that is asked for, and come to it', () => {
    const moved = update('measure', { state: 'closed' }, { id: 'm1', state: 'open' });
    expect(isSeen(moved, [rowsWith('measure', { state: 'open' })])).toBe(true);
    expect(isSeen(moved, [rowsWith('measure', { state: 'closed' })])).toBe(true);
  });

  it('is the same for many changes together', () => {
    const changes = new Changes();
    for (let n = 0; n < 50; n++) changes.add(update('measure', { state: 'closed' }, { id: `m${n}` }));
    expect(changes.areSeenBy([rowsWith('measure', { id: 'm49' }, 'state')])).toBe(true);
    expect(changes.areSeenBy([rowsWith('measure', { id: 'm50' }, 'state')])).toBe(false);
    changes.add(update('measure', { state: 'closed' }, { id: 'm50' }));
    expect(changes.areSeenBy([rowsWith('measure', { id: 'm50' }, 'state')])).toBe(true);
    changes.take();
    expect(changes.areSeenBy('everything')).toBe(false);
  });
});
