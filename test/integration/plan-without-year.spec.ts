import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueByProgram } from '../../src/api/issue-by-program.js';
import { FlowModule } from '../../src/flow/flow.module.js';
import { Cycle } from '../../src/plans/plans.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

const planText = (title: string): string => `${title}

一、稳定就业

（一）开展技能培训。面向进城务工人员开班，推广工地夜校。（责任单位：市人社局；完成时限：6月30日前）

（二）部署节前清欠。完成在建项目排查，9月底前整改到位。（市住建局负责）

二、总结上报

各成员单位12月10日前将总结报市农民工办。
`;

describe('a plan that prints no year at all', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const entered = (title: string) =>
    plans.import({ name: `${title}.txt`, bytes: Buffer.from(planText(title)) }, COORDINATOR);
  const post = async (path: string, fields: Record<string, string>) =>
    pages.post(`/plans/${id}/${path}`, 'office', new URLSearchParams(fields));
  const draft = async () => (await desk.sheet(id)).draft;

  beforeAll(async () => {
    ground = await openGround('2026-02-10');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [FlowModule]));
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('is not confirmed before the office has given its year, after which it has its days and its report', async () => {
    id = await entered('太原市农民工工作安排');
    const shown = await pages.text(`/plans/${id}/confirm`, 'office');
    expect(shown).toMatch(/<li><a href="#head">年度<\/a>：[^<]*3 处日期没有年份/);
    const [, all, ...parts] = /举措共 (\d+) 条：已核对 (\d+) 条，无疑问待标 (\d+) 条，待核对 (\d+) 条/.exec(shown)!;
    expect(parts.reduce((sum, part) => sum + Number(part), 0)).toBe(Number(all));
    const seenNow = async () => String((await desk.sheet(id)).latest);
    await post('accept-proposals', { seen: await seenNow() });
    await post('confirm-bulk', { what: 'clauses-left', seen: await seenNow() });
    await expect(plans.confirm(id, COORDINATOR)).rejects.toThrow('还有 2 条待核对');
    const { title, region, level, kind } = await draft();
    const head = { title: title!, region: region!, level: level!, kind: kind ?? '安排', year: '2026' };
    const saved = await post('correct-head', {
      ...head,
      issuers: '太原市农民工工作领导小组办公室',
      docNumber: '',
      issuedOn: '',
      seen: await seenNow(),
    });
    expect(flashOf(saved)).toContain('向上报送 2026-12-10');
    const { measures, reporting } = await draft();
    expect(measures.map(({ due, deadline }) => due ?? deadline?.day)).toEqual(['2026-06-30', '2026-09-30']);
    expect(reporting.map(({ due }) => due)).toEqual(['2026-12-10']);
    await plans.takeProposals(id, COORDINATOR);
    expect((await draft()).measures.map(({ due }) => due)).toEqual(['2026-06-30', '2026-09-30']);
    await plans.confirm(id, COORDINATOR);
  });

  it('is asked for its year though it prints no day at all', async () => {
    const words = planText('太原市农民工培训安排').replaceAll(/(?:；完成时限：)?\d+月(?:\d+日|底)前/g, '');
    const plan = await plans.import({ name: '安排.txt', bytes: Buffer.from(words) }, COORDINATOR);
    expect(await pages.text(`/plans/${plan}/confirm`, 'office')).toContain('没有读出是哪一年的计划');
    await plans.takeProposals(plan, COORDINATOR);
    await expect(plans.confirm(plan, COORDINATOR)).rejects.toMatchObject({ code: 'questions_open' });
  });

  it('runs in the year of its import where a program issues it, and its days stay unset', async () => {
    id = await entered('太原市农民工服务安排');
    await issueByProgram(plans, id, { acceptProposals: true }, { actor: COORDINATOR, key: 'none', seenRevision: null });
    const cycles = await ground.database.reader.manager.findBy(Cycle, { planId: id });
    expect(cycles.map(({ year }) => year)).toEqual([2026]);
    expect((await draft()).measures.map(({ due }) => due)).toEqual([null, null]);
  });
});
