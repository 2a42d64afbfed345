import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findChromium } from './chromium.js';

/** A page that is watched: whatever it should never do is kept in `faults`. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Script errors, refused inline code, and requests to another host, in the order they happened. */
  faults: string[];
}

/** Sandboxes need rights that a test machine's root does not give; everything else is as in an office. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'];

/** Starts a headless Chromium, hands it over, and ends it whatever happens. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { env, ...program } = await findChromium();
  const browser = await chromium.launch({
    ...program,
    headless: true,
    args: ARGUMENTS,
    env: { ...definedEnv(), ...env },
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}

/** A new person at a new browser: no cookies, Chinese, Shanghai's clock, downloads allowed. */
export async function newPerson(
  browser: Browser,
  origin: string,
  viewport = { width: 1280, height: 900 },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    ...{ baseURL: origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true },
    viewport,
  });
  const page = await context.newPage();
  return { page, context, faults: faultsOf(page, origin) };
}

function faultsOf(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(`outside: ${request.url()}`);
  });
  return faults;
}

/** Signs in as a person does, on the sign-in page, and waits for the first page behind it. */
export async function signIn({ page }: WatchedPage, account: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}
