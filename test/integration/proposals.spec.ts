import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import { Unit } from '../../src/organization/organization.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

const UNKNOWN = '汾东数联科技有限公司';

/** A day in no doubt, one before the plan's own date, one that may be a far goal; an unknown unit; a clause without units. */
const planText = (number: number): string =>
  draftPlan(number)
    .replace('市来穗人员服务中心管理处', UNKNOWN)
    .replace('推广工地夜校。', '推广工地夜校，6月底前完成师资入库。')
    .replace('新建零工驿站6家。', '3月底前完成选址。')
    .replace('保持在95%以上。', '保持在95%以上，到2025年建成学位预警平台。')
    .concat('\n二、保障措施\n\n（一）加强宣传引导。用好各类媒体。\n');

describe('全部采用建议 and 确认无误, as pressed on the page', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const importPlan = (number: number) => importText(plans, number, planText(number));
  const post = async (path: string, body: Record<string, string> = {}) => {
    const fields = new URLSearchParams({ ...body, seen: String((await desk.sheet(id)).latest) });
    return pages.post(`/plans/${id}/${path}`, 'office', fields);
  };
  const page = () => pages.text(`/plans/${id}/confirm`, 'office');

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [OrganizationModule]));
    id = await importPlan(2);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('comes back to the page for checking, at the first open question, when 确认无误 is pressed too early', async () => {
    const early = await post('confirm', { only: 'open' });
    const told = await early.text();
    expect(early.status).toBe(422);
    expect(told).toMatch(/id="error-summary"[^]*href="#m00\d">[^<]*还有 \d 条待核对，不能确认/);
    expect(told).toMatch(/<h1>核对识读结果<\/h1>[^]*aria-current="page">只看疑问/);
    expect(early.headers.get('hx-retarget')).toBe('#questions');
  });

  it('takes the day in no doubt, leaves the others as questions, and says how many of each', async () => {
    const taken = await post('accept-proposals');
    expect(flashOf(taken)).toMatch(/完成时限 1 处，不分办条款 1 条，登记单位 1 家/);
    expect(flashOf(taken)).toMatch(
      /还有 3 条待您定（其中完成时限 2 处有疑问，未点名的单位没有名单可补、没有别的单位承担或写的是下级部门 1 处/,
    );
    expect(taken.headers.get('location')).toMatch(/#m00[234]$/);
    const { draft } = await desk.sheet(id);
    expect(draft.measures.map(({ due }) => due)).toEqual(['2023-06-30', null, null, null]);
    expect((await post('confirm')).status).toBe(422);
  });

  it('registers the unknown unit: in the record, in the register, and known at the next import', async () => {
    expect(await page()).toMatch(new RegExp(`登记单位[^]{0,40}<ins>${UNKNOWN}</ins>`));
    const unit = await ground.database.reader.manager.findOneBy(Unit, { name: UNKNOWN, place: '太原市' });
    expect(unit).toMatchObject({ state: 'active', level: 'city', kind: 'bureau' });
    const next = await desk.sheet(await importPlan(3));
    const station = next.draft.measures.find(({ title }) => title.includes('零工驿站'))!;
    expect(station.doubts.map(({ code }) => code)).not.toContain('unit_unknown');
  });

  it('leaves the units that no list names open, and the doubted days unset, in one act each, and then confirms', async () => {
    expect((await post('confirm-groups', { kind: 'members', choice: 'unclear' })).status).toBe(303);
    expect(await page()).toContain('有疑问的 2 处日期一律不设时限');
    expect((await post('confirm-bulk', { what: 'days-left' })).status).toBe(303);
    expect((await desk.sheet(id)).draft.measures.map(({ track }) => track)).toEqual([
      ...['deliverable', 'standing', 'standing', 'standing'],
    ]);
    expect((await post('confirm')).status).toBe(303);
  });

  it('keeps source and record of corrections in reach of the office, before the issue and after', async () => {
    const [link, doubt] = [`href="/plans/${id}/confirm"`, `登记单位[^]{0,20}${UNKNOWN}`];
    expect(await pages.text(`/plans/${id}`, 'office')).toContain(link);
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    expect(await pages.text(`/plans/${id}`, 'office')).toContain(link);
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toMatch(new RegExp(doubt));
  });

  it('sets no day in doubt on the command line either, and still issues', async () => {
    const other = await importPlan(4);
    const { days, left } = await plans.acceptProposals(other, COORDINATOR);
    expect([days, left]).toEqual([1, 0]);
    await plans.confirm(other, COORDINATOR);
  });

  it('asks for the plan’s date until the office has filled it in', async () => {
    const undated = planText(5).replace('2023年5月5日\n', '');
    id = await plans.import({ name: '无日期.txt', bytes: Buffer.from(undated) }, COORDINATOR);
    expect(await page()).toContain('没有印出成文日期，请填写');
    const { title, docNumber, region, level } = (await desk.sheet(id)).draft;
    const head = { title: title ?? '', docNumber: docNumber ?? '', region: region ?? '', level: level ?? '' };
    await post('correct-head', { ...head, issuedOn: '2023-05-05' });
    expect(await page()).not.toContain('没有印出成文日期，请填写');
  });

  it('is proven from its log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});
