import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { each } from '../../src/cascade/unfound.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openPages, type TestPages } from '../support/pages.js';
import { readerOf } from '../support/plan-reader.js';
import { storedFiles } from '../support/stored-files.js';

const TASKS: [string, string][] = [
  ['开展技能培训', '面向进城务工人员开办缝纫、电工、护理班。'],
  ['治理拖欠工资', '在建项目推行实名考勤，欠薪线索限时办结。'],
  ['保障子女就学', '简化随迁子女报名手续，公办学校优先接收。'],
  ['设立法援窗口', '在劳务市场设立窗口，免费代写诉状。'],
  ['送戏进工地', '组织剧团到工地演出，放映露天电影。'],
];

/** A plan of the tasks named by their places in the list. */
const textOf = (docNumber: string, issuedOn: string, ...which: number[]): PlanReading => ({
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber, issuers: [unit('市教育局')], issuedOn },
  ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [] },
  ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: `（全文${docNumber}）` },
  measures: which.map((at) => measure(`${at + 1}`, ...TASKS[at]!, ['市教育局'])),
});

describe('a new text in which running tasks are not found', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plans: PlansService;
  let amendments: AmendmentService;
  let plan: string;
  let short: string;

  const confirmed = async (reading: PlanReading): Promise<string> => {
    const name = reading.docNumber!;
    const sha256 = Buffer.from(name).toString('hex').slice(-12).padEnd(64, '0');
    const id = await plans.enter(reading, { sha256, name }, COORDINATOR);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    return id;
  };
  const withdrawn = async (): Promise<string[]> => {
    const all = await ground.database.reader.manager.findBy(Measure, { planId: plan });
    return all.filter(({ state }) => state === 'withdrawn').map(({ title }) => title);
  };
  const none = { decisions: {}, digest: null, note: '' };

  beforeAll(async () => {
    ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const first = textOf('劳函〔2024〕3号', '2024-03-01', 0, 1, 2, 3, 4);
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => first,
    );
    plans = new PlansService(
      database,
      engine,
      storedFiles(ground),
      reader,
      ids,
      clock,
      readConfig({ DATA_DIR: folder }),
    );
    amendments = new AmendmentService(database, engine, ids);
    plan = await confirmed(first);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(plan, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    short = await confirmed(textOf('劳函〔2024〕8号', '2024-06-01', 1));
    pages = await openPages(ground, { office: COORDINATOR }, [CascadeModule]);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  it('are not withdrawn unless somebody has chosen it, where there are more than a few: nothing is done, and their number is told', async () => {
    const { unfound, effects } = await amendments.preview(plan, short, {}, COORDINATOR);
    expect(unfound).toEqual({ rows: ['m001|', 'm003|', 'm004|', 'm005|'], mustChoose: true });
    expect(effects.filter(({ decision }) => decision === 'withdraw')).toEqual([]);
    await expect(amendments.merge(plan, short, none, COORDINATOR)).rejects.toMatchObject({
      code: 'unfound_unchosen',
      message: expect.stringContaining('没有找到正在推进的任务 4 项，其中 4 项还没有选定'),
    });
    const decisions = each(['m001|', 'm003|', 'm004|'], 'withdraw');
    await expect(amendments.merge(plan, short, { ...none, decisions }, COORDINATOR)).rejects.toMatchObject({
      code: 'unfound_unchosen',
      detail: { facts: { unchosen: 1 } },
    });
    expect(await withdrawn()).toEqual([]);
  });

  it('are asked about on the page, one by one or all at once', async () => {
    const address = `/plans/${plan}/amend/${short}`;
    const page = await pages.text(address, 'office');
    expect(page).toMatch(/没有找到正在推进的任务 4 项（找到 1 条）[^]*没有提到的任务按原样继续/);
    expect(page.split('<option value="" selected>请选择</option>').length - 1).toBe(4);
    const form = [...page.matchAll(/name="rows" value="([^"]+)"/g)].flatMap(([, row]): [string, string][] => [
      ['rows', row!],
      ['decisions', row === 'm004|' ? 'withdraw' : ''],
    ]);
    const early = await pages.post(address, 'office', new URLSearchParams(form));
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('还有没有选定处理的')]);
    const all = new URLSearchParams([...form, ['unfound', 'asis']]);
    const chosen = await (await pages.post(`${address}/preview`, 'office', all)).text();
    expect(chosen).not.toContain('请选择</option>');
    expect(chosen.split('<option value="asis" selected>').length - 1).toBe(3);
    expect(chosen.split('<option value="withdraw" selected>').length - 1).toBe(1);
  });

  it('are withdrawn by default where they are few, and the page says how many', async () => {
    const some = await confirmed(textOf('劳函〔2024〕9号', '2024-06-01', 0, 1, 2));
    expect(await pages.text(`/plans/${plan}/amend/${some}`, 'office')).toMatch(
      /没有找到正在推进的任务 2 项（找到 3 条）[^]*预设为撤销/,
    );
    await amendments.merge(plan, some, none, COORDINATOR);
    expect(await withdrawn()).toEqual(['设立法援窗口', '送戏进工地']);
  });
});
