import type { Locator, Page } from 'playwright-core';

/** Presses something that leads to another page, and waits for that page. */
export async function press(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()]);
}

/** Does what brings back one part of the page only, and waits until that part stands there. */
export async function inPlace(page: Page, act: () => Promise<void>): Promise<void> {
  const settled = page.evaluate(
    "new Promise((done) => document.addEventListener('htmx:afterSettle', () => done(null), { once: true }))",
  );
  await act();
  await settled;
}

/** Sends a form that is filled in well; throws with the page's own words when it comes back. */
export async function send(page: Page, button: Locator): Promise<void> {
  await press(page, button);
  const faults = page.locator('#error-summary');
  if ((await faults.count()) > 0) throw new Error(`${page.url()}: ${await faults.innerText()}`);
}

/** Fills fields by their names: texts, days, choices, ticks, papers. */
export async function fill(form: Locator, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isChoice) await field.selectOption(value);
    else await field.fill(value);
  }
}

/** One of the small forms of a page (接收, 请补充, 转入总结评估 …): unfold, fill, send. */
export async function act(page: Page, type: string, fields: Record<string, string> = {}): Promise<void> {
  const box = page.locator(`#action-${type}`);
  if (await box.evaluate((element) => element.tagName === 'BUTTON')) return press(page, box);
  await box.locator('summary').click();
  await fill(box, fields);
  await press(page, box.locator('button[type=submit]'));
}

/** What the page says was done; empty when it says nothing. */
export async function said(page: Page): Promise<string> {
  const flash = page.locator('.qt-flash');
  return (await flash.count()) > 0 ? (await flash.innerText()).trim() : '';
}

/** A paper as a person gets it on the scanner. */
export function scan(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`) };
}

/** A file that a link of the page downloads. */
export async function download(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}
