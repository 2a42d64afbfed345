import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pastOf } from '../../src/core/core.module.js';
import type { PastRecords } from '../../src/engine/past.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { ReportsService } from '../../src/reports/reports.service.js';
import type { PaperKind } from '../../src/reports/kinds.js';
import { startOfDay } from '../../src/shared/clock.js';
import { readConfig } from '../../src/shared/config.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import { assignmentId, COLLEAGUE, CYCLE, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';
import { readerOf } from '../support/plan-reader.js';

const EVENING = 18 * 3_600_000;
const TRAINING = `${CYCLE}:m001`;

describe('papers and ledger of a day that is past', () => {
  let ground: TestGround;
  let past: PastRecords;
  let ledger: LedgerService;
  let reports: ReportsService;
  const made = new Map<string, Buffer>();
  const paper = async (kind: PaperKind, asOf?: string) => {
    const format = kind === 'ledger' || kind === 'task-table' ? 'xlsx' : 'docx';
    return Buffer.from((await reports.render({ planId: PLAN, kind, format, asOf })).bytes);
  };
  const KINDS: PaperKind[] = ['ledger', 'task-table', 'progress', 'half-year', 'year-end'];
  const send = (instance: string, type: string, payload = {}, actor = COORDINATOR) =>
    ground.engine.send(instance, type, payload, { actor });

  beforeAll(async () => {
    ground = await openGround();
    const { database, engine, clock, ids } = ground;
    past = pastOf(database);
    ledger = new LedgerService(database, engine, past);
    const files = storedFiles(ground);
    const plans = new PlansService(database, engine, files, readerOf(never, never), ids, clock, readConfig({}));
    reports = new ReportsService(database, engine, ledger, plans, clock, past);
    await issueSmallPlan(ground);
    ground.clock.set(startOfDay('2023-08-31') + EVENING);
    for (const kind of KINDS) made.set(kind, await paper(kind));
    // The next day everything changes: a day, a lead, a unit's name, a unit's part, and the measure is closed.
    ground.clock.set(startOfDay('2023-09-01') + EVENING);
    await send(assignmentId(1, 'edu'), 'setDue', {
      on: '2023-10-31',
      fires: '2023-11-01',
      internal: null,
      reason: '提前',
    });
    await send(assignmentId(1, 'fin'), 'remove', { reason: '不再承担' });
    await send('edu', 'rename', {
      name: '市教体局',
      fullName: '太原市教育和体育局',
      shortName: '教体局',
      reason: '机构改革',
    });
    await send(TRAINING, 'beginEvaluation');
    await send(TRAINING, 'consolidate', { text: '已培训一万二千人次。' });
    await send(TRAINING, 'closeAchieved', { opinion: '同意销号' }, COLLEAGUE);
  });
  afterAll(() => ground.close());

  const never = (): never => {
    throw new Error('nothing is read here');
  };

  it.each(['ledger', 'task-table', 'progress', 'half-year', 'year-end'] as const)(
    'asked today for yesterday, the paper %s is the one made yesterday, byte for byte',
    async (kind) => {
      expect((await paper(kind, '2023-08-31')).equals(made.get(kind)!)).toBe(true);
      expect((await paper(kind)).equals(made.get(kind)!)).toBe(false);
    },
  );

  it('shows duties, days, names and lights of that day on the ledger, to those who may read the plan', async () => {
    const rows = async (day: string, actor = COORDINATOR) =>
      (await ledger.rowsAsOf(PLAN, day, {}, actor)).lines.map(({ unitName, due, statusWord }) => [
        unitName,
        due,
        statusWord,
      ]);
    expect(await rows('2023-08-31')).toContainEqual([
      '市财政局',
      expect.any(String),
      expect.not.stringMatching('销号'),
    ]);
    expect(await rows('2023-08-31')).toContainEqual(['市教育局', '2023-12-31', expect.any(String)]);
    expect((await rows('2023-09-01')).map(([unit]) => unit)).not.toContain('市财政局');
    expect(await rows('2023-09-01')).toContainEqual(['市教体局', '2023-10-31', '已销号']);
    expect(await rows('2023-08-31', liaison('fin'))).toHaveLength(3);
    await expect(rows('2023-08-31', { ...liaison('fin'), unit: 'nobody' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('refuses days that have not come, days before the plan was entered, and logs too long to wait for', async () => {
    await expect(ledger.rowsAsOf(PLAN, '2023-12-01', {}, COORDINATOR)).rejects.toMatchObject({ code: 'day_not_yet' });
    await expect(ledger.rowsAsOf(PLAN, '2023-05-10', {}, COORDINATOR)).rejects.toMatchObject({
      code: 'no_record_then',
    });
    await expect(past.use(PLAN, '2023-08-31', never, 5)).rejects.toMatchObject({ code: 'log_too_long' });
  });

  it('keeps what was asked for last, and closes the rest', async () => {
    const opened = new Set<object>();
    for (const day of ['2023-05-11', '2023-06-01', '2023-08-31', '2023-05-11'])
      await past.use(PLAN, day, ({ database }) => Promise.resolve(opened.add(database)));
    expect(opened.size).toBe(4);
    const again = await past.use(PLAN, '2023-05-11', ({ database }) => Promise.resolve(opened.has(database)));
    expect(again).toBe(true);
  });
});

describe('a demonstration, whose plan has a clock of its own', () => {
  it('is shown as of the plan’s days, though all was entered on one day of the office', async () => {
    const ground = await openGround('2026-11-20');
    const { database, engine } = ground;
    const past = pastOf(database);
    const offsetTo = (day: string) => startOfDay(day) - startOfDay('2026-11-20');
    const moveTo = (day: string) =>
      engine.send(PLAN, 'moveClock', { offsetMs: offsetTo(day) }, { actor: COORDINATOR, at: day });
    await issueSmallPlan(ground, { demo: true, clockOffset: offsetTo('2023-05-11') });
    await moveTo('2023-08-31');
    await engine.send(TRAINING, 'beginImplementation', {}, { actor: COORDINATOR });
    await moveTo('2023-10-01');
    await engine.send(TRAINING, 'withdraw', { reason: '撤销' }, { actor: COORDINATOR });
    const state = (day: string) =>
      past.use(PLAN, day, async (then) => {
        expect(await then.engine.today(PLAN)).toBe(day);
        const [row] = await then.database.reader.all<{ state: string }>('SELECT state FROM measure WHERE id = ?', [
          TRAINING,
        ]);
        return row!.state.split('.')[0];
      });
    expect([await state('2023-05-11'), await state('2023-08-31'), await state('2023-09-30')]).toEqual([
      'mobilisation',
      'implementation',
      'implementation',
    ]);
    expect(await state('2023-10-01')).toBe('withdrawn');
    await ground.close();
  });
});
