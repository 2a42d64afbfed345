import { describe, expect, it } from '@jest/globals';
import { Companions } from './companions.js';
import { asOne, type Change } from './sql.js';

const change = (table: string, mustMeet: number | null = null, sql = `UPDATE ${table} SET x = ?`): Change => ({
  ...{ table, sql, params: [table], mustMeet },
});
const state = change('instance', 1);
const event = change('event', null, 'INSERT INTO event (x) VALUES (?)');

/** The tables of each statement when the same changes have come so often before. */
function after(times: number, ...runs: Change[][]) {
  const companions = new Companions();
  for (let time = 0; time < times; time++) companions.grouped(runs);
  return companions.grouped(runs).map((changes) => changes.map(({ table }) => table));
}

describe('changes of different tables', () => {
  it('go out as one statement when they have come together often', () => {
    expect(after(0, [state], [event])).toEqual([['instance'], ['event']]);
    expect(after(30, [state], [event])).toEqual([['instance', 'event']]);
  });

  it('stay apart where the same table is changed twice, since one statement knows no order', () => {
    expect(after(30, [state], [event], [change('event', null, 'DELETE FROM event WHERE x = ?')])).toHaveLength(3);
    expect(after(30, [state], [event, event])).toHaveLength(3);
  });

  it('are not counted without end', () => {
    const companions = new Companions();
    const kind = (n: number) => [[state], [change('event', null, `INSERT INTO event (x${n}) VALUES (?)`)]];
    for (let n = 0; n < 1_000; n++) companions.grouped(kind(n));
    for (let time = 0; time < 30; time++) companions.grouped(kind(999));
    expect(companions.grouped(kind(999))).toHaveLength(2);
  });

  it('are one statement that fails where one of them misses a row it must change', () => {
    expect(asOne([event])).toEqual(['INSERT INTO event (x) VALUES (?)', ['event']]);
    expect(asOne([state])).toEqual([
      'WITH part0 AS (UPDATE instance SET x = ? RETURNING 1) SELECT 1 / ((SELECT count(*) FROM part0) = ?::int8)::int',
      ['instance', 1],
    ]);
    expect(asOne([event, state])).toEqual([
      'WITH part0 AS (INSERT INTO event (x) VALUES (?)), part1 AS (UPDATE instance SET x = ? RETURNING 1)' +
        ' SELECT 1 / ((SELECT count(*) FROM part1) = ?::int8)::int',
      ['event', 'instance', 1],
    ]);
  });
});
