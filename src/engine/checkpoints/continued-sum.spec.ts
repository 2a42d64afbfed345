import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE, openDesk, SLIPS, UNIT, type Desk } from '../../../test/support/slip.js';
import type { Reader } from '../../persistence/tx.js';
import { verifyLog } from '../verify.js';
import { storedCheckpoints, takeCheckpoint, type CheckpointBody } from './checkpoint.js';
import { continuedSum, wholeSum } from './continued-sum.js';
import { LogKey } from './log-key.js';

let desk: Desk;
let folder: string;
let key: LogKey;
beforeEach(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'qiantou-sum-'));
  key = LogKey.in(folder);
  for (const id of ['a', 'b', 'c']) await start(id);
  await send('a', 'send', { answerBy: '2026-03-09' });
  await sign();
});
afterEach(async () => {
  await desk.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (id: string) => desk.engine.start('slip', id, '', { title: `${id} 便条` }, { actor: UNIT });
const send = (id: string, type: string, payload = {}, actor = UNIT) => desk.engine.send(id, type, payload, { actor });
const sign = () => takeCheckpoint(desk.database, key, desk.clock, folder);
const last = async () => JSON.parse((await storedCheckpoints(desk.database.reader)).at(-1)!.body) as CheckpointBody;
const continued = async (read: Reader = desk.database.reader) => continuedSum(read, await last());
const whole = () => wholeSum(desk.database.reader);

/** As somebody with the database file could. */
const tamper = (...statements: string[]) =>
  desk.database.write(async (tx) => {
    for (const trigger of ['event_no_update', 'event_no_delete']) await tx.run(`DROP TRIGGER IF EXISTS ${trigger}`);
    for (const sql of statements) await tx.run(sql);
  });

/** The desk's reader, with something done before a question is answered. */
const watched = (before: (sql: string, params: unknown[]) => Promise<unknown> | void): Reader => {
  const { reader } = desk.database;
  return {
    manager: reader.manager,
    all: async (sql, params = []) => (await before(sql, params), reader.all(sql, params)),
    get: async (sql, params = []) => (await before(sql, params), reader.get(sql, params)),
  };
};

async function faults(): Promise<string[]> {
  const scratch = await desk.scratch();
  const witnesses = { publicHex: key.publicHex, outside: [] };
  const verdict = await verifyLog(desk.database.reader, scratch, [desk.slips], witnesses, SLIPS);
  await scratch.close();
  return verdict.faults
    .filter(({ code }) => /^(checkpoint|log)_/.test(code))
    .map(({ code, place }) => `${code} ${place}`);
}

describe('the sum of a log, continued from the last checkpoint', () => {
  it('is that of the whole log, whatever was begun, went on or rested since', async () => {
    expect(await continued()).toEqual(await whole());
    for (let n = 0; n < 4; n++) {
      await send('a', 'note', { text: '阅' }, OFFICE);
      await start(`later ${n}`);
      if (n === 1) await send('b', 'drop');
      if (n > 1) await send(`later ${n}`, 'drop');
      expect(await continued()).toEqual(await whole());
      const { at, ...signed } = JSON.parse((await sign())!.body) as CheckpointBody;
      expect([signed, at]).toEqual([await whole(), desk.clock.now()]);
    }
    expect(await sign()).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('reads no event from before but the forerunners of later ones', async () => {
    await send('a', 'note', { text: '阅' }, OFFICE);
    const { position } = await last();
    const from: unknown[] = [];
    const read = watched((sql, params) => void (/FROM event .*position > \?/s.test(sql) && from.push(params[0])));
    expect(await continued(read)).toEqual(await whole());
    expect(from).toEqual([position, position]);
  });

  it('takes in what is written while the states are read, and while the events are', async () => {
    for (const at of ['FROM "instance"', 'FROM event later', 'scope, hash FROM event']) {
      let isWritten = false;
      const read = watched(async (sql) => {
        if (isWritten || !sql.includes(at)) return;
        isWritten = true;
        await send('a', 'note', { text: '阅' }, OFFICE);
        await start(`while ${at}`);
      });
      expect([at, await continued(read)]).toEqual([at, await whole()]);
    }
  });

  it('is not taken from states that do not give what was signed: the whole log is summed', async () => {
    const wrong = [
      `UPDATE instance SET head = '0' WHERE id = 'b'`,
      `UPDATE instance SET revision = 9 WHERE id = 'b'`,
      `INSERT INTO instance SELECT 'x', definition, machine, scope, 1, snapshot, state, head FROM instance WHERE id = 'b'`,
      `DELETE FROM instance WHERE id = 'b'`,
    ];
    for (const sql of wrong) {
      await tamper('CREATE TABLE kept AS SELECT * FROM instance', sql);
      await send('a', 'note', { text: '阅' }, OFFICE);
      expect([sql, await continued()]).toEqual([sql, null]);
      const { at: _at, ...signed } = JSON.parse((await sign())!.body) as CheckpointBody;
      expect([sql, signed]).toEqual([sql, await whole()]);
      await tamper(
        `DELETE FROM instance WHERE id IN ('b', 'x')`,
        `INSERT INTO instance SELECT * FROM kept WHERE id = 'b'`,
      );
      await tamper('DROP TABLE kept');
    }
    expect(await faults()).toEqual([]);
  });

  it('is not taken from a checkpoint of another key, or of another hash', async () => {
    await send('a', 'note', { text: '阅' }, OFFICE);
    const { reader } = desk.database;
    expect(await continuedSum(reader, { ...(await last()), hash: 'sm3' })).toBeNull();
    const other = LogKey.in(join(folder, 'other'));
    const body = (await storedCheckpoints(reader))[0]!.body.replace(
      /"log":"[0-9a-f]{64}"/,
      `"log":"${'0'.repeat(64)}"`,
    );
    await desk.database.write((tx) => tx.insert('checkpoint', { position: 4, body, signature: other.sign(body) }));
    expect(JSON.parse((await sign())!.body)).toMatchObject(await whole());
  });
});

describe('a log altered before the last checkpoint', () => {
  const later = async () => {
    await send('a', 'note', { text: '阅' }, OFFICE);
    return (await sign())!;
  };

  it('is found by every checkpoint, also by those signed after', async () => {
    await tamper(`UPDATE event SET scope = 'plan' WHERE position = 2`);
    await later();
    await later();
    expect(await faults()).toEqual([4, 5, 6].map((at) => `checkpoint_differs 检查点（至事件 ${at}）`));
  });

  it('is found by the earlier ones where its heads were changed with it', async () => {
    await tamper(`UPDATE event SET hash = '0' WHERE position = 2`, `UPDATE instance SET head = '0' WHERE id = 'b'`);
    await later();
    expect(await faults()).toEqual(['checkpoint_differs 检查点（至事件 4）']);
  });

  it('is found where its end was cut, and where it grew again after', async () => {
    await tamper('DELETE FROM event WHERE position = 4', `DELETE FROM instance WHERE id = 'a'`);
    expect(await faults()).toEqual(['log_cut 检查点（至事件 4）']);
    await start('new');
    await send('new', 'drop');
    await sign();
    expect(await faults()).toEqual(['checkpoint_differs 检查点（至事件 4）']);
  });
});
