import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { pastOf } from '../../src/core/core.module.js';
import { FlowService } from '../../src/flow/flow.service.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { DocumentDesk } from '../../src/reports/document-desk.js';
import { DocumentsService } from '../../src/reports/documents.service.js';
import { UNIT_KINDS } from '../../src/reports/access.js';
import { PAPER_KINDS } from '../../src/reports/kinds.js';
import { ReportsService, type PaperRequest } from '../../src/reports/reports.service.js';
import { figurePage, reportsPage } from '../../src/reports/reports.presenter.js';
import { renderTemplate } from '../../src/rendering/handlebars.js';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { Packet } from '../../src/rounds/rounds.entities.js';
import { RoundsService } from '../../src/rounds/rounds.service.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { seededPlan } from '../../src/seeding/plan-seeds.js';
import { startOfDay } from '../../src/shared/clock.js';
import { readConfig } from '../../src/shared/config.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import {
  assignmentId,
  COLLEAGUE,
  CYCLE,
  indicatorId,
  issueSmallPlan,
  liaison,
  PLAN,
  type UnitId,
} from '../support/small-plan.js';
import { readerOf } from '../support/plan-reader.js';

const YEAR_END = {
  ...{
    kind: '年终' as const,
    asOf: '2023-12-10',
    due: '2023-12-15',
    basis: null,
    parts: ['text' as const, 'table' as const],
  },
  ...{ indicatorIds: 'all' as const, units: 'all' as const },
};

/** The visible text of a .docx. */
function textOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!);
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

const ASSETS = Object.fromEntries(
  ['icon', 'font', 'tabler', 'app', 'print', 'htmx', 'script', 'kept', 'keptOffers'].map((name) => [name, `/${name}`]),
);

/** A page inside an empty shell. */
function shown(template: string, view: object): string {
  const shell = { user: null, csrf: 'c', key: 'k', flash: null, nav: [], assets: ASSETS, requestId: 'r' };
  return renderTemplate(template, { ...view, shell }).replaceAll('&#x3D;', '=');
}

/** Plans without documents to read. */
function plansOn(ground: TestGround): PlansService {
  const { database, engine, ids, clock, folder } = ground;
  const reader = readerOf(
    () => Promise.resolve({ text: '' }),
    () => Promise.reject(new Error('no document here')) as never,
  );
  const files = storedFiles(ground);
  return new PlansService(database, engine, files, reader, ids, clock, readConfig({ DATA_DIR: folder }));
}

describe('the papers of a year, from what the units sent', () => {
  let ground: TestGround;
  let ledger: LedgerService;
  let reports: ReportsService;
  let documents: DocumentsService;
  let packets: PacketsService;
  let plans: PlansService;
  let round: string;

  const setDay = (day: string) => {
    ground.clock.set(startOfDay(day) + 10 * 3_600_000);
    return ground.engine.fireDue();
  };
  const packetOf = async (unitId: UnitId): Promise<string> =>
    (await ground.database.reader.manager.findOneBy(Packet, { roundId: round, unitId }))!.id;
  const paper = (more: Partial<PaperRequest> = {}) =>
    reports.render({ planId: PLAN, kind: 'year-end', format: 'docx', ...more });
  const text = async (more: Partial<PaperRequest> = {}) => textOf((await paper(more)).bytes);

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    await issueSmallPlan(ground);
    const { database, engine, clock, ids } = ground;
    const past = pastOf(database);
    ledger = new LedgerService(database, engine, past);
    plans = plansOn(ground);
    reports = new ReportsService(database, engine, ledger, plans, clock, past);
    documents = new DocumentsService(database, engine, reports, storedFiles(ground), ids);
    packets = new PacketsService(engine, new PacketDrafts(database, clock));
    await setDay('2023-12-01');
    round = await new RoundsService(engine, ids).open(PLAN, YEAR_END, COORDINATOR);
    await setDay('2023-12-12');
    const training = {
      rows: {
        [assignmentId(1, 'hr')]: {
          text: '举办专场招聘320场，发放补贴45万元',
          progress: '100%',
          issues: '个别县区场地不足',
          nextStep: '提前落实场地',
        },
      },
      figures: { [indicatorId(1)]: { printed: '1.26万人次', valueStatus: '预计' } },
    };
    await packets.submit(await packetOf('hr'), training, [], { actor: liaison('hr') });
    const county = { rows: {}, figures: {}, summary: '小店区开展培训3000人次', typicalCase: '小店区设立零工驿站' };
    const receipt = { channel: '纸质', receivedOn: '2023-12-12', signer: '王某', post: '副主任', proof: null };
    await packets.record(await packetOf('xiaodian'), county, [], receipt, { actor: COORDINATOR });
    await packets.acceptOwnEntry(await packetOf('xiaodian'), '属实', { actor: COORDINATOR });
  });
  afterAll(() => ground.close());

  it('gives the task table right after confirming, the same as after issuing', async () => {
    const { reading, sha256 } = seededPlan('taiyuan-2023');
    const id = await plans.enter(reading, { sha256, name: 'taiyuan' }, COORDINATOR);
    const table = () => reports.render({ planId: id, kind: 'task-table', format: 'html' });
    await expect(table()).rejects.toMatchObject({ code: 'plan_not_issued' });
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    const before = await table();
    const day = await ground.engine.today(id);
    await plans.issue(id, { issuedOn: '2023-05-11', enabledOn: day, recipient: null, moveClock: false }, COORDINATOR);
    const after = await table();
    expect(Buffer.from(before.bytes).toString()).toContain('稳定扩大县域就业岗位供给');
    expect(Buffer.from(before.bytes).toString()).toBe(Buffer.from(after.bytes).toString());
  });

  it('puts figures, texts, problems and the coverage into the year-end report', async () => {
    const said = await text();
    expect(said).toContain('培训农民工1.26万人次');
    expect(said).toContain('（预计全年）');
    expect(said).toContain('完成目标（培训农民工12000人次）的105%');
    expect(said).toContain('举办专场招聘320场');
    expect(said).toContain('个别县区场地不足');
    expect(said).toContain('提前落实场地');
    expect(said).toContain('小店区设立零工驿站');
    expect(said).toMatch(/应报成员单位3家，已报1家，未报2家（市教育局、市财政局）；应报县（市、区）1家，已报1家/);
    expect(said).not.toContain('登记号');
  });

  it('numbers every figure of the 底稿 and lists where it comes from', async () => {
    const said = await text({ draft: true });
    expect(said).toMatch(/1\.26万人次(（预计全年）)?\[\d\]/);
    expect(said).toContain('数据来源表');
    expect(said).toContain('联络员（市人力资源社会保障局）');
    expect(said).toContain('系统填报');
    expect(said).toMatch(/登记号\d+/);
    expect(said).toContain('代填代审');
    expect(said).toContain('待补证');
    expect(said).toMatch(/320场\[\d\]/);
  });

  it('lets each figure of the preview open its submission', async () => {
    const html = await reports.preview(COORDINATOR, { planId: PLAN, kind: 'year-end' });
    expect(html).toContain(`href="/packets/${await packetOf('hr')}#f-${indicatorId(1)}"`);
    expect(html).toContain(`href="/packets/${await packetOf('hr')}"`);
  });

  it('gives the same bytes for the same record, day and request, whatever the clock says', async () => {
    const requests: Partial<PaperRequest>[] = [
      {},
      { draft: true },
      { format: 'html' },
      { kind: 'task-table', format: 'xlsx' },
      { kind: 'ledger', format: 'xlsx' },
    ];
    const asOf = '2023-12-12';
    const first = await Promise.all(requests.map((request) => paper({ ...request, asOf })));
    await setDay('2023-12-13');
    const second = await Promise.all(requests.map((request) => paper({ ...request, asOf })));
    second.forEach((file, at) => expect(Buffer.from(file.bytes).equals(Buffer.from(first[at]!.bytes))).toBe(true));
  });

  it('shows an earlier day as it was: nothing reported, everybody owing', async () => {
    const said = await text({ asOf: '2023-12-05' });
    expect(said).not.toContain('1.26万人次');
    expect(said).toContain('本项尚无单位报送进展');
    expect(said).toContain('应报成员单位3家，已报0家');
    await expect(paper({ asOf: '2024-06-01' })).rejects.toMatchObject({ code: 'day_not_yet' });
  });

  it('keeps a corrected figure’s old value for the days before, and lists the correction', async () => {
    await setDay('2023-12-14');
    const correction = { indicatorId: indicatorId(1), printed: '1.3万人次', reason: '补报', agreedBy: '王某' };
    await packets.correctFigure(await packetOf('hr'), correction, { actor: liaison('hr') });
    expect(await text()).toContain('培训农民工1.3万人次');
    expect(await text({ asOf: '2023-12-12' })).toContain('培训农民工1.26万人次');
    const draft = await text({ draft: true });
    expect(draft).toContain('引用数已更正：原报1.26万人次，现报1.3万人次');
    expect(draft).toContain('引用数已更正情况表');
  });

  it('prints the office’s paragraph instead of the units’, and keeps both', async () => {
    const id = await documents.begin(PLAN, 'year-end', COORDINATOR, 'begin-1');
    expect(await documents.begin(PLAN, 'year-end', COORDINATOR, 'begin-1')).toBe(id);
    await expect(documents.begin(PLAN, 'year-end', COORDINATOR, 'begin-2')).rejects.toMatchObject({
      code: 'already_exists',
    });
    const begun = (await documents.find(CYCLE, 'year-end'))!;
    const training = begun.paragraphs.find((paragraph) => paragraph.heading === '开展技能培训')!;
    expect(training.prefill).toContain('举办专场招聘320场');

    const { revision } = await ground.engine.offers(id, COORDINATOR);
    await documents.editParagraph(
      id,
      training.position,
      '全年培训1.3万人次，举办招聘会320场，另有7家企业参与。',
      COORDINATOR,
      { seenRevision: revision },
    );
    const said = await text({ draft: true });
    expect(said).toContain('另有7家企业参与');
    expect(said).toMatch(/全年培训1\.3万人次(（预计全年）)?\[\d\]/);
    expect(said).toContain('正文中未对应来源的数据');
    expect(said).toContain('各单位报送原文');
    expect(said).toContain('举办专场招聘320场，发放补贴45万元');
    await expect(
      documents.editParagraph(id, training.position, '别的', COLLEAGUE, { seenRevision: revision }),
    ).rejects.toMatchObject({ code: 'stale_revision' });
  });

  it('shows the page with the office’s paragraphs, the units’ own texts beside, and the buttons of the moment', async () => {
    const desk = new DocumentDesk(
      ground.database,
      ground.engine,
      reports,
      documents,
      new FlowService(ground.database, ground.engine),
    );
    const page = await desk.page(PLAN, 'year-end', COORDINATOR);
    const training = page.paragraphs.find((paragraph) => paragraph.heading === '开展技能培训')!;
    expect(training).toMatchObject({
      isEdited: true,
      text: expect.stringContaining('7家企业'),
      prefill: expect.stringContaining('320场'),
    });
    expect(training.originals).toEqual([
      expect.objectContaining({ unit: '市人力资源社会保障局', href: `/packets/${await packetOf('hr')}` }),
    ]);
    expect(page).toMatchObject({ mayEdit: true, maySign: true, mayFinalise: false });
    const html = shown('pages/reports/year-end', {
      ...page,
      timeline: null,
      actions: await desk.actions(page, COORDINATOR),
    });
    expect(html).toContain('生成年终总结（报送稿）');
    expect(html).toContain(`/reports/${PLAN}/year-end-draft.docx?asOf=2023-12-14`);
    expect(html).toContain('登记领导签批');
    const looking = await desk.page(PLAN, 'year-end', { ...COORDINATOR, user: 'u-audit', roles: ['auditor'] });
    expect(looking).toMatchObject({ mayEdit: false, maySign: false });
    await expect(desk.page(PLAN, 'year-end', liaison('hr'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows of a total every part, and lists the papers by plan', async () => {
    const html = shown('pages/reports/figure', figurePage(await reports.figure(COORDINATOR, PLAN, indicatorId(1))));
    expect(html).toContain('1.26万人次→1.3万人次（补报）');
    expect(html).toContain(`/packets/${await packetOf('hr')}#f-${indicatorId(1)}`);
    const list = shown('pages/reports/list', reportsPage(await reports.plans(COORDINATOR), null, PAPER_KINDS));
    for (const kind of PAPER_KINDS) expect(list).toContain(`/reports/${PLAN}/${kind}.docx`);
    const own = shown('pages/reports/list', reportsPage(await reports.plans(liaison('fin')), 'fin', UNIT_KINDS));
    expect(own).toContain(`/reports/${PLAN}/task-table.xlsx?unit=fin`);
    expect(own).not.toContain('year-end');
  });

  it('issues a paper only when it is signed off, as a file that never changes', async () => {
    const { document } = (await documents.find(CYCLE, 'year-end'))!;
    await expect(documents.finalise(document.id, COORDINATOR)).rejects.toMatchObject({ code: 'not_now' });
    const proof = await documents.keepProof({ name: '签批件.pdf', bytes: Buffer.from('scan') }, COORDINATOR);
    const approval = { signer: '李某', post: '主任', on: '2023-12-14', proof };
    await documents.recordApproval(document.id, approval, COORDINATOR);
    await documents.finalise(document.id, COORDINATOR);
    const [issue] = (await documents.find(CYCLE, 'year-end'))!.issues;
    const stored = await documents.issued(document.id, issue!.id);
    expect(textOf(stored.bytes)).toContain('另有7家企业参与');
    expect(issue).toMatchObject({ version: 1, asOf: '2023-12-14' });
    expect(issue!.wordCount).toBeGreaterThan(100);

    await setDay('2023-12-18');
    const correction = { indicatorId: indicatorId(1), printed: '1.31万人次', reason: '年终审定', agreedBy: '王某' };
    await packets.correctFigure(await packetOf('hr'), correction, { actor: liaison('hr') });
    expect(Buffer.from((await documents.issued(document.id, issue!.id)).bytes).equals(Buffer.from(stored.bytes))).toBe(
      true,
    );
    const changed = await documents.changedQuotes(issue!);
    expect(changed).toEqual([{ quote: expect.objectContaining({ value: '13000', unitId: 'hr' }), now: '13100' }]);
  });

  it('prints the order that went out to a bureau as it was sent', async () => {
    const id = 'order-1';
    const input = {
      planId: PLAN,
      unitId: 'edu',
      measureIds: [`${CYCLE}:m002`],
      way: 'order',
      ceiling: 'order',
      level: 'key',
      reason: '多次催报未报',
    };
    const send = (type: string, payload: object) =>
      ground.engine.send(id, type, { ...payload }, { actor: COORDINATOR });
    await ground.engine.start('supervision', id, PLAN, input, { actor: COORDINATOR });
    await send('draftOrder', { text: '市教育局：\n请在期限前书面反馈。', due: '2023-12-28', level: 'key' });
    await send('recordApproval', { signer: '李某', post: '主任', on: '2023-12-18', proof: null });
    await send('send', {
      number: '并农工督〔2023〕1号',
      on: '2023-12-18',
      channel: '公文系统',
      due: '2023-12-28',
      fires: '2023-12-29',
    });
    const order = await text({ kind: 'supervision' });
    for (const words of ['并农工督〔2023〕1号', '重点', '请在期限前书面反馈。', '2023年12月28日', '保障随迁子女入学'])
      expect(order).toContain(words);
    expect(await text({ kind: 'supervision', asOf: '2023-12-14' })).not.toContain('并农工督');
  });

  it('makes every kind of paper, and says which form it cannot give', async () => {
    for (const kind of PAPER_KINDS) {
      const file = await paper({ kind });
      expect(textOf(file.bytes).length).toBeGreaterThan(80);
      expect((await paper({ kind, format: 'html' })).mime).toContain('text/html');
    }
    await expect(paper({ format: 'pdf' })).rejects.toMatchObject({
      code: 'format_not_available',
      detail: { cure: expect.stringContaining('docx') },
    });
    const sheet = await paper({ kind: 'task-table', format: 'xlsx', unitId: 'edu' });
    expect(sheet.fileName).toContain('（市教育局）');
  });

  it('gives a bureau its own sheet and nothing else', async () => {
    const own = { planId: PLAN, kind: 'task-table' as const, format: 'xlsx' as const };
    expect((await reports.renderFor(liaison('edu'), { ...own, unitId: 'edu' })).bytes.length).toBeGreaterThan(1000);
    expect((await reports.renderFor(liaison('edu'), own)).fileName).toContain('（市教育局）');
    await expect(reports.renderFor(liaison('edu'), { ...own, unitId: 'hr' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      reports.renderFor(liaison('edu'), { planId: PLAN, kind: 'year-end', format: 'docx' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const stranger = { ...liaison('edu'), unit: 'elsewhere' };
    await expect(reports.figure(stranger, PLAN, indicatorId(1))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows in the ledger what was reported, to those who have a part in it', async () => {
    const { lines, colours } = await ledger.rows(PLAN, {}, COORDINATOR);
    expect(lines.map((line) => [line.no, line.unitName, line.statusWord])).toEqual([
      ['1.1', '市人力资源社会保障局', '长期坚持'],
      ['1.1', '市教育局', '未启动'],
      ['1.1', '市财政局', '未启动'],
      ['1.2', '市教育局', '未启动'],
    ]);
    expect(Object.values(colours).reduce((sum, count) => sum + count)).toBe(4);
    expect((await ledger.rows(PLAN, { keyword: '招聘320' }, COORDINATOR)).lines).toHaveLength(1);
    expect((await ledger.rows(PLAN, { keyword: '%' }, COORDINATOR)).lines).toHaveLength(0);
    expect((await ledger.rows('all', { role: 'lead' }, COORDINATOR)).lines).toHaveLength(2);
    expect((await ledger.rows(PLAN, {}, liaison('fin'))).lines.map((line) => line.no)).toEqual(['1.1', '1.1', '1.1']);
    await expect(ledger.rows(PLAN, {}, liaison('xiaodian'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves a record that proves itself', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});
