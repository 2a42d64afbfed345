import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type WatchedPage, newPerson, withBrowser } from '../support/browser.js';
import { type ToyOffice, openToyOffice } from '../support/toy-office.js';

let office: ToyOffice;
beforeAll(async () => void (office = await openToyOffice()));
afterAll(() => office.close());

describe('a page in a real browser', () => {
  it('is dressed by this server alone, and its strict policy finds nothing to refuse', async () => {
    await withBrowser(async (browser) => {
      const { page, context, faults } = await newPerson(browser, office.origin);
      await context.addCookies([{ name: 'toy', value: 'liaison', url: office.origin }]);
      await page.goto('/desk');
      const bar = page.getByRole('navigation', { name: '主导航' });
      expect(await bar.getByRole('link').allTextContents()).toEqual([
        '待办',
        '计划',
        '调度',
        '督办',
        '台账',
        '报告',
        '单位',
        '通知',
      ]);
      expect(await page.evaluate<string>('getComputedStyle(document.body).fontSize')).toBe('16px');
      expect((await page.getByRole('button', { name: '退出' }).boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(faults).toEqual([]);
    });
  });

  it('can be walked with the keyboard from the first key on', async () => {
    await withBrowser(async (browser) => {
      const { page, context } = await newPerson(browser, office.origin);
      await context.addCookies([{ name: 'toy', value: 'liaison', url: office.origin }]);
      await page.goto('/desk');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('跳到正文');
      await page.keyboard.press('Enter');
      expect(await page.locator(':focus').getAttribute('id')).toBe('main');
    });
  });
});

describe('the script that makes pages comfortable', () => {
  const onForm = (use: (person: WatchedPage) => Promise<void>): Promise<void> =>
    withBrowser(async (browser) => {
      const person = await newPerson(browser, office.origin);
      await person.context.addCookies([{ name: 'toy', value: 'liaison', url: office.origin }]);
      await person.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await person.page.goto('/form');
      office.received.length = 0;
      await use(person);
      expect(person.faults).toEqual([]);
    });
  const NOTE = `[...document.getElementsByName('note')].find((one) => one.closest('label'))`;
  const sent = (path: string): string[] => office.received.filter((one) => one.path === path).map((one) => one.note);

  it('sends a form once however often it is clicked', () =>
    onForm(async ({ page }) => {
      await page.getByLabel('说明').fill('已完成');
      await page.getByRole('button', { name: '报送' }).dblclick();
      await page.getByText('已收到').waitFor();
      expect(sent('/slow')).toEqual(['已完成']);
    }));

  it('says in its own words which field is still empty, and sends once it is filled', () =>
    onForm(async ({ page }) => {
      const field = page.getByLabel('说明');
      const said = () => page.evaluate<string>(`${NOTE}.validationMessage`);
      await page.evaluate(`${NOTE}.required = true; ${NOTE}.dataset.missing = '请填写说明。'`);
      await page.getByRole('button', { name: '报送' }).click();
      expect(await said()).toBe('请填写说明。');
      expect(sent('/slow')).toEqual([]);
      await field.fill('已完成');
      expect(await said()).toBe('');
      await page.getByRole('button', { name: '报送' }).click();
      await page.getByText('已收到').waitFor();
      expect(sent('/slow')).toEqual(['已完成']);
    }));

  it('asks before what cannot be taken back, and stops at no', () =>
    onForm(async ({ page }) => {
      const questions: string[] = [];
      page.on('dialog', (dialog) => {
        questions.push(dialog.message());
        void (questions.length === 1 ? dialog.dismiss() : dialog.accept());
      });
      await page.getByRole('button', { name: '撤回' }).click();
      expect(sent('/slow')).toEqual([]);
      await page.getByRole('button', { name: '撤回' }).click();
      await page.getByText('已收到').waitFor();
      expect([questions, sent('/slow').length]).toEqual([['确定撤回？', '确定撤回？'], 1]);
    }));

  it('keeps what was typed as a draft and says when', () =>
    onForm(async ({ page }) => {
      await page.getByLabel('说明').pressSequentially('写到一半');
      await page.getByText(/草稿已保存 \d\d:\d\d/).waitFor({ timeout: 8000 });
      expect(sent('/draft')).toEqual(['写到一半']);
    }));

  it('copies the list of who has not reported', () =>
    onForm(async ({ page }) => {
      await page.getByRole('button', { name: '复制名单' }).click();
      await page.getByRole('button', { name: '已复制' }).waitFor();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('截至12月1日未报：市教育局');
    }));

  it('presses a button by its key', () =>
    onForm(async ({ page }) => {
      await page.keyboard.press('Alt+s');
      await page.getByText('已收到').waitFor();
      expect(sent('/slow')).toEqual(['']);
    }));
});
