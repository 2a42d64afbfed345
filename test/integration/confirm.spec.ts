import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/engine/types.js';
import type { DraftDesk, DraftSheet } from '../../src/plans/draft-desk.service.js';
import type { DraftMeasure } from '../../src/plans/draft.js';
import { Plan } from '../../src/plans/plans.entities.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';
import { COLLEAGUE, liaison } from '../support/small-plan.js';

const PEOPLE: Record<string, Actor> = { office: COORDINATOR, colleague: COLLEAGUE, edu: liaison('edu') };

describe('two people check one reading', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const importPlan = (number: number) => importText(plans, number, draftPlan(number));
  const sheet = (): Promise<DraftSheet> => desk.sheet(id);
  const measure = async (title: string): Promise<DraftMeasure> =>
    (await sheet()).draft.measures.find((one) => one.title.includes(title))!;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    ({ pages, plans, desk } = await openDraftDesk(ground, PEOPLE));
    id = await importPlan(1);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  /** The card of a measure as the page shows it, with what the person changes in it. */
  function card(one: DraftMeasure, seen: number, changes: Record<string, string | string[]> = {}): string {
    const roles = (lead: boolean) => (lead ? 'lead' : 'responsible');
    const form: Record<string, string | string[]> = {
      ...{ key: one.key, seen: String(seen), title: one.title, mode: one.mode, track: one.track },
      ...{ consolidator: one.consolidator, due: one.due ?? '', groups: one.groups.map((group) => group.choice) },
      unitName: [...one.responsible, ...one.supporting].map((unit) => unit.name),
      unitSurface: [...one.responsible, ...one.supporting].map((unit) => unit.surface),
      unitRole: [
        ...one.responsible.map(() => roles(one.mode === 'lead_support')),
        ...one.supporting.map(() => 'supporting'),
      ],
      ...changes,
    };
    const fields = Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((text): [string, string] => [name, text]),
    );
    return new URLSearchParams(fields).toString();
  }

  const post = (path: string, person: string, body: string) =>
    pages.post(`/plans/${id}/${path}`, person, new URLSearchParams(body));
  const fields = (values: Record<string, string>) => new URLSearchParams(values).toString();

  it('shows the source beside the reading, the doubts first; a bureau does not see it', async () => {
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toMatch(/id="s-m001"[^>]*href="#m001"/);
    expect(page).toMatch(/qt-tint-note[^>]*>（市教育局牵头，市公安局配合）/);
    const order = [...page.matchAll(/<article class="card qt-measure( qt-open)?[^"]*" id="(m\d+)"/g)];
    expect(order.map(([, open]) => Boolean(open))).toEqual([true, true, false, false]);
    expect(await pages.text(`/plans/${id}/confirm?only=open`, 'office')).not.toContain('id="m001"');
    expect(await pages.text(`/plans/${id}/confirm`, 'edu')).toMatch(/^404/);
  });

  it('saves one measure for one person while the other saves another, from pages opened at the same time', async () => {
    const [training, school] = [await measure('技能培训'), await measure('随迁子女')];
    const seen = (await sheet()).latest;
    expect((await post('correct-measure', 'office', card(training, seen, { title: '大力开展技能培训' }))).status).toBe(
      303,
    );
    expect((await post('correct-measure', 'colleague', card(school, seen, { due: '2023-09-01' }))).status).toBe(303);
    expect((await measure('技能培训')).title).toBe('大力开展技能培训');
    expect((await measure('随迁子女')).due).toBe('2023-09-01');
  });

  it('keeps both persons’ fields of one measure, and asks again only where both changed the same one', async () => {
    const school = await measure('随迁子女');
    const seen = (await sheet()).latest;
    await post('correct-measure', 'office', card(school, seen, { title: '保障随迁子女就近入学' }));
    const apart = await post('correct-measure', 'colleague', card(school, seen, { track: 'deliverable' }));
    expect(apart.status).toBe(303);
    expect(await measure('随迁子女')).toMatchObject({ title: '保障随迁子女就近入学', track: 'deliverable' });
    const same = await post('correct-measure', 'colleague', card(school, seen, { title: '随迁子女应入尽入' }));
    expect(same.status).toBe(409);
    const page = await same.text();
    expect(page).toContain('统筹员（市农民工办）（5月11日 09:00）改为“保障随迁子女就近入学”');
    expect(page).toContain('value="随迁子女应入尽入"');
    const again = Number(/name="seen" value="(\d+)"/.exec(page)![1]);
    expect(
      (await post('correct-measure', 'colleague', card(school, again, { title: '随迁子女应入尽入' }))).status,
    ).toBe(303);
    expect((await measure('随迁子女')).title).toBe('随迁子女应入尽入');
  });

  it('designates a lead only on a stated ground, and records it', async () => {
    const station = await measure('零工驿站');
    const { latest } = await sheet();
    const led = { unitRole: ['lead', 'responsible'] };
    const refused = await post('correct-measure', 'office', card(station, latest, led));
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('须写明依据')]);
    const ground = { ...led, groundKind: 'meeting', groundWords: '市农民工工作领导小组第3次会议' };
    expect((await post('correct-measure', 'office', card(station, latest, ground))).status).toBe(303);
    const { lead, leadBasis, leadGround } = await measure('零工驿站');
    expect([lead?.name, leadBasis, leadGround?.words]).toEqual(['市总工会', 'chosen', '市农民工工作领导小组第3次会议']);
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toContain('指定市总工会牵头（会议：市农民工工作领导小组第3次会议）');
  });

  it('splits a measure at a sentence, refuses the same on a page that is out of date, merges, and takes back', async () => {
    const training = await measure('技能培训');
    await post('correct-measure', 'office', card(training, (await sheet()).latest));
    expect((await measure('技能培训')).accepted).toBe(true);
    const { latest } = await sheet();
    const at = training.text.indexOf('推广工地夜校');
    const split = fields({ seen: String(latest), at: String(at), title: '推广工地夜校' });
    expect((await post(`confirm/${training.key}/split`, 'office', split)).status).toBe(303);
    const [first, second] = (await sheet()).draft.measures;
    expect([first!.text, second!.text, second!.no]).toEqual([
      '全年培训农民工8000人次以上。',
      '推广工地夜校。',
      '1.1之二',
    ]);
    expect([first!.accepted, second!.accepted]).toEqual([false, false]);
    expect([first!.targets.length, second!.targets.length]).toEqual([1, 0]);
    expect((await sheet()).draft.text.slice(...second!.span)).toBe('推广工地夜校。');
    const stale = await post(`confirm/${training.key}/remove`, 'colleague', fields({ seen: String(latest) }));
    expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('更正了')]);
    const merge = fields({ seen: String((await sheet()).latest), next: second!.key });
    expect((await post(`confirm/${first!.key}/merge`, 'office', merge)).status).toBe(303);
    expect((await measure('技能培训')).text).toBe('全年培训农民工8000人次以上。\n推广工地夜校。');
    const merged = (await sheet()).latest;
    expect((await post('undo-correction', 'colleague', fields({ position: String(merged) }))).status).toBe(303);
    expect((await sheet()).draft.measures).toHaveLength(5);
    const undoing = (await sheet()).latest;
    expect((await post('undo-correction', 'colleague', fields({ position: String(undoing) }))).status).toBe(303);
    expect((await sheet()).draft.measures).toHaveLength(4);
  });

  it('adds a measure that was missed, and removes it again without losing the record', async () => {
    const seen = (await sheet()).latest;
    const form = fields({ seen: String(seen), after: 'm004', title: '办好农民工节', no: '5', leads: '市总工会' });
    expect((await post('add-measure', 'office', form)).status).toBe(303);
    const added = await measure('农民工节');
    expect(added).toMatchObject({ mode: 'lead_support', leadBasis: 'stated', lead: { name: '市总工会' }, no: '5' });
    const latest = (await sheet()).latest;
    const removal = fields({ seen: String(latest), reason: '不属于本要点' });
    expect((await post(`confirm/${added.key}/remove`, 'office', removal)).status).toBe(303);
    expect(await measure('农民工节')).toBeUndefined();
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toContain('不属于本要点');
  });

  it('asks about the day that the text of an added measure prints, where none was typed beside it', async () => {
    const seen = String((await sheet()).latest);
    const form = { seen, after: 'm004', title: '开展送清凉', text: '慰问一线职工，9月10日前完成。', leads: '市总工会' };
    await post('add-measure', 'office', fields(form));
    const added = await measure('送清凉');
    expect(added).toMatchObject({ due: null, withoutDue: false, deadline: { day: '2023-09-10', raw: '9月10日前' } });
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toContain('建议完成时限 2023-09-10（办结型），可采用、改日期或不设');
    expect(page).not.toContain('已定为不设');
    const removal = fields({ seen: String((await sheet()).latest), reason: '试填' });
    expect((await post(`confirm/${added.key}/remove`, 'office', removal)).status).toBe(303);
  });

  it('asks about a unit typed by hand that is in no list, with near names, and reads a short form in full', async () => {
    const aid = await measure('法律援助');
    const typed = (name: string) => ({
      unitName: ['市司法局', name],
      ...{ unitSurface: ['市司法局', ''], unitRole: ['lead', 'supporting'] },
    });
    const seen = (await sheet()).latest;
    expect((await post('correct-measure', 'office', card(aid, seen, typed('市人社居')))).status).toBe(303);
    expect(await measure('法律援助')).toMatchObject({ accepted: false, doubts: [{ code: 'unit_unknown' }] });
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(page).toMatch(/<strong>市人社居<\/strong>[^]*?不在单位名录中/);
    expect(page).toContain('“市人社居”不在单位名录中，请核对名称');
    const again = card(await measure('法律援助'), (await sheet()).latest, typed('市人社局'));
    expect((await post('correct-measure', 'office', again)).status).toBe(303);
    const settled = await measure('法律援助');
    expect([settled.accepted, settled.supporting.map((unit) => unit.name)]).toEqual([true, ['市人力资源和社会保障局']]);
    const latest = String((await sheet()).latest);
    const form = fields({ seen: latest, after: 'm004', title: '开展夜校', leads: '市工人文化居' });
    await post('add-measure', 'office', form);
    const added = await measure('开展夜校');
    expect(added).toMatchObject({ accepted: false, doubts: [{ code: 'unit_unknown' }] });
    const without = await post(
      `confirm/${added.key}/remove`,
      'office',
      fields({ seen: String((await sheet()).latest) }),
    );
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('请填写移出的理由')]);
    const removal = fields({ seen: String((await sheet()).latest), reason: '试填' });
    expect((await post(`confirm/${added.key}/remove`, 'office', removal)).status).toBe(303);
  });

  it('corrects figures of a measure, and phases, duties and goals of the plan', async () => {
    const aid = await measure('法律援助');
    const detail = {
      ...{ seen: String((await sheet()).latest), text: aid.text, targetMetric: '援助案件', targetOp: '>=' },
      ...{ targetValue: '320', targetUnit: '件', targetBy: '2023-12-31', targetHard: 'soft', targetKind: 'annual' },
    };
    expect((await post(`confirm/${aid.key}/detail`, 'office', fields(detail))).status).toBe(303);
    expect((await measure('法律援助')).targets).toMatchObject([{ value: 320, hard: false, by: '2023-12-31' }]);
    const wrong = { ...detail, targetValue: '三百', seen: String((await sheet()).latest) };
    const refused = await post(`confirm/${aid.key}/detail`, 'office', fields(wrong));
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('value="三百"')]);
    const elements = {
      ...{ phaseName: '推进落实', phaseStart: '2023-06-01', phaseEnd: '2023-11-30' },
      ...{
        dutyFrom: '各县（市、区）',
        dutyTo: '市农民工办',
        dutyWhat: '年度总结',
        dutyDue: '2023-12-10',
        dutyEvery: '',
      },
    };
    const seen = String((await sheet()).latest);
    expect((await post('elements', 'office', fields({ ...elements, seen }))).status).toBe(303);
    expect((await sheet()).draft).toMatchObject({
      phases: [{ name: '推进落实', start: '2023-06-01', end: '2023-11-30' }],
      reporting: [{ from: '各县（市、区）', due: '2023-12-10', what: '年度总结' }],
    });
  });

  it('completes the head of the plan, with basis, addressees and where its reports go', async () => {
    const { draft, latest } = await sheet();
    const head = { ...{ seen: String(latest), title: draft.title!, docNumber: draft.docNumber!, region: '太原市' } };
    const more = { level: 'city', kind: '要点', issuers: '太原市农民工工作领导小组办公室', issuedOn: '2023-05-01' };
    const rest = {
      basis: '晋农工办〔2023〕2号',
      addressees: '各县（市、区）农民工办\r\n市直有关单位',
      recipient: '省农民工办',
    };
    expect((await post('correct-head', 'office', fields({ ...head, ...more, ...rest }))).status).toBe(303);
    const row = await ground.database.reader.manager.findOneBy(Plan, { id });
    expect(row).toMatchObject({ basis: ['晋农工办〔2023〕2号'], recipient: '省农民工办' });
    expect(row!.addressees).toEqual(['各县（市、区）农民工办', '市直有关单位']);
    const wrong = fields({ ...head, ...more, ...rest, issuedOn: '五月一日', seen: String((await sheet()).latest) });
    const refused = await post('correct-head', 'office', wrong);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('不是日期')]);
  });

  it('keeps a figure open that was not read until 不设指标 is ticked beside it', async () => {
    const later = await importText(plans, 9, draftPlan(9).replace('推广工地夜校。', '工地夜校占比达到三分之一。'));
    const first = async () => (await desk.sheet(later)).draft.measures[0]!;
    const question = '“三分之一”没有读成数字，请补录指标或写明不设指标';
    const save = async (more: Record<string, string[]>) => {
      const form = card(await first(), (await desk.sheet(later)).latest, more);
      return flashOf(await pages.post(`/plans/${later}/correct-measure`, 'office', new URLSearchParams(form)));
    };
    const page = await pages.text(`/plans/${later}/confirm`, 'office');
    expect(page).toContain(`name="withoutTarget" value="${question}"> 不设指标`);
    expect(await save({})).toContain('补录指标，或在疑问后勾选“不设指标”');
    expect(await first()).toMatchObject({ accepted: false, doubts: [{ reason: question }] });
    expect(await save({ withoutTarget: [question] })).not.toContain('不设指标');
    expect((await first()).accepted).toBe(true);
  });

  it('suggests names for an unknown unit with reasons, never decides, and remembers what the office decides', async () => {
    const page = await pages.text(`/plans/${id}/confirm`, 'office');
    const later = await importPlan(2);
    const surface = '市来穗人员服务中心管理处';
    const station = (sheetOf: DraftSheet) => sheetOf.draft.measures.find((one) => one.title.includes('零工驿站'))!;
    expect(page).toContain('<datalist id="unit-names">');
    expect(station(await desk.sheet(later)).responsible[1]!.name).toBe(surface);
    const form = fields({ seen: '0', surface, suggested: '市人力资源和社会保障局' });
    await pages.post(`/plans/${later}/name-unit`, 'office', new URLSearchParams(form));
    expect(station(await desk.sheet(later)).responsible[1]).toMatchObject({ surface, name: '市人力资源和社会保障局' });
    const third = await desk.sheet(await importPlan(3));
    expect(station(third).responsible[1]).toMatchObject({ surface, name: '市人力资源和社会保障局' });
    expect(station(third).doubts.some((doubt) => doubt.code === 'unit_unknown')).toBe(false);
    const { latest } = await desk.sheet(later);
    await desk.undo(later, latest, COORDINATOR);
    const fourth = await desk.sheet(await importPlan(4));
    expect(station(fourth).responsible[1]!.name).toBe(surface);
  });

  it('leaves the question of a unit open when a card is saved, and takes no person’s name for a unit', async () => {
    const later = await importText(plans, 10, draftPlan(10).replace('市来穗人员服务中心管理处', '市来穗人员服务站'));
    const at = `/plans/${later}`;
    const station = async () => (await desk.sheet(later)).draft.measures.find((one) => one.title.includes('零工驿站'))!;
    const { latest } = await desk.sheet(later);
    const opened = await station();
    const taught = async () =>
      (await desk.sheet(later)).corrections.flatMap(({ changes }) => changes.filter(({ op }) => op === 'unit'));
    const save = async (form: string) =>
      flashOf(await pages.post(`${at}/correct-measure`, 'office', new URLSearchParams(form)));
    const name = (surface: string, more: Record<string, string>) =>
      pages.post(`${at}/name-unit`, 'colleague', new URLSearchParams({ seen: String(latest), surface, ...more }));
    const asked = opened.doubts.map(({ reason }) => reason);
    expect(asked.join()).toContain('市来穗人员服务站');
    expect(await save(card(opened, latest, { title: '建好零工驿站' }))).toContain('单位的疑问另行核对');
    expect([(await station()).title, await taught()]).toEqual(['建好零工驿站', []]);
    expect((await station()).doubts.map(({ reason }) => reason)).toEqual(asked);
    const aid = (await desk.sheet(later)).draft.measures.find((one) => one.title.includes('法律援助'))!;
    const typed = { unitName: ['市司法局', '张某三'], unitSurface: ['市司法局', ''], unitRole: ['lead', 'supporting'] };
    await save(card(aid, latest + 1, typed));
    const person = await name('张某三', { name: '张某三' });
    expect([person.status, await person.text()]).toEqual([400, expect.stringContaining('“张某三”不像单位名称')]);
    const page = await pages.text(`${at}/confirm`, 'office');
    expect(page).toMatch(/<strong>张某三<\/strong>[^<]*不像单位名称/);
    const stale = (await desk.sheet(later)).latest;
    const decided = await name('市来穗人员服务站', { suggested: '市人力资源和社会保障局' });
    expect(decided.status).toBe(303);
    const units = async () => (await station()).responsible.map((unit) => unit.name);
    expect(await units()).toContain('市人力资源和社会保障局');
    await save(card(opened, stale, { title: '办好零工驿站' }));
    expect([(await station()).title, await taught()]).toMatchObject([
      '办好零工驿站',
      [{ name: '市人力资源和社会保障局' }],
    ]);
    expect(await units()).toContain('市人力资源和社会保障局');
  });

  it('accepts what is left in bulk, each step in the record, and is confirmed', async () => {
    const seen = String((await sheet()).latest);
    await post('confirm-groups', 'office', fields({ seen, kind: 'members', choice: 'members' }));
    await post('confirm-bulk', 'office', fields({ seen, what: 'accept-undoubted' }));
    await post('accept-proposals', 'office', fields({ seen }));
    const { draft, corrections } = await sheet();
    expect(draft.measures.flatMap((one) => one.groups.map((group) => group.choice))).toEqual(['members']);
    expect(corrections.map((one) => one.what).filter(Boolean)).toContain('统一处理未点名的单位');
    const surface = '市来穗人员服务中心管理处';
    expect((await post('name-unit', 'office', fields({ seen, surface, name: surface }))).status).toBe(303);
    expect((await post('confirm', 'office', '')).status).toBe(303);
    const after = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(after).toContain('本计划已确认，不再更正');
    expect(after).not.toContain('<button class="btn btn-primary" type="submit">保存并接受');
    const late = card(await measure('法律援助'), (await sheet()).latest, { title: '迟到的更正' });
    const refused = await post('correct-measure', 'colleague', late);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('名称“迟到的更正”')]);
  });

  it('is proven from its log: drafts, corrections and learned names fold to the same rows', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});
