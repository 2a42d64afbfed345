import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import { Unit } from '../../src/organization/organization.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import { unitRows } from '../../src/plans/draft-parts.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { ReportsModule } from '../../src/reports/reports.module.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { importText, openDraftDesk } from '../support/draft-desk.js';
import type { TestPages } from '../support/pages.js';
import { liaison } from '../support/small-plan.js';

const TEXT = `太原市农民工工作领导小组办公室

并农工办〔2024〕12号

关于印发《2024年太原市农民工工作要点》的通知

一、促进就业

1.开展技能培训。面向进城务工人员开办实用技能班。（牵头单位：市人社局；责任单位：市教育局；配合单位：市财政局）
2.保障随迁子女入学。简化报名手续。（牵头单位：市教育局；责任单位：市公安局）

太原市农民工工作领导小组办公室
2024年3月1日
`;

const PARTS = ['市人力资源和社会保障局 lead', '市教育局 responsible', '市财政局 supporting'];
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('牵头单位、责任单位、配合单位 of one measure', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;
  const people = { office: COORDINATOR, edu: { ...liaison('edu') } };
  const look = async (path: string, person = 'office') => plain(await pages.text(path, person));
  const parts = async (at: number) =>
    unitRows((await desk.sheet(id)).draft.measures[at]!).map(({ name, role }) => `${name} ${role}`);

  /** Saves the second measure's card with these parts, as the page sends it. */
  const save = async (...roles: string[]) => {
    const { draft, latest } = await desk.sheet(id);
    const { key, title, mode, track, consolidator, ...shown } = draft.measures[1]!;
    const form = new URLSearchParams({ key, title, mode, track, consolidator, due: '', seen: String(latest) });
    unitRows({ mode, ...shown }).forEach(({ name, surface }, at) => {
      form.append('unitName', name);
      form.append('unitSurface', surface);
      form.append('unitRole', roles[at]!);
    });
    return pages.post(`/plans/${id}/correct-measure`, 'office', form);
  };

  beforeAll(async () => {
    ground = await openGround('2024-03-04');
    ({ pages, plans, desk } = await openDraftDesk(ground, people, [MeasuresModule, InboxModule, ReportsModule]));
    id = await importText(plans, 12, TEXT);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('stand on the page for checking as the paper prints them', async () => {
    expect(await parts(0)).toEqual(PARTS);
    const card = /<article[^>]*id="m001"[\s\S]*?<\/article>/.exec(
      await pages.text(`/plans/${id}/confirm`, 'office'),
    )![0];
    const chosen = [...card.matchAll(/<option value="(\w+)" selected>(牵头|责任|配合)</g)].map(([, , word]) => word);
    expect(chosen.slice(0, 3)).toEqual(['牵头', '责任', '配合']);
  });

  it('can be set for a measure whose paper has two words only', async () => {
    expect(await parts(1)).toEqual(['市教育局 lead', '市公安局 supporting']);
    const why = '市公安局：原文在牵头之外写“责任”或“负责”，先按配合读入';
    expect(await look(`/plans/${id}/confirm`)).toContain(why);
    expect((await save('lead', 'responsible')).status).toBe(303);
    expect(await parts(1)).toEqual(['市教育局 lead', '市公安局 responsible']);
    const page = await look(`/plans/${id}/confirm`);
    expect(page).toContain('市公安局 由 配合 改为 责任');
    expect(page).not.toContain(why);
  });

  it('are issued so: own duties for 责任, and following the lead for 配合 alone', async () => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    const { manager } = ground.database.reader;
    const names = new Map((await manager.find(Unit)).map((unit) => [unit.id, unit.name]));
    const duties = await manager.find(Assignment, { where: { planId: id }, order: { id: 'ASC' } });
    const told = duties.map(({ unitId, role, isLead, followsLead }) =>
      [names.get(unitId), isLead ? 'lead' : role, followsLead].join(' '),
    );
    expect(told.sort()).toEqual(
      [
        ...['市人力资源和社会保障局 lead false', '市教育局 responsible false', '市财政局 supporting true'],
        ...['市教育局 lead false', '市公安局 responsible false'],
      ].sort(),
    );
  });

  it('are told alike by plan, measure, ledger, the unit’s own list, task table and year-end paper', async () => {
    const { manager } = ground.database.reader;
    const first = await manager.findOneBy(Measure, { planId: id, no: '1.1' });
    const education = await manager.findOneBy(Unit, { name: '市教育局' });
    people.edu.unit = education!.id;
    expect(await look(`/measures/${first!.id}`)).toMatch(/太原市教育局 责任[^局]*太原市财政局 配合/);
    expect(await look(`/ledger?plan=${id}`)).toMatch(/市教育局 责任/);
    expect(await look('/inbox?tab=doing', 'edu')).toMatch(
      /1\.1 开展技能培训 责任.*1\.2 保障随迁子女入学 牵头|1\.2 保障随迁子女入学 牵头.*1\.1 开展技能培训 责任/,
    );
    expect(await look(`/reports/${id}/task-table.html`)).toContain(
      '市人力资源和社会保障局 市教育局 市财政局 2024年底前（推定）',
    );
    expect(await look(`/reports/${id}/year-end.html`)).toContain('市人力资源和社会保障局（牵头）、市教育局');
  });
});
