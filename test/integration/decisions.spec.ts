import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mattersOf } from '../../src/domain/figures/asked.js';
import type { DraftDesk, DraftSheet } from '../../src/plans/draft-desk.service.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import { Unit } from '../../src/organization/organization.entities.js';
import { Indicator } from '../../src/plans/plans.entities.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

const SURFACE = '市来穗人员服务中心管理处';
const HR = '市人力资源和社会保障局';

/** The city's plan with goals: one that a measure prints too, one that is only nearly the same, one of its own. */
const planWithGoals = (number: number): string =>
  draftPlan(number).replace(
    '一、重点任务',
    '一、工作目标\n\n全年培训农民工8000人次以上；提供法律援助服务300件以上；新增就业2万人。\n\n二、重点任务',
  );

describe('what the office decided on a draft holds when the plan is issued', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const importPlan = (number: number) => importText(plans, number, planWithGoals(number));
  const sheet = (): Promise<DraftSheet> => desk.sheet(id);
  const post = async (path: string, body: Record<string, string> | [string, string][]) => {
    const fields = new URLSearchParams(body);
    fields.set('seen', String((await sheet()).latest));
    return pages.post(`/plans/${id}/${path}`, 'office', fields);
  };
  const read = () => ground.database.reader.manager;
  const aliases = async (name: string) => (await read().findOneBy(Unit, { name, place: '太原市' }))?.aliases ?? null;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    const more = [MeasuresModule, OrganizationModule];
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, more));
    id = await importPlan(1);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('shows goals and targets that are one matter, and asks where they may be', async () => {
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toMatch(/同一事项：1 处请您定/);
    expect(page).toMatch(/合为一个指标<\/strong>　总体目标“培训农民工不低于8000人次”/);
    const open = mattersOf((await sheet()).draft).filter((matter) => matter.open);
    expect((await post('confirm-matter', { matter: open[0]!.id, says: 'one' })).status).toBe(303);
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toContain('：是同一事项');
  });

  it('remembers a unit’s name as its alias: by an event of the unit, with who and when, taken back and restored', async () => {
    await post('name-unit', { surface: SURFACE, suggested: HR });
    expect(await aliases(HR)).toEqual([SURFACE]);
    const unit = (await read().findOneBy(Unit, { name: HR, place: '太原市' }))!;
    const events = await ground.database.reader.all<{ type: string; actorName: string; at: string }>(
      `SELECT type, actor_name, at FROM event WHERE instance_id = ? ORDER BY seq`,
      [unit.id],
    );
    expect(events.at(-1)).toMatchObject({ type: 'addAlias', actorName: COORDINATOR.name, at: '2023-05-11' });
    expect(await pages.text(`/units/${unit.id}`, 'office')).toContain(SURFACE);
    const named = (await sheet()).latest;
    await desk.undo(id, named, COORDINATOR);
    expect(await aliases(HR)).toEqual([]);
    await desk.undo(id, (await sheet()).latest, COORDINATOR);
    expect(await aliases(HR)).toEqual([SURFACE]);
    const next = await desk.sheet(await importPlan(2));
    const station = next.draft.measures.find((one) => one.title.includes('零工驿站'))!;
    expect(station.responsible[1]).toMatchObject({ surface: SURFACE, name: HR });
  });

  it('moves an alias to another unit when the office decides anew, and gives it back when that is taken back', async () => {
    const later = await importPlan(3);
    const { latest } = await desk.sheet(later);
    const again = { seen: String(latest), surface: SURFACE, suggested: '市总工会' };
    await pages.post(`/plans/${later}/name-unit`, 'office', new URLSearchParams(again));
    expect([await aliases(HR), await aliases('市总工会')]).toEqual([[], [SURFACE]]);
    await desk.undo(later, (await desk.sheet(later)).latest, COORDINATOR);
    expect([await aliases(HR), await aliases('市总工会')]).toEqual([[SURFACE], []]);
  });

  it('takes a short name or an old one that is typed for the unit it means, and enters only what nobody knows', async () => {
    const named = async (name: string) => {
      const later = await importPlan(named.next++);
      const form = new URLSearchParams({ seen: '0', surface: SURFACE, name });
      const answer = await pages.post(`/plans/${later}/name-unit`, 'office', form);
      const { draft, latest } = await desk.sheet(later);
      const station = draft.measures.find((one) => one.title.includes('零工驿站'))!;
      await desk.undo(later, latest, COORDINATOR);
      return { name: station.responsible[1]!.name, said: flashOf(answer) };
    };
    named.next = 4;
    await desk.undo(id, (await sheet()).latest, COORDINATOR);
    const units = () => read().countBy(Unit, { place: '太原市' });
    const before = await units();
    const short = await named('市人社局');
    expect(short).toMatchObject({ name: HR });
    expect(short.said).toContain(`您填写的“市人社局”就是名录中的${HR}，没有另外登记。`);
    for (const typed of ['太原市人社局', '人力资源和社会保障局']) expect((await named(typed)).name).toBe(HR);
    expect((await named(HR)).said).not.toContain('您填写的');
    expect(await units()).toBe(before);
    expect((await named('市来穗人员服务中心')).name).toBe('市来穗人员服务中心');
    expect(await units()).toBe(before + 1);
  });

  it('takes a unit out of the register again with the decision that entered it, unless another plan names it', async () => {
    const named = '汾东零工服务社';
    const name = async (number: number) => {
      const later = await importPlan(number);
      const form = new URLSearchParams({ seen: '0', surface: SURFACE, name: named });
      await pages.post(`/plans/${later}/name-unit`, 'office', form);
      return later;
    };
    const units = async () => (await read().findBy(Unit, { name: named, place: '太原市' })).map(({ state }) => state);
    const undo = async (plan: string) => desk.undo(plan, (await desk.sheet(plan)).latest, COORDINATOR);
    const first = await name(11);
    expect(await units()).toEqual(['active']);
    await undo(first);
    expect(await units()).toEqual(['ended']);
    const list = await pages.text('/units', 'office');
    expect(list).toContain('登记已撤销');
    await undo(first);
    expect(await units()).toEqual(['active']);
    await importPlan(12);
    await undo(first);
    expect(await units()).toEqual(['active']);
  });

  it('issues: one indicator for one matter, the designated lead with its ground', async () => {
    const station = (await sheet()).draft.measures.find((one) => one.title.includes('零工驿站'))!;
    const units = station.responsible.map((unit): [string, string][] => [
      ['unitName', unit.name],
      ['unitSurface', unit.surface],
    ]);
    const form: [string, string][] = [
      ...([
        ['key', station.key],
        ['title', station.title],
        ['mode', station.mode],
      ] as [string, string][]),
      ...([
        ['track', station.track],
        ['consolidator', 'lead'],
        ['due', ''],
      ] as [string, string][]),
      ...units.flat(),
      ...([
        ['unitRole', 'lead'],
        ['unitRole', 'responsible'],
      ] as [string, string][]),
      ...([
        ['groundKind', 'meeting'],
        ['groundWords', '领导小组第3次会议'],
      ] as [string, string][]),
    ];
    expect((await post('correct-measure', form)).status).toBe(303);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    const indicators = await read().find(Indicator, { where: { planId: id }, order: { position: 'ASC' } });
    const told = indicators.map(({ name, measureId, forPlan }) => `${name} ${measureId ?? '全计划'} ${forPlan}`);
    expect(told).toEqual([
      ...['培训农民工 m001 true', '提供法律援助服务 m004 true', '新增就业 全计划 true'],
      ...['新建零工驿站 m002 false', '公办学校接收比例 m003 false'],
    ]);
    const measure = (await read().findOneBy(Measure, { planId: id, draftKey: station.key }))!;
    expect(measure).toMatchObject({ leadBasis: 'chosen', leadGround: { kind: 'meeting', words: '领导小组第3次会议' } });
    const page = await pages.text(`/measures/${measure.id}`, 'office');
    expect(page).toContain('我办指定，依据会议：领导小组第3次会议');
  });

  it('is proven from its log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});
