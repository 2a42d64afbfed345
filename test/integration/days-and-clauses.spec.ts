import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pastOf } from '../../src/core/core.module.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import { openQuestions } from '../../src/plans/draft.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { ReportsService } from '../../src/reports/reports.service.js';
import { startOfDay } from '../../src/shared/clock.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import type { TestPages } from '../support/pages.js';

/** A measure with one day in its text, one with two, one with a day of the next year; and a chapter without units. */
const TEXT = draftPlan(1)
  .replace('推广工地夜校。', '推广工地夜校，6月底前完成师资入库。')
  .replace('新建零工驿站6家。', '7月底前完成选址，10月20日前报市政府。')
  .replace('保持在95%以上。', '保持在95%以上，2024年底前建成学位预警平台。')
  .concat('\n二、保障措施\n\n（一）加强宣传引导。用好各类媒体。\n\n（二）加强督促检查。定期通报进展。\n');

describe('a report due on a day that no calendar has', () => {
  it('keeps the plan from being confirmed until a person says that it is seen to', async () => {
    const ground = await openGround('2023-05-11');
    const { pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR });
    const text = `${draftPlan(2)}\n二、工作要求\n\n（一）及时报送。各县（市、区）于6月31日前将半年情况报送市农民工办。\n`;
    const id = await importText(plans, 2, text);
    await plans.takeProposals(id, COORDINATOR);
    const left = async () => openQuestions((await desk.sheet(id)).draft).map(({ key }) => key);
    expect(await left()).toContain('strange-days');
    const shown = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(shown).toMatch(/日历上没有的日期：1 处请核对[^]*6月31日前/);
    const day = /name="day" value="(d\d+)"/.exec(shown)![1]!;
    const fields = { day, seen: String((await desk.sheet(id)).latest) };
    expect((await pages.post(`/plans/${id}/confirm-strange-day`, 'office', fields)).status).toBe(303);
    expect(await left()).not.toContain('strange-days');
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toContain('核对日期');
    await pages.close();
    await ground.close();
  });
});

describe('a part of a document that was not read', () => {
  it('is shown on the page in its words and keeps the plan from being confirmed until it is ticked off', async () => {
    const ground = await openGround('2023-05-11');
    const { pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR });
    const reading = readPlan(draftPlan(3), loadUnitRegistry());
    const reason = '第 2 页没有文字（可能是图片），未读入';
    const doubts = [{ code: 'source_note', reason }, ...reading.doubts];
    const id = await plans.enter({ ...reading, doubts }, { sha256: 'c'.repeat(64), name: '要点.pdf' }, COORDINATOR);
    await plans.takeProposals(id, COORDINATOR);
    const left = async () => openQuestions((await desk.sheet(id)).draft).map(({ key }) => key);
    expect(await left()).toContain('source-notes');
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toMatch(
      new RegExp(`文件中没有读入的内容：1 处请核对[^]*${reason}`),
    );
    const fields = { note: 'n001', seen: String((await desk.sheet(id)).latest) };
    expect((await pages.post(`/plans/${id}/confirm-source-note`, 'office', fields)).status).toBe(303);
    expect(await left()).not.toContain('source-notes');
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toContain('核对未读入内容');
    await pages.close();
    await ground.close();
  });
});

describe('days printed in the text and clauses without a unit, from the draft to the ledger', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const post = async (path: string, body: Record<string, string>) => {
    const fields = new URLSearchParams({ ...body, seen: String((await desk.sheet(id)).latest) });
    return (await pages.post(`/plans/${id}/${path}`, 'office', fields)).status;
  };
  const page = () => pages.text(`/plans/${id}/confirm`, 'office');
  const ledger = () => new LedgerService(ground.database, ground.engine, pastOf(ground.database));
  const lines = async () => (await ledger().rows(id, {}, COORDINATOR)).lines;
  const dueOf = async (unit: string) => (await lines()).find((line) => line.unitName === unit)!;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [MeasuresModule]));
    id = await plans.import({ name: '要点.txt', bytes: Buffer.from(TEXT) }, COORDINATOR);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('asks about each of them, and does not confirm before they are answered', async () => {
    const shown = await page();
    expect(shown).toMatch(/完成时限：3 处请您定/);
    expect(shown).toMatch(/几个日期（“7月底前”、“10月20日前”）/);
    expect(shown.match(/<li>没有写明单位/g)).toHaveLength(2);
    expect(shown).toMatch(/class="qt-span qt-tint-doubt"[^>]*>6月底前</);
    await expect(plans.confirm(id, COORDINATOR)).rejects.toMatchObject({ code: 'questions_open' });
  });

  it('takes the day that is in no doubt with everything that is', async () => {
    expect(await post('confirm-bulk', { what: 'accept-undoubted' })).toBe(303);
    const [training, station] = (await desk.sheet(id)).draft.measures;
    expect(training).toMatchObject({ due: '2023-06-30', track: 'deliverable' });
    expect(station).toMatchObject({ due: null });
  });

  it('refuses a day that is none, takes another one, and records who decided', async () => {
    expect(await post('confirm-deadline', { key: 'm002', says: 'set', day: '10月20日' })).toBe(422);
    expect(await post('confirm-deadline', { key: 'm002', says: 'set', day: '2020-10-15' })).toBe(422);
    expect(await post('confirm-deadline', { key: 'm002', says: 'set', day: '2023-10-15' })).toBe(303);
    expect((await desk.sheet(id)).draft.measures[1]).toMatchObject({ due: '2023-10-15', track: 'deliverable' });
    expect((await desk.sheet(id)).corrections.at(-1)).toMatchObject({ actorName: COORDINATOR.name });
    expect(await page()).toMatch(/已定为 2023-10-15/);
  });

  it('gives a clause to units, or to nobody; both stand in the record and can be taken back', async () => {
    expect(await post('confirm-clause', { clause: 'c001', says: 'units', supporting: '市教育局' })).toBe(422);
    expect(await post('confirm-clause', { clause: 'c001', says: 'units', leads: '市委宣传部' })).toBe(303);
    expect(await post('confirm-clause', { clause: 'c002', says: 'none' })).toBe(303);
    const { draft, latest } = await desk.sheet(id);
    expect(draft.measures.at(-1)).toMatchObject({ no: '2.1', lead: { name: '市委宣传部' } });
    expect(await page()).toMatch(/不分办[^]{0,20}<ins>2\.2 加强督促检查/);
    await desk.undo(id, latest, COORDINATOR);
    expect((await page()).match(/<li>没有写明单位/g)).toHaveLength(1);
    expect(await post('confirm-clause', { clause: 'c002', says: 'none' })).toBe(303);
  });

  it('shows the same day in the ledger, the task table and on the measure’s page', async () => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11', recipient: null, moveClock: false };
    await plans.issue(id, days, COORDINATOR);
    expect((await dueOf('市人力资源和社会保障局')).due).toBe('2023-06-30');
    expect((await dueOf('市总工会')).due).toBe('2023-10-15');
    const { database, engine, clock } = ground;
    const reports = new ReportsService(database, engine, ledger(), plans, clock, pastOf(database));
    const table = await reports.render({ planId: id, kind: 'task-table', format: 'html' });
    const told = Buffer.from(table.bytes).toString();
    for (const words of ['2023年6月底前', '2023年10月15日前', '2024年12月底前']) expect(told).toContain(words);
    const measures = await ground.database.reader.manager.find(Measure, {
      where: { planId: id },
      order: { position: 'ASC' },
    });
    expect(measures.map(({ due, duePresumed, track }) => [due, duePresumed, track])).toEqual([
      ...[
        ['2023-06-30', false, 'deliverable'],
        ['2023-10-15', false, 'deliverable'],
      ],
      ...[
        ['2024-12-31', false, 'deliverable'],
        ['2023-12-31', true, 'standing'],
        ['2023-12-31', true, 'standing'],
      ],
    ]);
    expect(await pages.text(`/measures/${measures[0]!.id}`, 'office')).toContain('2023-06-30');
    expect(await pages.text(`/measures/${measures[2]!.id}`, 'office')).toContain('2024-12-31');
  });

  it('lights by that day: red when it has passed, while a day of the next year is not overdue at the year’s end', async () => {
    expect((await dueOf('市人力资源和社会保障局')).light.colour).not.toBe('红');
    ground.clock.set(startOfDay('2023-07-03') + 10 * 3_600_000);
    await ground.engine.fireDue();
    expect((await dueOf('市人力资源和社会保障局')).light.colour).toBe('红');
    ground.clock.set(startOfDay('2023-12-31') + 10 * 3_600_000);
    await ground.engine.fireDue();
    const school = (await lines()).find((line) => line.no === '1.3' && line.isLead)!;
    expect([school.due, school.light.colour === '红']).toEqual(['2024-12-31', false]);
  });

  it('is proven from its log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});
