import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerModule } from '../../src/ledger/ledger.module.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';

const PLAN = draftPlan(1)
  .replace('推广工地夜校。', '国庆节前开展一次集中培训，春节前后走访慰问。')
  .replace('全年办理援助案件300件以上。', '全年办理援助案件300件以上。汛期做好工地巡查。');

/** A page in words, without its marks. */
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/[^\S\n]+/g, ' ');

describe('windows of the year that a plan names', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const detail = async (conditions: string) => {
    const { draft, latest } = await desk.sheet(id);
    const { text } = draft.measures[0]!;
    return pages.post(
      `/plans/${id}/confirm/m001/detail`,
      'office',
      new URLSearchParams({ text, conditions, seen: String(latest) }),
    );
  };
  const windows = async () =>
    (await desk.sheet(id)).draft.measures[0]!.conditions.filter(({ kind }) => kind === 'window');

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [MeasuresModule, LedgerModule]));
    id = await importText(plans, 1, PLAN);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('stand on the page for checking with their days and the rule, or with why there are none', async () => {
    const page = wordsOf(await pages.text(`/plans/${id}/confirm`, 'office'));
    expect(page).toContain('国庆节前（至 2023-09-30，按节日前一日）');
    expect(page).toContain('春节前后（2024-01-26 至 2024-02-25，按节日前后各15日；本年的已过，按下一年推算）');
    expect(page).toContain('汛期（起止各地不一，以当地公布的为准）');
  });

  it('have their days changed by the office, and taken away', async () => {
    expect(await pages.text(`/plans/${id}/confirm/m001`, 'office')).toContain('春节前后（2024-01-26 至 2024-02-25）');
    expect((await detail('国庆节前\n春节前后（2024-02-01 至 2024-02-17）')).status).toBe(303);
    expect(await windows()).toMatchObject([
      { raw: '国庆节前', start: null, end: null },
      { raw: '春节前后', start: '2024-02-01', end: '2024-02-17', note: '日期由我办设定' },
    ]);
    const page = wordsOf(await pages.text(`/plans/${id}/confirm`, 'office'));
    expect(page).toContain('春节前后（2024-02-01 至 2024-02-17）');
  });

  it('are refused where they end before they begin, or name no day', async () => {
    const backwards = await detail('春节前后（2024-02-17 至 2024-02-01）');
    expect([backwards.status, wordsOf(await backwards.text())]).toEqual([
      422,
      expect.stringContaining('“春节前后”的结束日期早于开始日期'),
    ]);
    expect((await detail('春节前后（2024-02-17 至 2024-02-31）')).status).toBe(422);
  });

  it('stand on the page of the measure and in the ledger once the plan is issued', async () => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    const measure = (await ground.database.reader.manager.findOneBy(Measure, { planId: id, draftKey: 'm001' }))!;
    expect(wordsOf(await pages.text(`/measures/${measure.id}`, 'office'))).toContain(
      '国庆节前（不设日期）；春节前后（2024-02-01 至 2024-02-17，日期由我办设定）',
    );
    const ledger = wordsOf(await pages.text(`/plans/${id}/ledger`, 'office'));
    expect(ledger).toMatch(/国庆节前；春节前后（2024-02-01 至 2024-02-17）/);
    expect(ledger).not.toContain('汛期（');
  });
});
