import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowModule } from '../../src/flow/flow.module.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { RoundsService } from '../../src/rounds/rounds.service.js';
import { startOfDay } from '../../src/shared/clock.js';
import { SupervisionModule } from '../../src/supervision/supervision.module.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openPages, type TestPages } from '../support/pages.js';
import { COLLEAGUE, CYCLE, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';

const PEOPLE = {
  office: COORDINATOR,
  colleague: COLLEAGUE,
  edu: liaison('edu'),
  fin: liaison('fin'),
  auditor: { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] },
};

describe('the pages of supervision and notices', () => {
  let ground: TestGround;
  let pages: TestPages;
  let here: string;

  beforeAll(async () => {
    ground = await openGround('2023-06-20');
    await issueSmallPlan(ground);
    const quarter = {
      kind: '季' as const,
      asOf: '2023-06-30',
      due: '2023-06-30',
      basis: null,
      parts: ['text' as const],
    };
    const rounds = new RoundsService(ground.engine, ground.ids);
    await rounds.open(PLAN, { ...quarter, indicatorIds: 'all', units: 'all' }, COORDINATOR);
    ground.clock.set(startOfDay('2023-07-04') + 10 * 3_600_000);
    await ground.engine.fireDue();
    pages = await openPages(ground, PEOPLE, [SupervisionModule, NotificationsModule, FlowModule]);
  });
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('begin with what is overdue: the unit first, then its tasks, for the office only', async () => {
    const list = await pages.text('/supervision', 'office');
    expect(list).toContain('逾期4天未报');
    expect(list).toContain(`/plans/${PLAN}/supervision/new?unit&#x3D;edu`);
    expect(await pages.text('/supervision', 'edu')).not.toContain('逾期4天未报');
    const choice = await pages.text(`/plans/${PLAN}/supervision/new`, 'office');
    expect(choice).toContain('2023年第二季度调度');
    expect(choice).not.toContain('id="supervision-form"');
    const form = await pages.text(`/plans/${PLAN}/supervision/new?unit=edu`, 'office');
    expect(form).toContain('value="order" selected');
    expect(form).toMatch(/1\.2 保障随迁子女入学/);
    expect(await pages.text(`/plans/${PLAN}/supervision/new`, 'edu')).toMatch(/^403/);
    expect(await pages.text('/plans/none/supervision/new', 'office')).toMatch(/^404/);
  });

  it('offer a co-issuer 函商 and no order', async () => {
    const form = await pages.text(`/plans/${PLAN}/supervision/new?unit=hr`, 'office');
    expect(form).toContain('只能函商');
    expect(form).not.toContain('value="order"');
    expect(form).not.toContain('督办级别');
    const fields = { unit: 'hr', way: 'order', level: 'normal', reason: '未报' };
    const refused = await pages.post(`/plans/${PLAN}/supervision`, 'office', fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('不能发督办单');
  });

  it('give a refused form back as it was typed', async () => {
    const fields = { unit: 'edu', way: 'order', level: 'key', reason: '', measures: `${CYCLE}:m002` };
    const answer = await pages.post(`/plans/${PLAN}/supervision`, 'office', fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#reason"');
    expect(page).toContain(`value="${CYCLE}:m002" checked`);
    expect(page).toContain('value="key" selected');
  });

  it('carry an order from the first wording to its number', async () => {
    const fields = { unit: 'edu', way: 'order', level: 'normal', reason: '逾期未报', measures: `${CYCLE}:m002` };
    const proposed = await pages.post(`/plans/${PLAN}/supervision`, 'office', fields);
    expect(proposed.status).toBe(303);
    here = proposed.headers.get('location')!;
    const page = await pages.text(here, 'office');
    expect(page).toContain('原因：逾期未报。');
    expect(page).toMatch(/1\. 1\.2 保障随迁子女入学：/);
    expect(page).toContain('value="2023-07-18"');
    const draft = { orderText: '请抓紧报送随迁子女入学情况。', orderDue: '2023-07-18', orderLevel: 'normal' };
    expect((await pages.post(`${here}/acts/draftOrder`, 'office', draft)).status).toBe(303);
    expect(await pages.text(here, 'edu')).toMatch(/^404/);
    expect(await pages.text(here, 'office')).not.toContain('id="action-approve"');
    const approve = { 'approve-opinion': '同意', next: here };
    expect((await pages.post(`/flow${here.replace('/supervision', '')}/approve`, 'colleague', approve)).status).toBe(
      303,
    );
    const send = { sendNumber: '', sendOn: '2023-07-04', sendChannel: '公文系统', sendDue: '2023-07-01' };
    const refused = await pages.post(`${here}/acts/send`, 'office', send);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/href="#sendDue"[^]*id="action-send" open/);
    expect((await pages.post(`${here}/acts/send`, 'office', { ...send, sendDue: '2023-07-18' })).status).toBe(303);
    expect(await pages.text('/supervision', 'edu')).toContain('督办〔2023〕1号');
  });

  it('let the unit sign and answer with its papers, and keep the office’s inner course from it', async () => {
    const page = await pages.text(here, 'edu');
    expect(page).toContain('请抓紧报送随迁子女入学情况。');
    expect(page).not.toContain('流转记录');
    expect(page).not.toContain('逾期未报');
    expect(page).not.toContain('replyChannel');
    expect((await pages.post(`${here}/acts/acknowledge`, 'edu', {})).status).toBe(303);
    const form = new FormData();
    form.set('replyText', '已完成报送。');
    form.append('files', new Blob(['情况说明']), '情况说明.docx');
    expect((await pages.post(`${here}/acts/reply`, 'edu', form)).status).toBe(303);
    const [file] = /\/supervision\/[^"]+\/files\/[0-9a-f]{64}/.exec(await pages.text(here, 'office'))!;
    expect(await (await pages.get(file, 'office')).text()).toBe('情况说明');
    expect((await pages.get(file, 'edu')).status).toBe(200);
    expect((await pages.get(file, 'fin')).status).toBe(404);
    expect(await pages.text(here, 'fin')).toMatch(/^404/);
    expect(await pages.text(here, 'auditor')).toContain('流转记录');
  });

  it('tell the office of the reply until it has looked', async () => {
    const desk = await pages.text('/notices', 'colleague');
    expect(desk).toContain('督办事项已有反馈，请审核。');
    const [, id] = /action="\/notices\/([^"]+)\/open"/.exec(desk)!;
    const opened = await pages.post(`/notices/${id}/open`, 'colleague', {});
    expect([opened.status, opened.headers.get('location')]).toEqual([303, here]);
    expect(await pages.text('/notices', 'colleague')).not.toContain('督办事项已有反馈，请审核。');
    expect(await pages.text('/notices?all=1', 'colleague')).toContain('督办事项已有反馈，请审核。');
    expect((await pages.post(`/notices/${id}/open`, 'edu', {})).status).toBe(404);
    const [, upTo] = /name="upTo" value="(\d+)"/.exec(await pages.text('/notices', 'edu'))!;
    expect((await pages.post('/notices/read-all', 'edu', { upTo: upTo! })).status).toBe(303);
    expect(await pages.text('/notices', 'edu')).toContain('没有通知。');
  });
});
