import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { earlierAnswer } from '../../src/engine/keys.js';
import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { Database } from '../../src/persistence/database.js';
import { CalendarYears0003 } from '../../src/persistence/migrations/calendar-years.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { FixedClock } from '../../src/shared/clock.js';
import { emptyDatabase, onPostgres, withSession } from '../support/postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'qiantou-older-'));
const file = join(folder, 'qiantou.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a database that an older program made', () => {
  it('is not read as it is: the reader is told to bring it up to date, and then reads it', async () => {
    await (await Database.open({ file, entities, migrations: migrations.slice(0, -1) })).close();
    await expect(Database.open({ file, entities, migrations, readOnly: true })).rejects.toMatchObject({
      code: 'older_schema',
      detail: { cure: expect.stringContaining('qiantou migrate') },
    });
    await (await Database.open({ file, entities, migrations })).close();
    const reading = await Database.open({ file, entities, migrations, readOnly: true });
    expect(await reading.reader.all('SELECT year FROM calendar_year')).toEqual([]);
    await reading.close();
  });

  it('keeps, brought up to date, what was answered under a key and what was read', async () => {
    const place = onPostgres ? { url: await emptyDatabase() } : { file: join(folder, 'answered.db') };
    const older = migrations.slice(0, migrations.indexOf(CalendarYears0003) + 1);
    const before = await Database.open({ ...place, entities, migrations: older });
    // This program's writer needs all tables of its own on PostgreSQL.
    if (place.url) await withSession(place.url, (session) => session.query(OLD_ROWS.join(';')));
    else await before.write((tx) => OLD_ROWS.reduce((done, sql) => done.then(() => tx.run(sql)), Promise.resolve(0)));
    await before.close();

    const database = await Database.open({ ...place, entities, migrations });
    const receipt = (instance: string, revision: number, state: string, position: number) => ({
      ...{ instance, revision, state, position },
    });
    const receipts = [receipt('a', 1, 'open', 1), receipt('b', 1, '', 2)];
    expect(await earlierAnswer(database.reader, 'k1', asked('f'))).toEqual({ receipts });
    expect(await earlierAnswer(database.reader, 'k2', asked('f'))).toEqual({ receipts: [] });
    await expect(earlierAnswer(database.reader, 'k1', asked('e'))).rejects.toMatchObject({ code: 'key_reused' });
    const notices = new NotificationsService(database, new FixedClock(0));
    const page = { unreadOnly: false, offset: 0, limit: 9 };
    const office = { user: 'zhang', name: '张', unit: null, roles: ['coordinator'] };
    const shown = (await notices.list(office, page)).lines.map(({ id, isRead }) => [id, isRead]);
    expect(shown).toEqual([['1:0:@coordinator', true]]);
    const bureau = { user: 'li', name: '李', unit: 'edu', roles: ['liaison'] };
    await notices.markRead('2:1:edu', bureau);
    expect((await notices.list(bureau, page)).lines.map(({ id, isRead }) => [id, isRead])).toEqual([['2:1:edu', true]]);
    await expect(notices.markRead('1:0:@coordinator', bureau)).rejects.toMatchObject({ code: 'not_found' });
    await expect(notices.one('不是编号', bureau)).rejects.toMatchObject({ code: 'not_found' });
    await database.close();
  });
});

const asked = (digit: string) => ({ actor: 'u', act: null, hash: () => digit.repeat(64) });
const event = (position: number, instance: string) =>
  `INSERT INTO event (position, instance_id, seq, scope, type, actor, actor_name, recorded_at, at, body, hash)
   VALUES (${position}, '${instance}', 1, '', 'start', 'u', '某', 0, '2026-01-01', '{}', '')`;
const notice = (id: string, position: number, unit: string, role: string) =>
  `INSERT INTO notice (id, position, plan_id, subject_kind, subject, text_key, note, unit_id, role, actor, actor_name,
   noticed_on) VALUES ('${id}', ${position}, 'p', 'plan', 'p', 'plan.issued', NULL, ${unit}, ${role}, 'u', '某', '2026-01-01')`;
const answered = (key: string, receipts: string) =>
  `INSERT INTO idempotency ("key", request, answer, recorded_at)
   VALUES ('${key}', '${'f'.repeat(64)}', '{"receipts":[${receipts}]}', 0)`;

/** As the programs before the fourth migration wrote them. */
const OLD_ROWS = [
  event(1, 'a'),
  event(2, 'b'),
  answered(
    'k1',
    '{"instance":"a","revision":1,"state":"open","position":1},{"instance":"b","revision":1,"state":"","position":2}',
  ),
  answered('k2', ''),
  notice('1:0:coordinator', 1, 'NULL', `'coordinator'`),
  notice('2:1:edu', 2, `'edu'`, 'NULL'),
  `INSERT INTO notice_read (notice_id, account_id, read_at) VALUES ('1:0:coordinator', 'zhang', 0)`,
];
