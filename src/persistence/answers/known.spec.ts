import { describe, expect, it } from '@jest/globals';
import { Changes, keptChange } from './changes.js';
import { Known } from './known.js';
import { Reading, type Catalogue, type Columns } from './reach.js';
import type { Rows } from './rows.js';
import type { SqlValue } from '../tx.js';

const columns = (...names: string[]): Columns => {
  const types: Columns = new Map(names.map((name) => [name, name === 'revision' ? 'int8' : 'text']));
  return Object.assign(types, { key: ['id'] });
};
const catalogue: Catalogue = new Map([
  ['measure', columns('id', 'plan_id', 'state', 'lead_unit', 'revision')],
  ['assignment', columns('id', 'measure_id', 'unit_id', 'state')],
]);

const BY_KEY = 'SELECT state, revision FROM measure WHERE id = ?';
const LEAD = 'SELECT lead_unit FROM measure WHERE id = ?';
const OF_PLAN = 'SELECT id FROM measure WHERE plan_id = ? AND state = ?';
const DUTY = `SELECT a.state, m.lead_unit FROM assignment a JOIN measure m ON m.id = a.measure_id
  WHERE a.measure_id = ? AND a.unit_id = ?`;

/** What a database has answered, and whether it is still known. */
async function knowing(answers: [sql: string, params: SqlValue[], columns: string[], ...lists: unknown[][]][]) {
  const known = new Known(catalogue);
  for (const [sql, params, names, ...lists] of answers) {
    const answer: Rows = { columns: names, lists };
    const reading = Reading.of(sql, catalogue)!;
    await known.keep(sql, params.join(), { reading, params, asked: Promise.resolve(answer) });
  }
  return {
    known,
    rows: (sql: string, ...params: SqlValue[]) => (known.of(sql, params.join()) as Rows | undefined)?.lists,
    change(...[verb, table, changes, where]: Parameters<typeof keptChange>) {
      const all = new Changes();
      all.add(keptChange(verb, table, changes, where));
      for (const run of all.runs()) known.change(run);
    },
  };
}

const two = () =>
  knowing([
    [BY_KEY, ['m1'], ['state', 'revision'], ['open', 2]],
    [BY_KEY, ['m2'], ['state', 'revision'], ['open', 5]],
    [LEAD, ['m1'], ['leadUnit'], ['hr']],
    [OF_PLAN, ['p1', 'open'], ['id'], ['m1'], ['m2']],
    [DUTY, ['m1', 'hr'], ['state', 'leadUnit'], ['open', 'hr']],
    [DUTY, ['m2', 'hr'], ['state', 'leadUnit'], ['open', 'hr']],
  ]);

describe('answers of a database that still hold', () => {
  it('take over what is changed in a row that is sought by its key', async () => {
    const { rows, change } = await two();
    change('change', 'measure', { state: 'closed', revision: 3 }, { id: 'm1', revision: 2 });
    expect([rows(BY_KEY, 'm1'), rows(BY_KEY, 'm2')]).toEqual([[['closed', 3]], [['open', 5]]]);
    change('update', 'measure', { state: null }, { id: 'm2' });
    expect(rows(BY_KEY, 'm2')).toEqual([[null, 5]]);
  });

  it('are forgotten where it cannot be told whether the change met the row, or how the value will be read', async () => {
    const { rows, change } = await two();
    change('update', 'measure', { state: 'closed' }, { id: 'm1', revision: 2 });
    change('update', 'measure', { state: 7 }, { id: 'm2' });
    expect([rows(BY_KEY, 'm1'), rows(BY_KEY, 'm2')]).toEqual([undefined, undefined]);
  });

  it('are forgotten where rows come, go, or change otherwise, and only there', async () => {
    const { rows, change } = await two();
    change('update', 'measure', { state: 'closed' }, { id: 'm1' });
    expect([rows(LEAD, 'm1'), rows(OF_PLAN, 'p1', 'open')]).toEqual([[['hr']], undefined]);
    expect(rows(DUTY, 'm1', 'hr')).toEqual([['open', 'hr']]);
    change('update', 'assignment', { state: 'closed' }, { measureId: 'm1' });
    expect([rows(DUTY, 'm1', 'hr'), rows(DUTY, 'm2', 'hr')]).toEqual([undefined, [['open', 'hr']]]);
    const later = await two();
    later.change('insert', 'assignment', { id: 'a9', measureId: 'm1', unitId: 'fin', state: 'open' }, {});
    expect([later.rows(DUTY, 'm1', 'hr'), later.rows(DUTY, 'm2', 'hr')]).toEqual([undefined, [['open', 'hr']]]);
    later.change('remove', 'measure', {}, { id: 'm2' });
    expect([later.rows(LEAD, 'm1'), later.rows(BY_KEY, 'm2')]).toEqual([[['hr']], undefined]);
  });

  it('are forgotten together where a change does not tell the value by which they are sought', async () => {
    const { rows, change } = await two();
    change('update', 'measure', { leadUnit: 'fin' }, { planId: 'p1' });
    expect([rows(LEAD, 'm1'), rows(DUTY, 'm1', 'hr'), rows(BY_KEY, 'm1')]).toEqual([
      undefined,
      undefined,
      [['open', 2]],
    ]);
    change('update', 'measure', { id: 'm7' }, { revision: 2 });
    expect(rows(BY_KEY, 'm1')).toBeUndefined();
  });

  it('are given while they are on their way, and forgotten when a change overtakes them', async () => {
    const known = new Known(catalogue);
    const asked = new Promise<Rows>(() => undefined);
    await known.keep(BY_KEY, 'm1', {
      reading: Reading.of(BY_KEY, catalogue)!,
      params: ['m1'],
      asked: Promise.resolve({ columns: ['state', 'revision'], lists: [['a', 1]] }),
    });
    void known.keep(BY_KEY, 'm2', { reading: Reading.of(BY_KEY, catalogue)!, params: ['m2'], asked });
    expect(known.of(BY_KEY, 'm2')).toBe(asked);
    const all = new Changes();
    for (const id of ['m1', 'm2']) all.add(keptChange('update', 'measure', { state: 'b' }, { id }));
    for (const run of all.runs()) known.change(run);
    expect([known.of(BY_KEY, 'm1'), known.of(BY_KEY, 'm2')]).toMatchObject([{ lists: [['b', 1]] }, undefined]);
  });

  it('are not kept where the answer may be another one though no row changed', async () => {
    const sql = 'SELECT id FROM measure WHERE revision < extract(epoch FROM now())';
    const { known } = await knowing([[sql, [], ['id'], ['m1']]]);
    expect(known.of(sql, '')).toBeUndefined();
  });
});
