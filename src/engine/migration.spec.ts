import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ADMIN, OFFICE, openDesk, out, SLIPS, slipV1, slipVersion, UNIT, type Desk } from '../../test/support/slip.js';
import type { Definition } from '../../workflows/catalogue.js';
import { may } from '../../workflows/relations.js';
import { Definitions } from './definitions.js';
import { Engine } from './engine.js';
import { tryMoves } from './migrating.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.engine.start('slip', 'a', '', { title: '便条' }, { actor: UNIT });
});
afterEach(() => desk.database.close());

const send = (type: string, actor = UNIT, payload = {}) => desk.engine.send('a', type, payload, { actor });
const office = (type: string) => send(type, OFFICE);
const snapshot = async () => {
  const row = await desk.database.reader.get<{ snapshot: string; state: string }>(
    'SELECT snapshot, state FROM instance',
  );
  return { state: row!.state, ...(JSON.parse(row!.snapshot) as { context: object }) };
};
const movedTo = async (to: Definition) => {
  const engine = new Engine(desk.database, desk.clock, desk.features, { definitions: new Definitions([slipV1, to]) });
  await engine.execute({ actor: ADMIN }, [{ kind: 'migrate', instance: 'a', to: to.id }]);
  return engine;
};
const tried = async (to: Definition) =>
  (await tryMoves(desk.database.reader, new Definitions([slipV1, to]), 'slip@1', to.id))[0]!;
const refused = async (to: Definition) => (await tried(to)).refusal;

/** The part of a slip that is out which says whether it was read, by another name. */
const { reading, ...others } = out.states;
const seen = { initial: 'unseen', states: { unseen: reading.states.unread, seen: {}, read: {} } };
const renamed = { ...out, states: { ...others, eyes: seen } };

describe('a slip that moves to another version', () => {
  it('stands in the states that the version names, in all its parts, and knows what it knew', async () => {
    await send('send', UNIT, { answerBy: '2026-03-09' });
    const to = slipVersion(2, { sent: renamed }, { states: { 'sent.reading.unread': 'sent.eyes.unseen' } });
    await movedTo(to);
    const { state, context } = await snapshot();
    expect(state.split('+').sort()).toEqual(['sent.day.running', 'sent.eyes.unseen']);
    expect(context).toEqual({ title: '便条', sender: 'u-unit', behalf: false, notes: 0, overdue: false });
    const event = await desk.database.reader.get<{ body: string }>(`SELECT body FROM event WHERE type = 'migrated'`);
    expect((JSON.parse(event!.body) as { payload: object }).payload).toEqual({
      ...{ from: 'slip@1', to: 'slip@2' },
      states: { 'sent.day.running': 'sent.day.running', 'sent.reading.unread': 'sent.eyes.unseen' },
    });
  });

  it('comes back to where it stood before, under the names of the new version', async () => {
    await send('send', UNIT, { answerBy: null });
    await office('giveBack');
    const to = slipVersion(2, { sent: renamed }, { states: { 'sent.reading.unread': 'sent.eyes.unseen' } });
    const engine = await movedTo(to);
    await engine.send('a', 'sendAgain', {}, { actor: UNIT });
    expect((await snapshot()).state.split('+').sort()).toEqual(['sent.day.running', 'sent.eyes.unseen']);
  });

  it('forgets a memory of which the new version has no mark', async () => {
    await send('send', UNIT, { answerBy: null });
    await office('giveBack');
    const { before: _before, ...parts } = out.states;
    const to = slipVersion(
      2,
      { sent: { ...out, states: parts }, written: { on: { drop: { target: 'dropped', meta: may('unit') } } } },
      { states: {} },
    );
    await movedTo(to);
    expect((await snapshot()).state).toBe('written');
    expect(await snapshot()).toMatchObject({ historyValue: {} });
  });

  it('does at once what the new version does there by itself', async () => {
    const through = { always: { target: 'dropped', meta: may('system') } };
    await movedTo(slipVersion(2, { through }, { states: { written: 'through' } }));
    expect((await snapshot()).state).toBe('dropped');
  });
});

describe('a slip that cannot move is told why', () => {
  it('the version says nothing of the first, is the same, or of another workflow', async () => {
    expect(await refused(slipVersion(2, {}))).toMatchObject({
      code: 'migration_unknown',
      message: 'slip@2 没有说明怎样从 slip@1 迁移。',
      detail: { place: 'slip@1 → slip@2' },
    });
    expect(await refused(slipVersion(2, {}, undefined))).toMatchObject({ code: 'migration_unknown' });
    const other = { ...slipVersion(2, {}, { states: {} }), id: 'note@2', name: 'note' };
    expect(await refused(other)).toMatchObject({ code: 'not_a_version', message: 'note@2 不是“便条”的版本。' });
    const [same] = await tryMoves(desk.database.reader, SLIPS, 'slip@1', 'slip@1');
    expect(same!.refusal).toMatchObject({ code: 'already_there' });
  });

  it('it is over, in which state', async () => {
    await send('drop');
    expect(await refused(slipVersion(2, {}, { states: {} }))).toMatchObject({
      code: 'already_done',
      detail: { place: '便条（slip@1），状态：dropped' },
    });
  });

  it('a state is gone that it is in, or would come back to, and the version says nothing of it', async () => {
    const gone = slipVersion(2, { sent: renamed }, { states: {} });
    await send('send', UNIT, { answerBy: null });
    expect(await tried(gone)).toMatchObject({
      newState: null,
      refusal: { code: 'state_removed', message: '新版本没有“未读”这一状态，也没有说明它对应哪个状态。' },
    });
    await office('giveBack');
    expect(await refused(gone)).toMatchObject({ code: 'state_removed' });
  });

  it('its states cannot be so together', async () => {
    await send('send', UNIT, { answerBy: null });
    const to = slipVersion(
      2,
      {},
      { states: { 'sent.reading.unread': 'sent.reading.read', 'sent.day.running': 'written' } },
    );
    expect(await refused(to)).toMatchObject({
      code: 'states_disagree',
      message: 'slip@2 不能同时处于对应的各个状态。',
    });
  });

  it('a day is running that nobody answers there; it need not be answered where none is running', async () => {
    await send('send', UNIT, { answerBy: '2026-03-09' });
    const { day, ...parts } = out.states;
    const deaf = { ...out, states: { ...parts, day: { ...day, states: { running: {}, passed: {} } } } };
    const to = slipVersion(2, { sent: deaf }, { states: {} });
    expect(await tried(to)).toMatchObject({
      ...{ deadlines: ['answer 2026-03-09'], state: '已送出，未读', newState: null },
      refusal: {
        code: 'deadline_unanswered',
        message: '期限“answer”（2026-03-09）到期时，新版本在这一状态下没有人处理。',
      },
    });
    await office('giveBack');
    expect(await tried(to)).toMatchObject({ newState: '待送出', deadlines: [], refusal: null });
  });

  it('each by its own id, in order; a fault of the program is no refusal', async () => {
    await desk.engine.start('slip', 'c', 'plan', { title: '丙' }, { actor: UNIT });
    await desk.engine.start('slip', 'b', '', { title: '乙' }, { actor: UNIT });
    const to = slipVersion(2, {}, { states: {} });
    const found = await tryMoves(desk.database.reader, new Definitions([slipV1, to]), 'slip@1', 'slip@2');
    expect(found.map(({ instance, scope }) => [instance, scope])).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', 'plan'],
    ]);
    const broken = slipVersion(
      2,
      {},
      {
        states: {},
        context: () => {
          throw new TypeError('a fault of the program');
        },
      },
    );
    await expect(tried(broken)).rejects.toThrow(TypeError);
  });
});
