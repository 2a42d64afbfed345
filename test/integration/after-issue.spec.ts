import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/engine/types.js';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import { LedgerModule } from '../../src/ledger/ledger.module.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';
import { assignmentId, CYCLE, issueSmallPlan, liaison, PLAN } from '../support/small-plan.js';

const TRAINING = `${CYCLE}:m001`;
const AUDITOR: Actor = { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] };
const PEOPLE = {
  ...{ office: COORDINATOR, hr: liaison('hr'), edu: liaison('edu'), fin: liaison('fin') },
  auditor: AUDITOR,
};

/** A page in words, without its marks. */
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/[^\S\n]+/g, ' ');

async function openAfterIssue(): Promise<{ ground: TestGround; pages: TestPages; plans: PlansService }> {
  const ground = await openGround('2023-05-11');
  await issueSmallPlan(ground);
  const { pages, plans } = await openDraftDesk(ground, PEOPLE, [
    InboxModule,
    MeasuresModule,
    LedgerModule,
    OrganizationModule,
  ]);
  return { ground, pages, plans };
}

describe('a 职责争议 that a unit raises', () => {
  let ground: TestGround;
  let pages: TestPages;
  const send = (type: string, payload: object, actor: Actor = COORDINATOR) =>
    ground.engine.send(TRAINING, type, payload as Record<string, unknown>, { actor });
  const waiting = async () => wordsOf(await pages.text('/inbox', 'office'));

  beforeAll(async () => {
    ({ ground, pages } = await openAfterIssue());
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('waits among the office’s 待办 from the first stage on, with who raised it and why', async () => {
    await send('raiseDispute', { reason: '培训补贴由谁发放不明确' }, liaison('fin'));
    expect(await waiting()).toMatch(/协调争议\s+1\.1 开展技能培训\s+市财政局 2023-05-11 提出：培训补贴由谁发放不明确/);
  });

  it('is told in the state of the measure, to its units too', async () => {
    for (const person of ['office', 'hr']) {
      const page = wordsOf(await pages.text(`/measures/${TRAINING}`, person));
      expect(page).toContain('当前状态：动员部署，职责争议中');
      expect(page).toContain('职责争议：市财政局 2023-05-11 提出：培训补贴由谁发放不明确。');
    }
  });

  it('still waits when the measure has gone on to its evaluation, beside what else the measure waits for', async () => {
    await send('beginImplementation', {});
    expect((await waiting()).match(/协调争议/g)).toHaveLength(1);
    await send('beginEvaluation', {});
    await send('consolidate', { text: '培训已完成' });
    expect(await waiting()).toMatch(/审核汇总[^]*协调争议/);
    expect(wordsOf(await pages.text(`/measures/${TRAINING}`, 'edu'))).toContain('当前状态：汇总待审核，职责争议中');
  });

  it('is gone with its outcome', async () => {
    await send('settleDispute', { outcome: '由市财政局发放' });
    expect(await waiting()).not.toContain('协调争议');
    expect(await pages.text(`/measures/${TRAINING}`, 'office')).not.toContain('职责争议：');
  });
});

describe('a measure that was withdrawn', () => {
  let ground: TestGround;
  let pages: TestPages;

  beforeAll(async () => {
    ({ ground, pages } = await openAfterIssue());
    const { engine, clock } = ground;
    await engine.send(assignmentId(1, 'fin'), 'remove', { reason: '分工调整' }, { actor: COORDINATOR });
    clock.set(clock.now() + 86_400_000);
    await engine.send(TRAINING, 'withdraw', { reason: '上级另有部署' }, { actor: COORDINATOR });
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('shows how far it had come and when it ended, no stage as passed behind that', async () => {
    const page = await pages.text(`/measures/${TRAINING}`, 'office');
    expect(wordsOf(page)).toContain('所处环节：已撤销（2023-05-12，当时处于“动员部署”）');
    expect(page).not.toContain('✓');
    expect(wordsOf(page)).toMatch(/动员部署\s*止于此/);
  });

  it('keeps its units in the plan’s table, struck, and is not counted', async () => {
    const page = await pages.text(`/plans/${PLAN}`, 'office');
    const row = page.slice(page.indexOf('<tr class="qt-ended"'), page.indexOf('保障随迁子女入学'));
    const words = wordsOf(row);
    expect(row).toContain('<s>1.1</s>');
    expect(words).toContain('市人力资源社会保障局');
    expect(words).toContain('市教育局');
    expect(words).not.toMatch(/市财政局|我办汇总/);
    expect(words).toContain('已撤销（2023-05-12）');
    expect(wordsOf(page)).toMatch(/举措\s+1 条，另有 1 条已撤销/);
    expect(wordsOf(page)).toMatch(/任务分工\s+1 项/);
  });
});

describe('what the auditor reads of a plan', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;

  beforeAll(async () => {
    ({ ground, pages, plans } = await openAfterIssue());
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('leads from the plan to its original and to who corrected what', async () => {
    expect(await pages.text(`/plans/${PLAN}`, 'auditor')).toContain(`href="/plans/${PLAN}/confirm" id="plan-source"`);
    const page = wordsOf(await pages.text(`/plans/${PLAN}/confirm`, 'auditor'));
    expect(page).toMatch(/本计划已确认，不再更正[^]*原文[^]*更正记录/);
  });

  it('shows a plan that is still being checked, with nothing to press', async () => {
    const id = await importText(plans, 7, draftPlan(7));
    for (const path of [`/plans/${id}/confirm`, `/plans/${id}/confirm/m001`, `/plans/${id}/elements`]) {
      const page = await pages.text(path, 'auditor');
      expect(page).toContain('<h1>');
      expect(page.slice(page.indexOf('<main'))).not.toMatch(/<button|本计划已确认/);
    }
    expect(await pages.text(`/plans/${id}/confirm`, 'auditor')).toContain('牵头办公室正在核对，这里只供查阅');
    const act = { what: 'clauses-left', seen: '0' };
    expect((await pages.post(`/plans/${id}/confirm-bulk`, 'auditor', act)).status).toBe(404);
  });

  it('does not exist for the people of a unit', async () => {
    expect(await pages.text(`/plans/${PLAN}/confirm`, 'hr')).toMatch(/^404/);
    expect(await pages.text(`/plans/${PLAN}`, 'hr')).not.toContain('plan-source');
  });
});

describe('what a bureau reads of its tasks', () => {
  let ground: TestGround;
  let pages: TestPages;

  beforeAll(async () => {
    ({ ground, pages } = await openAfterIssue());
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('gives a task without a printed day the same 时限 in 在办 as in the ledger', async () => {
    const doing = wordsOf(await pages.text('/inbox?tab=doing', 'edu'));
    expect(doing).toMatch(/1\.2 保障随迁子女入学\s+牵头 时限 2023-12-31（推定）/);
    expect(wordsOf(await pages.text(`/plans/${PLAN}/ledger`, 'edu'))).toContain('2023-12-31（推定）');
  });

  it('keeps the lines of the 责任说明 apart', async () => {
    const page = await pages.text(`/measures/${TRAINING}`, 'hr');
    expect(page).toContain('<p class="qt-hint qt-content">责任说明：（分工）</p>');
  });

  it('finds on a unit’s page its tasks by plan, each number leading to the ledger', async () => {
    const page = await pages.text('/units/edu', 'office');
    expect(page.replaceAll('&#x3D;', '=')).toContain(`href="/plans/${PLAN}/ledger?unit=edu"`);
    expect(wordsOf(page)).toMatch(/农民工工作行动计划（2023 年度）\s+2 项/);
    expect(wordsOf(await pages.text('/units/edu', 'fin'))).toMatch(/农民工工作行动计划（2023 年度）\s+1 项/);
    expect(wordsOf(await pages.text('/units/office', 'office'))).toContain('还没有承办的任务');
  });
});
