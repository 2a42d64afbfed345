import type { Page } from 'playwright-core';
import { act } from './acts.js';

/** The office puts a measure together from the units' texts, as the form proposes them. */
export async function consolidate(page: Page, measure: string): Promise<string> {
  await page.goto(measure);
  const text = page.locator('#action-consolidate [name=consolidate-text]');
  const proposed = await text.inputValue();
  await act(page, 'consolidate', proposed ? {} : { 'consolidate-text': '本项任务按分工推进，未收到单位材料。' });
  return proposed;
}

/** 销号 as achieved. */
export async function closeAsAchieved(page: Page, measure: string): Promise<void> {
  await page.goto(measure);
  await act(page, 'closeAchieved', { 'closeAchieved-opinion': '材料齐全，同意销号。' });
}

/** The measure's state in words. */
export async function stateOf(page: Page, measure: string): Promise<string> {
  await page.goto(measure);
  return page.getByRole('heading', { name: /当前状态/ }).innerText();
}
