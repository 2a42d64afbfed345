import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { Indicator } from '../../src/plans/plans.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openQuestions } from '../../src/plans/draft.js';
import { draftPlan, openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

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

describe('an amended text comes in as the revision of a plan on which the office has decided much', () => {
  /** The second clause has no lead and a day in doubt, the fourth a group; a clause behind them has no unit. */
  const BEHIND = '\n二、保障措施\n\n（一）加强宣传引导。用好各类媒体，年内发稿40篇。\n';
  const OLD = FIRST + BEHIND;
  /** A clause put before the second, so that the numbers move; the first has another figure. */
  const NEW = OLD.replace('8000人次', '9000人次')
    .replace('4.加强', '5.加强')
    .replace('3.保障', '4.保障')
    .replace('2.办好', '2.发放政策包。发放政策包5000份。（市司法局牵头，市教育局配合）\n\n3.办好');

  /** As the clerk brings it in on the page: the text pasted, 作为修订文本导入 ticked. */
  const revised = async (text: string): Promise<[id: string, told: string]> => {
    const form = new FormData();
    Object.entries({ text, revision: 'yes' }).forEach(([name, value]) => form.append(name, value));
    const answer = await pages.post('/plans/import', 'office', form);
    expect(answer.status).toBe(303);
    return [/plans\/([^/]+)\/confirm/.exec(answer.headers.get('location') ?? '')![1]!, flashOf(answer)];
  };
  /** The second clause: two units that only answer beside each other, one of them made the lead on a ground. */
  const led = {
    ...{ key: 'm002', title: '办好零工驿站', mode: 'separate', track: 'deliverable', consolidator: 'lead' },
    ...{ due: '2023-06-30', groundKind: 'meeting', groundWords: '5月9日办公会' },
  };
  const decided = async () => {
    const plan = await imported('要点', OLD);
    const { measures } = await plans.draft(plan);
    const card = new URLSearchParams(led);
    for (const { name, surface } of measures[1]!.responsible) {
      card.append('unitName', name);
      card.append('unitSurface', surface);
      card.append('unitRole', surface === '市总工会' ? 'lead' : 'responsible');
    }
    card.append('seen', '0');
    expect((await pages.post(`/plans/${plan}/correct-measure`, 'office', card)).status).toBe(303);
    await press(plan, 'confirm-groups', { kind: 'members', choice: 'unclear' });
    await press(plan, 'confirm-clause', { clause: 'c001', says: 'none' });
    await issued(plan);
    return plan;
  };

  it('asks only what is new: the same words come answered as before, told as such, with who and when', async () => {
    await decided();
    const [id, told] = await revised(NEW);
    const { draft } = await desk.sheet(id);
    expect(openQuestions(draft)).toEqual([]);
    expect(told).toMatch(
      /^已作为《2023年太原市农民工工作要点》的修订文本导入。文字没有改动的，已照原方案的决定处理（2 条举措、未分工条款）/,
    );
    const [changed, fresh, stations, , aid] = draft.measures;
    expect([changed!.accepted, fresh!.accepted]).toEqual([false, false]);
    expect(stations).toMatchObject({
      ...{ no: '1.3', due: '2023-06-30', track: 'deliverable', accepted: true, consolidator: 'lead' },
      ...{ lead: { name: '市总工会' }, leadBasis: 'chosen', leadGround: { words: '5月9日办公会' } },
    });
    expect(draft.text.slice(...stations!.lead!.span!)).toBe('市总工会');
    expect(aid!.groups).toMatchObject([{ choice: 'unclear' }]);
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toMatch(/照原方案的决定：[^<]*分工[^<]*（[^<]*5月11日[^<]*）[^<]*。要改的，改后保存即可/);
    expect(page).toMatch(/更正记录[^]*照原方案的决定/);
  });

  it('may be decided otherwise, one by one or all at once; then it is asked again', async () => {
    const plan = await decided();
    const [id] = await revised(NEW);
    await press(id, 'confirm-deadline', { key: 'm003', says: 'none' });
    const { draft, corrections } = await desk.sheet(id);
    expect(draft.measures[2]).toMatchObject({ due: null, withoutDue: true });
    await press(id, 'undo-correction', { position: String(corrections.at(-1)!.position) });
    await press(id, 'undo-correction', { position: String(corrections[0]!.position) });
    const asked = await desk.sheet(id);
    expect(openQuestions(asked.draft).map(({ key }) => key)).toContain('m003');
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).not.toContain('照原方案的决定：');
    await finished(id);
    const { decided: told } = (await amendments.preview(plan, id, {}, COORDINATOR)).ground;
    expect(told.filter(({ outcome }) => outcome === 'kept')).toEqual([]);
  });

  it('merged, the running plan has the paper’s changes alone; each decision is told and can be given up', async () => {
    const plan = await decided();
    const [id] = await revised(NEW);
    await finished(id);
    const preview = await amendments.preview(plan, id, {}, COORDINATOR);
    const kinds = preview.ground.comparison.rows.map((row) => row.kinds.join());
    expect(kinds.filter((one) => one !== 'unchanged')).toHaveLength(2);
    expect(preview.ground.decided).toMatchObject([
      { name: '1.3 办好零工驿站', points: expect.arrayContaining(['分工', '完成时限']), outcome: 'kept' },
      { points: ['未点名单位的处理'], outcome: 'kept' },
    ]);
    const given = await amendments.preview(plan, id, {}, COORDINATOR, { declined: ['m003'] });
    expect(given.reading.measures.find(({ title }) => title === '办好零工驿站')).toMatchObject({ due: null });
    const { digest } = preview;
    await amendments.merge(plan, id, { decisions: {}, digest, note: '' }, COORDINATOR);
    const again = (await revised(NEW.replace('9000人次', '1万人次').replace('〔2023〕1号', '〔2023〕12号')))[0];
    expect(openQuestions((await desk.sheet(again)).draft)).toEqual([]);
    expect((await ground.verify()).faults).toEqual([]);
  });
});
