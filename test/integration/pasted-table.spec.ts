import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractPasted } from '../../src/intake/extract.js';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { readFile } from 'node:fs/promises';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openDraftDesk } from '../support/draft-desk.js';
import type { TestPages } from '../support/pages.js';
import { liaison } from '../support/small-plan.js';
import { readerOf } from '../support/plan-reader.js';

const TABLE = `太原市2024年农民工服务任务分解表
序号\t任务\t牵头单位\t配合单位\t联系人
1\t开办工地夜校\t市教育局\t市总工会\t王建国
2\t排查欠薪线索\t市人社局\t市住建局\t李小明
`;
const words = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('a table that was pasted', () => {
  let ground: TestGround;
  let pages: TestPages;
  let id: string;
  beforeAll(async () => {
    ground = await openGround('2024-05-11');
    const reader = readerOf(
      async (path) => extractPasted(await readFile(path, 'utf8')),
      (text) => readPlan(text, loadUnitRegistry()),
    );
    const desk = await openDraftDesk(ground, { office: COORDINATOR, edu: liaison('edu') }, [], reader);
    pages = desk.pages;
    id = await desk.plans.import({ name: '粘贴的文本.txt', bytes: Buffer.from(TABLE) }, COORDINATOR);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('can be seen as it was pasted, beside the rows that were put together, without the persons', async () => {
    expect(await pages.text(`/plans/${id}/confirm`, 'office')).toContain(`href="/plans/${id}/pasted"`);
    const shown = words(await pages.text(`/plans/${id}/pasted`, 'office'));
    expect(shown).toContain('序号\t任务\t牵头单位\t配合单位\t联系人');
    expect(shown).toContain('1\t开办工地夜校\t市教育局\t市总工会\t×××');
    expect(shown).not.toMatch(/王建国|李小明/);
    expect(shown).toMatch(/整理后的文字[^]*开办工地夜校[^]*市教育局/);
  });

  it('is nobody else’s to see', async () => {
    expect((await pages.get(`/plans/${id}/pasted`, 'edu')).status).toBe(404);
  });
});
