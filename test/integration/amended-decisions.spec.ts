import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { Indicator } from '../../src/plans/plans.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, openDraftDesk } from '../support/draft-desk.js';
import type { TestPages } from '../support/pages.js';

/** A day that is in doubt, and a figure behind the work done by then. */
const FIRST = draftPlan(1).replace('新建零工驿站6家。', '6月底前摸清底数，新建零工驿站6家。');
/** The amended paper: another number, one other figure. */
const SECOND = FIRST.replace('〔2023〕1号', '〔2023〕9号').replace('8000人次', '9000人次');

let ground: TestGround;
let pages: TestPages;
let plans: PlansService;
let desk: DraftDesk;
let amendments: AmendmentService;

beforeEach(async () => {
  ground = await openGround('2023-05-11');
  ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [CascadeModule]));
  amendments = new AmendmentService(ground.database, ground.engine, ground.ids);
}, 60_000);
afterEach(async () => {
  await pages.close();
  await ground.close();
});

const imported = (name: string, text: string) =>
  plans.import({ name: `${name}.txt`, bytes: Buffer.from(text) }, COORDINATOR);
/** A form of the page for checking, pressed by the clerk. */
const press = async (id: string, act: string, fields: Record<string, string> = {}) => {
  const seen = String((await desk.sheet(id)).latest);
  const answer = await pages.post(`/plans/${id}/${act}`, 'office', { ...fields, seen });
  expect(answer.status).toBe(303);
};
const finished = async (id: string) => {
  await plans.acceptProposals(id, COORDINATOR);
  await plans.confirm(id, COORDINATOR);
};
const issued = async (id: string) => {
  await finished(id);
  const days = { issuedOn: '2023-05-01', enabledOn: '2023-05-11', recipient: null, moveClock: false };
  await plans.issue(id, days, COORDINATOR);
};
const stationsBy = async (planId: string) =>
  (await ground.database.reader.manager.findBy(Indicator, { planId })).find(({ name }) => name.includes('驿站'))?.by;

describe('the day of a figure that the office took; on the amended paper it left all doubted days at once', () => {
  it('stays: the comparison shows the paper’s change alone, and merging writes no day', async () => {
    const plan = await imported('要点', FIRST);
    await press(plan, 'confirm-deadline', { key: 'm002', says: 'set', day: '2023-06-30' });
    await issued(plan);
    expect(await stationsBy(plan)).toBe('2023-06-30');
    const amended = await imported('修订', SECOND);
    await press(amended, 'confirm-bulk', { what: 'days-left' });
    await finished(amended);
    const { ground: found, indicators } = await amendments.preview(plan, amended, {}, COORDINATOR);
    expect(found.comparison.rows.map(({ kinds }) => kinds.join())).toEqual([
      expect.stringContaining('target'),
      ...['unchanged', 'unchanged', 'unchanged'],
    ]);
    expect(indicators.sentences).toEqual([expect.stringMatching(/^指标由“.*8000人次.*”改为“.*9000人次.*”$/)]);
    expect(await pages.text(`/plans/${plan}/compare/${amended}?kind=version&show=all`, 'office')).not.toContain(
      '期限由',
    );
    await amendments.merge(plan, amended, { decisions: {}, digest: null, note: '' }, COORDINATOR);
    expect(await stationsBy(plan)).toBe('2023-06-30');
  });

  it('and a day typed for it by hand goes on, too', async () => {
    const plan = await imported('要点', FIRST);
    const [, { targets }] = (await plans.draft(plan)).measures as [unknown, { targets: object[] }];
    const typed = targets.map((one) => ({ ...one, by: '2023-11-30' }));
    const changes = [{ key: 'm002', field: 'targets', value: typed }];
    await ground.engine.send(plan, 'correct', { patch: { changes } }, { actor: COORDINATOR });
    await press(plan, 'confirm-deadline', { key: 'm002', says: 'set', day: '2023-06-30' });
    await issued(plan);
    const amended = await imported('修订', SECOND);
    await press(amended, 'confirm-bulk', { what: 'days-left' });
    await finished(amended);
    await amendments.merge(plan, amended, { decisions: {}, digest: null, note: '' }, COORDINATOR);
    expect(await stationsBy(plan)).toBe('2023-11-30');
  });
});
