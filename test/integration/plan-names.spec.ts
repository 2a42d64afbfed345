import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxQueries } from '../../src/inbox/inbox.queries.js';
import { Plan } from '../../src/plans/plans.entities.js';
import { namesOfPlans, planNameSql } from '../../src/shared/plan-names.js';
import type { Command } from '../../src/engine/types.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import { issueSmallPlan, liaison, PLAN, smallDraft } from '../support/small-plan.js';

const again = (id: string, docNumber: string | null, issuedOn: string | null): Command => {
  const reading = { ...smallDraft(), docNumber, issuedOn };
  const source = { sha256: id.padEnd(64, '0'), name: `${id}.docx` };
  return { kind: 'start', machine: 'plan', id, scope: id, input: { title: id, demo: false, reading, source } };
};

describe('plans of one title', () => {
  let ground: TestGround;
  beforeAll(async () => {
    ground = await openGround('2023-06-20');
    await issueSmallPlan(ground);
  });
  afterAll(() => ground.close());

  const names = async () => {
    const read = ground.database.reader;
    const bySql = await read.all<{ id: string; name: string }>(`SELECT p.id, ${planNameSql('p')} AS name FROM plan p`);
    const inLists = namesOfPlans(await read.manager.find(Plan));
    expect(new Map(bySql.map(({ id, name }) => [id, name]))).toEqual(inLists);
    return inLists;
  };

  it('is its title alone while no other plan has it', async () => {
    expect((await names()).get(PLAN)).toBe(smallDraft().title);
  });

  it('is told with number and day as soon as there are two', async () => {
    const commands = [again('p-8', '并人社函〔2023〕8号', '2023-06-01'), again('p-9', null, null)];
    await ground.engine.execute({ actor: COORDINATOR }, commands);
    const told = await names();
    expect(told.get('p-8')).toBe(`${smallDraft().title}（并人社函〔2023〕8号，2023-06-01）`);
    expect(told.get('p-9')).toBe(`${smallDraft().title}（未印明成文日期）`);
    const { todo } = await new InboxQueries(ground.database).of(liaison('edu'));
    expect(todo.find(({ kind }) => kind === '签收')!.title).toBe(told.get(PLAN));
    expect(told.get(PLAN)).not.toBe(smallDraft().title);
  });

  it('are told apart in the lists by their file, and by who brought it and when', async () => {
    const told = '统筹员（市农民工办） 2023-06-20 09:00 导入';
    const { pages } = await openDraftDesk(ground, { office: COORDINATOR, edu: liaison('edu') });
    const list = await pages.text('/plans', 'office');
    expect([...list.matchAll(/<td>(p-\d[^<]*)<\/td>/g)].map(([, file]) => file)).toEqual([
      `p-9.docx，${told}`,
      `p-8.docx，${told}`,
    ]);
    expect(/导入的文件|docx/.exec(await pages.text('/plans', 'edu'))).toBeNull();
    await pages.close();
    const { todo } = await new InboxQueries(ground.database).of(COORDINATOR);
    expect(todo.filter(({ kind }) => kind === '核对计划').map(({ detail }) => detail)).toEqual([
      `p-9.docx，${told}`,
      `p-8.docx，${told}`,
    ]);
  });
});
