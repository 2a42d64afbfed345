import { describe, expect, it } from '@jest/globals';
import { keptChange, Run } from '../answers/changes.js';
import type { Reach } from '../answers/reach.js';
import { toldIn, wordsOf } from './told.js';

describe('what nodes tell one another of their changes', () => {
  const ofMeasure = (id: string, words: string[] = ['id', 'state']): Reach[] => [
    { table: 'measure', words: new Set(words), equals: [['id', id]] },
  ];
  const moved = (id: string) => run(keptChange('change', 'measure', { state: 'done' }, { id, revision: 3 }));
  const heard = (...runs: Run[]) => toldIn([[8, wordsOf(runs)]], [7, 9]);

  it('is which rows were met, by what stays known of them, and which columns', () => {
    const told = heard(moved('m1'), moved('m2'));
    if (told === 'anything') throw new Error('it was told');
    expect(told.areSeenBy(ofMeasure('m1'))).toBe(true);
    expect(told.areSeenBy(ofMeasure('m2'))).toBe(true);
    expect(told.areSeenBy(ofMeasure('m3'))).toBe(false);
    expect(told.areSeenBy(ofMeasure('m1', ['id', 'due']))).toBe(false);
  });

  it('leaves out long values, and may then be seen by whoever seeks by them', () => {
    const told = heard(run(keptChange('insert', 'event', { id: 'e1', body: 'x'.repeat(500) }, {})));
    if (told === 'anything') throw new Error('it was told');
    const sought = (column: string, value: string): Reach[] => [
      { table: 'event', words: null, equals: [[column, value]] },
    ];
    expect(told.areSeenBy(sought('id', 'e2'))).toBe(false);
    expect(told.areSeenBy(sought('body', 'y'))).toBe(true);
  });

  it('is anything where a transaction in between was not told, was too much, or none was known before', () => {
    expect(toldIn([], [7, 8])).not.toBe('anything');
    expect(toldIn([], [7, 9])).toBe('anything');
    expect(toldIn([[8, null]], [7, 9])).toBe('anything');
    expect(toldIn([[12, wordsOf([moved('m1')])]], [7, 9])).toBe('anything');
    expect(toldIn([], [0, 1])).toBe('anything');
    expect(wordsOf(Array.from({ length: 20_000 }, (_, n) => moved(`measure-${n}`)))).toBeNull();
  });
});

function run({ shape, values }: ReturnType<typeof keptChange>): Run {
  const made = new Run(shape);
  made.rows.push(values);
  return made;
}
