import type { Locator, Page } from 'playwright-core';
import { act, fill, press, scan, send } from './acts.js';

/** What a unit writes: one sentence per task, one number per figure. */
export interface PacketWords {
  text: string;
  figure: string;
  summary?: string;
  typicalCase?: string;
  /** Name of the sealed paper. */
  sealed?: string;
}

/** How a paper reached the office. */
export interface Receipt {
  channel: string;
  receivedOn: string;
  signer: string;
  post: string;
  proof: string;
}

/** Opens one of the proposed rounds; returns its id. */
export async function openRound(page: Page, planId: string, proposal: string): Promise<string> {
  await page.goto(`/plans/${planId}/rounds/new`);
  await press(page, page.getByRole('link', { name: proposal }));
  await send(page, page.getByRole('button', { name: '发起调度' }));
  return page.url().split('/').at(-1)!;
}

/** The 报送情况矩阵: each unit's cells by the column's name. */
export async function matrixOf(page: Page, roundId: string): Promise<Map<string, Record<string, string>>> {
  await page.goto(`/rounds/${roundId}`);
  const table = page.getByRole('region', { name: '报送情况矩阵' });
  const columns = await table.locator('thead th').allInnerTexts();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())));
  return new Map(rows.map((cells) => [cells[0]!, Object.fromEntries(cells.map((cell, at) => [columns[at]!, cell]))]));
}

/** The text for the chat group: who has not reported. */
export async function notReported(page: Page, roundId: string): Promise<string> {
  await page.goto(`/rounds/${roundId}`);
  return page.locator('#not-reported').inputValue();
}

/** Opens the packet of a unit (short name) from the round's page. */
export async function openPacket(page: Page, roundId: string, unit: string): Promise<void> {
  await page.goto(`/rounds/${roundId}`);
  await press(page, page.getByRole('link', { name: unit, exact: true }));
}

/** Opens the person's own packet from the inbox. */
export async function openOwnPacket(page: Page, round: string): Promise<void> {
  await page.goto('/inbox');
  await press(page, page.getByRole('link', { name: round }));
}

/** A unit fills its own form and sends it. */
export async function report(page: Page, words: PacketWords): Promise<void> {
  await fillContents(page, words);
  if (words.sealed) await page.locator('input[name=files]').setInputFiles(scan(words.sealed));
  await send(page, page.getByRole('button', { name: '报送', exact: true }));
}

/** The office enters a unit's paper: how it came in, what it says, the paper itself. */
export async function recordPaper(page: Page, words: PacketWords, receipt: Receipt): Promise<void> {
  await press(page, page.getByRole('link', { name: /代填/ }));
  const { proof, ...fields } = receipt;
  await fill(page.locator('#packet-form'), fields);
  await fillContents(page, words);
  await page.locator('input[name=files]').setInputFiles(scan(proof));
  await send(page, page.getByRole('button', { name: '录入', exact: true }));
}

/** 零报告. */
export async function reportNothingNew(page: Page): Promise<void> {
  await act(page, 'reportNil');
}

async function fillContents(page: Page, words: PacketWords): Promise<void> {
  const form = page.locator('#packet-form');
  for (const text of await form.locator('textarea[name$="[text]"]:visible').all()) await text.fill(words.text);
  for (const figure of await form.locator('fieldset[id^="f-"]').all()) await fillFigure(figure, words.figure);
  const texts = { summary: words.summary, typicalCase: words.typicalCase };
  for (const [name, text] of Object.entries(texts)) {
    const field = form.locator(`textarea[name=${name}]`);
    if (text && (await field.count()) > 0) await field.fill(text);
  }
}

/** A rate is given by its parts, all else as a number. */
async function fillFigure(figure: Locator, value: string): Promise<void> {
  const numerator = figure.locator('input[name$="[numerator]"]');
  if ((await numerator.count()) === 0) return figure.locator('input[name$="[printed]"]').fill(value);
  await numerator.fill('98');
  await figure.locator('input[name$="[denominator]"]').fill('100');
}
