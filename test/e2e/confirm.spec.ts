import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Actor } from '../../src/engine/types.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { newPerson, withBrowser } from '../support/browser.js';
import { draftPlan, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';
import { COLLEAGUE } from '../support/small-plan.js';
import { inPlace, press, said } from './pages/acts.js';

const PEOPLE: Record<string, Actor> = { office: COORDINATOR, colleague: COLLEAGUE };
const STEP_MS = 60_000;

describe('a coordinator checks a reading in the browser', () => {
  let ground: TestGround;
  let pages: TestPages;
  let desk: DraftDesk;
  let plans: PlansService;
  let id: string;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    const opened = await openDraftDesk(ground, PEOPLE);
    ({ pages, desk, plans } = opened);
    id = await plans.import({ name: '要点.txt', bytes: Buffer.from(draftPlan(1)) }, COORDINATOR);
  }, STEP_MS);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  /** The page for checking, open on a person's screen; `faults` lists what it should never do. */
  async function openFor(browser: Browser, person: string, plan = id): Promise<{ page: Page; faults: string[] }> {
    const { page, context, faults } = await newPerson(browser, pages.origin);
    await context.setExtraHTTPHeaders({ 'x-person': person });
    await page.goto(`/plans/${plan}/confirm`);
    return { page, faults };
  }

  const card = (page: Page, key: string) => page.locator(`article#${key}`);
  const save = (page: Page, key: string) => card(page, key).getByRole('button', { name: '保存并接受' });

  it(
    'finds the card from the source and the source from the card, with the keyboard too',
    async () => {
      await withBrowser(async (browser) => {
        const { page, faults } = await openFor(browser, 'office');
        await page.locator('.qt-tint-note[data-source=m004]').first().click();
        expect(await card(page, 'm004').evaluate((element) => element.classList.contains('qt-here'))).toBe(true);
        await card(page, 'm003').getByRole('link', { name: '看原文' }).click();
        expect(await page.locator('a.qt-span.qt-here').first().getAttribute('data-source')).toBe('m003');
        await page.keyboard.press('Alt+j');
        expect(await page.locator(':focus').getAttribute('id')).toBe('m002');
        await page.keyboard.press('Alt+j');
        expect(await page.locator(':focus').getAttribute('id')).toBe('m004');
        await press(page, page.getByRole('link', { name: /只看疑问/ }));
        expect(await page.locator('article.qt-measure').count()).toBe(2);
        expect(faults).toEqual([]);
      });
    },
    STEP_MS,
  );

  it(
    'keeps what is typed when 确认无误 is pressed too early, and leads to the first open question',
    async () => {
      await withBrowser(async (browser) => {
        const { page, faults } = await openFor(browser, 'office');
        const finish = page.getByRole('button', { name: '确认无误' });
        await page.getByText('补录一条漏读的举措').click();
        await page.locator('#add-leads').fill('市民政局');
        await inPlace(page, () => finish.click());
        expect(await page.locator('#error-summary').innerText()).toContain('还有 2 条待核对，不能确认');
        expect(await page.locator('article.qt-here').getAttribute('id')).toBe('m002');
        expect(await page.locator('#add-leads').inputValue()).toBe('市民政局');
        await card(page, 'm003').getByLabel('举措名称').fill('还没有保存的名称');
        await finish.click();
        expect(await page.locator('[data-unsaved]').isVisible()).toBe(true);
        expect(await page.locator('article.qt-here').getAttribute('id')).toBe('m003');
        expect(await card(page, 'm003').getByLabel('举措名称').inputValue()).toBe('还没有保存的名称');
        expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
      });
    },
    STEP_MS,
  );

  it(
    'gives units their parts one by one, in a line that grows, and saves with the keyboard',
    async () => {
      await withBrowser(async (browser) => {
        const { page, faults } = await openFor(browser, 'office');
        const training = card(page, 'm001');
        const station = card(page, 'm002');
        await station.getByLabel('单位 1 的职责').selectOption('牵头');
        expect(await station.getByLabel('文号、会议名称或批示内容').isVisible()).toBe(true);
        await page.reload();
        await training.getByLabel('单位 3', { exact: true }).fill('市财政局');
        await training.getByLabel('单位 3 的职责').selectOption('牵头');
        await training.getByLabel('单位 4', { exact: true }).fill('市总工会');
        await training.getByLabel('单位 5', { exact: true }).fill('市妇女联合会');
        await training.getByLabel('依据的种类').selectOption({ label: '会议' });
        await training.getByLabel('文号、会议名称或批示内容').fill('5月16日专题会议');
        await inPlace(page, () => page.keyboard.press('Alt+s'));
        expect(await said(page)).toContain('已保存');
        const { draft } = await desk.sheet(id);
        const { responsible, supporting, lead } = draft.measures[0]!;
        expect(responsible.map((unit) => unit.name)).toEqual(['市人力资源和社会保障局', '市财政局']);
        expect(supporting.map((unit) => unit.name)).toEqual(['市教育局', '市总工会', '市妇女联合会']);
        expect(lead?.name).toBe('市人力资源和社会保障局');
        expect(faults).toEqual([]);
      });
    },
    STEP_MS,
  );

  it(
    'keeps what was typed when a colleague was there before, says who, and takes the second word',
    async () => {
      await withBrowser(async (browser) => {
        const mine = await openFor(browser, 'office');
        await mine.page.emulateMedia({ reducedMotion: 'reduce' });
        await mine.page.reload();
        const theirs = await openFor(browser, 'colleague');
        const fill = async (page: Page, title: string): Promise<void> => {
          await card(page, 'm003').getByLabel('举措名称').fill(title);
          await inPlace(page, () => save(page, 'm003').click());
        };
        await fill(theirs.page, '保障子女就近入学');
        await fill(mine.page, '保障子女公平入学');
        expect(await mine.page.locator('#error-summary').innerText()).toContain('同事（市农民工办）');
        await mine.page.locator('article#m003.qt-here').waitFor();
        const fault = await card(mine.page, 'm003').locator('.qt-errors').boundingBox();
        const pane = await mine.page.locator('.qt-reading').boundingBox();
        expect(fault!.y).toBeGreaterThanOrEqual(pane!.y);
        const field = card(mine.page, 'm003').getByLabel('举措名称');
        expect(await field.inputValue()).toBe('保障子女公平入学');
        await inPlace(mine.page, () => save(mine.page, 'm003').click());
        expect((await desk.sheet(id)).draft.measures[2]!.title).toBe('保障子女公平入学');
        await press(mine.page, mine.page.locator('#undo-last'));
        expect((await desk.sheet(id)).draft.measures[2]!.title).toBe('保障子女就近入学');
      });
    },
    STEP_MS,
  );

  it(
    'keeps what was typed into other cards when one card is saved, or refused',
    async () => {
      await withBrowser(async (browser) => {
        const { page, faults } = await openFor(browser, 'office');
        const title = (key: string) => card(page, key).getByLabel('举措名称');
        await title('m004').fill('加强农民工法律援助');
        await title('m001').fill('大力开展技能培训');
        await inPlace(page, () => save(page, 'm001').click());
        expect(await said(page)).toContain('已保存');
        expect(await card(page, 'm001').locator('.qt-card-links').innerText()).toContain('已核对');
        expect(await title('m004').inputValue()).toBe('加强农民工法律援助');
        expect(await page.locator('#history').innerText()).toContain('大力开展技能培训');
        expect(faults).toEqual([]);
        await title('m002').fill(' ');
        await inPlace(page, () => save(page, 'm002').click());
        expect(await card(page, 'm002').locator('.qt-errors').innerText()).toContain('请填写举措名称');
        expect(await title('m004').inputValue()).toBe('加强农民工法律援助');
        await inPlace(page, () => save(page, 'm004').click());
        expect((await desk.sheet(id)).draft.measures[3]!.title).toBe('加强农民工法律援助');
      });
    },
    STEP_MS,
  );

  it(
    'says so when the answer does not come, and keeps the card',
    async () => {
      await withBrowser(async (browser) => {
        const { page } = await openFor(browser, 'office');
        await card(page, 'm004').getByLabel('举措名称').fill('断网时的名称');
        await page.route('**/correct-measure', (route) => route.abort());
        await save(page, 'm004').click();
        await card(page, 'm004').getByText('网络不通，没有保存').waitFor();
        await page.unroute('**/correct-measure');
        await inPlace(page, () => save(page, 'm004').click());
        expect((await desk.sheet(id)).draft.measures[3]!.title).toBe('断网时的名称');
      });
    },
    STEP_MS,
  );

  it(
    'splits a task, names an unknown unit, and works the same without scripts',
    async () => {
      await withBrowser(async (browser) => {
        const context = await browser.newContext({
          ...{ baseURL: pages.origin, locale: 'zh-CN', javaScriptEnabled: false },
          extraHTTPHeaders: { 'x-person': 'office' },
        });
        const page = await context.newPage();
        await page.goto(`/plans/${id}/confirm`);
        await press(page, card(page, 'm001').getByRole('link', { name: /拆分/ }));
        await page.getByLabel('推广工地夜校').check();
        await press(page, page.getByRole('button', { name: '拆分', exact: true }));
        expect(await page.locator('article.qt-measure').count()).toBe(5);
        await page.getByText('单位核对：1 个单位请您定').click();
        await page.getByLabel('单位名称', { exact: true }).fill('市来穗人员服务管理局');
        await press(page, page.getByRole('button', { name: '照此登记' }));
        expect(await page.locator('#units').count()).toBe(0);
        expect(await page.locator('#history').innerText()).toContain('市来穗人员服务中心管理处');
      });
    },
    STEP_MS,
  );

  it(
    'has source and reading on the first screen however long the lists are, and opens a list where one is led to it',
    async () => {
      const long = await plans.import({ name: '长名单.txt', bytes: Buffer.from(UNKNOWN_TO_ALL) }, COORDINATOR);
      await withBrowser(async (browser) => {
        const { page, faults } = await openFor(browser, 'office', long);
        const top = await page.locator('.qt-beside').evaluate((element) => element.getBoundingClientRect().top);
        expect(top).toBeLessThan(800);
        const list = page.locator('#units');
        expect(await list.isVisible()).toBe(false);
        await page.getByText('单位核对：24 个单位请您定').click();
        expect(await list.locator('li').count()).toBe(24);
        await inPlace(page, () => save(page, 'm025').click());
        expect(await list.isVisible()).toBe(true);
        await page.goto(`/plans/${long}/confirm#name-7`);
        expect(await page.getByLabel('单位名称', { exact: true }).nth(6).isVisible()).toBe(true);
        expect(faults).toEqual([]);
      });
    },
    STEP_MS,
  );
});

/** A plan of which each task but the last goes to an office that no register knows. */
const UNKNOWN_TO_ALL = [
  '太原市2023年农民工服务工作要点',
  '',
  '一、主要任务',
  ...[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春秋'].map(
    (name, at) => `${at + 1}.办好${name}类服务。组织好${name}类上门服务。（市${name}务服务管理处负责）`,
  ),
  '25.开展技能培训。组织农民工参加技能培训。（市人力资源社会保障局牵头，市教育局配合）',
].join('\n');
