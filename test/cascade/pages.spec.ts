import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import ExcelJS from 'exceljs';
import type { NextFunction, Request, Response as Answer } from 'express';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { Engine } from '../../src/engine/engine.js';
import type { Actor, Command } from '../../src/engine/types.js';
import type { SessionRequest } from '../../src/identity/me.decorator.js';
import { Database } from '../../src/persistence/database.js';
import { cycleCommands } from '../../src/plans/issuing.js';
import { Plan, PlanDraftRow } from '../../src/plans/plans.entities.js';
import { IdSource } from '../../src/shared/ids.js';
import { configureWeb, ServerLog, WebModule, webApplicationOptions, type WebSession } from '../../src/web/index.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { issueSmallPlan, liaison, PLAN, smallDraft } from '../support/small-plan.js';

const PEOPLE: Record<string, Actor> = {
  office: COORDINATOR,
  edu: liaison('edu'),
  auditor: { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] },
};
const NEW = 'plan-new';

/** Stands in for the sign-in: whoever the header names. */
function signIn(request: Request, _answer: Answer, next: NextFunction): void {
  const actor = PEOPLE[String(request.headers['x-person'])];
  if (actor) (request as SessionRequest).signedIn = { actor } as SessionRequest['signedIn'];
  next();
}

function sessionOf(request: Request): WebSession | null {
  const actor = (request as SessionRequest).signedIn?.actor;
  return actor ? { user: { id: actor.user, name: actor.name, unitId: actor.unit, unitName: '' }, csrf: null } : null;
}

async function openPages(ground: TestGround): Promise<NestExpressApplication> {
  const providers = [
    { provide: Database, useValue: ground.database },
    { provide: Engine, useValue: ground.engine },
    { provide: IdSource, useValue: ground.ids },
  ];
  @Global()
  @Module({ providers, exports: providers.map((one) => one.provide) })
  class GroundModule {}
  @Module({ imports: [GroundModule, WebModule.forRoot(() => true), CascadeModule] })
  class PagesModule {}
  const log = new ServerLog('fatal');
  const app = await NestFactory.create<NestExpressApplication>(PagesModule, webApplicationOptions(log));
  app.use(signIn);
  configureWeb(app, { sessions: sessionOf, log, secure: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** The small plan's text, amended: schooling goes to 财政 as well, and has a day. */
function enterAmended(ground: TestGround): Promise<unknown> {
  const draft = smallDraft();
  const [training, schooling] = draft.measures;
  const { supporting } = training!;
  const reading = {
    ...draft,
    docNumber: '并人社函〔2023〕8号',
    doubts: [{ code: 'source_note', reason: '第 2 页是图片，没有读入', field: 'text' }],
    measures: [training!, { ...schooling!, supporting: supporting.slice(1), due: '2023-08-31' }],
  };
  const source = { sha256: '1'.repeat(64), name: '修订.docx' };
  const commands: Command[] = [
    { kind: 'start', machine: 'plan', id: NEW, scope: NEW, input: { title: '修订', demo: false, reading, source } },
  ];
  return ground.engine.execute({ actor: COORDINATOR }, commands);
}

/** An act on the plan that the office has corrected by hand. */
const send = (type: string, payload: object): Command => ({
  kind: 'send',
  instance: 'plan-own',
  type,
  payload: { ...payload },
});

describe('the pages of comparing', () => {
  let ground: TestGround;
  let app: NestExpressApplication;
  let origin: string;
  const here = `/plans/${PLAN}/compare/${NEW}`;

  beforeAll(async () => {
    ground = await openGround('2023-06-20');
    await issueSmallPlan(ground);
    await enterAmended(ground);
    app = await openPages(ground);
    origin = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await ground.close();
  });

  const get = (path: string, person = 'office') =>
    fetch(origin + path, { headers: { 'x-person': person, accept: 'text/html' }, redirect: 'manual' });
  const page = async (path: string, person = 'office') => (await get(path, person)).text();
  const post = (path: string, fields: [string, string][], person = 'office') =>
    fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'x-person': person, accept: 'text/html' },
      redirect: 'manual',
    });
  const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

  it('offers every other imported plan, and leads to the comparison chosen', async () => {
    const offered = await page(`/plans/${PLAN}/compare`);
    expect(offered).toMatch(/并人社函〔2023〕8号　2023-[-0-9]+　太原市　核对中/);
    expect(offered).toMatch(/value="version" checked/);
    expect(offered).not.toMatch(/value="superior" checked/);
    const chosen = await get(`/plans/${PLAN}/compare?other=${NEW}&kind=version`);
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${here}?kind=version`]);
  });

  it('shows both texts side by side with counts, and filters', async () => {
    const all = await page(`${here}?kind=version`);
    expect(all).toContain('新增市财政局（配合）；完成时限由未写改为2023-08-31。');
    expect(all).toMatch(/单位变动 <span class="qt-count">1<\/span>/);
    expect(all).toContain('请先在核对页确认新文件的识读结果');
    expect(all).toMatch(/文件中没有读入的内容[^]*：第 2 页是图片，没有读入/);
    expect(await page(`${here}?kind=version&show=removed`)).toContain('没有这一类的条款');
  });

  it('beside a plan of the same place nobody is called 上级; what nobody confirmed is 疑似, with its ground', async () => {
    const seen = await page(`${here}?kind=superior`);
    expect(seen).toContain('<h1>与其他计划对照</h1>');
    expect(seen).toContain('对方完成时限为 2023-08-31，我方没有写时限。');
    expect(seen).toMatch(/疑似一致[\s\S]*疑似低于对方/);
    expect(seen).toContain('疑似对应：正文相同');
    expect(seen.slice(seen.indexOf('<main'))).not.toContain('上级');
  });

  it('one clause takes a second partner, and each is taken back by itself', async () => {
    const say = (left: string, right: string, verdict: string) =>
      post(`${here}/pairs`, [
        ['left', left],
        ['right', right],
        ['kind', 'superior'],
        ['verdict', verdict],
        ['_key', `${left}-${right}-${verdict}`],
      ]);
    await say('m001', 'm001', 'same');
    await say('m001', 'm002', 'same');
    const seen = await page(`${here}?kind=superior`);
    expect(seen.match(/于 2023-06-20 确认对应/g)).toHaveLength(2);
    expect(seen).toContain('再指定一条');
    expect(seen).toMatch(/一致 <span class="qt-count">1<\/span>/);
    await say('m001', 'm002', 'undone');
    expect((await page(`${here}?kind=superior`)).match(/于 2023-06-20 确认对应/g)).toHaveLength(1);
    await say('m001', 'm001', 'undone');
  });

  it('says why two clauses are proposed in the workbook, too', async () => {
    const answer = await get(`${here}/export.xlsx?kind=superior`);
    expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('与其他计划对照表.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.getWorksheet('对照表')!;
    expect(sheet.getCell('A2').text).toContain('左侧为对方：');
    expect(sheet.getCell('B4').text).toBe('疑似一致');
    expect(sheet.getCell('G4').text).toContain('对应理由：正文相同');
  });

  it('takes a person’s word on a pair, and takes it back', async () => {
    const said = (verdict: string) =>
      [
        ['left', 'm002'],
        ['right', 'm002'],
        ['kind', 'version'],
        ['verdict', verdict],
        ['_key', 'page-key-1'],
      ] as [string, string][];
    expect((await post(`${here}/pairs`, said('same'))).headers.get('location')).toBe(`${here}?kind=version&show=all`);
    expect(await page(`${here}?kind=version`)).toContain(`${COORDINATOR.name}于 2023-06-20 确认对应`);
    expect((await post(`${here}/pairs`, said('undone'))).status).toBe(303);
    expect(await page(`${here}?kind=version`)).not.toContain('2023-06-20 确认对应');
    expect((await post(`${here}/pairs`, said('perhaps'))).status).toBe(400);
  });

  it('is read by the auditor, who gets no buttons; to a bureau it does not exist', async () => {
    const seen = await page(`${here}?kind=version`, 'auditor');
    expect(seen).toContain('单位变动');
    expect(seen).not.toContain('确认对应</button>');
    expect((await get(`${here}?kind=version`, 'edu')).status).toBe(404);
    expect(await page(`/plans/${PLAN}/amendments`, 'edu')).toContain('没有涉及本单位任务的修订');
  });

  it('tells what the office itself had corrected, apart from what the new paper changed; one may decline it', async () => {
    const reading = smallDraft();
    const source = { sha256: '2'.repeat(64), name: '更正.docx' };
    const corrected = { changes: [{ key: 'm001', field: 'due', value: '2023-09-30' }] };
    await ground.engine.execute({ actor: COORDINATOR }, [
      {
        kind: 'start',
        machine: 'plan',
        id: 'plan-own',
        scope: 'plan-own',
        input: { title: '更正', demo: false, reading, source },
      },
      send('correct', { patch: corrected }),
    ]);
    const seen = await page(`/plans/plan-own/compare/${NEW}?kind=version`);
    expect(seen).toContain('<li>1.1 开展技能培训：完成时限（我办更正，新文本未变，默认沿用）</li>');
    expect(seen).toMatch(/时限变动 <span class="qt-count">1<\/span>/);
  });

  it('gives the result as a workbook', async () => {
    const answer = await get(`${here}/export.xlsx?kind=version`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.getWorksheet('对照表')!;
    const kinds = sheet.getColumn(2).values.slice(4);
    expect(kinds).toEqual(['未改', '单位变动、时限变动']);
    expect(sheet.getCell('A2').text).toContain('对照日期：2023-06-20');
  });

  it('lets the office decline, clause by clause, what it had corrected itself', async () => {
    await ground.engine.send(NEW, 'confirm', {}, { actor: COORDINATOR });
    const row = await ground.database.reader.manager.findOneBy(PlanDraftRow, { planId: 'plan-own' });
    const days = { issuedOn: '2023-05-11', enabledOn: '2023-05-11', clockOffset: 0 };
    const ids: Record<string, string> = { 市人力资源社会保障局: 'hr', 市教育局: 'edu', 市财政局: 'fin' };
    const outline = {
      ...{
        planId: 'plan-own',
        cycleId: 'plan-own:2023',
        year: 2023,
        draft: row!.reading,
        phases: [],
        dutyFrom: '2023-05-11',
      },
      ...{ unitId: (name: string) => ids[name]!, members: [], counties: [] },
    };
    await ground.engine.execute({ actor: COORDINATOR }, [
      send('confirm', {}),
      send('issue', { ...days, recipient: null, counties: [], indicators: [] }),
      ...cycleCommands(outline),
    ]);
    const seen = await page(`/plans/plan-own/amend/${NEW}`);
    expect(seen).toContain('<input type="checkbox" name="declined" value="m001"> 不沿用，按新文本');
    const declined = await (await post(`/plans/plan-own/amend/${NEW}/preview`, [['declined', 'm001']])).text();
    expect(declined).toContain('name="declined" value="m001" checked');
    expect(declined).toContain('完成时限由2023-09-30改为未写');
    expect((await ground.engine.send(NEW, 'reopenDraft', {}, { actor: COORDINATOR })).receipts).toHaveLength(1);
  });

  it('previews the merging, does what was previewed and nothing else, and keeps both wordings', async () => {
    await ground.engine.send(NEW, 'confirm', {}, { actor: COORDINATOR });
    const address = `/plans/${PLAN}/amend/${NEW}`;
    const first = await page(address);
    expect(first).toContain('新增配合单位：市财政局');
    const form = (decision: string, html: string): [string, string][] => [
      ['rows', 'm002|m002'],
      ['decisions', decision],
      ['note', '年中调整'],
      ['digest', field(html, 'digest')],
      ['_rev', field(html, '_rev')],
      ['_key', `amend-${decision}`],
      ['unreadSeen', 'yes'],
    ];
    expect(first).toMatch(/id="unread"[^]*第 2 页是图片，没有读入[^]*name="unreadSeen"/);
    const unseen = await post(address, form('keep', first).slice(0, -1));
    expect([unseen.status, await unseen.text()]).toEqual([409, expect.stringContaining('请先对照原件核对并勾选')]);
    const otherwise = await post(address, form('asis', first));
    const again = await otherwise.text();
    expect([otherwise.status, again.match(/<h1>(.*?)<\/h1>/)?.[1]]).toEqual([409, '并入修订']);
    expect(again).toContain('没有执行：预览之后处理方式或任务情况有了变化');
    expect(again).toContain('<option value="asis" selected>');
    expect(again).toContain('<li>按原样继续</li>');
    expect(again).toContain('name="note" value="年中调整"');
    expect(field(again, 'digest')).not.toBe(field(first, 'digest'));
    const second = await (await post(`${address}/preview`, form('asis', first))).text();
    expect(field(second, 'digest')).toBe(field(again, 'digest'));
    expect((await post(address, form('keep', first))).status).toBe(303);
    expect((await ground.database.reader.manager.findOneBy(Plan, { id: NEW }))!.state).toBe('discarded');
    const kept = await page(`/plans/${PLAN}/amendments`);
    expect(kept).toContain('年中调整');
    expect(kept).toContain('新增市财政局（配合）');
    const back = await post(`${address}/preview`, form('keep', first));
    expect([back.status, back.headers.get('location')]).toEqual([303, `/plans/${PLAN}/amendments`]);
    const amendments = new AmendmentService(ground.database, ground.engine, ground.ids);
    const twice = amendments.preview(PLAN, NEW, {}, COORDINATOR);
    await expect(twice).rejects.toMatchObject({ code: 'already_merged', detail: { facts: { plan: PLAN } } });
  });
});
