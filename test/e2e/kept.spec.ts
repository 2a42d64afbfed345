import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import type { Actor } from '../../src/engine/types.js';
import type { DraftDesk } from '../../src/plans/draft-desk.service.js';
import type { PlansService } from '../../src/plans/plans.service.js';
import { newPerson, signIn, withBrowser } from '../support/browser.js';
import { draftPlan, importText, openDraftDesk } from '../support/draft-desk.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import type { TestPages } from '../support/pages.js';
import { COLLEAGUE } from '../support/small-plan.js';
import { inPlace, press, said } from './pages/acts.js';
import { Office } from './pages/office.js';
import { confirmWithProposals, importPlan, issue } from './pages/plan-desk.js';
import { cityPlan } from './pages/plan-file.js';

const PEOPLE: Record<string, Actor> = { office: COORDINATOR, colleague: COLLEAGUE };
const STEP_MS = 60_000;

const card = (page: Page, key: string) => page.locator(`article#${key}`);
const title = (page: Page, key: string) => card(page, key).getByLabel('举措名称');
const save = (page: Page, key: string) => card(page, key).getByRole('button', { name: '保存并接受' });
const offers = (page: Page) => page.locator('.qt-kept');
const restore = (page: Page) => offers(page).first().getByRole('button', { name: '恢复' });

describe('what was typed on the page for checking and not saved', () => {
  let ground: TestGround;
  let pages: TestPages;
  let desk: DraftDesk;
  let plans: PlansService;
  let id: string;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    const opened = await openDraftDesk(ground, PEOPLE);
    ({ pages, desk, plans } = opened);
    id = await importText(plans, 1, draftPlan(1));
  }, STEP_MS);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  async function personAt(browser: Browser, person: string): Promise<BrowserContext> {
    const { context } = await newPerson(browser, pages.origin);
    await context.setExtraHTTPHeaders({ 'x-person': person });
    return context;
  }

  async function checking(context: BrowserContext, plan = id): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`/plans/${plan}/confirm`);
    return page;
  }

  it(
    'outlives the tab: it is offered with its time, put back on demand, and gone once it was saved',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const lost = await checking(context);
        await title(lost, 'm003').fill('保障随迁子女就近入学');
        await card(lost, 'm001').getByLabel('单位 4', { exact: true }).fill('市总工会');
        await card(lost, 'm001').getByLabel('单位 5', { exact: true }).fill('市妇女联合会');
        await card(lost, 'm001').getByLabel('单位 5 的职责').selectOption('配合');
        await lost.close();

        const page = await checking(context);
        expect(await offers(page).count()).toBe(2);
        expect(await page.locator('#kept-count').innerText()).toContain('本页有 2 处上次未保存的填写');
        await page.locator('#kept-count').getByText('就近入学').click();
        expect(new URL(page.url()).hash).toBe(`#${await card(page, 'm003').locator('.qt-kept').getAttribute('id')}`);
        expect(await title(page, 'm003').inputValue()).toBe('保障随迁子女入学');
        const words = await card(page, 'm003').locator('.qt-kept').innerText();
        expect(words).toMatch(/^上次未保存的填写（\d\d:\d\d）：举措名称：保障随迁子女就近入学/);
        const units = await card(page, 'm001').locator('.qt-kept').innerText();
        expect(units).toMatch(/单位 4：市总工会；单位 5：市妇女联合会\n/);
        await card(page, 'm003').getByRole('button', { name: '恢复' }).click();
        expect(await title(page, 'm003').inputValue()).toBe('保障随迁子女就近入学');
        await card(page, 'm001').getByRole('button', { name: '恢复' }).click();
        expect(await card(page, 'm001').getByLabel('单位 5', { exact: true }).inputValue()).toBe('市妇女联合会');
        await inPlace(page, () => save(page, 'm003').click());
        await inPlace(page, () => save(page, 'm001').click());
        expect(await page.locator('#kept-count').count()).toBe(0);
        const [training, , schools] = (await desk.sheet(id)).draft.measures;
        expect(schools!.title).toBe('保障随迁子女就近入学');
        expect(training!.supporting.map(({ name }) => name)).toContain('市妇女联合会');
        expect(await offers(await checking(context)).count()).toBe(0);
      });
    },
    STEP_MS,
  );

  it(
    'is the last paste only where several were refused, and none once one was taken',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const page = await context.newPage();
        const paste = async (words: string): Promise<void> => {
          await page.goto('/plans/import');
          await page.getByText('没有文件？粘贴全文').click();
          await page.getByLabel('计划全文').fill(words);
          await press(page, page.getByRole('button', { name: '识读' }));
        };
        for (const number of [1, 2, 3]) await paste(`\n太原市第${number}号通知\n\n今天下午放假。`);
        expect(await page.getByLabel('计划全文').inputValue()).toContain('第3号通知');
        expect(await offers(page).count()).toBe(0);
        await page.goto('/plans/import');
        expect(await offers(page).allInnerTexts()).toEqual([expect.stringContaining('第3号通知')]);
        await paste(draftPlan(7));
        expect(page.url()).toContain('/confirm');
        await page.goto('/plans/import');
        expect(await offers(page).count()).toBe(0);
      });
    },
    STEP_MS,
  );

  it(
    'is offered no more where it was refused and the same card has been saved since',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const refused = await checking(context);
        await card(refused, 'm003').getByLabel('完成时限').fill('2022-01-01');
        await inPlace(refused, () => save(refused, 'm003').click());
        expect(await card(refused, 'm003').getByRole('alert').innerText()).toContain('2022-01-01');
        await refused.close();

        const page = await checking(context);
        expect(await offers(page).innerText()).toContain('2022-01-01');
        await card(page, 'm003').getByLabel('完成时限').fill('2023-09-01');
        await inPlace(page, () => save(page, 'm003').click());
        expect(await offers(page).count()).toBe(0);
        expect(await offers(await checking(context)).count()).toBe(0);
      });
    },
    STEP_MS,
  );

  it(
    'is never put over what a colleague has written since; that is told beside the offer',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const mine = await checking(context);
        await title(mine, 'm004').fill('我写的名称<img src=x>');
        await mine.close();
        const theirs = await checking(await personAt(browser, 'colleague'));
        expect(await offers(theirs).count()).toBe(0);
        await title(theirs, 'm004').fill('同事改的名称');
        await inPlace(theirs, () => save(theirs, 'm004').click());

        const page = await checking(context);
        expect(await title(page, 'm004').inputValue()).toBe('同事改的名称');
        expect(await offers(page).innerText()).toContain('举措名称：我写的名称<img src=x>');
        expect(await offers(page).innerText()).toContain('此后这里已有改动，现为：举措名称：同事改的名称');
        await offers(page).getByRole('button', { name: '放弃' }).click();
        expect(await offers(page).count()).toBe(0);
        expect(await offers(await checking(context)).count()).toBe(0);
      });
    },
    STEP_MS,
  );

  it(
    'stays in its card where a colleague took the measure out or confirmed the plan, and is shown for copying later',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const plan = await importText(plans, 5, draftPlan(5));
        const stays = async (key: string, words: string, notice: string): Promise<void> => {
          expect(await title(mine, key).inputValue()).toBe(words);
          await inPlace(mine, () => save(mine, key).click());
          expect(await mine.locator('#notices').innerText()).toContain(notice);
          expect(await title(mine, key).inputValue()).toBe(words);
        };
        const mine = await checking(context, plan);
        await title(mine, 'm004').fill('移出前写的名称');
        await title(mine, 'm003').fill('确认前写的名称');
        const seen = (await desk.sheet(plan)).latest;
        const changes = () => [{ op: 'remove' as const, key: 'm004', reason: '不属于本要点' }];
        await desk.correct(plan, { seen, form: null, changes }, COLLEAGUE);
        await stays('m004', '移出前写的名称', '这条举措已不在草稿中');
        await plans.acceptProposals(plan, COLLEAGUE);
        await plans.confirm(plan, COLLEAGUE);
        await stays('m003', '确认前写的名称', '');
        await mine.close();
        const told = (await offers(await checking(context, plan)).allInnerTexts()).join();
        expect(told).toContain('移出前写的名称');
        expect(told).toContain('确认前写的名称');
      });
    },
    STEP_MS,
  );

  it(
    'of two tabs is kept twice, and settled in one when the other saved the same',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const [first, second] = [await checking(context), await checking(context)];
        await title(first, 'm002').fill('甲窗口的名称');
        await title(second, 'm002').fill('乙窗口的名称');
        expect(await title(first, 'm002').inputValue()).toBe('甲窗口的名称');
        await Promise.all([first.close(), second.close()]);
        const page = await checking(context);
        expect((await offers(page).allInnerTexts()).join()).toMatch(/甲窗口.*乙窗口|乙窗口.*甲窗口/s);
        const third = await checking(context);
        await offers(third).first().getByRole('button', { name: '放弃' }).click();
        await offers(page).nth(1).waitFor({ state: 'detached' });
        await restore(third).click();
        expect(await title(third, 'm002').inputValue()).toMatch(/^[甲乙]窗口的名称$/);
      });
    },
    STEP_MS,
  );

  it(
    'is offered once where the same words were typed twice, and tells what was taken away by its name',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        for (const last of [false, true]) {
          const lost = await checking(context);
          await title(lost, 'm004').fill('两次写的同一名称');
          if (last) await title(lost, 'm003').fill('');
          await lost.close();
        }
        const page = await checking(context);
        const told = await offers(page).allInnerTexts();
        expect([told.length, told.filter((one) => one.includes('两次写的同一名称')).length]).toEqual([2, 1]);
        expect(told.join()).toContain('举措名称：删去“保障随迁子女就近入学”');
        await offers(page).first().getByRole('button', { name: '放弃' }).click();
        await offers(page).first().getByRole('button', { name: '放弃' }).click();
        expect(await offers(await checking(context)).count()).toBe(0);
      });
    },
    STEP_MS,
  );

  it(
    'of a form that the page answers to is let go when it was taken, and stays when it was refused',
    async () => {
      await withBrowser(async (browser) => {
        const context = await personAt(browser, 'office');
        const page = await checking(context);
        const add = page.locator('details.qt-add');
        await add.locator('summary').click();
        await add.getByLabel('举措名称').fill('开展春风行动');
        await press(page, add.getByRole('button', { name: '补录' }));
        expect(await page.locator('#error-summary').count()).toBe(1);
        const again = await checking(context);
        expect(await again.locator('#add-title').inputValue()).toBe('');
        await restore(again).click();
        await again.locator('#add-text').fill('春节后举办专场招聘会12场。');
        await again.locator('#add-responsible').fill('市人力资源和社会保障局');
        await press(again, again.locator('details.qt-add').getByRole('button', { name: '补录' }));
        expect(await said(again)).toContain('补录');
        expect(await offers(again).count()).toBe(0);
        expect((await desk.sheet(id)).draft.measures).toHaveLength(5);
      });
    },
    STEP_MS,
  );

  it(
    'of a measure that a colleague removed meanwhile is told and kept, on its own page and on the one that refuses it',
    async () => {
      await withBrowser(async (browser) => {
        const plan = await importText(plans, 3, draftPlan(3));
        const context = await personAt(browser, 'office');
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto(`/plans/${plan}/confirm/m002`);
        const text = page.locator('textarea[name=text]').first();
        await text.fill('我刚刚改写好的整段内容。');
        const changes = () => [{ op: 'remove' as const, key: 'm002', reason: '不属于本要点' }];
        const seen = (await desk.sheet(plan)).latest;
        await desk.correct(plan, { seen, form: null, changes }, COLLEAGUE);
        await press(page, page.getByRole('button', { name: '保存' }).first());
        expect(await page.locator('.qt-error-message').innerText()).toContain('已不在草稿中');
        expect((await offers(page).allInnerTexts()).join()).toContain('我刚刚改写好的整段内容。');
        await page.goto(`/plans/${plan}/confirm/m002`);
        expect((await offers(page).allInnerTexts()).join()).toContain('我刚刚改写好的整段内容。');
        expect(faults).toEqual([]);
      });
    },
    STEP_MS,
  );
});

describe('what was chosen on the page of an amendment and not done', () => {
  const SPLIT = draftPlan(2)
    .replace('全年培训农民工8000人次以上。推广工地夜校。', '全年培训农民工9000人次以上。')
    .replace('2.办好零工驿站', '2.推广工地夜校。在在建工地推广夜校60所。（市总工会负责）\n\n3.办好零工驿站');
  let ground: TestGround;
  let pages: TestPages;
  let address: string;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    const { plans, ...opened } = await openDraftDesk(ground, PEOPLE, [CascadeModule]);
    pages = opened.pages;
    const confirmed = async (number: number, text: string): Promise<string> => {
      const id = await importText(plans, number, text);
      await plans.acceptProposals(id, COORDINATOR);
      await plans.confirm(id, COORDINATOR);
      return id;
    };
    const plan = await confirmed(1, draftPlan(1));
    const days = { issuedOn: '2023-05-01', enabledOn: '2023-05-01', recipient: null, moveClock: false };
    await plans.issue(plan, days, COORDINATOR);
    address = `/plans/${plan}/amend/${await confirmed(2, SPLIT)}`;
  }, STEP_MS);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it(
    'outlives the tab after a preview too, clause by clause, and is gone when it was done',
    async () => {
      await withBrowser(async (browser) => {
        const { context } = await newPerson(browser, pages.origin);
        await context.setExtraHTTPHeaders({ 'x-person': 'office' });
        const open = async (): Promise<Page> => {
          const page = await context.newPage();
          await page.goto(address);
          return page;
        };
        const choice = (page: Page) => page.locator('select:has(option[value^=carry])').first();
        const lost = await open();
        await choice(lost).selectOption(await choice(lost).locator('option[value^=carry]').getAttribute('value'));
        await press(lost, lost.getByRole('button', { name: /重新预览/ }));
        expect(await lost.locator('main').innerText()).toContain('由我办选定承接原任务');
        expect(await offers(lost).count()).toBe(0);
        await lost.getByLabel('修订说明').fill('年中调整');
        await lost.close();

        const page = await open();
        const told = await offers(page).innerText();
        expect(told).toMatch(/^上次未保存的填写（\d\d:\d\d）：修订说明：年中调整\n/);
        expect(told).toMatch(/\n上次预览过、还没有执行的选择：.*由本条承接原/);
        await restore(page).click();
        expect(await choice(page).inputValue()).toMatch(/^carry:/);
        await page.reload();
        expect(await offers(page).count()).toBe(1);
        await restore(page).click();
        await press(page, page.getByRole('button', { name: /重新预览/ }));
        expect(await page.getByLabel('修订说明').inputValue()).toBe('年中调整');
        await press(page, page.getByRole('button', { name: '按此执行' }));
        expect(await said(page)).toContain('已并入修订');
        expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('qiantou'))")).toEqual([]);
      });
    },
    STEP_MS,
  );
});

describe('what was typed when the session ran out, and at a shared machine', () => {
  let office: Office;
  let plan: string;

  beforeAll(async () => {
    office = await Office.open();
    plan = await importPlan((await office.person('xietiao1')).page, cityPlan().file);
  }, STEP_MS);
  afterAll(() => office.close(), STEP_MS);

  const kept = (page: Page) =>
    page.evaluate<number>("Object.keys(localStorage).filter((key) => key.startsWith('qiantou-kept')).length");

  it(
    'is offered on the same page after signing in again',
    async () => {
      const person = await office.person('xietiao1');
      const { page, context } = person;
      await page.goto(`/plans/${plan}/confirm`);
      await title(page, 'm001').fill('会话过期前写的名称');
      await context.clearCookies();
      await save(page, 'm001').click();
      await page.locator('#notices').getByText('登录已过期').waitFor();
      expect(await title(page, 'm001').inputValue()).toBe('会话过期前写的名称');
      page.once('dialog', (dialog) => void dialog.accept());
      await press(page, page.getByRole('link', { name: '重新登录，回到本页' }));
      expect(page.url()).toContain('/sign-in?next=');
      await page.getByLabel('账号').fill('xietiao1');
      await page.getByLabel('密码').fill(office.server.signIns.get('xietiao1')!);
      await press(page, page.getByRole('button', { name: '登录' }));
      expect(page.url()).toContain(`/plans/${plan}/confirm`);
      await restore(page).click();
      expect(await title(page, 'm001').inputValue()).toBe('会话过期前写的名称');
    },
    STEP_MS,
  );

  it(
    'is cleared by signing out, which asks first; nobody else is ever shown it',
    async () => {
      const { page, context } = await office.person('xietiao1');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`/plans/${plan}/confirm`);
      expect(await offers(page).count()).toBe(1);
      await context.clearCookies();
      await signIn({ page, context, faults: [] }, 'xietiao2', office.server.signIns.get('xietiao2')!);
      await page.goto(`/plans/${plan}/confirm`);
      expect([await offers(page).count(), await kept(page)]).toEqual([0, 1]);
      await press(page, page.getByRole('button', { name: '退出' }));
      expect(await kept(page)).toBe(1);
      await signIn({ page, context, faults: [] }, 'xietiao1', office.server.signIns.get('xietiao1')!);
      let asked = '';
      page.on('dialog', (dialog) => (asked = dialog.message()));
      await press(page, page.getByRole('button', { name: '退出' }));
      expect([asked, await kept(page)]).toEqual(['本机上有 1 处填写没有保存，退出后会清除。确定退出吗？', 0]);
    },
    STEP_MS,
  );

  it(
    'is kept of every other form as well, and sent once: of a round of reports that is being set up',
    async () => {
      const person = await office.person('xietiao1');
      await signIn(person, 'xietiao1', office.server.signIns.get('xietiao1')!);
      await person.page.goto(`/plans/${plan}/confirm`);
      await confirmWithProposals(person.page);
      await issue(person.page, '2023-12-01');
      const setUp = async (): Promise<Page> => {
        const page = await person.context.newPage();
        await page.goto(`/plans/${plan}/rounds/new`);
        return page;
      };
      const lost = await setUp();
      const name = lost.locator('#round-form input[type=text], #round-form input:not([type])').first();
      await name.fill('年终报送（第一稿）');
      await lost.close();
      const page = await setUp();
      expect(await offers(page).innerText()).toContain('年终报送（第一稿）');
      await restore(page).click();
      await press(page, page.getByRole('button', { name: '发起调度' }));
      expect(page.url()).not.toContain('/new');
      expect([await kept(page), await offers(await setUp()).count()]).toEqual([0, 0]);
    },
    STEP_MS,
  );
});
