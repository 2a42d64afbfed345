import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { qiantou } from '../support/command.js';
import { act, download, press, said } from './pages/acts.js';
import { closeAsAchieved, consolidate } from './pages/measure-desk.js';
import { Office } from './pages/office.js';
import { paragraphsOf } from './pages/papers.js';
import { confirmWithProposals, importPlan, issue, measuresOf, moveTo, stageOf } from './pages/plan-desk.js';
import { cityPlan } from './pages/plan-file.js';
import { countIn } from './pages/record.js';
import { matrixOf, openPacket, openRound, recordPaper } from './pages/round-desk.js';
import { CHAPTER_MS, story } from './pages/story.js';

const PAPERS: [unit: string, channel: string][] = [
  ['市人社局', '纸质'],
  ['市教育局', '公文系统'],
  ['市财政局', '传真'],
  ['市总工会', 'QQ'],
  ['市住建局', '纸质'],
  ['小店区', '电话'],
  ['清徐县', '纸质'],
  ['古交市', 'QQ'],
];

describe('an office whose units never sign in, beginning on 1 December', () => {
  const chapter = story();
  let office: Office;
  let page: Page;
  let plan: string;
  let round: string;

  beforeAll(async () => {
    office = await Office.open();
    page = (await office.person('xietiao1')).page;
  }, CHAPTER_MS);
  afterAll(() => office.close(), CHAPTER_MS);

  chapter('begins with the plan of May: nothing fires for the past, nothing is red', async () => {
    plan = await importPlan(page, cityPlan().file);
    await confirmWithProposals(page);
    await issue(page, '2023-12-01');
    expect(await stageOf(page, plan)).toBe('推进落实');
    expect(await countIn(office.server.dataDir, `SELECT count(*) AS n FROM event WHERE type LIKE 'deadline.%'`)).toBe(
      0,
    );
    await page.goto(`/plans/${plan}/ledger`);
    expect(await page.getByRole('link', { name: /红灯/ }).innerText()).toMatch(/红灯\s*0/);
    await page.goto('/inbox');
    expect(await page.locator('main').innerText()).not.toContain('逾期');
  });

  chapter('enters what came on paper, by phone and by chat, each with its proof', async () => {
    round = await openRound(page, plan, '2023年年终报送');
    await moveTo(page, plan, '2023-12-18');
    for (const [at, [unit, channel]] of PAPERS.entries()) {
      await openPacket(page, round, unit);
      const receipt = {
        channel,
        receivedOn: `2023-12-1${at}`,
        signer: '王某',
        post: '副局长',
        proof: `${unit}来文.pdf`,
      };
      const words = { text: `全年走访企业${at + 21}家。`, figure: `${at}`, summary: `${unit}全年工作平稳。` };
      await recordPaper(page, words, receipt);
      expect(await said(page)).toContain('代填');
    }
    const matrix = await matrixOf(page, round);
    for (const [unit] of PAPERS) expect(matrix.get(unit)!['状态']).toMatch(/代填(?!.*待补证)/s);
  });

  chapter('receives its own entries, and every one of them says so', async () => {
    for (const [unit] of PAPERS) {
      await openPacket(page, round, unit);
      expect(await page.locator('#action-accept').count()).toBe(0);
      await act(page, 'acceptOwnEntry', { ownOpinion: '与来文一致。' });
    }
    const matrix = await matrixOf(page, round);
    for (const [unit] of PAPERS) expect(matrix.get(unit)!['状态']).toContain('代填代审');
  });

  chapter('finishes the year and makes the report, whose draft shows what was entered for others', async () => {
    await moveTo(page, plan, '2023-12-31');
    for (const measure of await measuresOf(page, plan)) {
      await consolidate(page, measure);
      await closeAsAchieved(page, measure);
    }
    await page.goto(`/plans/${plan}/year-end`);
    await press(page, page.getByRole('button', { name: '开始编写' }));
    const clean = paragraphsOf((await download(page, page.locator('#make-clean'))).bytes);
    const draft = paragraphsOf((await download(page, page.locator('#make-draft'))).bytes);
    expect(clean.join('\n')).toContain('全年走访企业21家');
    const sources = draft.slice(draft.lastIndexOf('数据来源表'));
    expect(sources.filter((cell) => cell.includes('代填代审')).length).toBeGreaterThan(4);
    expect(sources).toEqual(expect.arrayContaining(['市人社局来文.pdf', '传真', '公文系统']));
  });

  chapter('leaves a record that proves itself, made by one person alone', async () => {
    expect(office.signedIn).toEqual(['xietiao1']);
    expect(
      await countIn(office.server.dataDir, `SELECT count(*) AS n FROM access_log WHERE action = 'sign-in'`),
    ).toBeLessThan(2);
    expect(office.faults).toEqual([]);
    const { code, stdout } = await qiantou(['verify'], office.server.dataDir);
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/faults=0$/)]);
  });
});
