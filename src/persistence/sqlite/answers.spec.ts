import { describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { Answers } from './answers.js';
import { Statements } from './statements.js';
import { SqliteTx } from './tx.js';
import { SqliteWriter } from './writer.js';
import type { Catalogue, Columns, ElementType } from '../answers/reach.js';
import type { SqlValue, Tx } from '../tx.js';

const columns = (key: string[], types: Record<string, ElementType>): Columns =>
  Object.assign(new Map(Object.entries(types)), { key });

const catalogue: Catalogue = new Map([
  ['measure', columns(['id'], { id: 'text', lead_unit: 'text', state: 'text', revision: 'int8' })],
  ['assignment', columns(['id'], { id: 'text', measure_id: 'text', unit_id: 'text', state: 'text' })],
]);

const TABLES = `
  CREATE TABLE measure (id text PRIMARY KEY, lead_unit text, state text NOT NULL, revision integer NOT NULL);
  CREATE TABLE assignment (id text PRIMARY KEY, measure_id text NOT NULL, unit_id text NOT NULL, state text NOT NULL);`;

const STATE = 'SELECT state, revision FROM measure WHERE id = ?';
const LEAD = `SELECT lead_unit FROM measure WHERE id = ? AND state = 'open'`;
const DUTIES = `SELECT unit_id FROM assignment WHERE measure_id = ? AND state NOT IN ('removed') ORDER BY unit_id`;
const DESK = `SELECT m.id, a.state FROM assignment a JOIN measure m ON m.id = a.measure_id WHERE a.unit_id = ? ORDER BY a.id`;

/** A writer on a database in memory, and how often a question really reached SQLite. */
function office() {
  const handle = new BetterSqlite3(':memory:');
  handle.exec(TABLES);
  const statements = new Statements(handle);
  const asked: string[] = [];
  const ask = statements.ask.bind(statements);
  statements.ask = (sql, params) => {
    asked.push(sql);
    return ask(sql, params);
  };
  const answers = new Answers(statements, catalogue);
  const writer = new SqliteWriter(handle, (epoch) => new SqliteTx(statements, answers, null as never, epoch));
  const truth = (sql: string, params: SqlValue[]) =>
    handle
      .prepare(sql)
      .raw()
      .all(...params);
  return { writer, asked, truth, handle };
}

const measure = (n: number, lead = 'hr') => ({ id: `m${n}`, leadUnit: lead, state: 'open', revision: 1 });
const duty = (n: number, unit: string) => ({ id: `m${n}:${unit}`, measureId: `m${n}`, unitId: unit, state: 'open' });
const lists = (rows: object[]) => rows.map((row) => Object.values(row));

describe('what the writer of a SQLite file has read', () => {
  it('is not read again by the next command as long as nothing touched it', async () => {
    const { writer, asked } = office();
    await writer.write((tx) => tx.insert('measure', measure(1)));
    const leadOf = () => writer.write((tx) => tx.get(LEAD, ['m1']));
    expect([await leadOf(), await leadOf()]).toEqual([{ leadUnit: 'hr' }, { leadUnit: 'hr' }]);
    expect(asked).toEqual([LEAD]);
    await writer.write((tx) => tx.update('measure', { revision: 2 }, { id: 'm1' }));
    expect(await leadOf()).toEqual({ leadUnit: 'hr' });
    expect(asked).toEqual([LEAD]);
    await writer.write((tx) => tx.update('measure', { state: 'closed' }, { id: 'm1' }));
    expect(await leadOf()).toBeUndefined();
  });

  it('is forgotten when the command that read it is undone', async () => {
    const { writer } = office();
    await writer.write((tx) => tx.insert('measure', measure(1)));
    const failing = writer.write(async (tx) => {
      await tx.update('measure', { state: 'closed' }, { id: 'm1' });
      expect(await tx.get(STATE, ['m1'])).toEqual({ state: 'closed', revision: 1 });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await writer.write((tx) => tx.get(STATE, ['m1']))).toEqual({ state: 'open', revision: 1 });
  });

  it('is not changed by a change that met no row', async () => {
    const { writer } = office();
    await writer.write((tx) => tx.insert('measure', measure(1)));
    const state = await writer.write(async (tx) => {
      await tx.get(STATE, ['m1']);
      const late = tx.change('measure', { state: 'closed' }, { id: 'm1', revision: 7 }, () => new Error('late'));
      await expect(late).rejects.toThrow('late');
      return tx.get(STATE, ['m1']);
    });
    expect(state).toEqual({ state: 'open', revision: 1 });
  });

  it('cannot be spoilt by whoever got it', async () => {
    const { writer } = office();
    await writer.write((tx) => tx.insert('measure', measure(1)));
    const read = () => writer.write((tx) => tx.get<{ state: string }>(STATE, ['m1']));
    (await read())!.state = 'spoilt';
    expect(await read()).toEqual({ state: 'open', revision: 1 });
  });

  it('is always what the database would answer, whatever was written, undone or done by unknown statements', async () => {
    const n = fc.integer({ min: 0, max: 3 });
    const unit = fc.constantFrom('hr', 'edu');
    const state = fc.constantFrom('open', 'closed', 'removed');
    const act = fc.oneof(
      fc.record({ kind: fc.constant('measure' as const), n, unit }),
      fc.record({ kind: fc.constant('duty' as const), n, unit }),
      fc.record({ kind: fc.constant('step' as const), n, state }),
      fc.record({ kind: fc.constant('dutyStep' as const), n, unit, state }),
      fc.record({ kind: fc.constant('lead' as const), n, unit }),
      fc.record({ kind: fc.constant('all' as const), state }),
      fc.record({ kind: fc.constant('remove' as const), n }),
      fc.record({ kind: fc.constant('unknown' as const), n, state }),
    );
    type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
    const carryOut = (tx: Tx, one: Act): Promise<unknown> => {
      switch (one.kind) {
        case 'measure':
          return tx.insert('measure', measure(one.n, one.unit));
        case 'duty':
          return tx.insert('assignment', duty(one.n, one.unit));
        case 'step':
          return tx.update('measure', { state: one.state, revision: 2 }, { id: `m${one.n}` });
        case 'dutyStep':
          return tx.update('assignment', { state: one.state }, { measureId: `m${one.n}`, unitId: one.unit });
        case 'lead':
          return tx.change(
            'measure',
            { leadUnit: one.unit },
            { id: `m${one.n}`, revision: 1 },
            () => new Error('late'),
          );
        case 'all':
          return tx.update('assignment', { state: one.state }, { state: 'open' });
        case 'remove':
          return tx.remove('measure', { id: `m${one.n}` });
        case 'unknown':
          return tx.run('UPDATE measure SET state = ? WHERE id <> ?', [one.state, `m${one.n}`]);
      }
    };
    const questions: [string, SqlValue[]][] = [0, 1, 2, 3].flatMap((at): [string, SqlValue[]][] => [
      [STATE, [`m${at}`]],
      [LEAD, [`m${at}`]],
      [DUTIES, [`m${at}`]],
      ...(at < 2 ? [[DESK, [['hr', 'edu'][at]!]] as [string, SqlValue[]]] : []),
    ]);
    const commands = fc.array(fc.record({ acts: fc.array(act, { maxLength: 4 }), fails: fc.boolean() }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(commands, async (some) => {
        const { writer, truth, handle } = office();
        const wrong: unknown[] = [];
        const look = async (tx: Tx) => {
          for (const [sql, params] of questions) {
            const [told, is] = [lists(await tx.all(sql, params)), truth(sql, params)];
            if (JSON.stringify(told) !== JSON.stringify(is)) wrong.push([sql, params, told, is]);
          }
        };
        const command = ({ acts, fails }: { acts: Act[]; fails: boolean }) =>
          writer.write(async (tx) => {
            for (const one of acts) {
              await carryOut(tx, one);
              await look(tx);
            }
            if (fails) throw new Error('refused');
          });
        // Two by two, so that some share a commit.
        for (let at = 0; at < some.length; at += 2) await Promise.allSettled(some.slice(at, at + 2).map(command));
        await writer.write(look);
        handle.close();
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
