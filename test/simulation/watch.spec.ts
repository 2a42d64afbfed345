import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { openGround, type TestGround } from '../support/ground.js';
import { liveHere } from './live.js';
import { LogWatch, type Acknowledged } from './log-watch.js';
import { planYears } from './plan-year.js';
import { breaches } from './standing.js';

const COPIED = 'instance_id, seq, scope, type, actor, actor_name, recorded_at, at, body, hash';
const AGAIN = `INSERT INTO event (${COPIED}) SELECT instance_id, seq + 1000000, scope, type, actor, actor_name, recorded_at,
  at, body, hash FROM event`;

describe('those who watch a province’s year', () => {
  let ground: TestGround;
  let handle: BetterSqlite3.Database;
  const [year] = planYears(1);

  beforeAll(async () => {
    ground = await openGround('2023-01-04');
    await liveHere(ground, { seed: 5, years: 1, cities: 1, counties: 0, measures: 6 });
    handle = new BetterSqlite3(join(ground.folder, 'qiantou.db'));
    const triggers = handle
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
      .all();
    for (const { name } of triggers) handle.exec(`DROP TRIGGER ${name}`);
  }, 60_000);
  afterAll(async () => {
    handle.close();
    await ground.close();
  });

  /** What is said of the record after a change that is taken back again. */
  function after(change: string, acknowledged = new Map<string, Acknowledged>()): string {
    handle.exec('BEGIN');
    const { changes } = handle.prepare(change).run();
    const watch = new LogWatch(handle);
    watch.look(acknowledged);
    const said = [...watch.faults, ...breaches(handle, year!.lastDay, true)].join('\n');
    handle.exec('ROLLBACK');
    expect(changes).toBeGreaterThan(0);
    return said;
  }

  it('have nothing to say of a year that went well', () => {
    expect(after('UPDATE plan SET title = title')).toBe('');
  });

  it.each([
    ['a unit left behind', `UPDATE assignment SET state = 'duty.work.active' WHERE state = 'closed'`],
    ['a deadline that has not fired', `UPDATE deadline SET status = 'pending' WHERE status = 'fired'`],
    ['a deadline that nobody took', `UPDATE deadline SET status = 'moot' WHERE status = 'fired'`],
    ['a measure not closed', `UPDATE measure SET state = 'evaluation.review'`],
    ['a row that differs from its instance', `UPDATE packet SET state = 'awaited'`],
    ['whose head is not its last event', `UPDATE instance SET head = 'x'`],
    ['a year-end packet not taken', `UPDATE packet SET state = 'submitted' WHERE id LIKE 'k-r-%-5-%'`],
    ['has another hash', `UPDATE event SET hash = 'x' WHERE position = 5`],
    ['leaves a gap', 'DELETE FROM event WHERE position = 20'],
    ['is not linked', `UPDATE event SET body = json_set(body, '$.prev', 'x') WHERE seq = 2`],
    ['is out of turn', 'DELETE FROM event WHERE seq = 2'],
    ['again', `${AGAIN} WHERE json_extract(body, '$.key') IS NOT NULL LIMIT 1`],
    ['fires', `${AGAIN} WHERE type = 'deadline.due' LIMIT 1`],
    ['fires before', `UPDATE event SET at = '2023-01-01' WHERE type = 'deadline.due'`],
  ])('notice %s', (words, change) => {
    expect(after(change)).toContain(words);
  });

  it('miss what was acknowledged and is gone', () => {
    const key = handle.prepare<[], { key: string; position: number }>(
      `SELECT json_extract(body, '$.key') AS key, position FROM event WHERE key IS NOT NULL ORDER BY position DESC LIMIT 1`,
    );
    const last = key.get()!;
    const told = new Map([[last.key, { position: last.position, receipts: 1 }]]);
    expect(after('UPDATE plan SET title = title', told)).toBe('');
    expect(after(`DELETE FROM event WHERE position >= ${last.position}`, told)).toContain(
      `${last.key} was acknowledged`,
    );
  });
});
