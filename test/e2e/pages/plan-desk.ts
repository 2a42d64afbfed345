import type { Page } from 'playwright-core';
import { inPlace, press } from './acts.js';

/** Drops a plan's file into the import page; returns the plan's id. The page left open is the one for checking. */
export async function importPlan(page: Page, file: string): Promise<string> {
  await page.goto('/plans/import');
  await page.getByLabel('计划文件').setInputFiles(file);
  await press(page, page.getByRole('button', { name: '识读' }));
  return /\/plans\/([^/]+)\/confirm/.exec(page.url())![1]!;
}

/** Names of the readings on the page for checking, as they stand: the doubtful ones first. */
export async function readingsInOrder(page: Page): Promise<{ name: string; doubtful: boolean }[]> {
  return page.locator('article.qt-measure').evaluateAll((articles) =>
    articles.map((article) => ({
      name: article.querySelector('h3')?.textContent ?? '',
      doubtful: article.classList.contains('qt-open'),
    })),
  );
}

/** Gives one reading another name and saves it as checked. */
export async function rename(page: Page, no: string, name: string): Promise<void> {
  const reading = page
    .locator('article.qt-measure')
    .filter({ hasText: `${no} ` })
    .first();
  await reading.getByLabel('举措名称').fill(name);
  await inPlace(page, () => reading.getByRole('button', { name: '保存并接受' }).click());
}

/** Decides all open questions as proposed, gives no clause without a unit to anybody, sets no day that is in doubt, and confirms the reading. */
export async function confirmWithProposals(page: Page): Promise<void> {
  for (const name of [/全部采用建议/, /条款一律不分办/, /日期一律不设时限/]) {
    const button = page.getByRole('button', { name });
    if ((await button.count()) > 0) await press(page, button);
  }
  await press(page, page.getByRole('button', { name: '确认无误' }));
}

/** 印发并分办 with the demonstration's clock on the day of 启用 (default: the day of issue). */
export async function issue(page: Page, enabledOn?: string): Promise<void> {
  if (enabledOn) await page.getByRole('textbox', { name: '启用日期' }).fill(enabledOn);
  await press(page, page.getByRole('button', { name: '印发并分办' }));
}

/** 推进日期: the plan's own day, with all that falls due until then. */
export async function moveTo(page: Page, planId: string, day: string): Promise<void> {
  await page.goto(`/plans/${planId}`);
  await page.locator('#clock-day').fill(day);
  await press(page, page.getByRole('button', { name: '推进日期' }));
}

/** The stage the plan's year stands in. */
export async function stageOf(page: Page, planId: string): Promise<string> {
  await page.goto(`/plans/${planId}`);
  return page.locator('.qt-stage-current strong').innerText();
}

/** Addresses of the plan's measures, in the plan's order. */
export async function measuresOf(page: Page, planId: string): Promise<string[]> {
  await page.goto(`/plans/${planId}`);
  const links = page.locator('table a[href^="/measures/"]');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** 签收 of all tasks of the person's unit, from the inbox. */
export async function signForAll(page: Page): Promise<void> {
  await page.goto('/inbox');
  await press(page, page.getByRole('button', { name: '全部签收' }).first());
}
