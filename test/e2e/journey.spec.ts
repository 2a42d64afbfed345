import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { act, download, press, said } from './pages/acts.js';
import { closeAsAchieved, consolidate, stateOf } from './pages/measure-desk.js';
import { Office } from './pages/office.js';
import { paragraphsOf, sheetsOf } from './pages/papers.js';
import { confirmWithProposals, importPlan, issue, measuresOf, moveTo, readingsInOrder } from './pages/plan-desk.js';
import { rename, signForAll, stageOf } from './pages/plan-desk.js';
import { cityPlan } from './pages/plan-file.js';
import { matrixOf, notReported, openOwnPacket, openPacket, openRound } from './pages/round-desk.js';
import { CHAPTER_MS, story } from './pages/story.js';
import { recordPaper, report, reportNothingNew } from './pages/round-desk.js';

const BUREAUS = ['renshe', 'jiaoyu', 'caizheng', 'gonghui'];
const COUNTIES = ['xiaodian', 'yingze', 'jiancaoping', 'qingxu', 'loufan', 'gujiao'];
const OWN_WORDS = '全市上下把农民工的事当作自己的事来办，各项任务落地见效。';
const BY_HAND = '更名后的第一项任务';

describe('a plan of the city, from its file to the year-end report', () => {
  let office: Office;
  let coordinator: Page;
  let colleague: Page;
  let plan: string;
  let quarter: string;
  let yearEnd: string;

  const chapter = story();
  const desk = async (account: string): Promise<Page> => (await office.person(account)).page;

  beforeAll(async () => {
    office = await Office.open();
    coordinator = await desk('xietiao1');
    colleague = await desk('xietiao2');
  }, CHAPTER_MS);
  afterAll(() => office.close(), CHAPTER_MS);

  chapter('is read, checked with the doubts first, corrected and confirmed', async () => {
    plan = await importPlan(coordinator, cityPlan().file);
    const readings = await readingsInOrder(coordinator);
    const firstClear = readings.findIndex((one) => !one.doubtful);
    expect(firstClear).toBeGreaterThan(0);
    expect(readings.slice(firstClear).some((one) => one.doubtful)).toBe(false);
    expect(await coordinator.getByRole('region', { name: '原文' }).innerText()).toContain('农民工');
    const [no] = readings[firstClear]!.name.split(' ');
    await rename(coordinator, no!, BY_HAND);
    expect(await said(coordinator)).toContain('核对结果');
    expect((await readingsInOrder(coordinator)).map((one) => one.name)).toContain(`${no} ${BY_HAND}`);
    await confirmWithProposals(coordinator);
    expect(await said(coordinator)).toContain('核对完成');
  });

  chapter('is issued: each unit finds its tasks, its own sheet, and signs', async () => {
    await issue(coordinator);
    expect(await said(coordinator)).toContain('已印发并分办');
    const { name, bytes } = await download(coordinator, coordinator.locator('#task-table'));
    expect(name).toMatch(/任务分解表.*\.xlsx$/);
    const sheets = await sheetsOf(bytes);
    const education = [...sheets].find(([sheet]) => sheet.includes('教育局'))![1];
    expect(sheets.size).toBeGreaterThan(5);
    expect(JSON.stringify([...sheets.values()][0])).toContain(BY_HAND);
    expect(education.length).toBeLessThan([...sheets.values()][0]!.length);
    for (const account of BUREAUS) await signForAll(await desk(account));
    expect(await said(await desk('jiaoyu'))).toMatch(/已签收 \d+ 项任务/);
  });

  chapter('moves from stage to stage as the days go by', async () => {
    expect(await stageOf(coordinator, plan)).toBe('动员部署');
    await moveTo(coordinator, plan, '2023-05-16');
    expect(await stageOf(coordinator, plan)).toBe('推进落实');
    await moveTo(coordinator, plan, '2023-06-25');
  });

  chapter('is asked about in a round: one packet a bureau, one on paper, one with nothing new, one late', async () => {
    quarter = await openRound(coordinator, plan, '2023年第二季度调度');
    for (const [at, account] of ['renshe', 'jiaoyu'].entries()) {
      const bureau = await desk(account);
      await openOwnPacket(bureau, '2023年第二季度调度');
      await report(bureau, {
        text: `组织专项行动${at + 3}场次。`,
        figure: `${at + 40}`,
        summary: '上半年推进平稳。',
      });
      expect(await said(bureau)).toContain('已报送');
    }
    const union = await desk('gonghui');
    await openOwnPacket(union, '2023年第二季度调度');
    await reportNothingNew(union);
    await openPacket(coordinator, quarter, '市财政局');
    const receipt = {
      channel: '纸质',
      receivedOn: '2023-06-24',
      signer: '刘某',
      post: '副局长',
      proof: '财政局来文.pdf',
    };
    await recordPaper(coordinator, { text: '补助资金已下达。', figure: '12' }, receipt);
    await moveTo(coordinator, plan, '2023-07-03');
    const housing = await desk('zhujian');
    await openOwnPacket(housing, '2023年第二季度调度');
    await report(housing, { text: '工地夜校开课10场次。', figure: '5' });
    const matrix = await matrixOf(coordinator, quarter);
    expect(matrix.get('市住建局')!['时限']).toContain('逾期');
    expect(matrix.get('市财政局')!['状态']).toContain('代填');
    expect(matrix.get('市财政局')!['时限']).not.toContain('逾期');
    expect(matrix.get('市教育局')!['状态']).not.toContain('待报送');
    const text = await notReported(coordinator, quarter);
    expect(text).toMatch(/^截至7月3日.*小店区/s);
    for (const name of ['市教育局', '市财政局', '市住建局', '市总工会']) expect(text).not.toContain(name);
  });

  chapter('has its packets received by another person, or sent back for more', async () => {
    await openPacket(coordinator, quarter, '市财政局');
    expect(await coordinator.locator('#action-accept').count()).toBe(0);
    await openPacket(colleague, quarter, '市财政局');
    await act(colleague, 'accept', { acceptOpinion: '与来文一致。' });
    expect(await said(colleague)).toContain('已接收');
    await openPacket(colleague, quarter, '市教育局');
    await act(colleague, 'askMore', { askReason: '请补充培训人数。' });
    const education = await desk('jiaoyu');
    await education.goto('/inbox');
    expect(await education.locator('.qt-inbox').innerText()).toContain('补充报送');
    await openOwnPacket(education, '2023年第二季度调度');
    expect(await education.getByText('请补充培训人数').count()).toBeGreaterThan(0);
    await report(education, { text: '组织专项行动4场次，培训260人。', figure: '41' });
    await openPacket(colleague, quarter, '市教育局');
    await act(colleague, 'accept');
    const matrix = await matrixOf(colleague, quarter);
    expect(matrix.get('市教育局')!['状态']).toContain('已接收');
  });

  chapter('brings the year-end papers of bureaus and counties', async () => {
    await moveTo(coordinator, plan, '2023-12-08');
    yearEnd = await openRound(coordinator, plan, '2023年年终报送');
    const reporting = [...BUREAUS, ...COUNTIES];
    for (const [at, account] of reporting.entries()) {
      const unit = await desk(account);
      await openOwnPacket(unit, '2023年年终报送');
      await report(unit, {
        ...{ text: `全年开展服务活动${at + 11}场次。`, figure: `${at + 1}` },
        ...{
          summary: `本单位全年服务农民工${at + 1}千人次。`,
          typicalCase: '把服务台搬进工地。',
          sealed: '年终总结（盖章）.pdf',
        },
      });
    }
    const matrix = await matrixOf(colleague, yearEnd);
    expect(matrix.get('古交市')).toMatchObject({ 典型案例: '有', 盖章件: '有' });
    const reported = [...matrix].filter(([, cells]) => cells['收到日期'] !== '').map(([unit]) => unit);
    expect(reported).toHaveLength(reporting.length);
    for (const unit of reported) {
      await openPacket(colleague, yearEnd, unit);
      await act(colleague, 'accept');
    }
    expect(
      [...(await matrixOf(colleague, yearEnd)).values()].filter((cells) => cells['状态'] === '已接收'),
    ).toHaveLength(reporting.length);
  });

  chapter('is evaluated: every measure put together by one person and closed by another', async () => {
    await moveTo(coordinator, plan, '2023-12-31');
    expect(await stageOf(coordinator, plan)).toBe('总结评估');
    const measures = await measuresOf(coordinator, plan);
    const proposed: string[] = [];
    for (const measure of measures) {
      proposed.push(await consolidate(coordinator, measure));
      await closeAsAchieved(colleague, measure);
    }
    expect(proposed.filter((text) => text.includes('全年开展服务活动')).length).toBeGreaterThan(measures.length / 2);
    expect(await stateOf(coordinator, measures[0]!)).toContain('已完成');
  });

  chapter(
    'becomes a report: a paragraph in the office’s own words, the clean paper and the one with its sources',
    async () => {
      await coordinator.goto(`/plans/${plan}/year-end`);
      await press(coordinator, coordinator.getByRole('button', { name: '开始编写' }));
      const paragraph = coordinator.getByLabel('我办成文').last();
      await paragraph.fill(OWN_WORDS);
      await press(coordinator, coordinator.getByRole('button', { name: '保存本段' }).last());
      expect(await said(coordinator)).toContain('已保存本段');
      const paper = await download(coordinator, coordinator.locator('#make-clean'));
      expect(paper.name).toMatch(/年终总结.*\.docx$/);
      const clean = paragraphsOf(paper.bytes);
      const draft = paragraphsOf((await download(coordinator, coordinator.locator('#make-draft'))).bytes);
      expect(clean.join('\n')).toContain(OWN_WORDS);
      expect(clean.join('\n')).toContain(BY_HAND);
      expect(draft.join('\n')).toContain(OWN_WORDS);
      expect(draft.length).toBeGreaterThan(clean.length);
      expect(clean.join('\n')).toMatch(/小店区[^]*本单位全年服务农民工5千人次/);
      expect(clean.join('\n')).not.toMatch(/\[\d+\]/);
      expect(draft.join('\n')).toMatch(/全年开展服务活动11场次\[\d+\]/);
      const sources = draft.slice(draft.lastIndexOf('数据来源表'));
      expect(sources).toEqual(expect.arrayContaining(['1', '太原市人力资源和社会保障局', '年终总结（盖章）.pdf']));
      expect(draft.join('\n')).toMatch(/总体目标[^。]*\d[^。]*\[\d+\]/);
    },
  );

  chapter('is signed by the leader, made final and kept as it is', async () => {
    await coordinator.goto(`/plans/${plan}/year-end`);
    await act(coordinator, 'sign', { signer: '李某', post: '主任', on: '2023-12-31' });
    await press(coordinator, coordinator.getByRole('button', { name: '定稿并存档' }));
    expect(await said(coordinator)).toContain('已定稿并存档');
    const issued = coordinator.locator('.qt-issue').first();
    expect(await issued.innerText()).toMatch(/SHA-256 [0-9a-f]{64}/);
    const { bytes } = await download(coordinator, issued.getByRole('link').first());
    expect(paragraphsOf(bytes).join('\n')).toContain(OWN_WORDS);
  });

  chapter('lets any figure of the preview be followed to the paper it came from', async () => {
    await coordinator.goto(`/plans/${plan}/year-end`);
    await press(coordinator, coordinator.locator('#preview'));
    const figure = coordinator.locator('.qt-paper a[href^="/packets/"]').filter({ hasText: /\d/ }).first();
    const shown = (await figure.innerText()).match(/\d+/)![0];
    await press(coordinator, figure);
    expect(coordinator.url()).toMatch(/\/packets\//);
    expect(await coordinator.locator('main').innerText()).toContain(shown);
  });

  chapter('did all this without a script error and without asking any other host', async () => {
    expect(office.signedIn).toHaveLength(2 + BUREAUS.length + 1 + COUNTIES.length);
    expect(office.faults).toEqual([]);
  });
});
