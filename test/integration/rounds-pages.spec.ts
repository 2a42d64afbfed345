import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response as Answer } from 'express';
import { Engine } from '../../src/engine/engine.js';
import type { Actor } from '../../src/engine/types.js';
import type { SessionRequest } from '../../src/identity/me.decorator.js';
import { Database } from '../../src/persistence/database.js';
import { Packet, type PacketDraft } from '../../src/rounds/rounds.entities.js';
import { RoundsModule } from '../../src/rounds/rounds.module.js';
import { RoundsService } from '../../src/rounds/rounds.service.js';
import { Clock } from '../../src/shared/clock.js';
import { IdSource } from '../../src/shared/ids.js';
import { configureWeb, ServerLog, WebModule, webApplicationOptions, type WebSession } from '../../src/web/index.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { StoredFiles } from '../../src/persistence/stored-files.js';
import { storedFiles } from '../support/stored-files.js';
import { assignmentId, indicatorId, issueSmallPlan, liaison, PLAN, type UnitId } from '../support/small-plan.js';

const PEOPLE: Record<string, Actor> = {
  office: COORDINATOR,
  hr: liaison('hr'),
  edu: liaison('edu'),
  xiaodian: liaison('xiaodian'),
  auditor: { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] },
};

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
  const files = storedFiles(ground);
  const providers = [
    { provide: Database, useValue: ground.database },
    { provide: Engine, useValue: ground.engine },
    { provide: Clock, useValue: ground.clock },
    { provide: IdSource, useValue: ground.ids },
    { provide: StoredFiles, useValue: files },
  ];
  @Global()
  @Module({ providers, exports: providers.map((one) => one.provide) })
  class GroundModule {}
  @Module({ imports: [GroundModule, WebModule.forRoot(() => true), RoundsModule] })
  class PagesModule {}
  const log = new ServerLog('fatal');
  const app = await NestFactory.create<NestExpressApplication>(PagesModule, webApplicationOptions(log));
  app.use(signIn);
  configureWeb(app, { sessions: sessionOf, log, secure: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

describe('the pages of a round', () => {
  let ground: TestGround;
  let app: NestExpressApplication;
  let origin: string;
  let round: string;

  beforeAll(async () => {
    ground = await openGround('2023-06-20');
    await issueSmallPlan(ground);
    app = await openPages(ground);
    origin = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await ground.close();
  });

  const get = (path: string, person: string) =>
    fetch(origin + path, { headers: { 'x-person': person, accept: 'text/html' }, redirect: 'manual' });
  const text = async (path: string, person: string) => {
    const answer = await get(path, person);
    return answer.status === 200
      ? answer.text()
      : `${answer.status} ${answer.headers.get('location') ?? (await answer.text())}`;
  };
  const post = (path: string, person: string, fields: Record<string, string> | FormData) => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return fetch(origin + path, {
      method: 'POST',
      body,
      headers: { 'x-person': person, accept: 'text/html' },
      redirect: 'manual',
    });
  };
  const packet = async (unitId: UnitId): Promise<Packet> =>
    (await ground.database.reader.manager.findOneBy(Packet, { roundId: round, unitId }))!;

  it('offers the next round with one click and opens it', async () => {
    const page = await text(`/plans/${PLAN}/rounds/new`, 'office');
    expect(page).toContain('2023年第二季度调度');
    expect(page).toContain('value="2023-06-30"');
    const fields = {
      kind: '季',
      title: '',
      asOf: '2023-06-30',
      due: '2023-06-30',
      basis: '',
      scope: 'all',
      parts: 'table',
    };
    const answer = await post(`/plans/${PLAN}/rounds`, 'office', {
      ...fields,
      indicators: indicatorId(1),
      _key: 'key-open-1',
    });
    expect(answer.status).toBe(303);
    round = answer.headers.get('location')!.split('/').at(-1)!;
    const refused = await post(`/plans/${PLAN}/rounds`, 'office', { ...fields, basis: '电话通知' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/没有重复发起[^]*value="电话通知"/);
  });

  it('opens none of which all would be late at once, unless the office says that it is meant', async () => {
    const late = { kind: '专项', title: '补报', asOf: '2023-03-31', due: '2023-03-31', basis: '', scope: 'all' };
    const refused = await post(`/plans/${PLAN}/rounds`, 'office', { ...late, parts: 'table' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/报送截止日 2023-03-31 已过（今天 2023-06-20）[^]*name="duePassed"/);
    const meant = await post(`/plans/${PLAN}/rounds`, 'office', { ...late, parts: 'table', duePassed: 'yes' });
    expect(meant.status).toBe(303);
    const id = meant.headers.get('location')!.split('/').at(-1)!;
    await post(`/rounds/${id}/acts/cancel`, 'office', { cancelReason: '改期' });
  });

  it('shows the board to the office and the auditor, not to a bureau', async () => {
    const page = await text(`/rounds/${round}`, 'office');
    expect(page).toContain('尚未报送');
    expect(page).toContain('成员单位3个（人力资源社会保障局、教育局、财政局）');
    expect(page).toContain('id="action-chase"');
    expect(await text(`/rounds/${round}`, 'auditor')).not.toContain('id="action-chase"');
    expect(await text(`/rounds/${round}`, 'hr')).toMatch(/^404/);
    expect(await text('/rounds', 'hr')).toContain(`/packets/${(await packet('hr')).id}`);
  });

  it('leads a bureau to its form, and keeps what was typed when something is wrong', async () => {
    const { id } = await packet('hr');
    expect(await text(`/packets/${id}`, 'hr')).toBe(`303 /packets/${id}/form`);
    const page = await text(`/packets/${id}/form`, 'hr');
    expect(page).toContain('开展技能培训');
    expect(page).toContain('培训农民工');
    expect(page).not.toContain('随迁子女入学率');
    const form = new FormData();
    form.append(`rows[${assignmentId(1, 'hr')}][text]`, '培训了很多人<b>');
    form.append(`rows[${assignmentId(1, 'hr')}][progress]`, '130');
    form.append(`figures[${indicatorId(1)}][printed]`, '1.26万人次');
    form.append('files', new Blob(['盖章']), '盖章件.pdf');
    form.append('filesKind', '盖章件');
    const refused = await post(`/packets/${id}/form`, 'hr', form);
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain(`href="#rows[${assignmentId(1, 'hr')}][progress]"`);
    expect(again).toContain('培训了很多人&lt;b&gt;');
    expect(again).toContain('value="1.26万人次"');
    expect(again).toContain('盖章件.pdf');
    expect((await packet('hr')).state).toBe('awaited');
  });

  it('keeps a draft while typing, without a word in the record and without making the page stale', async () => {
    const { id } = await packet('hr');
    const { revision } = await ground.engine.offers(id, liaison('hr'));
    const answer = await post(`/packets/${id}/draft`, 'hr', {
      [`rows[${assignmentId(1, 'hr')}][text]`]: '培训40期',
      summary: '小结',
    });
    expect(answer.status).toBe(204);
    expect((await ground.engine.offers(id, liaison('hr'))).revision).toBe(revision);
    expect(await text(`/packets/${id}/form`, 'hr')).toContain('培训40期');
    expect(await text(`/packets/${id}/record`, 'office')).not.toContain('培训40期');
    expect((await post(`/packets/${id}/draft`, 'edu', { summary: 'x' })).status).toBe(404);
    expect((await post(`/packets/${id}/draft`, 'auditor', { summary: 'x' })).status).toBe(403);
  });

  it('takes the packet, paper and all, and shows it with its figure as an anchor', async () => {
    const { id } = await packet('hr');
    const { revision } = await ground.engine.offers(id, liaison('hr'));
    const fields = {
      [`rows[${assignmentId(1, 'hr')}][text]`]: '培训40期',
      [`rows[${assignmentId(1, 'hr')}][progress]`]: '60',
      [`figures[${indicatorId(1)}][printed]`]: '1.26万人次',
    };
    const sent = await post(`/packets/${id}/form`, 'hr', { ...fields, _key: 'key-submit-1', _rev: String(revision) });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/packets/${id}`]);
    const twice = await post(`/packets/${id}/form`, 'hr', { ...fields, _key: 'key-submit-1', _rev: String(revision) });
    expect(twice.status).toBe(303);
    const page = await text(`/packets/${id}`, 'office');
    expect(page).toContain(`id="f-${indicatorId(1)}"`);
    expect(page).toContain('12600人次');
    expect(page).toContain('报送了材料');
    const [file] = (await packet('hr')).files;
    const paper = await get(`/packets/${id}/files/${file!.sha256}`, 'office');
    expect([paper.status, await paper.text()]).toEqual([200, '盖章']);
    expect((await get(`/packets/${id}/files/${file!.sha256}`, 'edu')).status).toBe(404);
    expect((await get(`/packets/${id}/files/${'0'.repeat(64)}`, 'office')).status).toBe(404);
    const drafts = await ground.database.reader.all<PacketDraft>('SELECT * FROM packet_draft WHERE packet_id = ?', [
      id,
    ]);
    expect(drafts).toEqual([]);
  });

  it('answers a stale page with what was done since, also by the same person in another window', async () => {
    const { id } = await packet('hr');
    const { revision } = await ground.engine.offers(id, COORDINATOR);
    const ask = { [`askRows[${assignmentId(1, 'hr')}]`]: 'yes', askReason: '请补充工种', _rev: String(revision) };
    expect((await post(`/packets/${id}/acts/askMore`, 'office', ask)).status).toBe(303);
    const late = await post(`/packets/${id}/acts/askMore`, 'office', { ...ask, askReason: '我也要问' });
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/已经办理：您本人（另一窗口）：[^]*请补充/);
    expect(await text(`/packets/${id}/form`, 'hr')).toContain('请补充工种');
  });

  it('lets the office enter a county’s paper with its proof, and say who may accept it', async () => {
    const { id } = await packet('xiaodian');
    const page = await text(`/packets/${id}/record`, 'office');
    expect(page).toContain('收到日期');
    const form = new FormData();
    for (const [name, value] of Object.entries({
      summary: '区正式报告',
      channel: '纸质',
      receivedOn: '2023-06-19',
      signer: '李某',
      post: '主任',
    }))
      form.append(name, value);
    form.append('files', new Blob(['扫描']), '来文.pdf');
    expect((await post(`/packets/${id}/record`, 'office', form)).status).toBe(303);
    expect(await packet('xiaodian')).toMatchObject({
      state: 'submitted',
      onBehalf: true,
      receivedOn: '2023-06-19',
      summary: '区正式报告',
    });
    const shown = await text(`/packets/${id}`, 'office');
    expect(shown).toContain('代填代审');
    expect(shown).toContain('2023年6月19日收到');
    expect(shown).toContain('下载凭证');
  });

  it('refuses an act without its reason and leaves the form open with what was typed', async () => {
    const { id } = await packet('edu');
    const refused = await post(`/packets/${id}/acts/exempt`, 'office', { exemptReason: '  ' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/请写明免报理由[^]*id="action-exempt" open/);
    expect((await post(`/packets/${id}/acts/exempt`, 'hr', { exemptReason: 'x' })).status).toBe(404);
    expect((await post(`/packets/${id}/acts/exempt`, 'edu', { exemptReason: 'x' })).status).toBe(403);
    expect((await post(`/packets/${id}/acts/reportNil`, 'edu', { nilText: '无新情况' })).status).toBe(303);
    expect(await packet('edu')).toMatchObject({ nil: true, state: 'submitted' });
  });

  it('carries last round’s words and figure into the next form', async () => {
    const next = {
      kind: '季',
      asOf: '2023-09-30',
      due: '2023-09-28',
      basis: null,
      parts: ['text', 'table'],
      indicatorIds: 'all',
      units: 'all',
    } as const;
    round = await app.get(RoundsService).open(PLAN, { ...next, parts: [...next.parts] }, COORDINATOR);
    const page = await text(`/packets/${(await packet('hr')).id}/form`, 'hr');
    expect(page).toContain('上期（截至 2023-06-30）');
    expect(page).toMatch(/<textarea[^>]*>培训40期<\/textarea>/);
    expect(page).toContain('上期：1.26万人次（截至 2023-06-30');
  });
});
