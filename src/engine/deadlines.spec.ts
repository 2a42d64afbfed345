import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDesk, type Desk } from '../../test/support/slip.js';
import { dueDeadlines } from './deadlines.js';

let desk: Desk;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.database.close());

const put = (scope: string, name: string, onDay: string, status = 'pending') =>
  desk.database.write((tx) => tx.insert('deadline', { instanceId: 'i', scope, name, onDay, status }));
const today = (scope: string) => Promise.resolve(scope === 'fast' ? '2026-04-01' : '2026-03-02');
const due = async (only?: string) =>
  (await dueDeadlines(desk.database.reader, today, only)).map(({ scope, name }) => `${scope} ${name}`);

describe('deadlines whose day has come', () => {
  it('are none where nothing waits', async () => {
    expect(await due()).toEqual([]);
    await put('plan', 'fired', '2026-03-01', 'fired');
    expect(await due()).toEqual([]);
  });

  it('are found in every plan and in the office itself, each by its own clock, in order of days', async () => {
    await put('', 'office', '2026-03-02');
    await put('slow', 'later', '2026-03-03');
    await put('fast', 'late', '2026-03-20');
    for (const name of ['second', 'third']) await put('slow', name, '2026-03-02');
    await put('slow', 'first', '2026-03-01');
    await put('甲', 'set aside', '2026-03-01', 'cleared');
    await put('乙', 'last plan', '2026-03-01');
    expect(await due()).toEqual(['slow first', '乙 last plan', ' office', 'slow second', 'slow third', 'fast late']);
    expect(await due('slow')).toEqual(['slow first', 'slow second', 'slow third']);
    expect(await due('')).toEqual([' office']);
    expect(await due('nowhere')).toEqual([]);
  });

  it('are sought by the index alone, going from plan to plan', async () => {
    const asked: string[] = [];
    const { reader } = desk.database;
    const read = { ...reader, manager: reader.manager, get: reader.get.bind(reader) };
    await put('plan', 'due', '2026-03-01');
    await dueDeadlines({ ...read, all: (sql, params) => (asked.push(sql), reader.all(sql, params)) }, today);
    for (const sql of asked) {
      const plan = await reader.all<{ detail: string }>(
        `EXPLAIN QUERY PLAN ${sql}`,
        asked.indexOf(sql) ? ['', ''] : [],
      );
      const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes(' deadline'));
      expect(steps.join('\n')).not.toMatch(/SCAN deadline/);
      expect(steps.at(-1)).toMatch(/scope[>=]/);
    }
    expect(asked).toHaveLength(2);
  });
});
