import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ADMIN, OFFICE, openDesk, SLIPS, slipV1, slipV2, STRANGER, UNIT, type Desk } from '../../test/support/slip.js';
import { startOfDay } from '../shared/clock.js';
import { Definitions } from './definitions.js';
import { Engine } from './engine.js';
import { Overtaken, saveInstance } from './instances.js';
import { askedOf } from './keys.js';
import { tryMoves } from './migrating.js';
import type { InstanceRow } from './types.js';
import { SYSTEM, type Command, type OnBehalf } from './types.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.database.close());

const start = (id = 'a', title = '一号便条', actor = UNIT, scope = '') =>
  desk.engine.start('slip', id, scope, { title }, { actor });
const send = (type: string, actor = OFFICE, payload: Record<string, unknown> = {}, more: object = {}) =>
  desk.engine.send('a', type, payload, { actor, ...more });
const answerBy = (day: string | null) => send('send', UNIT, { answerBy: day });
const rows = <T>(sql: string) => desk.database.reader.all<T>(sql);
const events = () =>
  rows<{ type: string; body: string; seq: number }>('SELECT type, body, seq FROM event ORDER BY position');
const bodies = async () => (await events()).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const code = (name: string) => expect.objectContaining({ code: name });
const noon = (day: string) => startOfDay(day) + 12 * 3_600_000;

describe('a matter that starts', () => {
  it('stands in its first state at revision 1, in the log and in the tables', async () => {
    const answer = await start();
    expect(answer).toEqual({ receipts: [{ instance: 'a', revision: 1, state: 'written', position: 1 }] });
    expect(await rows('SELECT id, definition, machine, scope, revision, state FROM instance')).toEqual([
      { id: 'a', definition: 'slip@1', machine: 'slip', scope: '', revision: 1, state: 'written' },
    ]);
    expect(await rows('SELECT * FROM slip')).toEqual([{ id: 'a', title: '一号便条', state: 'written' }]);
    expect(await bodies()).toEqual([
      {
        ...{ instance: 'a', seq: 1, definition: 'slip@1', type: 'start', payload: { title: '一号便条' }, prev: '' },
        ...{ actor: 'u-unit', actorName: '联络员', unit: 'bureau', relation: 'system', onBehalf: null, key: null },
        ...{ at: '2026-03-02', recordedAt: desk.clock.now() },
      },
    ]);
  });

  it('is the office’s when the office starts it, and dated by who says so', async () => {
    await desk.engine.start('slip', 'a', 'p', { title: '旧便条' }, { actor: OFFICE, at: '2025-12-31' });
    expect(await bodies()).toMatchObject([{ relation: 'coordinator', at: '2025-12-31' }]);
    expect(desk.slips.seen[0]).toMatchObject({ scope: 'p', stateBefore: null, state: 'written' });
  });

  it('does not start twice, nor as something that is no workflow', async () => {
    await start();
    await expect(start()).rejects.toEqual(code('already_exists'));
    await expect(desk.engine.start('payroll', 'b', '', {}, { actor: UNIT })).rejects.toThrow('payroll');
    expect(await events()).toHaveLength(1);
  });
});

describe('an event', () => {
  beforeEach(() => start());

  it('moves the matter on and is told to the projections with all that is known of it', async () => {
    const answer = await answerBy('2026-03-09');
    const state = 'sent.day.running+sent.reading.unread';
    expect(answer.receipts).toEqual([{ instance: 'a', revision: 2, state, position: 2 }]);
    expect(desk.slips.seen[1]).toEqual({
      ...{ position: 2, instance: 'a', machine: 'slip', definition: 'slip@1', scope: '', seq: 2, type: 'send' },
      ...{ actor: 'u-unit', actorName: '联络员', unit: 'bureau', relation: 'unit', onBehalf: null },
      ...{ recordedAt: desk.clock.now(), at: '2026-03-02', payload: { answerBy: '2026-03-09' } },
      ...{ stateBefore: 'written', state },
      context: { title: '一号便条', sender: 'u-unit', behalf: false, notes: 0, overdue: false },
      effects: [{ type: 'setDeadline', params: { name: 'answer', on: '2026-03-09' } }],
    });
    const [first, second] = await rows<{ hash: string; body: string }>('SELECT hash, body FROM event ORDER BY seq');
    expect(JSON.parse(second!.body)).toMatchObject({ prev: first!.hash, seq: 2 });
    expect(await rows('SELECT head, revision FROM instance')).toEqual([{ head: second!.hash, revision: 2 }]);
  });

  it('is kept with its members in order, without what is undefined', async () => {
    await answerBy(null);
    await send('note', UNIT, { text: '急', b: undefined, a: 1 });
    const [, , { body }] = await events();
    expect(body).toContain('"payload":{"a":1,"text":"急"}');
    expect(desk.slips.seen[2]!.payload).toEqual({ a: 1, text: '急' });
  });

  it('is refused to who may not, in words: by whom, and where the matter stands', async () => {
    await answerBy(null);
    await expect(send('take', UNIT)).rejects.toEqual(code('not_allowed'));
    await expect(send('take', UNIT)).rejects.toThrow('您不能对该便条执行“收下”。');
    await expect(send('drop', UNIT)).rejects.toEqual(code('not_now'));
    await expect(send('drop', UNIT)).rejects.toThrow('当前状态为“已送出，未读”，不能执行“作废”。');
    await expect(send('burn', UNIT)).rejects.toThrow('“burn”');
    expect(await events()).toHaveLength(2);
  });

  it('is not taken from the sender herself, though she also works in the office', async () => {
    await answerBy(null);
    await expect(send('take', { ...OFFICE, user: UNIT.user })).rejects.toEqual(code('not_allowed'));
    await send('take');
    await expect(send('take')).rejects.toEqual(code('not_now'));
  });

  it('finds nothing for strangers, and nothing where nothing is', async () => {
    await expect(send('send', STRANGER)).rejects.toEqual(code('not_found'));
    await expect(desk.engine.send('z', 'send', {}, { actor: OFFICE })).rejects.toEqual(code('not_found'));
    await expect(desk.engine.offers('z', OFFICE)).rejects.toEqual(code('not_found'));
    await expect(desk.engine.refuseStranger('a', STRANGER)).rejects.toEqual(code('not_found'));
    await expect(desk.engine.refuseStranger('a', UNIT)).resolves.toBeUndefined();
  });

  it('recorded for somebody says so, to the machine and in the log', async () => {
    const onBehalf: OnBehalf = { unit: 'bureau', channel: '电话', receivedOn: '2026-03-01' };
    await desk.engine.execute({ actor: OFFICE }, [
      { kind: 'send', instance: 'a', type: 'send', payload: { answerBy: null }, onBehalf },
    ]);
    expect((await bodies())[1]).toMatchObject({ onBehalf, relation: 'coordinator' });
    expect(desk.slips.seen[1]!).toMatchObject({ onBehalf, context: { behalf: true } });
  });

  it('on a day given, else today by the plan’s clock', async () => {
    await send('send', UNIT, { answerBy: null }, { at: '2026-02-27' });
    expect((await bodies())[1]).toMatchObject({ at: '2026-02-27' });
    const shifted = await openDesk({ offsets: { plan: 86_400_000 } });
    expect([await shifted.engine.today('plan'), await shifted.engine.today('')]).toEqual(['2026-03-03', '2026-03-02']);
    await shifted.engine.start('slip', 'p', 'plan', { title: '便条' }, { actor: UNIT });
    expect(shifted.slips.seen[0]!.at).toBe('2026-03-03');
    await shifted.engine.send('p', 'drop', {}, { actor: UNIT });
    expect(shifted.slips.seen[1]!.at).toBe('2026-03-03');
    await shifted.database.close();
  });
});

describe('what a person is offered', () => {
  it('are the events she may send now, at the revision shown', async () => {
    await start();
    expect(await desk.engine.offers('a', UNIT)).toEqual({
      revision: 1,
      state: 'written',
      events: ['send', 'sendAgain', 'drop'],
    });
    expect((await desk.engine.offers('a', OFFICE)).events).toEqual(['send']);
    expect((await desk.engine.offers('a', STRANGER)).events).toEqual([]);
    await answerBy('2026-03-09');
    expect((await desk.engine.offers('a', OFFICE)).events.sort()).toEqual(['giveBack', 'note', 'read', 'take']);
    expect((await desk.engine.offers('a', { ...OFFICE, user: UNIT.user })).events).not.toContain('take');
    expect((await desk.engine.offers('a', SYSTEM)).events.sort()).toEqual(['deadline.answer', 'take']);
  });

  it('is nothing in a matter of which no feature knows who stands how to it', async () => {
    await start();
    const engine = new Engine(desk.database, desk.clock, { ...desk.features, relations: {} }, { definitions: SLIPS });
    expect((await engine.offers('a', OFFICE)).events).toEqual([]);
  });
});

describe('two at one matter', () => {
  beforeEach(() => start());

  it('the later is told what the earlier did, and nothing of his is done', async () => {
    await send('send', UNIT, { answerBy: null }, { seenRevision: 1 });
    await send('note', OFFICE, { text: '阅' }, { seenRevision: 2 });
    const late = send('giveBack', OFFICE, {}, { seenRevision: 1 });
    await expect(late).rejects.toMatchObject({
      code: 'stale_revision',
      message: expect.stringMatching(
        /^您打开页面之后，已经办理：联络员：送出（\d+月\d+日 \d\d:\d\d）；您本人（另一窗口）：批注（[^）]+）。您的操作没有执行。$/,
      ),
      detail: { facts: { seen: 1, revision: 3 } },
    });
    await expect(send('giveBack', UNIT, {}, { seenRevision: 2 })).rejects.toThrow(/他人已办理：统筹员：批注（/);
    await expect(send('giveBack', OFFICE, {}, { seenRevision: 9 })).rejects.toThrow('（页面版本不符）');
    expect(await events()).toHaveLength(3);
  });

  it('on two servers see each other’s work, kept rows or not', async () => {
    const other = new Engine(desk.database, desk.clock, desk.features, { definitions: SLIPS });
    await answerBy(null);
    await other.send('a', 'note', { text: '甲' }, { actor: OFFICE });
    await send('note', OFFICE, { text: '乙' });
    await other.send('a', 'take', {}, { actor: OFFICE });
    await expect(send('note', OFFICE, { text: '丙' })).rejects.toEqual(code('not_now'));
    expect(desk.slips.seen.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(desk.slips.seen.at(-1)!.context.notes).toBe(2);
  });

  it('cannot both write the same step: the row is changed only from the revision it was computed from', async () => {
    const [row] = await rows<InstanceRow>('SELECT * FROM instance');
    const next = { ...row!, revision: 2, state: 'dropped' };
    const late = desk.database.write((tx) => saveInstance(tx, { ...row!, revision: 5 }, next));
    await expect(late).rejects.toEqual(code('stale_revision'));
    await desk.database.write((tx) => saveInstance(tx, row!, next));
    expect(await rows('SELECT revision, state FROM instance')).toEqual([{ revision: 2, state: 'dropped' }]);
  });

  it('the one whose step came too late is told who was before, what they did and when', async () => {
    const [row] = await rows<InstanceRow>('SELECT * FROM instance');
    await send('send', UNIT, { answerBy: null });
    const late = async (meta: object) => {
      const write = desk.database.write;
      desk.database.write = (() => Promise.reject(new Overtaken(row!))) as typeof write;
      try {
        return await send('giveBack', OFFICE, {}, meta);
      } finally {
        desk.database.write = write;
      }
    };
    for (const meta of [{}, { key: 'k' }])
      await expect(late(meta)).rejects.toMatchObject({
        code: 'stale_revision',
        message: expect.stringMatching(
          /^您打开页面之后，他人已办理：联络员：送出（\d+月\d+日 \d\d:\d\d）。您的操作没有执行。$/,
        ),
      });
  });

  it('take nothing for done that was undone', async () => {
    const pair: Command[] = [
      { kind: 'send', instance: 'a', type: 'send', payload: { answerBy: '2026-03-09' } },
      { kind: 'send', instance: 'z', type: 'send' },
    ];
    await expect(desk.engine.execute({ actor: UNIT }, pair)).rejects.toEqual(code('not_found'));
    expect(await rows('SELECT * FROM deadline')).toEqual([]);
    expect((await desk.engine.offers('a', UNIT)).revision).toBe(1);
    await answerBy(null);
    expect((await rows<{ revision: number }>('SELECT revision FROM instance'))[0]!.revision).toBe(2);
  });
});

describe('a key', () => {
  beforeEach(() => start());
  const keyed = (key: string, text: string, more: object = {}) => send('note', OFFICE, { text }, { key, ...more });

  it('brings the first answer again, and the command is done once', async () => {
    await answerBy(null);
    const first = await keyed('k1', '阅');
    expect(await keyed('k1', '阅', { seenRevision: 1 })).toEqual(first);
    expect(await events()).toHaveLength(3);
    expect(await rows('SELECT key, recorded_at FROM idempotency')).toEqual([
      { key: 'k1', recordedAt: desk.clock.now() },
    ]);
    expect((await bodies()).map(({ key }) => key)).toEqual([null, null, 'k1']);
  });

  it('is refused with another text, another person, another matter', async () => {
    await answerBy(null);
    await keyed('k1', '阅');
    await expect(keyed('k1', '再阅')).rejects.toEqual(code('key_reused'));
    await expect(send('note', UNIT, { text: '阅' }, { key: 'k1' })).rejects.toEqual(code('key_reused'));
    await expect(send('read', OFFICE, { text: '阅' }, { key: 'k1' })).rejects.toEqual(code('key_reused'));
    const behalf = { unit: 'bureau', channel: '电话', receivedOn: '2026-03-01' } as const;
    const command: Command = { kind: 'send', instance: 'a', type: 'note', payload: { text: '阅' }, onBehalf: behalf };
    await expect(desk.engine.execute({ actor: OFFICE, key: 'k1' }, [command])).rejects.toEqual(code('key_reused'));
  });

  it('of a single act is told from another by the event; of anything else by the hash of what was asked', async () => {
    await answerBy(null);
    await start('b');
    const requests = () => rows('SELECT request FROM idempotency ORDER BY key');
    await keyed('k1', '阅');
    expect(await requests()).toEqual([{ request: '' }]);
    const act = (instance: string): Command => ({ kind: 'send', instance, type: 'note', payload: { text: '阅' } });
    const asked = (meta: object, ...commands: Command[]) =>
      desk.engine.execute({ actor: OFFICE, key: 'k1', ...meta }, commands);
    expect((await asked({}, act('a'))).receipts).toEqual([expect.objectContaining({ instance: 'a', revision: 3 })]);
    for (const other of [[act('b')], [act('a'), act('b')], [{ ...act('a'), asSystem: true } as Command], []])
      await expect(asked({}, ...other)).rejects.toEqual(code('key_reused'));
    await expect(asked({ request: { form: 1 } }, act('a'))).rejects.toEqual(code('key_reused'));
    await asked({ key: 'k2' }, act('a'), act('a'));
    expect(await requests()).toEqual([{ request: '' }, { request: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    await expect(asked({ key: 'k2' }, act('a'))).rejects.toEqual(code('key_reused'));
  });

  it('that an earlier program kept with the hash of its act still brings the first answer', async () => {
    await answerBy(null);
    const first = await keyed('k1', '阅');
    const act: Command = { kind: 'send', instance: 'a', type: 'note', payload: { text: '阅' } };
    const request = askedOf({ actor: OFFICE }, [act]).hash().slice(0, 32);
    await desk.database.write((tx) => tx.update('idempotency', { request }, { key: 'k1' }));
    expect(await keyed('k1', '阅')).toEqual(first);
    await expect(keyed('k1', '再阅')).rejects.toEqual(code('key_reused'));
  });

  it('does not mind ids drawn anew, but minds what is started and what moves', async () => {
    const begun = (id: string, title: string) =>
      desk.engine.start('slip', id, '', { title }, { actor: UNIT, key: 'k2' });
    const first = await begun('b', '二号');
    expect(await begun('c', '二号')).toEqual(first);
    await expect(begun('c', '三号')).rejects.toEqual(code('key_reused'));
    const move: Command = { kind: 'migrate', instance: 'a', to: 'slip@2' };
    await expect(desk.engine.execute({ actor: UNIT, key: 'k2' }, [move])).rejects.toEqual(code('key_reused'));
  });

  it('of a planned command stands for what was asked, not for what was planned', async () => {
    await answerBy(null);
    const planned = (text: string, request: unknown) =>
      desk.engine.execute({ actor: OFFICE, key: 'k3', request }, (read) =>
        read.all('SELECT 1').then(() => [{ kind: 'send', instance: 'a', type: 'note', payload: { text } }]),
      );
    const first = await planned('甲', { form: 1 });
    expect(await planned('乙', { form: 1 })).toEqual(first);
    await expect(planned('甲', { form: 2 })).rejects.toEqual(code('key_reused'));
    const unasked = () => desk.engine.execute({ actor: OFFICE, key: 'k4' }, () => Promise.resolve([]));
    expect(await unasked()).toEqual({ receipts: [] });
    expect(await unasked()).toEqual({ receipts: [] });
  });
});

describe('several commands at once', () => {
  it('are planned on what is true at that moment, and what follows from them is done with them', async () => {
    const own = await openDesk({
      follow: ({ type, instance }) =>
        type === 'send' && instance === 'a'
          ? [{ kind: 'send', instance: 'b', type: 'send', payload: { answerBy: null }, asSystem: false }]
          : [],
    });
    const both = await own.engine.execute({ actor: UNIT, key: 'k' }, [
      { kind: 'start', machine: 'slip', id: 'a', scope: '', input: { title: '一' } },
      { kind: 'start', machine: 'slip', id: 'b', scope: '', input: { title: '二' } },
    ]);
    expect(both.receipts.map(({ instance, position }) => [instance, position])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    const planned = await own.engine.execute({ actor: UNIT }, async (read) => {
      const slips = await read.all<{ id: string }>('SELECT id FROM slip ORDER BY id');
      return slips
        .slice(0, 1)
        .map(({ id }) => ({ kind: 'send', instance: id, type: 'send', payload: { answerBy: null } }));
    });
    expect(planned.receipts).toHaveLength(1);
    expect(own.slips.seen.map(({ instance, type }) => `${instance} ${type}`)).toEqual([
      'a start',
      'b start',
      'a send',
      'b send',
    ]);
    const keys = await own.database.reader.all<{ body: string }>('SELECT body FROM event ORDER BY position');
    expect(keys.map(({ body }) => (JSON.parse(body) as { key: string | null }).key)).toEqual(['k', null, null, null]);
    await own.database.close();
  });

  it('may act for the system where a feature says so', async () => {
    await start();
    await answerBy('2026-03-09');
    await expect(send('deadline.answer')).rejects.toEqual(code('not_allowed'));
    const day = { kind: 'send', instance: 'a', type: 'deadline.answer', asSystem: true } as const;
    await desk.engine.execute({ actor: OFFICE }, [day]);
    expect((await bodies()).at(-1)).toMatchObject({ relation: 'system', actor: 'u-office', payload: {} });
  });
});

describe('a due day', () => {
  const deadlines = () =>
    rows<{ status: string; onDay: string }>('SELECT name, on_day, status FROM deadline ORDER BY id');
  const sent = async (id: string, day: string, scope = '', title = '便条') => {
    await start(id, title, UNIT, scope);
    await desk.engine.send(id, 'send', { answerBy: day }, { actor: UNIT });
  };
  const fired = async () => (await bodies()).filter(({ type }) => type === 'deadline.answer');

  it('fires on its day, once, by the system, and says for which day', async () => {
    await sent('a', '2026-03-09');
    expect(await desk.engine.fireDue()).toBe(0);
    desk.clock.set(startOfDay('2026-03-09') - 1);
    expect(await desk.engine.fireDue()).toBe(0);
    desk.clock.set(startOfDay('2026-03-09'));
    expect(await desk.engine.fireDue()).toBe(1);
    expect(await desk.engine.fireDue()).toBe(0);
    expect(await fired()).toMatchObject([
      {
        actor: 'system',
        actorName: '系统',
        unit: null,
        relation: 'system',
        at: '2026-03-09',
        payload: { day: '2026-03-09' },
      },
    ]);
    expect(await deadlines()).toEqual([{ name: 'answer', onDay: '2026-03-09', status: 'fired' }]);
    expect(desk.slips.seen.at(-1)!.effects).toEqual([
      { type: 'notify', params: { to: ['unit'], text: 'round.chased' } },
    ]);
  });

  it('that had passed when it was entered lapses; today’s does not; one set anew or cleared is over', async () => {
    await sent('a', '2026-03-01');
    await sent('b', '2026-03-02');
    await sent('c', '2026-03-20');
    await desk.engine.send('c', 'giveBack', {}, { actor: OFFICE });
    expect((await deadlines()).map(({ status }) => status)).toEqual(['lapsed', 'pending', 'cleared']);
    await desk.engine.send('c', 'send', { answerBy: '2026-03-21' }, { actor: UNIT });
    expect(await deadlines()).toHaveLength(4);
    desk.clock.set(noon('2026-04-01'));
    expect(await desk.engine.fireDue()).toBe(2);
    expect((await fired()).map(({ instance }) => instance)).toEqual(['b', 'c']);
  });

  it('fires in the order of days, then of setting, by each plan’s own clock', async () => {
    const own = await openDesk({ offsets: { ahead: 10 * 86_400_000 } });
    const add = async (id: string, day: string, scope: string) => {
      await own.engine.start('slip', id, scope, { title: id }, { actor: UNIT });
      await own.engine.send(id, 'send', { answerBy: day }, { actor: UNIT });
    };
    await add('late', '2026-03-20', '');
    await add('first', '2026-03-18', '');
    await add('second', '2026-03-18', '');
    await add('ahead', '2026-03-15', 'ahead');
    const order = () => own.slips.seen.filter(({ type }) => type === 'deadline.answer').map(({ instance }) => instance);
    own.clock.set(noon('2026-03-06'));
    expect(await own.engine.fireDue('')).toBe(0);
    expect(await own.engine.fireDue('ahead')).toBe(1);
    expect(await own.engine.fireDue()).toBe(0);
    own.clock.set(noon('2026-03-21'));
    expect(await own.engine.fireDue('ahead')).toBe(0);
    expect(await own.engine.fireDue()).toBe(3);
    expect(order()).toEqual(['ahead', 'first', 'second', 'late']);
    await own.database.close();
  });

  it('fires by its day among those of all plans, then by its setting', async () => {
    await sent('a', '2026-03-20');
    await sent('b', '2026-03-18', 'one');
    await sent('c', '2026-03-16');
    await sent('d', '2026-03-18', 'two');
    await sent('e', '2026-03-18');
    await sent('f', '2026-03-17', 'one');
    desk.clock.set(noon('2026-04-01'));
    expect(await desk.engine.fireDue()).toBe(6);
    expect((await fired()).map(({ instance }) => instance)).toEqual(['c', 'f', 'b', 'd', 'e', 'a']);
  });

  it('that nobody answers any more is laid aside', async () => {
    await sent('a', '2026-03-09');
    await desk.database.write((tx) =>
      tx.insert('deadline', { instanceId: 'a', scope: '', name: 'gone', onDay: '2026-03-03', status: 'pending' }),
    );
    desk.clock.set(noon('2026-03-10'));
    expect(await desk.engine.fireDue()).toBe(2);
    expect((await deadlines()).map(({ status }) => status)).toEqual(['fired', 'moot']);
    expect(await fired()).toHaveLength(1);
  });

  it('that fails holds up no other, stays, and is told', async () => {
    await sent('a', '2026-03-09', '', '坏便条');
    await sent('b', '2026-03-10');
    desk.slips.failing = '坏便条';
    desk.clock.set(noon('2026-03-11'));
    await expect(desk.engine.fireDue()).rejects.toThrow('1 deadlines failed');
    expect((await deadlines()).map(({ status }) => status)).toEqual(['pending', 'fired']);
    desk.slips.failing = null;
    expect(await desk.engine.fireDue()).toBe(1);
    expect((await fired()).map(({ instance }) => instance)).toEqual(['b', 'a']);
  });
});

describe('a matter that moves to another version', () => {
  const both = new Definitions([slipV1, slipV2]);
  const mover = () => new Engine(desk.database, desk.clock, desk.features, { definitions: both });
  const move = (actor = ADMIN, to = 'slip@2') =>
    mover().execute({ actor, key: 'm' }, [{ kind: 'migrate', instance: 'a', to }]);
  beforeEach(() => start());

  it('is moved by the administrator alone, by one event, and stands where the new version says', async () => {
    await expect(move(OFFICE)).rejects.toEqual(code('not_allowed'));
    const answer = await move();
    expect(answer.receipts).toEqual([{ instance: 'a', revision: 2, state: 'tray', position: 2 }]);
    expect((await bodies())[1]).toMatchObject({
      ...{ type: 'migrated', definition: 'slip@2', relation: 'admin', key: 'm', at: '2026-03-02', onBehalf: null },
      payload: { from: 'slip@1', to: 'slip@2', states: { written: 'tray' } },
    });
    expect(await rows('SELECT definition, state FROM instance')).toEqual([{ definition: 'slip@2', state: 'tray' }]);
    expect(desk.slips.seen[1]).toMatchObject({ stateBefore: 'written', context: { number: 1, title: '一号便条' } });
    expect((await mover().offers('a', UNIT)).events).toEqual(['drop', 'send']);
    expect(await move()).toEqual(answer);
    await expect(move(ADMIN, 'slip@1')).rejects.toEqual(code('key_reused'));
  });

  it('calls nobody to follow up, and the system may move it too', async () => {
    const follow = jestLike();
    const reactions = [(event: { type: string }) => Promise.resolve(follow.note(event.type))];
    const engine = new Engine(desk.database, desk.clock, { ...desk.features, reactions }, { definitions: both });
    await engine.execute({ actor: SYSTEM, at: '2026-03-05' }, [{ kind: 'migrate', instance: 'a', to: 'slip@2' }]);
    await engine.send('a', 'drop', {}, { actor: UNIT });
    expect(follow.seen).toEqual(['drop']);
    expect((await bodies())[1]).toMatchObject({ relation: 'system', at: '2026-03-05' });
  });

  it('starts at the newest version from then on', async () => {
    await mover().start('slip', 'n', '', { title: '新' }, { actor: UNIT });
    expect(await rows(`SELECT definition FROM instance WHERE id = 'n'`)).toEqual([{ definition: 'slip@2' }]);
    expect(() => both.of('slip@3')).toThrow(expect.objectContaining({ code: 'definition_unknown' }));
    expect([both.knows('slip@2'), both.knows('slip@3')]).toEqual([true, false]);
    expect(new Definitions([slipV2, slipV1]).current('slip')).toBe(slipV2);
  });

  it('is refused in words when it cannot, and a trial writes nothing', async () => {
    await expect(move(ADMIN, 'slip@1')).rejects.toEqual(code('already_there'));
    await expect(move(ADMIN, 'slip@9')).rejects.toEqual(code('definition_unknown'));
    await answerBy('2026-03-09');
    const [out] = await tryMoves(desk.database.reader, both, 'slip@1', 'slip@2');
    expect(out).toEqual({
      ...{ instance: 'a', scope: '', state: '已送出，未读', newState: '已送出，未读' },
      ...{ deadlines: ['answer 2026-03-09'], refusal: null },
    });
    await send('take');
    const [over] = await tryMoves(desk.database.reader, both, 'slip@1', 'slip@2');
    expect(over).toMatchObject({ newState: null, refusal: { code: 'already_done' } });
    expect(await events()).toHaveLength(3);
  });
});

/** Notes what it is told and asks for nothing. */
function jestLike() {
  const seen: string[] = [];
  return {
    seen,
    note: (type: string): Command[] => {
      seen.push(type);
      return [];
    },
  };
}
