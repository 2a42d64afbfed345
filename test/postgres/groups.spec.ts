import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import type { Tx } from '../../src/persistence/tx.js';
import { Refusal } from '../../src/shared/errors.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { measureAtWork } from '../support/measure-acts.js';
import { issueSmallPlan, liaison } from '../support/small-plan.js';
import { freshDatabase } from '../support/postgres.js';
import { isSerial, randomCommands, type Row, type Told } from './serial.js';

const BY_KEY = 'SELECT key, request, states, recorded_at FROM idempotency WHERE key = ?';
const row = (key: string, request = 'r', recordedAt = 0): Row => ({ key, request, states: '', recordedAt });
const entry = (action: string) => ({ at: 1, accountId: null, action, detail: null, address: null });
const overtaken = () => new Refusal('stale_revision', '他人刚刚办理。');

describe('the commands of one group on PostgreSQL', () => {
  let database: Database;
  let url: string;

  beforeAll(async () => {
    url = await freshDatabase();
    database = await Database.open({ url, entities, migrations });
  });
  afterAll(() => database.close());
  beforeEach(() => database.write((tx) => tx.run('DELETE FROM idempotency')));

  /** All of them are queued at once, so that they share a commit. */
  const group = (works: ((tx: Tx) => Promise<unknown>)[]) =>
    Promise.allSettled(works.map((work) => database.write(work)));
  const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : ((one.reason as Refusal).code ?? String(one.reason))));
  const all = () => database.reader.all<Row>('SELECT key, request, states, recorded_at FROM idempotency ORDER BY key');

  it('count up one number together: what each has read ahead is out of date but for the first', async () => {
    await database.write((tx) => tx.insert('idempotency', row('n')));
    const bump = async (tx: Tx) => {
      const { recordedAt } = (await tx.get<Row>(BY_KEY, ['n']))!;
      await tx.change('idempotency', { recordedAt: recordedAt + 1 }, { key: 'n', recordedAt }, overtaken);
      return recordedAt;
    };
    const outcomes = await group(Array.from({ length: 40 }, () => bump));
    const seen = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : null));
    expect(seen).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(await all()).toEqual([row('n', 'r', 40)]);
  });

  it('are refused one by one where a revision that nobody read is out of date', async () => {
    await group(['a', 'b', 'c'].map((key) => (tx) => tx.insert('idempotency', row(key))));
    const over = (key: string, known: number) => (tx: Tx) =>
      tx.change('idempotency', { recordedAt: known + 1 }, { key, recordedAt: known }, overtaken);
    const outcomes = await group([over('a', 0), over('b', 7), over('c', 0), over('a', 0)]);
    expect(codes(outcomes)).toEqual(['done', 'stale_revision', 'done', 'stale_revision']);
    expect((await all()).map(({ recordedAt }) => recordedAt)).toEqual([1, 0, 1]);
    expect(codes(await group([over('b', 7)]))).toEqual(['stale_revision']);
  });

  it('fail alone at a constraint: those before and after it are kept', async () => {
    const add = (key: string) => async (tx: Tx) => {
      await tx.append('access_log', entry(`with-${key}`), 'id');
      await tx.insert('idempotency', row(key));
    };
    const outcomes = await group([add('a'), add('b'), add('a'), add('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await all()).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    const told = await database.reader.all(`SELECT action FROM access_log WHERE action LIKE 'with-%' ORDER BY id`);
    expect(told).toEqual([{ action: 'with-a' }, { action: 'with-b' }, { action: 'with-c' }]);
  });

  it('hand over every value as it is', async () => {
    const values = ['', '太原市农民工办', `it's {"a": "b\\"} \n\t,`, '𠀀'.repeat(30_000), 'NULL'];
    const numbers = [0, -1, 2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER];
    const rows = values.map((states, n) => ({ key: `v${n}`, request: 'r', states, recordedAt: numbers[n]! }));
    const told = values.map((detail, n) => ({
      ...entry('values'),
      detail: n === 2 ? null : detail,
      accountId: `${n}`,
    }));
    await group(
      rows.map((one, n) => async (tx) => {
        await tx.append('access_log', told[n]!, 'id');
        await tx.insert('idempotency', one);
      }),
    );
    expect(await all()).toEqual(rows);
    expect(await Promise.all(rows.map(({ key }) => database.write((tx) => tx.get(BY_KEY, [key]))))).toEqual(rows);
    const kept = `SELECT at, account_id, action, detail, address FROM access_log WHERE action = 'values' ORDER BY id`;
    expect(await database.reader.all(kept)).toEqual(told);
  });

  it('see what an earlier one wrote, by key, by another column and by counting', async () => {
    const count = 'SELECT count(*) AS n FROM idempotency WHERE request = ?';
    const outcomes = await group([
      (tx) => tx.insert('idempotency', row('a', 'mine')),
      (tx) => tx.get<Row>(BY_KEY, ['a']),
      (tx) => tx.update('idempotency', { request: 'yours' }, { key: 'a' }),
      (tx) => Promise.all([tx.get(count, ['mine']), tx.get(count, ['yours'])]),
      (tx) => tx.remove('idempotency', { key: 'a' }),
      (tx) => tx.all(BY_KEY, ['a']),
    ]);
    const values = outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    expect([values[1], values[3], values[5]]).toEqual([row('a', 'mine'), [{ n: 0 }, { n: 1 }], []]);
  });

  it('see their own changes, and those of a statement whose effect only the server knows', async () => {
    await database.write((tx) => tx.insert('idempotency', row('a')));
    const outcomes = await group([
      async (tx) => {
        await tx.update('idempotency', { states: 'own' }, { key: 'a' });
        return (await tx.get<Row>(BY_KEY, ['a']))!.states;
      },
      async (tx) => {
        const before = (await tx.get<Row>(BY_KEY, ['a']))!.states;
        const changed = await tx.run(`UPDATE idempotency SET states = states || ? WHERE key = 'a'`, ['+']);
        return [before, changed, (await tx.get<Row>(BY_KEY, ['a']))!.states];
      },
      async (tx) => (await tx.get<Row>(BY_KEY, ['a']))!.states,
    ]);
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).toEqual([
      'own',
      ['own', 1, 'own+'],
      'own+',
    ]);
  });

  it('leave nothing when they fail after the server was told of their changes, and the others are done once', async () => {
    const halfWay = async (tx: Tx) => {
      await tx.run(`INSERT INTO idempotency (key, request, states, recorded_at) VALUES ('half', 'r', '', 0)`);
      throw new Error('half-way');
    };
    const outcomes = await group([
      (tx) => tx.insert('idempotency', row('a')),
      halfWay,
      (tx) => tx.insert('idempotency', row('b')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await all()).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('draw their numbers in their order, above all that another node has drawn meanwhile', async () => {
    const other = await Database.open({ url, entities, migrations });
    const given: number[] = [];
    const draw = (on: Database, of: number) =>
      Promise.all(
        Array.from({ length: of }, (_, n) =>
          on.write(async (tx) => {
            if (n % 5 === 4) throw new Error('needs none');
            const numbers = [await tx.append('access_log', entry('drawn'), 'id')];
            if (n % 3 === 0) numbers.push(await tx.append('access_log', entry('drawn'), 'id'));
            return numbers;
          }),
        ).map((one) => one.catch(() => [])),
      );
    for (const on of [database, database, other, database, other, other, database]) {
      const numbers = (await draw(on, 7)).flat();
      const lowest = Math.min(...numbers);
      expect(lowest).toBeGreaterThan(Math.max(0, ...given));
      given.push(...numbers);
    }
    await other.close();
    const kept = await database.reader.all<{ id: number }>(`SELECT id FROM access_log WHERE action = 'drawn'`);
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(given));
    expect(kept).toHaveLength(given.length);
  });

  it.each([1, 2, 3, 4])(
    'give what they would give one after the other, in the order of their numbers (%i)',
    async (seed) => {
      for (const commands of randomCommands(seed)) {
        const before = await all();
        const outcomes = await group(commands.map((command) => command.on));
        const told = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value as Told] : []));
        expect(isSerial(before, told, commands, await all())).toBe(true);
      }
    },
  );
});

describe('forms that arrive together on PostgreSQL', () => {
  let ground: TestGround;

  beforeAll(async () => {
    ground = await openGround();
    await issueSmallPlan(ground);
    await ground.engine.execute({ actor: COORDINATOR }, ['m1', 'm2', 'm3'].flatMap(measureAtWork));
  });
  afterAll(() => ground.close());

  const ask = (id: string, key: string, seenRevision: number) =>
    ground.engine.send(id, 'requestCompletion', {}, { actor: liaison('hr'), key, seenRevision });

  it('count once with one key, and only the first of two pages wins', async () => {
    const outcomes = await Promise.allSettled([
      ask('m1', 'form-1', 2),
      ask('m1', 'form-1', 2),
      ask('m1', 'form-2', 2),
      ask('m2', 'form-3', 2),
      ask('m3', 'form-3', 2),
    ]);
    const told = outcomes.map((one) =>
      one.status === 'fulfilled' ? one.value.receipts[0] : (one.reason as Refusal).code,
    );
    expect(told[1]).toEqual(told[0]);
    expect(told.slice(2)).toEqual(['stale_revision', expect.objectContaining({ instance: 'm2' }), 'key_reused']);
    const sent = await ground.database.reader.all<{ position: number }>(
      `SELECT instance_id AS instance, position FROM event WHERE type = 'requestCompletion' ORDER BY position`,
    );
    expect(sent).toEqual([
      { instance: 'm1', position: (told[0] as { position: number }).position },
      { instance: 'm2', position: (told[3] as { position: number }).position },
    ]);
    expect((await ground.verify()).faults).toEqual([]);
  });
});
