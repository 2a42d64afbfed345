import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueByProgram } from '../../src/api/issue-by-program.js';
import { FlowModule } from '../../src/flow/flow.module.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import type { TestPages } from '../support/pages.js';

/** Neither red head nor title nor signature says who issued it. */
const planText = (title: string): string => `${title}

一、稳定就业

（一）开展技能培训。面向进城务工人员开班，推广工地夜校。（市人社局负责）

2026年2月3日
`;

describe('a plan of which nothing tells who issued it', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;

  const entered = (title: string) =>
    plans.import({ name: `${title}.txt`, bytes: Buffer.from(planText(title)) }, COORDINATOR);
  const post = async (id: string, path: string, fields: Record<string, string> = {}) => {
    const seen = String((await desk.sheet(id)).latest);
    return pages.post(`/plans/${id}/${path}`, 'office', new URLSearchParams({ seen, ...fields }));
  };
  const page = (id: string) => pages.text(`/plans/${id}/confirm`, 'office');

  beforeAll(async () => {
    ground = await openGround('2026-02-10');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [FlowModule]));
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('is asked about first and not confirmed, also not with all proposals, until the office has filled it in', async () => {
    const id = await entered('太原市2026年农民工工作安排');
    expect(await page(id)).toMatch(/<a href="#head">发文机关<\/a>：没有读出是谁印发的：/);
    await post(id, 'accept-proposals');
    await expect(plans.confirm(id, COORDINATOR)).rejects.toMatchObject({
      code: 'questions_open',
      detail: { place: '发文机关' },
    });
    const { title, region, level, kind, issuedOn } = (await desk.sheet(id)).draft;
    const head = { title: title!, region: region!, level: level!, kind: kind ?? '', issuedOn: issuedOn!, year: '2026' };
    await post(id, 'correct-head', { ...head, docNumber: '', issuers: '太原市农民工工作领导小组办公室' });
    expect(await page(id)).not.toContain('没有读出是谁印发的');
    await plans.confirm(id, COORDINATOR);
  });

  it('stays without one where the office says that the document prints none, which the record tells and an undoing takes back', async () => {
    const id = await entered('太原市2026年农民工服务安排');
    await post(id, 'accept-proposals');
    await post(id, 'confirm-bulk', { what: 'issuers-left' });
    const decided = await page(id);
    expect(decided).not.toContain('id="issuers-left"');
    expect(decided).toMatch(/发文机关[^]{0,60}<del>未填<\/del> 改为 <ins>原件未印，照此办理<\/ins>/);
    await desk.undo(id, (await desk.sheet(id)).latest, COORDINATOR);
    await expect(plans.confirm(id, COORDINATOR)).rejects.toMatchObject({ code: 'questions_open' });
    await post(id, 'confirm-bulk', { what: 'issuers-left' });
    await plans.confirm(id, COORDINATOR);
    for (const at of [`/plans/${id}`, `/plans/${id}/confirm`])
      expect(await pages.text(at, 'office')).toMatch(/发文机关<[^]{0,40}>原件未印</);
  });

  it('is issued without one where a program takes all proposals, and not before where it takes none', async () => {
    const id = await entered('太原市2026年农民工培训安排');
    const sent = { actor: COORDINATOR, key: 'asked', seenRevision: null };
    await expect(issueByProgram(plans, id, {}, sent)).rejects.toMatchObject({ code: 'questions_open' });
    await issueByProgram(plans, id, { acceptProposals: true }, { ...sent, key: 'all' });
    expect((await desk.sheet(id)).draft.issuersLeft).toBe('原件未印，照此办理');
  });
});
