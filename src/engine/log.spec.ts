import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, OFFICE, openDesk, SLIPS, slipV1, slipV2, UNIT, type Desk } from '../../test/support/slip.js';
import type { Tx } from '../persistence/tx.js';
import { startOfDay } from '../shared/clock.js';
import { positionAt, rebuildAsOf, stateAsOf, type Moment } from './as-of.js';
import { canonical } from './canonical.js';
import { bodyText, hashOf, type EventBody } from './chain.js';
import { filedCheckpoints, storedCheckpoints, takeCheckpoint, type Checkpoint } from './checkpoints/checkpoint.js';
import { checkpointIn, logKeyIn, witnessesIn } from './checkpoints/installation.js';
import { isSigned, LogKey } from './checkpoints/log-key.js';
import { LogSum, logRows } from './checkpoints/log-sum.js';
import { witness } from './checkpoints/witness.js';
import { Definitions } from './definitions.js';
import { Engine } from './engine.js';
import { EvidenceList, verifyEvidence } from './evidence.js';
import { exportLog } from './export-log.js';
import { chooseHash, hashNameIn } from './hashing.js';
import { settle, settled } from './installation.js';
import { verifyLog } from './verify.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await desk.engine.start('slip', 'a', '', { title: '一号便条' }, { actor: UNIT });
  await desk.engine.start('slip', 'b', 'plan', { title: '二号便条' }, { actor: UNIT });
  await desk.engine.send('a', 'send', { answerBy: '2026-03-09' }, { actor: UNIT });
  desk.clock.set(desk.clock.now() + 60_000);
  await desk.engine.send('a', 'note', { text: '阅' }, { actor: OFFICE });
});
afterEach(() => desk.database.close());

const rows = <T>(sql: string, from = desk) => from.database.reader.all<T>(sql);
const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-log-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function verify(from = desk, definitions = SLIPS, witnesses?: { publicHex: string; outside: Checkpoint[] }) {
  const scratch = await from.scratch();
  const verdict = await verifyLog(from.database.reader, scratch, [from.slips], witnesses, definitions);
  await scratch.close();
  return verdict;
}
const codes = async (...about: Parameters<typeof verify>) => (await verify(...about)).faults.map(({ code }) => code);

/** Changes the log as somebody with the database file could. */
const tamper = (work: (tx: Tx) => Promise<unknown>) =>
  desk.database.write(async (tx) => {
    await tx.run('DROP TRIGGER IF EXISTS event_no_update');
    await tx.run('DROP TRIGGER IF EXISTS event_no_delete');
    await work(tx);
  });

/** Writes one event anew and chains all later ones of its matter to it. */
const rewrite = (instance: string, change: (body: EventBody) => EventBody) =>
  tamper(async (tx) => {
    const all = await tx.all<{ position: number; body: string }>(
      'SELECT position, body FROM event WHERE instance_id = ? ORDER BY seq',
      [instance],
    );
    let prev = '';
    for (const { position, body } of all) {
      const changed = { ...change(JSON.parse(body) as EventBody), prev };
      const text = bodyText(changed, canonical(changed.payload));
      prev = hashOf(text);
      await tx.run('UPDATE event SET body = ?, hash = ? WHERE position = ?', [text, prev, position]);
    }
    await tx.run('UPDATE instance SET head = ? WHERE id = ?', [prev, instance]);
  });

describe('the log proves the database', () => {
  it('and finds it sound', async () => {
    expect(await verify()).toEqual({ instances: 2, events: 4, faults: [], hashName: 'sha256', evidence: [] });
  });

  it('also where somebody acted for a unit', async () => {
    const onBehalf = { unit: 'bureau', channel: '电话', receivedOn: '2026-03-01' } as const;
    const command = { kind: 'send', instance: 'b', type: 'send', payload: { answerBy: null }, onBehalf } as const;
    await desk.engine.execute({ actor: OFFICE }, [command]);
    expect((await verify()).faults).toEqual([]);
  });

  it('a changed event is named with its place', async () => {
    await tamper((tx) => tx.run(`UPDATE event SET body = replace(body, '阅', '否') WHERE position = 4`));
    const { faults } = await verify();
    expect(faults[0]).toEqual({
      code: 'hash_differs',
      place: '事件 4（a 第 3 条）',
      message: '内容与校验值不符，记录被改动过',
    });
    expect(faults.map(({ code }) => code)).toContain('state_differs');
  });

  it('a missing event breaks the sequence, one of another chain the chain', async () => {
    await tamper((tx) => tx.run('DELETE FROM event WHERE position = 3'));
    expect((await verify()).faults[0]).toMatchObject({ code: 'sequence_broken', place: '事件 4（a 第 3 条）' });
  });

  it('an event under another matter, or with another number, breaks the sequence', async () => {
    await tamper((tx) => tx.run(`UPDATE event SET instance_id = 'c' WHERE position = 2`));
    expect((await codes())[0]).toBe('sequence_broken');
  });

  it('an event whose number in the table is not the one it bears breaks the sequence', async () => {
    await tamper((tx) => tx.run('UPDATE event SET seq = 7 WHERE position = 4'));
    expect((await codes())[0]).toBe('sequence_broken');
  });

  it('an event that does not follow its forerunner breaks the chain', async () => {
    await tamper(async (tx) => {
      const row = await tx.get<{ body: string }>('SELECT body FROM event WHERE position = 4');
      const text = row!.body.replace(/"prev":"[0-9a-f]+"/, `"prev":"${'0'.repeat(64)}"`);
      await tx.run('UPDATE event SET body = ?, hash = ? WHERE position = 4', [text, hashOf(text)]);
    });
    expect((await verify()).faults[0]).toMatchObject({ code: 'chain_broken', message: '与前一条记录的链接不符' });
  });

  it('a rewritten chain is found where the definition could not have gone that way', async () => {
    await rewrite('a', (body) => (body.type === 'send' ? { ...body, type: 'read', payload: {} } : body));
    expect((await verify()).faults[0]).toMatchObject({
      code: 'not_reproducible',
      message: '按流程定义重放时，“read”不能发生',
    });
  });

  it('a rewritten chain is found where nobody of that relation may do it, or it begins with no start', async () => {
    await rewrite('a', (body) => (body.type === 'note' ? { ...body, relation: 'superior' } : body));
    expect((await codes())[0]).toBe('not_reproducible');
    await rewrite('b', (body) => ({ ...body, type: 'begin' }));
    const places = (await verify()).faults.filter(({ code }) => code === 'not_reproducible').map(({ place }) => place);
    expect(places).toContain('事件 2（b 第 1 条）');
  });

  it('a rewritten chain that could have been so is found by the tables', async () => {
    await rewrite('a', (body) => (body.type === 'start' ? { ...body, payload: { title: '别的便条' } } : body));
    const { faults } = await verify();
    expect(faults.map(({ code }) => code)).toEqual(['state_differs', 'projection_differs', 'projection_differs']);
    expect(faults[0]).toEqual({ code: 'state_differs', place: '流程 a', message: '当前状态与记录重放的结果不一致' });
    expect(faults[1]).toMatchObject({ place: '数据表 slip', message: expect.stringContaining('一号便条') });
  });

  it('a stored state, revision, head or version that the log does not give is named', async () => {
    const [row] = await rows<Record<string, string | number>>(`SELECT * FROM instance WHERE id = 'a'`);
    const wrong = { snapshot: '{}', revision: 9, head: 'x', definition: 'slip@2' };
    for (const [column, value] of Object.entries(wrong)) {
      await desk.database.write((tx) => tx.update('instance', { [column]: value }, { id: 'a' }));
      expect([column, await codes()]).toEqual([column, ['state_differs']]);
      await desk.database.write((tx) => tx.update('instance', { [column]: row![column] }, { id: 'a' }));
    }
    await desk.database.write((tx) => tx.remove('instance', { id: 'b' }));
    expect((await verify()).faults).toMatchObject([{ code: 'state_differs', place: '流程 b' }]);
    await desk.database.write((tx) => tx.insert('instance', { ...row, id: 'c' }));
    expect((await verify()).faults.map(({ place }) => place)).toEqual(['流程 b', '流程 c']);
  });

  it('rows that the log does not give, or that are gone, are named, five of a table at most', async () => {
    await desk.database.write((tx) => tx.remove('slip', { id: 'b' }));
    expect((await verify()).faults[0]!.message).toContain('二号便条');
    await desk.database.write(async (tx) => {
      for (let n = 0; n < 7; n++) await tx.insert('slip', { id: `x${n}`, title: '长'.repeat(300), state: '' });
    });
    const { faults } = await verify();
    expect(faults).toHaveLength(5);
    expect(faults[0]!.message.length).toBeLessThan(230);
  });

  it('an event of a version this program does not know is named', async () => {
    expect((await verify(desk, new Definitions([]))).faults[0]).toMatchObject({
      code: 'definition_unknown',
      message: '流程目录中没有“slip@1”',
    });
  });

  it('a moved matter too: from where it was to where it is, and no other way', async () => {
    const both = new Definitions([slipV1, slipV2]);
    const mover = new Engine(desk.database, desk.clock, desk.features, { definitions: both });
    await mover.execute({ actor: ADMIN }, [{ kind: 'migrate', instance: 'b', to: 'slip@2' }]);
    await mover.send('b', 'drop', {}, { actor: UNIT });
    expect(await codes(desk, both)).toEqual([]);
    expect(await codes()).toContain('definition_unknown');
    await rewrite('b', (body) =>
      body.type === 'migrated' ? { ...body, payload: { ...body.payload, from: 'slip@7' } } : body,
    );
    expect((await codes(desk, both))[0]).toBe('not_reproducible');
    await rewrite('b', (body) =>
      body.type === 'migrated'
        ? { ...body, payload: { from: 'slip@1', to: 'slip@2', states: { written: 'nowhere' } } }
        : body,
    );
    expect((await codes(desk, both))[0]).toBe('not_reproducible');
    await rewrite('b', (body) =>
      body.type === 'migrated'
        ? { ...body, payload: { from: 'slip@1', to: 'slip@2', states: { written: 'tray' } } }
        : { ...body, definition: 'slip@1' },
    );
    expect((await codes(desk, both))[0]).toBe('not_reproducible');
  });
});

describe('a moment of the past', () => {
  const at = async (moment: Moment) => Object.fromEntries(await stateAsOf(desk.database.reader, moment, SLIPS));

  it('shows every matter as it stood then', async () => {
    const now = desk.clock.now();
    expect(await at({ position: 0 })).toEqual({});
    expect(await at({ instant: now - 60_001 })).toEqual({});
    const before = await at({ instant: now - 1 });
    expect(before.a).toEqual({
      ...{ definition: 'slip@1', revision: 2, state: 'sent.day.running+sent.reading.unread' },
      context: { title: '一号便条', sender: 'u-unit', behalf: false, notes: 0, overdue: false },
    });
    expect((await at({ instant: now })).a).toMatchObject({ revision: 3, context: { notes: 1 } });
    expect(Object.keys(await at({ position: 1 }))).toEqual(['a']);
    expect(await positionAt(desk.database.reader, { instant: now })).toBe(4);
  });

  it('fills an empty database with every table of then, of all plans or some', async () => {
    const rebuilt = async (extent: Parameters<typeof rebuildAsOf>[3]) => {
      const past = await desk.scratch();
      const replay = await rebuildAsOf(desk.database.reader, past, [desk.slips], { ...extent, definitions: SLIPS });
      expect(replay.faults).toEqual([]);
      const found = await past.reader.all<{ id: string; state: string }>('SELECT id, state FROM slip ORDER BY id');
      await past.close();
      return found.map(({ id, state }) => `${id} ${state}`);
    };
    const out = 'sent.day.running+sent.reading.unread';
    expect(await rebuilt({})).toEqual([`a ${out}`, 'b written']);
    expect(await rebuilt({ moment: { position: 2 } })).toEqual(['a written', 'b written']);
    expect(await rebuilt({ scopes: ['plan'] })).toEqual(['b written']);
    expect(await rebuilt({ scopes: ['', 'plan'] })).toHaveLength(2);
  });
});

describe('the signed end of the log', () => {
  it('shows a cut, a rewriting and a forged signature', () =>
    inFolder(async (folder) => {
      const key = LogKey.in(join(folder, 'key'));
      const take = () => takeCheckpoint(desk.database, key, desk.clock, join(folder, 'out'));
      const first = (await take())!;
      expect(JSON.parse(first.body)).toMatchObject({ position: 4, events: 4, instances: 2, at: desk.clock.now() });
      expect(await take()).toBeNull();
      await desk.engine.send('b', 'drop', {}, { actor: UNIT });
      const second = (await take())!;
      expect(await storedCheckpoints(desk.database.reader)).toEqual([first, second]);
      expect(filedCheckpoints(join(folder, 'out'))).toEqual([first, second]);
      expect(readdirSync(join(folder, 'out'))).toEqual(['000000000004.json', '000000000005.json']);

      const found = async (checkpoints: Checkpoint[], publicHex = key.publicHex) =>
        (await witness(desk.database.reader, checkpoints, publicHex)).map(({ code, place }) => `${code} ${place}`);
      expect(await found([second, first])).toEqual([]);
      expect(await codes(desk, SLIPS, { publicHex: key.publicHex, outside: [first] })).toEqual([]);
      const forged = { ...first, body: first.body.replace('"events":4', '"events":3') };
      expect(await found([forged, second])).toEqual(['checkpoint_forged 检查点（至事件 4）']);
      expect(await found([first], LogKey.in(join(folder, 'other')).publicHex)).toHaveLength(1);
      await rewrite('b', (body) => (body.type === 'start' ? { ...body, payload: { title: '改' } } : body));
      expect(await found([first, second])).toEqual([
        'checkpoint_differs 检查点（至事件 4）',
        'checkpoint_differs 检查点（至事件 5）',
      ]);
      expect((await witness(desk.database.reader, [first], key.publicHex))[0]!.message).toContain(
        new Date(desk.clock.now()).toISOString(),
      );
      await desk.database.write((tx) => tx.run('DELETE FROM event WHERE position = 5'));
      expect(await found([second])).toEqual(['log_cut 检查点（至事件 5）']);
      expect(await codes(desk, SLIPS, { publicHex: key.publicHex, outside: [] })).toContain('log_cut');
    }));

  it('sums position, scope and hash of every event, and the heads of all matters', async () => {
    const sum = new LogSum();
    for await (const row of logRows(desk.database.reader)) sum.add(row);
    const all = await rows<{ position: number; scope: string; hash: string }>(
      'SELECT position, scope, hash FROM event ORDER BY position',
    );
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const chained = all.reduce(
      (log, { position, scope, hash }) => sha(JSON.stringify([log, position, scope, hash])),
      '',
    );
    expect(sum.sum()).toMatchObject({ position: 4, events: 4, instances: 2, log: chained });
    expect(sum.sum()).not.toHaveProperty('hash');
    const later: number[] = [];
    for await (const { position } of logRows(desk.database.reader, 2)) later.push(position);
    expect(later).toEqual([3, 4]);
  });

  it('lies in a file for the owner alone; a file that cannot be read counts as forged', () =>
    inFolder(async (folder) => {
      expect(filedCheckpoints(join(folder, 'none'))).toEqual([]);
      const out = join(folder, 'out');
      await takeCheckpoint(desk.database, LogKey.in(join(folder, 'key')), desk.clock, out);
      const path = join(out, '000000000004.json');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(out).mode & 0o777).toBe(0o700);
      writeFileSync(path, 'x');
      writeFileSync(join(out, 'note.json'), '{}');
      expect(filedCheckpoints(out)).toEqual([{ position: 4, body: '', signature: '' }]);
    }));

  it('is signed with a key made once, its public half beside it', () =>
    inFolder((folder) => {
      const home = join(folder, 'key');
      const key = LogKey.in(home);
      expect(LogKey.in(home).publicHex).toBe(key.publicHex);
      expect(statSync(join(home, 'log-key.pem')).mode & 0o777).toBe(0o600);
      expect(statSync(home).mode & 0o777).toBe(0o700);
      expect(readFileSync(join(home, 'log-key.pub.pem'), 'utf8')).toContain('PUBLIC KEY');
      expect(readFileSync(join(home, 'log-key.pem'), 'utf8')).toContain('PRIVATE KEY');
      const signature = key.sign('正文');
      expect(isSigned('正文', signature, key.publicHex)).toBe(true);
      expect(isSigned('正文。', signature, key.publicHex)).toBe(false);
      const flawed = ['', 'x', `${signature}00`, `00${signature}`, signature.toUpperCase()];
      expect(flawed.map((one) => isSigned('正文', one, key.publicHex))).toEqual(flawed.map(() => false));
      return Promise.resolve();
    }));

  it('belongs to an installation: its key, its checkpoints, its witnesses', () =>
    inFolder(async (folder) => {
      expect(witnessesIn(folder)).toBeUndefined();
      const taken = await checkpointIn(folder, desk.database, desk.clock);
      expect(witnessesIn(folder)).toEqual({ publicHex: logKeyIn(folder).publicHex, outside: [taken] });
      expect(existsSync(join(folder, 'checkpoints'))).toBe(true);
    }));
});

describe('an export', () => {
  it('has a head, every event, every checkpoint, and an end that signs all before it', () =>
    inFolder(async (folder) => {
      const key = LogKey.in(join(folder, 'key'));
      const checkpoint = await takeCheckpoint(desk.database, key, desk.clock, join(folder, 'out'));
      const lines: string[] = [];
      for await (const line of exportLog(desk.database.reader, key)) lines.push(line);
      const events = await rows('SELECT position, scope, body, hash FROM event ORDER BY position');
      const covered = lines.slice(0, -1).join('');
      const digest = createHash('sha256').update(covered).digest('hex');
      expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
        { format: 'qiantou-log@1', hash: 'sha256', key: key.publicHex },
        ...events.map((event) => ({ event })),
        { checkpoint },
        { end: { digest, lines: 6, signature: key.sign(digest) } },
      ]);
    }));
});

describe('the hash of a log', () => {
  it('is chosen while the log is empty and kept from then on', async () => {
    const fresh = await openDesk({ hashName: 'sm3' });
    const { database } = fresh;
    expect(await hashNameIn(database.reader)).toBe('sha256');
    expect(await chooseHash(database, 'sm3')).toBe('sm3');
    expect(await chooseHash(database, '')).toBe('sm3');
    await fresh.engine.start('slip', 'a', '', { title: '便条' }, { actor: UNIT });
    await fresh.engine.send('a', 'drop', {}, { actor: UNIT });
    expect(await verify(fresh)).toMatchObject({ hashName: 'sm3', faults: [] });
    const [row] = await rows<{ body: string; hash: string }>('SELECT body, hash FROM event', fresh);
    expect(row!.hash).toBe(createHash('sm3').update(row!.body).digest('hex'));
    await expect(chooseHash(database, 'sha256')).rejects.toMatchObject({
      ...{ code: 'hash_fixed', message: '本库的记录以 SM3（国密） 校验，建库后不能改为 SHA-256。' },
    });
    await inFolder(async (folder) => {
      const taken = await takeCheckpoint(database, LogKey.in(folder), fresh.clock, folder);
      expect(JSON.parse(taken!.body)).toMatchObject({ hash: 'sm3' });
      expect(await witness(database.reader, [taken!], LogKey.in(folder).publicHex)).toEqual([]);
    });
    await database.close();
  });

  it('is SHA-256 where the log had begun without a choice', async () => {
    expect(await chooseHash(desk.database, '')).toBe('sha256');
    expect(await chooseHash(desk.database, 'sha256')).toBe('sha256');
    await expect(chooseHash(desk.database, 'sm3')).rejects.toMatchObject({ code: 'hash_fixed' });
    expect(await settled(desk.database.reader, 'hash')).toBeUndefined();
  });

  it('is refused where this Node lacks it', async () => {
    const fresh = await openDesk();
    await expect(chooseHash(fresh.database, 'sm3', ['sha256'])).rejects.toMatchObject({ code: 'hash_not_available' });
    expect(await chooseHash(fresh.database, '', [])).toBe('sha256');
    expect(await chooseHash(fresh.database, 'sm3', ['sm3'])).toBe('sm3');
    await fresh.database.close();
  });

  it('is one of the things settled for a database, which can be settled anew', async () => {
    const put = (value: string) => desk.database.write((tx) => settle(tx, 'proven', value));
    await put('1');
    await put('2');
    expect(await settled(desk.database.reader, 'proven')).toBe('2');
    expect(await settled(desk.database.reader, 'other')).toBeUndefined();
    expect(startOfDay('2026-03-02')).toBeLessThan(desk.clock.now());
  });
});

describe('the files that events name', () => {
  const one = 'a'.repeat(64);
  const two = 'b'.repeat(64);

  it('are gathered wherever they stand, by their names or the event’s', async () => {
    const list = new EvidenceList();
    const payload = {
      files: [{ sha256: one, name: '签到表.pdf' }, null, 3],
      text: 'd'.repeat(64),
      file: two,
      proof: 'short',
    };
    await list.apply({}, { payload, onBehalf: null, position: 7 });
    const proof = { unit: 'u', channel: '纸质', receivedOn: '2026-03-01', proof: 'c'.repeat(64) } as const;
    await list.apply({}, { payload: { file: 5, sha256: `${one}0` }, onBehalf: proof, position: 8 });
    expect(list.all()).toEqual([
      { sha256: one, name: '签到表.pdf' },
      { sha256: two, name: '事件 7 的文件' },
      { sha256: 'c'.repeat(64), name: '事件 8 的凭证' },
    ]);
    expect(list.tables).toEqual([]);
  });

  it('are told by name when they are missing or changed', async () => {
    const files = [
      { sha256: one, name: '甲' },
      { sha256: two, name: '乙' },
      { sha256: 'c'.repeat(64), name: '丙' },
    ];
    const there: Record<string, string> = { [one]: one, [two]: one };
    expect(await verifyEvidence(files, (sha256) => Promise.resolve(there[sha256] ?? null))).toEqual([
      { code: 'file_differs', place: '乙', message: '文件内容被改动过' },
      { code: 'file_missing', place: '丙', message: '文件不在了' },
    ]);
  });
});
