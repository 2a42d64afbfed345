import { describe, expect, it } from '@jest/globals';
import { Reading, type Catalogue, type Columns } from './reach.js';

const columns = (...names: string[]): Columns =>
  new Map(names.map((name) => [name, name === 'position' ? 'int8' : 'text']));
const catalogue: Catalogue = new Map([
  ['measure', columns('id', 'plan_id', 'state', 'lead_unit', 'position')],
  ['assignment', columns('id', 'measure_id', 'unit_id', 'role', 'state')],
  ['plan', columns('id', 'state')],
]);

const readingOf = (sql: string) => Reading.of(sql, catalogue);

/** Table and rows of each part of a sight, in a short form. */
function sightOf(sql: string, params: (string | number)[] = []): unknown {
  const sight = readingOf(sql)!.sight(params);
  if (sight === 'everything') return sight;
  return sight.map(({ table, equals }) => [table, Object.fromEntries(equals)]);
}

describe('what a question to the database can see', () => {
  it('is the rows with the values it compares columns with', () => {
    expect(sightOf('SELECT state FROM plan WHERE id = ?', ['p1'])).toEqual([['plan', { id: 'p1' }]]);
    const own = `SELECT "id" FROM "measure" WHERE "plan_id" = ? AND position > ? AND lead_unit = 'it''s' ORDER BY id LIMIT 1`;
    expect(sightOf(own, ['p1', 3])).toEqual([['measure', { plan_id: 'p1', lead_unit: `it's` }]]);
    const listed = `SELECT unit_id FROM assignment WHERE measure_id = ? AND state NOT IN ('removed', 'transferred')`;
    expect(sightOf(listed, ['m1'])).toEqual([['assignment', { measure_id: 'm1' }]]);
  });

  it('follows columns that must be equal from table to table', () => {
    const sql = `SELECT a.role, m.lead_unit FROM assignment a JOIN measure m ON m.id = a.measure_id
      WHERE a.measure_id = ? AND a.unit_id = ?`;
    expect(sightOf(sql, ['m1', 'hr'])).toEqual([
      ['assignment', { measure_id: 'm1', unit_id: 'hr' }],
      ['measure', { id: 'm1' }],
    ]);
  });

  it('is of each table the columns that may be its own', () => {
    const sql = (selected: string) => `SELECT ${selected} FROM assignment a JOIN measure m ON m.id = a.measure_id
      WHERE a.measure_id = ? AND a.unit_id = ?`;
    const sees = (selected: string, column: string) =>
      readingOf(sql(selected))!
        .traces.filter(({ words }) => words === null || words.has(column))
        .map((one) => one.table);
    expect(sees('a.state, m.lead_unit', 'state')).toEqual(['assignment']);
    expect(sees('state, m.lead_unit', 'state')).toEqual(['assignment', 'measure']);
    expect(sees('a.*, m.lead_unit', 'position')).toEqual(['assignment']);
    expect(sees('*', 'position')).toEqual(['assignment', 'measure']);
  });

  it.each([
    ['alternatives', 'SELECT id FROM measure WHERE id = ? OR plan_id = ?'],
    ['a negation', 'SELECT id FROM measure WHERE NOT id = ?'],
    ['brackets', 'SELECT id FROM measure WHERE (id = ?)'],
    ['a longer comparison', 'SELECT id FROM measure WHERE id = ? || plan_id'],
    ['a range', 'SELECT id FROM measure WHERE plan_id BETWEEN ? AND id = ?'],
    ['an outer join', 'SELECT m.id FROM measure m LEFT JOIN measure o ON o.id = ? WHERE m.state = ?'],
    ['several tables in a list', 'SELECT m.id FROM measure m, measure o WHERE m.id = ?'],
  ])('is the whole table where the condition is not that plain: %s', (_, sql) => {
    const tables = (sightOf(sql, ['a', 'b']) as [string, object][]).map(([table, rows]) => [table, rows]);
    expect(tables.every(([, rows]) => Object.keys(rows as object).length === 0)).toBe(true);
    expect(readingOf(sql)!.types).toBeNull();
  });

  it('is every table that is named anywhere', () => {
    const sql = `SELECT id FROM plan WHERE id IN (SELECT plan_id FROM measure WHERE state = ?)`;
    expect(sightOf(sql, ['x'])).toEqual([
      ['plan', {}],
      ['measure', {}],
    ]);
  });

  it('is everything where no known table is named', () => {
    expect(sightOf('SELECT x FROM elsewhere WHERE id = ?', ['a'])).toBe('everything');
    expect(sightOf('SELECT 1')).toBe('everything');
  });

  it('is not asked of a statement that may change something', () => {
    expect(readingOf('UPDATE plan SET state = ?')).toBeNull();
    expect(readingOf('WITH gone AS (DELETE FROM plan RETURNING id) SELECT id FROM gone')).toBeNull();
    expect(readingOf('SAVEPOINT here')).toBeNull();
  });

  it('can be asked together with others of its kind when every parameter is the value of a column', () => {
    expect(readingOf('SELECT id FROM measure WHERE plan_id = ? AND position = ?')!.types).toEqual(['text', 'int8']);
    expect(readingOf('SELECT id FROM measure WHERE plan_id = ? AND position > ?')!.types).toBeNull();
    expect(readingOf('SELECT id FROM measure WHERE plan_id = ? LIMIT ?')!.types).toBeNull();
    expect(readingOf('SELECT id FROM measure')!.types).toBeNull();
  });
});

describe('what is asked of one row', () => {
  const withKey: Catalogue = new Map([['measure', Object.assign(new Map(catalogue.get('measure')!), { key: ['id'] })]]);
  const ofOneRow = (sql: string) => Reading.of(sql, withKey)!.ofOneRow;

  it('is known by the whole key and nothing beside it', () => {
    const row = { table: 'measure', key: ['id'] };
    expect(ofOneRow('SELECT state, lead_unit FROM measure WHERE id = ?')).toEqual(row);
    expect(ofOneRow('SELECT "id", "state" FROM "measure" WHERE "id" = ? LIMIT 1')).toEqual(row);
    expect(ofOneRow('SELECT * FROM measure WHERE id = ?')).toEqual(row);
  });

  it.each([
    ['another column', 'SELECT state FROM measure WHERE plan_id = ?'],
    ['one more condition', `SELECT state FROM measure WHERE id = ? AND state = 'open'`],
    ['one that is not understood', 'SELECT state FROM measure WHERE id = ? AND position > 3'],
    ['a sum', 'SELECT count(*) FROM measure WHERE id = ?'],
    ['another name', 'SELECT state AS position FROM measure WHERE id = ?'],
    ['no condition', 'SELECT state FROM measure'],
  ])('is not with %s', (_, sql) => expect(ofOneRow(sql)).toBeNull());
});

describe('whether an answer can be kept', () => {
  it.each([
    ['the time', 'SELECT id FROM measure WHERE position < extract(epoch FROM now())', 0],
    ['the day', 'SELECT id FROM measure WHERE state > CURRENT_DATE', 0],
    ['no table', 'SELECT 1', 0],
    ['rows alone', 'SELECT count(*) FROM measure WHERE plan_id = ? AND state IN (?, ?)', 1],
    ['two tables', 'SELECT a.id FROM assignment a JOIN measure m ON m.id = a.measure_id WHERE m.plan_id = ?', 2],
  ])('depends on what it rests on: %s', (_, sql, traces) => {
    expect(readingOf(sql)!.traces).toHaveLength(traces);
  });
});
