import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDesk, UNIT, type Desk } from '../../test/support/slip.js';
import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { compareTable, pagesOf } from './compare.js';

let desk: Desk;
let proven: Database;
beforeEach(async () => {
  desk = await openDesk();
  proven = await desk.scratch();
  for (let n = 0; n < 7; n++) await desk.engine.start('slip', `s${n}`, '', { title: `第${n}号` }, { actor: UNIT });
  const rows = await desk.database.reader.all<object>('SELECT * FROM slip');
  await proven.write(async (tx) => {
    for (const row of rows) await tx.insert('slip', row);
  });
});
afterEach(async () => {
  await proven.close();
  await desk.database.close();
});

const change = (sql: string, where = desk.database) => where.write((tx) => tx.run(sql));
const told = async (page?: number) =>
  (await compareTable(desk.database.reader, proven.reader, 'slip', page)).map(({ message }) =>
    message.replace(/^.*"id":"([^"]*)".*$/, '$1'),
  );

describe('a table compared with the one that the log proves', () => {
  it('is equal, however many rows are looked at together', async () => {
    for (const page of [1, 2, 3, 6, 7, 8, 1_000]) expect([page, await told(page)]).toEqual([page, []]);
    await change('DELETE FROM slip');
    await change('DELETE FROM slip', proven);
    expect(await told(3)).toEqual([]);
  });

  it('has its changed, missing and added rows told, at the edges of a page as elsewhere', async () => {
    for (const page of [1, 2, 3, 1_000]) {
      for (let n = 0; n < 7; n++) {
        await change(`UPDATE slip SET title = title || '改' WHERE id = 's${n}'`);
        expect([page, n, await told(page)]).toEqual([page, n, [`s${n}`, `s${n}`]]);
        await change(`UPDATE slip SET title = '第${n}号', id = 's${n}+' WHERE id = 's${n}'`);
        expect([page, n, await told(page)]).toEqual([page, n, [`s${n}`, `s${n}+`]]);
        await change(`UPDATE slip SET id = 's${n}' WHERE id = 's${n}+'`);
      }
      expect([page, await told(page)]).toEqual([page, []]);
    }
  });

  it('takes text in the order of its bytes, as the databases do', async () => {
    for (const id of ['\u{20000}', '￥', '甲', 'Z', 'a-1', 'a:1']) {
      for (const where of [desk.database, proven])
        await where.write((tx) => tx.insert('slip', { id, title: '', state: '' }));
      for (const page of [1, 3]) expect([id, await told(page)]).toEqual([id, []]);
    }
    await change(`DELETE FROM slip WHERE id = '\u{20000}'`);
    await change(`DELETE FROM slip WHERE id = '￥'`, proven);
    expect(await told(2)).toEqual(['￥', '\u{20000}']);
  });

  it('is not taken for equal where a key stands twice, even at the edge of a page', async () => {
    await change('CREATE TABLE loose AS SELECT * FROM slip');
    await change('DROP TABLE slip');
    await change('ALTER TABLE loose RENAME TO slip');
    expect(await told(3)).toEqual([]);
    await change(`INSERT INTO slip SELECT * FROM slip WHERE id = 's2'`);
    expect(await told(3)).toEqual(['有主键重复或为空的行']);
    expect(await told(4)).toEqual(['s2']);
  });

  it('stops reading after five differences', async () => {
    await change('DELETE FROM slip', proven);
    const asked: string[] = [];
    const watched: Reader = {
      manager: desk.database.reader.manager,
      all: (sql, params) => (asked.push(sql), desk.database.reader.all(sql, params)),
      get: (sql, params) => (asked.push(sql), desk.database.reader.get(sql, params)),
    };
    expect(await compareTable(watched, proven.reader, 'slip', 1)).toHaveLength(5);
    expect(asked).toHaveLength(5);
  });

  it('of a key of several columns is read in the order of all of them', async () => {
    const member = (unitId: string, list: string) => ({ unitId, list, validFrom: '2023-01-01', validTo: null });
    const rows = [member('u2', 'a'), member('u1', 'b'), member('u1', 'c'), member('u10', 'a'), member('u1', 'a')];
    for (const where of [desk.database, proven])
      for (const row of rows) await where.write((tx) => tx.insert('membership', row));
    const { reader } = desk.database;
    for (const page of [1, 2, 3, 9]) {
      expect([page, await compareTable(reader, proven.reader, 'membership', page)]).toEqual([page, []]);
      const seen: string[] = [];
      for await (const rows of pagesOf(reader, 'membership', ['unit_id', 'list'], page))
        seen.push(...rows.map((row) => `${row.unitId as string} ${row.list as string}`));
      expect(seen).toEqual(['u1 a', 'u1 b', 'u1 c', 'u10 a', 'u2 a']);
    }
    await change(`UPDATE membership SET valid_from = '2024-01-01' WHERE unit_id = 'u1' AND list = 'b'`);
    expect(await compareTable(reader, proven.reader, 'membership', 2)).toHaveLength(2);
  });

  it('without a key cannot be compared', async () => {
    await proven.write((tx) => tx.run('CREATE TABLE keyless (a text)'));
    await expect(compareTable(desk.database.reader, proven.reader, 'keyless')).rejects.toThrow('no primary key');
  });
});
