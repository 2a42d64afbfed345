import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { Cycle } from '../../src/plans/plans.entities.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { issueByProgram } from '../../src/api/issue-by-program.js';
import { RoundBoards } from '../../src/rounds/round-boards.js';
import { FlowModule } from '../../src/flow/flow.module.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { flashOf, type TestPages } from '../support/pages.js';

/** Issued in the autumn before; the first day is printed without a year, the second lies before the plan's year. */
const planText = (title: string): string => `太原市农民工工作领导小组办公室文件
并农工办发〔2026〕18号

${title}

一、稳定就业

（一）开展技能培训。面向进城务工人员开班，推广工地夜校。

责任单位：市人社局，完成时限：6月30日前。

（二）部署节前清欠。完成在建项目排查。

责任单位：市住建局，完成时限：2026年12月25日前。

太原市农民工工作领导小组办公室
2026年11月20日
`;

describe('next year’s plan, issued in November', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let desk: DraftDesk;
  let id: string;

  const entered = (title: string) =>
    plans.import({ name: `${title}.txt`, bytes: Buffer.from(planText(title)) }, COORDINATOR);
  const post = async (path: string, fields: Record<string, string>) =>
    pages.post(`/plans/${id}/${path}`, 'office', new URLSearchParams(fields));
  const page = (path: string) => pages.text(`/plans/${id}${path}`, 'office');
  const days = { issuedOn: '2026-11-20', enabledOn: '2026-11-20', recipient: '' };
  const cycles = () => ground.database.reader.manager.findBy(Cycle, { planId: id });

  beforeAll(async () => {
    ground = await openGround('2026-11-20');
    ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }, [FlowModule]));
    id = await entered('2027年农民工工作要点');
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('has its days without a year read in the title’s year, and the page for checking says which year that is', async () => {
    const { draft } = await desk.sheet(id);
    expect(draft.measures.map(({ due }) => due)).toEqual(['2027-06-30', '2026-12-25']);
    const confirm = await page('/confirm');
    expect(confirm).toMatch(/class="qt-said">[^<]*2027 年度/);
    expect(confirm).toMatch(/id="head-year"[^>]*value="2027"/);
  });

  it('shows the year in the form of the issue and runs in it: mobilised from the issue, worked and evaluated next year', async () => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    expect(await page('')).toMatch(/id="issue-year"[^>]*value="2027"/);
    expect((await post('issue', { ...days, year: '2027' })).status).toBe(303);
    const [cycle] = await cycles();
    expect(cycle).toMatchObject({ year: 2027, state: 'mobilisation' });
    expect(cycle!.phases.map(({ start, end }) => [start, end])).toEqual([
      ['2026-11-20', '2026-12-31'],
      ['2027-01-01', '2027-11-30'],
      ['2027-12-01', '2027-12-31'],
    ]);
    expect(await page('')).toContain('2027 年度：');
  });

  it('keeps the day that it prints for the weeks before its year', async () => {
    const { manager } = ground.database.reader;
    const measures = await manager.find(Measure, { where: { planId: id }, order: { position: 'ASC' } });
    expect(measures.map(({ due }) => due)).toEqual(['2027-06-30', '2026-12-25']);
    const duties = await manager.findBy(Assignment, { measureId: measures[1]!.id });
    expect(duties.map(({ due }) => due)).toEqual(['2026-12-25']);
    const rounds = await new RoundBoards(ground.database, ground.engine).proposals(id);
    expect(rounds.filter(({ title }) => title.startsWith('2026'))).toEqual([]);
  });

  it('without a year in its title is of the year of issue, until the office says another', async () => {
    id = await entered('农民工工作要点');
    const read = (await desk.sheet(id)).draft;
    expect(read.measures.map(({ due }) => due)).toEqual([null, '2026-12-25']);
    expect(read.measures[0]!.deadline?.doubt).toContain('早于成文日期');
    const head = { title: '农民工工作要点', issuedOn: '2026-11-20', docNumber: read.docNumber!, region: '太原市' };
    const rest = { level: 'city', kind: read.kind!, issuers: read.issuers.map(({ name }) => name).join('、') };
    const seen = String((await desk.sheet(id)).latest);
    const saved = await post('correct-head', { ...head, ...rest, year: '2027', seen });
    expect(saved.status).toBe(303);
    expect((await desk.sheet(id)).draft.year).toBe(2027);
    const confirm = await page('/confirm');
    expect(confirm).toMatch(/id="head-year"[^>]*value="2027"/);
    expect(confirm).toContain('年度已由 2026 改为 2027');
    expect((await desk.sheet(id)).draft.measures.map(({ due }) => due)).toEqual(['2027-06-30', '2026-12-25']);
    expect(flashOf(saved)).toContain('原文没有印年份的日期随之改动：1.1 完成时限改为 2027-06-30。');
    expect(flashOf(saved)).toContain('原文印有 2026 年、没有改动的 1 处：1.2 完成时限 2026-12-25，请核对。');
    expect(confirm).toMatch(/1\.1 开展技能培训：完成时限[^<]*<del>未填<\/del> 改为 <ins>2027-06-30<\/ins>/);
    expect(confirm).toMatch(/年度[^<]*<del>2026<\/del> 改为 <ins>2027<\/ins>/);
    expect(confirm).toContain('撤销我上一次更正（年度）');
    expect((await plans.plan(id)).yearFrom).toBe(2027);
    await desk.undo(id, (await desk.sheet(id)).latest, COORDINATOR);
    expect((await desk.sheet(id)).draft).toEqual(read);
  });

  it('may be given its year at the issue; a far one, and one that loses printed days, is refused', async () => {
    id = await entered('农民工服务保障要点');
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const undated = await (await post('issue', { ...days, issuedOn: '', year: '2026' })).text();
    expect(undated).toContain('印发日期请按 2023-05-11 的样式填写');
    expect(undated).not.toContain('issuedOn');
    expect(await (await post('issue', { ...days, year: '2207' })).text()).toContain('可填 2026 至 2027');
    expect(await (await post('issue', { ...days, year: '2027' })).text()).toContain('完成时限在此之前');
    expect(await cycles()).toEqual([]);
    expect((await post('issue', { ...days, year: '2026' })).status).toBe(303);
    expect((await cycles()).map(({ year }) => year)).toEqual([2026]);
  });

  it('is issued by a program in the same year, or in the one that the program says', async () => {
    const byProgram = async (title: string, year?: number) => {
      id = await entered(title);
      const sent = { actor: COORDINATOR, key: `key-${title}`, seenRevision: null };
      await issueByProgram(plans, id, { acceptProposals: true, year }, sent);
      return (await cycles()).map((cycle) => cycle.year);
    };
    expect(await byProgram('2027年农民工工作安排')).toEqual([2027]);
    await expect(byProgram('农民工工作安排', 2031)).rejects.toMatchObject({ code: 'year_outside_plan' });
    expect(await byProgram('农民工权益保障安排', 2026)).toEqual([2026]);
  });
});
