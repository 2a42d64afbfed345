import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineEntities } from './engine.entities.js';
import { OFFICE } from '../../test/support/slip.js';
import { addDays } from '../domain/calendar/day.js';
import { Database } from '../persistence/database.js';
import { migrations } from '../persistence/migrations/index.js';
import { StoredFile } from '../persistence/stored-file.entity.js';
import type { Reader } from '../persistence/tx.js';
import { FixedClock, startOfDay } from '../shared/clock.js';
import { Engine } from './engine.js';
import { PastRecords, type Past } from './past.js';
import type { Projection, Registrations } from './types.js';

const NINE = 9 * 3_600_000;
const DAY = 86_400_000;
const entities = [...engineEntities, StoredFile];

/** One row a unit or plan: its name or title, and its clock. */
const register: Projection = {
  name: 'register',
  tables: ['register'],
  async apply(tx, { instance, seq, state, context }) {
    const row = { id: instance, name: context.name ?? context.title, state, offset: context.clockOffsetMs ?? 0 };
    if (seq === 1) await tx.insert('register', row);
    else await tx.update('register', row, { id: instance });
  },
};

const features: Registrations = {
  projections: [register],
  reactions: [],
  relations: { unit: () => Promise.resolve(['coordinator']), plan: () => Promise.resolve(['coordinator']) },
  clockOffset: async (read: Reader, scope: string) =>
    (await read.get<{ offset: number }>('SELECT "offset" FROM register WHERE id = ?', [scope]))?.offset ?? 0,
};

async function openEmpty(): Promise<Database> {
  const database = await Database.open({ file: ':memory:', entities, migrations });
  await database.write((tx) => tx.run('CREATE TABLE register (id TEXT PRIMARY KEY, name, state, "offset" INTEGER)'));
  return database;
}

let present: Database;
let engine: Engine;
let clock: FixedClock;
let opened: Database[];
let past: PastRecords;
const scratch = async () => {
  opened.push(await openEmpty());
  return opened.at(-1)!;
};

beforeEach(async () => {
  present = await openEmpty();
  clock = new FixedClock(0);
  engine = new Engine(present, clock, features);
  opened = [];
  past = new PastRecords(present, features, scratch);
});
afterEach(() => present.close());

const on = (day: string, ms = NINE) => clock.set(startOfDay(day) + ms);
const unit = (name: string) => engine.start('unit', name, '', { name }, { actor: OFFICE });
const plan = (id: string, demo = false) => engine.start('plan', id, id, { title: id, demo }, { actor: OFFICE });
const send = (id: string, type: string, payload = {}) => engine.send(id, type, payload, { actor: OFFICE });
const issue = (id: string, clockOffset = 0) =>
  send(id, 'issue', { issuedOn: '2026-03-02', enabledOn: '2026-03-02', clockOffset });
const moved = (id: string, from: string, to: string) =>
  send(id, 'moveClock', { offsetMs: startOfDay(to) - startOfDay(from) });
const namesIn = async ({ database }: Past) =>
  (await database.reader.all<{ name: string }>('SELECT name FROM register ORDER BY id')).map(({ name }) => name);
const names = (scope: string, day: string, most?: number) => past.use(scope, day, namesIn, most);
const open = (one: Database) =>
  one.reader.all('SELECT 1').then(
    () => true,
    () => false,
  );
const allOpen = () => Promise.all(opened.map(open));
const code = (name: string) => expect.objectContaining({ code: name });

describe('the record as it stood on a past day', () => {
  beforeEach(async () => {
    on('2026-03-02');
    await unit('市教育局');
    await plan('春季计划');
    await plan('另一计划');
    on('2026-03-03', DAY - 1);
    await send('市教育局', 'rename', { name: '市教体局', from: '2026-03-03' });
    on('2026-03-04', 0);
    await send('春季计划', 'confirm');
    await unit('市财政局');
  });

  it('holds the plan asked for and the register, up to the last moment of the day and not beyond it', async () => {
    expect(await names('春季计划', '2026-03-02')).toEqual(['市教育局', '春季计划']);
    expect(await names('春季计划', '2026-03-03')).toEqual(['市教体局', '春季计划']);
    const state = ({ database }: Past) => database.reader.all(`SELECT state FROM register WHERE name = '春季计划'`);
    expect(await past.use('春季计划', '2026-03-03', state)).toEqual([{ state: 'draft' }]);
    expect(await past.use('春季计划', '2026-03-04', state)).toEqual([{ state: 'confirmed' }]);
    expect(await names('春季计划', '2030-01-01')).toEqual(['市教体局', '市财政局', '春季计划']);
  });

  it('has a clock that stands at the last millisecond of that day', async () => {
    const began = await past.use('春季计划', '2026-03-03', async (then) => {
      await then.engine.start('unit', '临时', '', { name: '临时' }, { actor: OFFICE });
      return then.database.reader.get(`SELECT at, recorded_at FROM event WHERE instance_id = '临时'`);
    });
    expect(began).toEqual({ at: '2026-03-03', recordedAt: startOfDay('2026-03-04') - 1 });
    expect(await present.reader.all(`SELECT 1 FROM event WHERE instance_id = '临时'`)).toEqual([]);
  });

  it('has the events themselves, of those scopes and of that time', async () => {
    const events = await past.use('春季计划', '2026-03-03', ({ database }) =>
      database.reader.all('SELECT * FROM event ORDER BY position'),
    );
    const there = await present.reader.all<{ scope: string; position: number }>(
      'SELECT * FROM event ORDER BY position',
    );
    expect(events).toEqual(there.filter(({ scope, position }) => scope !== '另一计划' && position <= 4));
    expect(events).toHaveLength(3);
  });

  it('has the names of all files, which no event holds, and of other tables that it is told of', async () => {
    const file = { sha256: 'a'.repeat(64), name: '方案.docx', mime: 'x', size: 3, addedBy: 'u' };
    await present.write((tx) => tx.insert('stored_file', file));
    const filesOf = ({ database }: Past) => database.reader.all('SELECT * FROM stored_file');
    expect(await past.use('春季计划', '2026-03-02', filesOf)).toEqual([file]);
    const bare = new PastRecords(present, features, scratch, []);
    expect(await bare.use('春季计划', '2026-03-02', filesOf)).toEqual([]);
  });

  it('does not exist before the first event, and says so', async () => {
    await expect(names('春季计划', '2026-03-01')).rejects.toEqual(code('no_record_then'));
    await expect(names('没有这份计划', '2026-03-02')).rejects.toEqual(code('no_record_then'));
    expect(opened).toEqual([]);
  });

  it('is refused to who waits at a page where more events than he can wait for would be replayed', async () => {
    expect(await names('春季计划', '2026-03-03', 3)).toHaveLength(2);
    await expect(names('春季计划', '2026-03-03', 2)).rejects.toEqual(code('log_too_long'));
    await expect(names('春季计划', '2026-03-04', 4)).rejects.toEqual(code('log_too_long'));
    expect(await names('春季计划', '2026-03-04', 5)).toHaveLength(3);
    expect(await names('春季计划', '2026-03-04')).toHaveLength(3);
  });
});

describe('a log longer than one reading takes', () => {
  it.each([1_999, 2_000, 2_001])('is copied whole, each event once: %s further ones', async (more) => {
    on('2026-03-02');
    await plan('长计划');
    await present.write(async (tx) => {
      const event = await tx.get<{ body: string }>('SELECT * FROM event');
      for (let n = 2; n <= more + 1; n++)
        await tx.insert('event', { ...event, position: n, instanceId: `other-${n}`, scope: '', type: 'noted' });
    });
    const positions = await past.use('长计划', '2026-03-02', ({ database }) =>
      database.reader.all<{ position: number }>('SELECT position FROM event ORDER BY position'),
    );
    expect(positions.map(({ position }) => position)).toEqual(Array.from({ length: more + 1 }, (_, n) => n + 1));
  });
});

describe('a plan with a clock of its own', () => {
  it('is shown by the days of its own clock, each stretch by the clock that ran then', async () => {
    on('2026-11-20');
    await plan('演示计划', true);
    await send('演示计划', 'confirm');
    await issue('演示计划', startOfDay('2023-05-11') - startOfDay('2026-11-20'));
    await unit('市教育局');
    await moved('演示计划', '2026-11-20', '2023-08-31');
    await unit('市财政局');
    await moved('演示计划', '2026-11-20', '2023-10-01');
    await unit('市人社局');
    const days = async (day: string) => [
      (await names('演示计划', day)).length,
      await past.use('演示计划', day, ({ engine: then }) => then.today('演示计划')),
    ];
    expect(await days('2023-05-11')).toEqual([2, '2023-05-11']);
    expect(await days('2023-08-30')).toEqual([2, '2023-08-30']);
    expect(await days('2023-08-31')).toEqual([3, '2023-08-31']);
    expect(await days('2023-09-30')).toEqual([3, '2023-09-30']);
    expect(await days('2023-10-01')).toEqual([4, '2023-10-01']);
    await expect(days('2023-05-10')).rejects.toEqual(code('no_record_then'));
    // What came before the plan's clock was set counts by the office's own.
    expect((await days('2026-11-20'))[0]).toBe(4);
  });

  it('asks the later stretch first where the clock was set back over a day that had been', async () => {
    on('2026-11-20');
    await plan('演示计划', true);
    await send('演示计划', 'confirm');
    await issue('演示计划');
    await moved('演示计划', '2026-11-20', '2023-06-01');
    await unit('市教育局');
    await moved('演示计划', '2026-11-20', '2023-05-01');
    await unit('市财政局');
    expect(await names('演示计划', '2023-05-01')).toEqual(['市教育局', '市财政局', '演示计划']);
    expect(await names('演示计划', '2023-06-01')).toEqual(['市教育局', '市财政局', '演示计划']);
  });

  it('takes the register from the first event on, before the plan was there', async () => {
    on('2026-03-02');
    await unit('市教育局');
    on('2026-03-04');
    await plan('春季计划');
    expect(await names('春季计划', '2026-03-03')).toEqual(['市教育局']);
  });
});

describe('what was rebuilt', () => {
  const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04'];
  beforeEach(async () => {
    on(DAYS[0]!);
    await plan('春季计划');
    for (const day of DAYS) {
      on(day);
      await unit(day);
    }
  });

  it('is kept for the last two days asked for; the rest is closed', async () => {
    for (const day of DAYS) await names('春季计划', day);
    expect(await allOpen()).toEqual([false, true, true]);
    await names('春季计划', DAYS[2]!);
    await names('春季计划', DAYS[1]!);
    expect(opened).toHaveLength(3);
    await names('春季计划', DAYS[0]!);
    expect(await allOpen()).toEqual([false, true, false, true]);
  });

  it('is told apart by plan, by day, and by what came to the day meanwhile', async () => {
    on(DAYS[2]!, NINE + 1);
    expect(await names('春季计划', DAYS[2]!)).toHaveLength(4);
    await unit('后来的');
    expect(await names('春季计划', DAYS[2]!)).toHaveLength(5);
    expect(await names('春季计划', addDays(DAYS[2]!, 1))).toHaveLength(5);
    await plan('另一计划');
    expect(await names('另一计划', DAYS[2]!)).toHaveLength(5);
    expect(opened).toHaveLength(4);
  });

  it('stays open while somebody works on it, and is closed when he is done', async () => {
    let letGo = () => {};
    const busy = new Promise<void>((resolve) => (letGo = resolve));
    let begun = () => {};
    const working = new Promise<void>((resolve) => (begun = resolve));
    const slow = past.use('春季计划', DAYS[0]!, () => (begun(), busy));
    await working;
    await names('春季计划', DAYS[1]!);
    await names('春季计划', DAYS[2]!);
    expect(await allOpen()).toEqual([true, true, true]);
    letGo();
    await slow;
    expect(await allOpen()).toEqual([false, true, true]);
  });

  it('is given back by work that fails, and that failure is told', async () => {
    const broken = () => Promise.reject(new Error('a paper that cannot be printed'));
    await expect(past.use('春季计划', DAYS[0]!, broken)).rejects.toThrow('cannot be printed');
    await names('春季计划', DAYS[1]!);
    await names('春季计划', DAYS[2]!);
    expect(await allOpen()).toEqual([false, true, true]);
  });

  it('is made once for all who ask at the same moment', async () => {
    await Promise.all([1, 2, 3].map(() => names('春季计划', DAYS[0]!)));
    expect(opened).toHaveLength(1);
  });

  it('is tried anew after it could not be made', async () => {
    let tries = 0;
    const second = new PastRecords(present, features, () =>
      ++tries === 1 ? Promise.reject(new Error('no room')) : scratch(),
    );
    await expect(second.use('春季计划', DAYS[0]!, namesIn)).rejects.toThrow('no room');
    expect(await second.use('春季计划', DAYS[0]!, namesIn)).toEqual([DAYS[0], '春季计划']);
  });
});
