/**
 * Makes the pictures of the READMEs: drives the demonstration office in a real browser with the plan of test/fixtures and
 * writes docs/images/*.png, 1280 wide. `node scripts/screenshots.mjs`
 */
import { mkdirSync, statSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { ensureOrExit } from './ensure.mjs';

register('./typescript-hooks.mjs', import.meta.url);
await ensureOrExit();

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const MOST_BYTES = 250_000;
const QUARTER = '2023年第二季度调度';
const { Office } = await import('../test/e2e/pages/office.ts');
const { act, press } = await import('../test/e2e/pages/acts.ts');
const plans = await import('../test/e2e/pages/plan-desk.ts');
const rounds = await import('../test/e2e/pages/round-desk.ts');
const measures = await import('../test/e2e/pages/measure-desk.ts');

/** What each unit tells about its half year: words, and a number for each figure. */
const HALF_YEAR = {
  renshe: ['开行返岗专列3趟、专车46车次，培训农民工4260人次。', '4260'],
  jiaoyu: ['为随迁子女开通入学绿色通道，春季学期接收转学学生612人。', '612'],
  gonghui: ['设立零工驿站6个，发布岗位8300个。', '8300'],
  zhujian: ['在28个项目工地开办夜校，开课64场次。', '64'],
  xiaodian: ['建成零工驿站2个，提供岗位1900个。', '1900'],
};
const PAPER = { channel: '纸质', receivedOn: '2023-06-25', signer: '刘某', post: '副局长', proof: '市财政局来文.pdf' };

/** The screen with a part of the page at its top. */
async function view(page, part, name) {
  await page
    .locator(part)
    .first()
    .evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  await picture(page, name);
}

async function picture(page, name) {
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes`);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
}

async function begin(office, page) {
  const plan = await plans.importPlan(page, join(ROOT, 'test/fixtures/sample-plan.txt'));
  await view(page, '.qt-beside', 'confirm');
  await plans.confirmWithProposals(page);
  await plans.issue(page);
  for (const account of ['renshe', 'jiaoyu', 'gonghui']) await plans.signForAll((await office.person(account)).page);
  await plans.moveTo(page, plan, '2023-06-26');
  return plan;
}

async function halfYear(office, page, plan) {
  const round = await rounds.openRound(page, plan, QUARTER);
  for (const [account, [text, figure]] of Object.entries(HALF_YEAR)) {
    const { page: desk } = await office.person(account);
    await rounds.openOwnPacket(desk, QUARTER);
    await rounds.report(desk, { text, figure, summary: text });
  }
  await rounds.openPacket(page, round, '市财政局');
  await rounds.recordPaper(page, { text: '下达培训补助资金380万元。', figure: '380' }, PAPER);
  const { page: colleague } = await office.person('xietiao2');
  for (const unit of ['市人社局', '市教育局', '市财政局']) {
    await rounds.openPacket(colleague, round, unit);
    await act(colleague, 'accept');
  }
  return round;
}

async function nextQuarter(office, page, plan) {
  await plans.moveTo(page, plan, '2023-09-26');
  await rounds.openRound(page, plan, '2023年第三季度调度');
  const { page: desk } = await office.person('renshe');
  await rounds.openOwnPacket(desk, '2023年第三季度调度');
  await picture(desk, 'packet');
}

async function yearEnd(page, plan) {
  await page.goto(`/plans/${plan}/year-end`);
  await press(page, page.getByRole('button', { name: '开始编写' }));
  await view(page, '#p-2', 'year-end');
}

async function walk(office) {
  const { page } = await office.person('xietiao1');
  const plan = await begin(office, page);
  const round = await halfYear(office, page, plan);
  await plans.moveTo(page, plan, '2023-07-03');
  await page.goto(`/rounds/${round}`);
  await view(page, '#not-reported', 'round');
  await page.goto(`/plans/${plan}`);
  await picture(page, 'plan');
  const [, second] = await plans.measuresOf(page, plan);
  await measures.stateOf(page, second);
  await picture(page, 'measure');
  await page.goto(`/plans/${plan}/ledger`);
  await picture(page, 'ledger');
  await nextQuarter(office, page, plan);
  await plans.moveTo(page, plan, '2023-12-31');
  await yearEnd(page, plan);
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByLabel('账号').waitFor();
  await picture(page, 'sign-in');
}

mkdirSync(IMAGES, { recursive: true });
const office = await Office.open();
try {
  await walk(office);
} finally {
  await office.close();
}
