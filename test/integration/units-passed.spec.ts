import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unit } from '../../src/organization/organization.entities.js';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import { openQuestions } from '../../src/plans/draft.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { flashOf, type TestPages } from '../support/pages.js';

const LAND = '市国土资源局';
const HEIRS = ['市自然资源局', '市自然资源和规划局', '市规划和自然资源局'];

/** The city's plan with three bureaus that the reform of 2018 did away with. */
const planOf = (year: number) => (number: number) =>
  draftPlan(number)
    .replaceAll('2023', String(year))
    .replace('市教育局、市财政局配合', '市环境保护局、市财政局配合')
    .replace('市司法局牵头，相关部门配合', `${LAND}牵头，市司法局配合`)
    .replace('市教育局牵头，市公安局配合', '市文化局牵头，市公安局配合');

describe('units that are out of use on the plan’s day, as the page asks about them', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const importOf = (year: number, number: number) => importText(plans, number, planOf(year)(number));
  const post = async (path: string, body: [string, string][] = []) => {
    const fields = new URLSearchParams([...body, ['seen', String((await desk.sheet(id)).latest)]]);
    return pages.post(`/plans/${id}/${path}`, 'office', fields);
  };
  const page = () => pages.text(`/plans/${id}/confirm`, 'office');
  const measure = async (title: string, plan = id) =>
    (await desk.sheet(plan)).draft.measures.find((one) => one.title.includes(title))!;
  const reasons = async (plan = id) =>
    openQuestions((await desk.sheet(plan)).draft).flatMap((one) =>
      one.reasons.filter((said) => said.includes('按名录')),
    );
  const aliases = async (name: string) =>
    (await ground.database.reader.manager.findOneBy(Unit, { name, place: '太原市' }))?.aliases ?? null;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [OrganizationModule]));
    id = await importOf(2023, 1);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('says until when each was there, who follows since when, and offers them', async () => {
    expect(await reasons()).toHaveLength(3);
    const shown = await page();
    expect(shown).toContain(`“市环境保护局”这个名称按名录至迟用到2019年6月`);
    expect(shown).toMatch(/由市生态环境局承担<\/button> <span class="qt-hint">（2018年3月起）/);
    for (const heir of HEIRS) expect(shown).toContain(`name="several" value="${heir}"`);
    expect(shown).toContain(`仍由${LAND}承担`);
  });

  it('decides nothing when all proposals are taken', async () => {
    const taken = flashOf(await post('accept-proposals'));
    expect(taken).toContain('单位已经撤并');
    expect(await reasons()).toHaveLength(3);
    expect((await measure('法律援助')).lead).toMatchObject({ name: LAND });
  });

  it('takes the one that follows, keeps the printed name, and remembers it', async () => {
    expect(
      flashOf(
        await post('name-unit', [
          ['surface', '市环境保护局'],
          ['suggested', '市生态环境局'],
        ]),
      ),
    ).toContain('“市环境保护局”读作市生态环境局');
    expect((await measure('技能培训')).supporting[0]).toMatchObject({ name: '市生态环境局', surface: '市环境保护局' });
    expect(await aliases('市生态环境局')).toEqual(['市环境保护局']);
  });

  it('gives the work of one to several: who leads among them is asked', async () => {
    await post('name-unit', [
      ['surface', LAND],
      ['several', HEIRS[0]!],
      ['several', '市林业和草原局'],
    ]);
    const divided = await measure('法律援助');
    expect(divided.responsible.map(({ name, surface }) => [name, surface])).toEqual([
      ['市自然资源局', LAND],
      ['市林业和草原局', LAND],
    ]);
    expect(divided).toMatchObject({ mode: 'joint', leadBasis: 'first_listed', consolidator: 'office', doubtful: true });
    expect(divided.doubts.map(({ reason }) => reason)).toEqual([
      `原由${LAND}牵头，现在由几家承担，没有写明由谁牵头，请核对`,
    ]);
    expect([await aliases('市自然资源局'), await aliases('市林业和草原局')]).toEqual([[LAND], [LAND]]);
    expect(await page()).toMatch(new RegExp(`“${LAND}”分由[^]{0,120}市自然资源局、市林业和草原局`));
  });

  it('keeps one that the place still has, and says so in the record', async () => {
    await post('name-unit', [
      ['surface', '市文化局'],
      ['suggested', '市文化局'],
    ]);
    expect((await measure('随迁子女')).doubts).toEqual([]);
    expect(await page()).toMatch(/“市文化局”[^]{0,80}仍由市文化局承担/);
    expect(await reasons()).toEqual([]);
  });

  it('asks none of it again in the next plan, and leaves a plan of earlier days as printed', async () => {
    const next = await importOf(2024, 2);
    expect(await reasons(next)).toEqual([]);
    expect((await measure('法律援助', next)).responsible.map(({ name }) => name)).toEqual([
      ...['市自然资源局', '市林业和草原局'],
    ]);
    const early = await importOf(2017, 3);
    expect(await reasons(early)).toEqual([]);
    expect((await measure('法律援助', early)).lead).toMatchObject({ name: LAND, surface: LAND });
    const entered = (await plans.planned(early)).flatMap((one) => (one.kind === 'start' ? [one.input] : []));
    expect(entered).toContainEqual(expect.objectContaining({ name: LAND, place: '太原市' }));
  });

  it('takes a decision back with all that it taught', async () => {
    const { corrections } = await desk.sheet(id);
    const divided = corrections.find(({ changes }) =>
      changes.some((one) => one.op === 'unit' && one.surface === LAND),
    )!;
    await desk.undo(id, divided.position, COORDINATOR);
    expect([await aliases('市自然资源局'), await aliases('市林业和草原局')]).toEqual([[], []]);
    expect(await reasons()).toHaveLength(1);
    await desk.undo(id, (await desk.sheet(id)).latest, COORDINATOR);
    expect([await aliases('市自然资源局'), await aliases('市林业和草原局')]).toEqual([[LAND], [LAND]]);
  });

  it('asks about a unit that has ended by the office’s own register as well', async () => {
    const read = ground.database.reader.manager;
    const [gone, heir] = await Promise.all(
      ['市生态环境局', '市自然资源局'].map((name) => read.findOneBy(Unit, { name, place: '太原市' })),
    );
    const payload = { on: '2023-12-31', successors: [heir!.id] };
    await ground.engine.send(gone!.id, 'end', payload, { actor: COORDINATOR, at: '2023-12-31' });
    const text = draftPlan(5)
      .replaceAll('2023', '2025')
      .replace('市教育局、市财政局配合', '市生态环境局、市财政局配合');
    const later = await importText(plans, 5, text);
    expect(await reasons(later)).toEqual([
      '“市生态环境局”这个名称按名录至迟用到2023年12月，成文时已经更名或撤并；改由市自然资源局接着办，请定由谁承担',
    ]);
  });
});
