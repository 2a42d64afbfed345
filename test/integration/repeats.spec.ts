import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { importText, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';
import { REPEATING_PLAN } from '../support/repeating-plan.js';

let ground: TestGround;
let pages: TestPages;
let plans: PlansService;
let desk: DraftDesk;

beforeAll(async () => {
  ground = await openGround('2025-05-11');
  ({ pages, plans, desk } = await openDraftDesk(ground, { office: COORDINATOR }));
});
afterAll(async () => {
  await pages.close();
  await ground.close();
});

it('rows of an annex that repeat the body go out by one button each or all at once, and come back by undoing', async () => {
  const id = await importText(plans, 5, REPEATING_PLAN);
  const post = async (act: string, fields: object) =>
    pages.post(`/plans/${id}/${act}`, 'office', { seen: String((await desk.sheet(id)).latest), ...fields });
  const titles = async () => (await desk.sheet(id)).draft.measures.map(({ title }) => title);
  const [first, second] = ['办好零工驿站', '组织劳务协作'];
  const shown = await pages.text(`/plans/${id}/confirm`, 'office');
  expect(shown).toMatch(/id="repeats-out">与前文重复的 1 条一律移出/);
  expect(shown).toMatch(/id="repeat-m\d+">完成时限 2025-10-31 补到第1\.1条并移出（重复）</);
  const [, key] = /id="repeat-(m\d+)">移出（重复）</.exec(shown)!;
  await post('confirm-bulk', { what: 'repeats-out' });
  expect(await titles()).toEqual([first, second, second]);
  expect((await desk.sheet(id)).draft.measures[0]!.due).toBe('2025-10-31');
  await post('confirm-repeat', { key });
  expect(await titles()).toEqual([first, second]);
  await desk.undo(id, (await desk.sheet(id)).latest, COORDINATOR);
  expect(await titles()).toEqual([first, second, second]);
});
