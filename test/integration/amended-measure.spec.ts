import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { MeasuresModule } from '../../src/measures/measures.module.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { Unit } from '../../src/organization/organization.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, target, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openPages, type TestPages } from '../support/pages.js';
import { liaison } from '../support/small-plan.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const EDUCATION = '市教育局';
const FINANCE = '市财政局';

/** A plan of two measures; the first trains `trained` people. */
function reading(docNumber: string, issuedOn: string, trained: number): PlanReading {
  const text = `面向进城务工人员开办电工、护理实用技能班，全年培训${trained}人次以上。`;
  const targets = [target('培训农民工', trained, '人次', { raw: `${trained}人次以上`, by: '2024-12-31' })];
  const season = { kind: 'window' as const, raw: trained === 20_000 ? '春节前后' : '国庆节前' };
  const more = {
    targets,
    conditions: [season],
    heading: [trained === 20_000 ? '一、就业' : '一、技能', '开展技能培训'],
  };
  return {
    ...{ title: '农民工工作要点', noticeTitle: null, docNumber, issuers: [unit(EDUCATION)], issuedOn },
    ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [] },
    ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: `（全文${docNumber}）` },
    measures: [
      measure('1', '开展技能培训', text, [EDUCATION], more),
      measure('2', '保障随迁子女就学', '简化随迁子女报名手续，公办学校优先接收。', [EDUCATION]),
      measure('3', '治理拖欠工资', `在建项目实名考勤，每季抽查${trained / 10_000}次。`, [FINANCE]),
    ],
  };
}

describe('a measure whose target an amendment of its plan changed', () => {
  let ground: TestGround;
  let pages: TestPages;
  let plan: string;

  beforeAll(async () => {
    ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const first = reading('劳函〔2024〕3号', '2024-03-01', 20_000);
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => first,
    );
    const config = readConfig({ DATA_DIR: folder });
    const plans = new PlansService(database, engine, storedFiles(ground), reader, ids, clock, config);
    const confirmed = async (read: PlanReading, name: string): Promise<string> => {
      const id = await plans.enter(read, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
      await plans.acceptProposals(id, COORDINATOR);
      await plans.confirm(id, COORDINATOR);
      return id;
    };
    plan = await confirmed(first, 'first');
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(plan, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    const second = await confirmed(reading('劳函〔2024〕9号', '2024-06-01', 30_000), 'second');
    const amendments = new AmendmentService(database, engine, ids);
    const { digest } = await amendments.preview(plan, second, {}, COORDINATOR);
    await amendments.merge(plan, second, { decisions: {}, digest, note: '年中调整，由副市长李四光牵头' }, COORDINATOR);
    const unitId = async (name: string) => (await database.reader.manager.findOneBy(Unit, { name }))!.id;
    const [edu, fin] = [
      { ...liaison('edu'), unit: await unitId(EDUCATION) },
      { ...liaison('fin'), unit: await unitId(FINANCE) },
    ];
    const people = { edu, fin, other: { ...liaison('hr'), unit: 'somebody' }, office: COORDINATOR };
    pages = await openPages(ground, people, [MeasuresModule, NotificationsModule, CascadeModule]);
  }, 60_000);
  afterAll(async () => {
    await pages.close();
    await ground.close();
  });

  const record = async (title: string, person: string): Promise<string> => {
    const own = await ground.database.reader.manager.findOneBy(Measure, { planId: plan, title });
    const page = await pages.text(`/measures/${own!.id}`, person);
    return page.slice(page.indexOf('<h2>流转记录</h2>'));
  };

  it('tells it in its record, to its unit too: by which paper, what changed, and what it said before', async () => {
    for (const person of ['edu', 'office']) {
      const told = await record('开展技能培训', person);
      expect(told).toMatch(/按劳函〔2024〕9号修订了本任务：[^<]*(?:3万|30000)/);
      expect(told).toMatch(/年中调整，由副市长×××牵头；修订前的内容：[^]*20000人次以上/);
    }
  });

  it('is a notice to its unit, that leads to it and says what changed; the notices are proven from the log', async () => {
    const told = await pages.text('/notices', 'edu');
    expect(told.split('计划已修订，本任务有变动').length - 1).toBe(1);
    expect(told).toMatch(/计划已修订，本任务有变动[^]*(?:3万|30000)/);
    expect((await ground.verify()).faults).toEqual([]);
  });

  it('stands in the record of amendments that a bureau may read, as far as its own measures go', async () => {
    const told = async (person: string) => pages.text(`/plans/${plan}/amendments`, person);
    expect(await told('office')).toMatch(/开展技能培训[^]*治理拖欠工资/);
    const own = await told('edu');
    expect(own).toMatch(/劳函〔2024〕9号[^]*年中调整[^]*开展技能培训/);
    expect(own).not.toMatch(/治理拖欠工资|抽查/);
    expect(await told('fin')).toMatch(/每季抽查2次。[^]*每季抽查3次。/);
    expect(await told('other')).toMatch(/^404 /);
  });

  it('has the seasons and the chapter of the text in force, on its page and wherever its 完成时限 stands', async () => {
    const own = await ground.database.reader.manager.findOneBy(Measure, { planId: plan, title: '开展技能培训' });
    expect(own).toMatchObject({ conditions: [{ raw: '国庆节前' }], heading: ['一、技能', '开展技能培训'] });
    const page = await pages.text(`/measures/${own!.id}`, 'edu');
    expect(page.slice(0, page.indexOf('<h2>流转记录</h2>'))).not.toContain('春节前后');
    expect((await ground.verify()).faults).toEqual([]);
  });

  it('says of a measure that was merged into it which one that was, and why', async () => {
    const { manager } = ground.database.reader;
    const id = async (title: string) => (await manager.findOneBy(Measure, { planId: plan, title }))!.id;
    const payload = { into: await id('开展技能培训'), reason: '两条任务合并办理' };
    await ground.engine.send(await id('治理拖欠工资'), 'merge', payload, { actor: COORDINATOR });
    expect(await record('开展技能培训', 'edu')).toMatch(/把“3 治理拖欠工资”并入了本任务[^]*两条任务合并办理/);
    expect(await record('保障随迁子女就学', 'edu')).not.toContain('并入了本任务');
  });

  it('says nothing of it where nothing changed', async () => {
    expect(await record('保障随迁子女就学', 'edu')).not.toContain('修订了本任务');
  });
});
