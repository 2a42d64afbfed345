import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowModule } from '../../src/flow/flow.module.js';
import { Assignment } from '../../src/measures/measures.entities.js';
import { Unit } from '../../src/organization/organization.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

/** Neither title nor signature says of which city it is. */
const TEXT = `农民工工作要点

一、稳定就业

（一）开展技能培训。面向进城务工人员开班，推广工地夜校。

责任单位：市人社局。

（二）保障随迁子女入学。做好学位预警。

责任单位：教育局。

市农民工办
2026年3月20日
`;

const UNITS = [
  { id: 'office', name: '市农民工工作领导小组办公室', kind: 'office', aliases: ['市农民工办'] },
  { id: 'hr', name: '市人力资源和社会保障局', kind: 'bureau', aliases: ['市人社局'] },
];

const unitStart = ({ id, ...unit }: (typeof UNITS)[number]) => {
  const place = { place: '太原市', level: 'city', fullName: unit.name.replace('市', '太原市'), shortName: unit.name };
  const input = { ...unit, ...place, lineParent: null, consultOnly: false, validFrom: null };
  return { kind: 'start' as const, machine: 'unit', id, scope: '', input };
};

describe('a plan in which no place is printed, imported by the office of 太原市', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const post = async (path: string, fields: Record<string, string> = {}) => {
    const seen = String((await desk.sheet(id)).latest);
    return pages.post(`/plans/${id}/${path}`, 'office', new URLSearchParams({ seen, ...fields }));
  };
  const page = (path: string) => pages.text(`/plans/${id}${path}`, 'office');
  const issue = () => {
    const fields = { issuedOn: '2026-03-20', enabledOn: '2026-03-20', recipient: '', year: '2026' };
    return pages.post(`/plans/${id}/issue`, 'office', new URLSearchParams(fields));
  };

  beforeAll(async () => {
    ground = await openGround('2026-03-20');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [FlowModule]));
    const account = { account: 'renshe', name: '联络员（市人社局）', unitId: 'hr', roles: ['liaison'] };
    const starts = UNITS.map(unitStart);
    const liaison = { kind: 'start' as const, machine: 'account', id: 'a-hr', scope: '', input: account };
    await ground.engine.execute({ actor: COORDINATOR }, [...starts, liaison]);
    id = await plans.import({ name: '要点.txt', bytes: Buffer.from(TEXT) }, COORDINATOR);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('asks of which place it is, with the office’s own in the field, and is not confirmed before', async () => {
    const confirm = await page('/confirm');
    expect(confirm).toContain('没有读出是哪个地方的计划');
    expect(confirm).toMatch(/id="head-region"[^>]*value="太原市"/);
    expect(confirm).toMatch(/id="head-level"[^]*?value="city" selected/);
    const early = await post('confirm');
    expect(early.status).toBe(422);
    expect((await desk.sheet(id)).draft.region).toBeNull();
  });

  it('is the office’s own with 全部采用建议, which the record says and an undoing takes back', async () => {
    await post('accept-proposals');
    expect((await desk.sheet(id)).draft).toMatchObject({ region: '太原市', level: 'city' });
    expect(await page('/confirm')).toMatch(/地方[^]{0,60}<del>未填<\/del> 改为 <ins>太原市<\/ins>/);
    await desk.undo(id, (await desk.sheet(id)).latest, COORDINATOR);
    expect((await post('confirm')).status).toBe(422);
    await post('accept-proposals');
    expect((await post('confirm')).status).toBe(303);
  });

  it('gives the task to the unit that the register has, and says who cannot sign in for theirs', async () => {
    const told = flashOf(await issue());
    expect(told).toContain('已印发并分办。有 1 个单位还没有可以登录的账号，在系统里看不到任务：市教育局。');
    const { manager } = ground.database.reader;
    const duties = await manager.findBy(Assignment, { planId: id });
    expect(duties.map(({ unitId }) => unitId)).toContain('hr');
    expect(await manager.findBy(Unit, { name: '教育局' })).toEqual([]);
    expect((await manager.find(Unit)).filter(({ place }) => place === '')).toEqual([]);
    expect(await page('')).toMatch(/没有登录账号的单位[^]{0,80}市教育局（任务须另行送达）/);
  });
});
