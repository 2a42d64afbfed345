import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { registrations } from '../../src/core/core.module.js';
import { rebuildAsOf, stateAsOf, type Moment } from '../../src/engine/as-of.js';
import { Engine } from '../../src/engine/engine.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { ADMIN, COORDINATOR, openGround, type TestGround, unlockLog } from '../support/ground.js';

const BUREAU = {
  name: '市财政局',
  fullName: '太原市财政局',
  shortName: '财政局',
  place: '太原市',
  level: 'city',
  kind: 'bureau',
};

describe('the engine', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround();
    await ground.engine.start('unit', 'finance', '', BUREAU, { actor: COORDINATOR });
  });
  afterAll(() => ground.close());

  const alias = (name: string, more: object = {}) =>
    ground.engine.send('finance', 'addAlias', { alias: name }, { actor: COORDINATOR, ...more });
  const eventCount = async () =>
    (await ground.database.reader.get<{ n: number }>('SELECT count(*) AS n FROM event'))!.n;

  it('gives a repeated key the first answer, and applies the command once', async () => {
    const before = await eventCount();
    const answers = await Promise.all(Array.from({ length: 5 }, () => alias('市财局', { key: 'click-1' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await eventCount()).toBe(before + 1);
  });

  it('refuses the same key with another command', async () => {
    await expect(alias('财政', { key: 'click-1' })).rejects.toMatchObject({ code: 'key_reused' });
  });

  it('tells the later of two people what the earlier one did, and changes nothing for him', async () => {
    const { revision } = await ground.engine.offers('finance', COORDINATOR);
    await alias('财政部门', { seenRevision: revision });
    const before = await eventCount();
    const colleague = { ...COORDINATOR, user: 'u-colleague' };
    await expect(alias('财政口', { seenRevision: revision, actor: colleague })).rejects.toMatchObject({
      code: 'stale_revision',
      message: expect.stringContaining('统筹员（市农民工办）'),
    });
    expect(await eventCount()).toBe(before);
  });

  it('does not tell a stranger that a matter exists, whatever he asks of it', async () => {
    const stranger = { user: 'u-x', name: '他人', unit: 'education', roles: ['liaison'] };
    await expect(ground.engine.send('finance', 'addAlias', { alias: 'x' }, { actor: stranger })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(ground.engine.send('nobody', 'addAlias', {}, { actor: COORDINATOR })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('undoes the whole command when one part of it is refused', async () => {
    const before = await eventCount();
    const pair = ground.engine.execute({ actor: COORDINATOR }, [
      { kind: 'send', instance: 'finance', type: 'addAlias', payload: { alias: '甲' } },
      { kind: 'send', instance: 'nobody', type: 'addAlias', payload: { alias: '乙' } },
    ]);
    await expect(pair).rejects.toMatchObject({ code: 'not_found' });
    expect(await eventCount()).toBe(before);
    const unit = await ground.database.reader.get<{ aliases: string }>(`SELECT aliases FROM unit WHERE id = 'finance'`);
    expect(unit!.aliases).not.toContain('甲');
  });

  it('knows at once what another process wrote, and what was undone meanwhile', async () => {
    const { folder, url } = ground;
    const place = url ? { url } : { file: join(folder, 'qiantou.db') };
    const elsewhere = await Database.open({ ...place, entities, migrations });
    const other = new Engine(elsewhere, ground.clock, registrations);
    const act = (engine: Engine, more: object) =>
      engine.send('finance', 'addAlias', { alias: '财务' }, { actor: COORDINATOR, ...more });
    const revisions = [];
    for (const engine of [ground.engine, other, other, ground.engine, other]) {
      const seenRevision = (await engine.offers('finance', COORDINATOR)).revision;
      await expect(act(engine, { seenRevision, beside: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
      const { receipts } = await act(engine, { seenRevision });
      revisions.push(receipts[0]!.revision - seenRevision);
    }
    expect(revisions).toEqual([1, 1, 1, 1, 1]);
    expect((await ground.verify()).faults).toEqual([]);
    await elsewhere.close();
  });

  it('proves states and tables from the log, and finds a changed table and a changed event', async () => {
    await ground.engine.start(
      'account',
      'acc-1',
      '',
      { account: 'cz', name: '联络员', unitId: 'finance', roles: ['liaison'] },
      { actor: ADMIN },
    );
    const sound = await ground.verify();
    expect(sound.faults).toEqual([]);
    expect(sound.events).toBe(await eventCount());

    await ground.database.write((tx) => tx.update('unit', { shortName: '别的局' }, { id: 'finance' }));
    expect((await ground.verify()).faults.map((fault) => fault.code)).toContain('projection_differs');
    await ground.database.write((tx) => tx.update('unit', { shortName: '财政局' }, { id: 'finance' }));

    await ground.database.write(async (tx) => {
      await unlockLog(tx);
      await tx.run(
        `UPDATE event SET body = replace(body, '市财局', '市财厅') WHERE instance_id = 'finance' AND seq = 2`,
      );
    });
    expect((await ground.verify()).faults.map((fault) => fault.code)).toContain('hash_differs');
  });

  it('shows every instance and every table as they stood at any moment of the past', async () => {
    const past = await openGround('2023-06-01');
    const rename = (name: string) =>
      past.engine.send('finance', 'rename', { name, from: '2023-06-01' }, { actor: COORDINATOR });
    await past.engine.start('unit', 'finance', '', BUREAU, { actor: COORDINATOR });
    const before = past.clock.now();
    past.clock.set(before + 60_000);
    const [receipt] = (await rename('市财税局')).receipts;
    past.clock.set(before + 120_000);
    await rename('市财政金融局');

    const nameAt = async (moment: Moment) =>
      (await stateAsOf(past.database.reader, moment)).get('finance')?.context.name;
    expect(await nameAt({ instant: before - 1 })).toBeUndefined();
    expect(await nameAt({ instant: before + 59_999 })).toBe('市财政局');
    expect(await nameAt({ position: receipt!.position })).toBe('市财税局');
    expect(await nameAt({ instant: past.clock.now() })).toBe('市财政金融局');

    const tables = await Database.open({ file: ':memory:', entities, migrations });
    const instant = before + 60_000;
    const replay = await rebuildAsOf(past.database.reader, tables, registrations.projections, { moment: { instant } });
    expect(replay.faults).toEqual([]);
    expect(await tables.reader.all('SELECT name FROM unit')).toEqual([{ name: '市财税局' }]);
    await tables.close();
    await past.close();
  });
});
