import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newPerson, withBrowser } from '../support/browser.js';
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
      expect(await bar.getByRole('link').allTextContents()).toEqual(['待办', '计划', '调度', '台账', '报告', '单位']);
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
