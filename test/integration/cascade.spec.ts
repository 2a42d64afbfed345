import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { comparisonView } from '../../src/cascade/comparison.presenter.js';
import { amendmentView } from '../../src/cascade/amendment.presenter.js';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { PlanAmendment, PlanPair } from '../../src/cascade/cascade.entities.js';
import { CascadeService, type VersionResult } from '../../src/cascade/cascade.service.js';
import type { Decisions } from '../../src/cascade/decisions.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import type { Refusal } from '../../src/shared/errors.js';
import type { PlanFacts } from '../../src/ledger/duty-line.js';
import { planFacts } from '../../src/ledger/plan-facts.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { Unit } from '../../src/organization/organization.entities.js';
import { Cycle, Indicator, Plan, PlanDraftRow } from '../../src/plans/plans.entities.js';
import { goalKey } from '../../src/domain/comparison/clause.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, target, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const HR = '市人力资源和社会保障局';
const FIRST = {
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber: '劳函〔2024〕3号', issuers: [unit(HR)] },
  ...{ issuedOn: '2024-03-01', region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [] },
  phases: [{ name: '推进落实', start: '2024-04-01', end: '2024-11-30' }],
  ...{ reporting: [], goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: '（要点全文）' },
  measures: [
    measure(
      '1',
      '开展技能培训',
      '面向进城务工人员开办电工、护理实用技能班，全年培训2万人次以上。',
      [HR, '市教育局', '市财政局'],
      {
        targets: [target('培训农民工', 20_000, '人次', { raw: '2万人次以上', by: '2024-12-31' })],
      },
    ),
    measure('2', '治理拖欠工资', '工程项目推行实名考勤与工资专户，欠薪线索限时办结。', [HR, '市住房和城乡建设局']),
    measure('3', '保障随迁子女就学', '简化随迁子女报名手续，公办学校优先接收。', ['市教育局']),
    measure('4', '办好务工者之夜', '每月放映露天电影并组织歌咏会。', ['市文化和旅游局'], {
      targets: [target('放映电影', 60, '场', { hard: false })],
    }),
  ],
} satisfies PlanReading;

/** The amended text: training under 教育局 with 民政局, wages by October, no film nights, legal aid added, a new count. */
const SECOND = {
  ...FIRST,
  ...{ docNumber: '劳函〔2024〕9号', issuedOn: '2024-06-01', text: '（修订后的要点全文）' },
  phases: [
    { name: '推进落实', start: '2024-04-01', end: '2024-10-31' },
    { name: '总结评估', start: '2024-11-01', end: '2024-12-15' },
  ],
  measures: [
    measure(
      '1',
      '开展技能培训',
      '面向进城务工人员开办电工、护理实用技能班，全年培训3万人次以上，取证率达到60%。',
      ['市教育局', HR, '市民政局'],
      {
        targets: [
          target('培训农民工', 30_000, '人次', { raw: '3万人次以上', by: '2024-12-31' }),
          target('取证率', 60, '%', { raw: '60%', targetKind: 'ratio' }),
        ],
      },
    ),
    measure('2', '治理拖欠工资', '工程项目推行实名考勤与工资专户，欠薪线索限时办结。', [HR, '市住房和城乡建设局'], {
      due: '2024-10-31',
    }),
    measure('3', '保障随迁子女就学', '简化随迁子女报名手续，公办学校优先接收。', ['市教育局']),
    measure('4', '设立法律援助窗口', '在劳务市场设立窗口，免费代写诉状。', ['市司法局', '市总工会']),
  ],
} satisfies PlanReading;

interface AdjustPatch {
  changeIndicators: { id: string; before: object; after: object }[];
}

const codeOf = (refused: Promise<unknown>) => refused.then(() => 'done').catch((refusal: Refusal) => refusal.code);

class Office {
  private constructor(
    readonly ground: TestGround,
    readonly plans: PlansService,
    readonly cascade: CascadeService,
    readonly amendments: AmendmentService,
  ) {}

  static async open(): Promise<Office> {
    const ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const files = storedFiles(ground);
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => FIRST,
    );
    const plans = new PlansService(database, engine, files, reader, ids, clock, readConfig({ DATA_DIR: folder }));
    return new Office(ground, plans, new CascadeService(database, engine), new AmendmentService(database, engine, ids));
  }

  async entered(reading: PlanReading, name: string): Promise<string> {
    const sha256 = name.padEnd(64, '0');
    return this.plans.enter(reading, { sha256, name }, COORDINATOR);
  }

  async confirmed(reading: PlanReading, name: string): Promise<string> {
    const id = await this.entered(reading, name);
    await this.plans.acceptProposals(id, COORDINATOR);
    await this.plans.confirm(id, COORDINATOR);
    return id;
  }

  async issued(reading: PlanReading, name: string): Promise<string> {
    const id = await this.confirmed(reading, name);
    const days = { issuedOn: reading.issuedOn!, enabledOn: reading.issuedOn! };
    await this.plans.issue(id, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    return id;
  }

  get read() {
    return this.ground.database.reader.manager;
  }

  /** “市教育局 responsible” of a measure's open duties, in order. */
  async duties(planId: string, title: string): Promise<string[]> {
    const own = await this.read.findOneBy(Measure, { planId, title });
    const names = new Map((await this.read.find(Unit)).map((one) => [one.id, one.name]));
    const all = await this.read.findBy(Assignment, { measureId: own?.id ?? '' });
    return all
      .filter((one) => one.state.startsWith('duty'))
      .map((one) => `${names.get(one.unitId)} ${one.role}`)
      .sort();
  }
}

describe('two imported plans compared', () => {
  let office: Office;
  let own: string;
  let other: string;

  beforeAll(async () => {
    office = await Office.open();
    own = await office.issued(FIRST, 'own');
    other = await office.entered(
      { ...SECOND, level: 'province', region: '山西省', title: '省农民工工作要点' },
      'superior',
    );
  });
  afterAll(() => office.ground.close());

  const pair = { left: 'm004', right: 'm004' };
  const judged = (verdict: 'same' | 'different' | 'undone', key?: string) =>
    office.cascade.judge({ leftPlan: other, rightPlan: own, ...pair, verdict }, COORDINATOR, key);

  it('shows what the superior asks and we lack', async () => {
    const { comparison } = await office.cascade.compare(own, other, 'superior', COORDINATOR);
    expect('findings' in comparison && comparison.findings.map((one) => one.kind).sort()).toEqual(
      ['extra', 'missing', 'same', 'weaker', 'weaker'].sort(),
    );
  });

  it('calls the province’s plan 上级 to its city, and the city’s 对方 to the province', async () => {
    const whose = async (one: string, another: string) => {
      const result = await office.cascade.compare(one, another, 'superior', COORDINATOR);
      return result.kind === 'superior' && result.whose;
    };
    expect([await whose(own, other), await whose(other, own)]).toEqual(['上级', '对方']);
  });

  it('keeps who paired two clauses and when; undone, the program proposes again', async () => {
    await judged('same', 'pair-key-1');
    await judged('same', 'pair-key-1');
    expect(await office.read.find(PlanPair)).toMatchObject([
      { verdict: 'same', judgedBy: COORDINATOR.name, judgedOn: '2024-06-03' },
    ]);
    const { comparison } = await office.cascade.compare(own, other, 'superior', COORDINATOR);
    expect(comparison.pairing.pairs).toContainEqual(expect.objectContaining({ ...pair, confirmed: true }));
    await judged('undone');
    expect(await office.read.find(PlanPair)).toEqual([]);
  });

  it('beside another plan a clause may answer several: each pair is confirmed and undone by itself, and logged', async () => {
    const say = (left: string, verdict: 'same' | 'undone') =>
      office.cascade.judge(
        { leftPlan: other, rightPlan: own, left, right: 'm004', verdict, several: true },
        COORDINATOR,
      );
    await say('m004', 'same');
    await say('m003', 'same');
    const confirmed = async () => {
      const { comparison } = await office.cascade.compare(own, other, 'superior', COORDINATOR);
      return comparison.pairing.pairs.filter((one) => one.confirmed).map(({ left, right }) => `${left}=${right}`);
    };
    expect(await confirmed()).toEqual(['m003=m004', 'm004=m004']);
    await say('m003', 'undone');
    expect(await confirmed()).toEqual(['m004=m004']);
    const said = await office.ground.database.reader.all<{ body: string }>(
      `SELECT body FROM event WHERE instance_id = ? AND type = 'adjust' ORDER BY seq DESC`,
      [own],
    );
    const reasons = said.map(({ body }) => (JSON.parse(body) as { payload: { reason: string } }).payload.reason);
    expect(reasons.slice(0, 2)).toEqual([
      '撤销对应关系的确认：“3 保障随迁子女就学”、“4 办好务工者之夜”',
      '确认为同一事项：“3 保障随迁子女就学”、“4 办好务工者之夜”',
    ]);
  });

  it('keeps of a goal of the whole plan, too, what a person named for it', async () => {
    const goal = (metric: string, value: number) => [target(metric, value, '人次')];
    const above = await office.entered(
      {
        ...SECOND,
        level: 'province',
        region: '山西省',
        docNumber: '晋劳函〔2024〕5号',
        goals: goal('培训农民工', 200_000),
      },
      'goals-above',
    );
    const below = await office.entered(
      { ...FIRST, docNumber: '劳函〔2024〕5号', goals: goal('组织务工者上夜校', 20_000) },
      'goals-below',
    );
    const first = async () => {
      const result = await office.cascade.compare(below, above, 'superior', COORDINATOR);
      return result.kind === 'superior' ? result.comparison.findings[0]! : null;
    };
    const left = (await first())!.superior!.key;
    const right = goalKey(goal('组织务工者上夜校', 20_000)[0]!);
    const say = { leftPlan: above, rightPlan: below, left, right, several: true };
    await office.cascade.judge({ ...say, verdict: 'same' }, COORDINATOR);
    expect(await first()).toMatchObject({ own: [{ place: { title: '总体目标：组织务工者上夜校' } }], confirmed: true });
    expect((await first())!.sentence).toContain('我方为组织务工者上夜校不低于2万人次');
    await office.cascade.judge({ ...say, verdict: 'undone' }, COORDINATOR);
    expect((await first())!.own.map(({ place }) => place.title)).not.toContain('总体目标：组织务工者上夜校');
  });

  it('keeps what a person named for a goal without a figure, too', async () => {
    const above = await office.entered(
      {
        ...{ ...SECOND, level: 'province', region: '山西省', docNumber: '晋劳函〔2024〕6号' },
        conditions: [{ kind: 'exhaustive', raw: '应援尽援' }],
      },
      'wholes-above',
    );
    const below = await office.entered({ ...FIRST, docNumber: '劳函〔2024〕6号' }, 'wholes-below');
    const first = async () => {
      const result = await office.cascade.compare(below, above, 'superior', COORDINATOR);
      return result.kind === 'superior' ? result.comparison.findings[0]! : null;
    };
    expect(await first()).toMatchObject({ kind: 'missing', superior: { title: '总体目标：应援尽援' } });
    const left = (await first())!.superior!.key;
    const say = { leftPlan: above, rightPlan: below, left, right: 'm001', several: true };
    await office.cascade.judge({ ...say, verdict: 'same' }, COORDINATOR);
    expect(await first()).toMatchObject({ kind: 'weaker', own: [{ place: { key: 'm001' } }], confirmed: true });
  });

  it('of two versions a clause belongs to one other: a later pair takes the place of the earlier', async () => {
    await judged('same');
    await office.cascade.judge(
      { leftPlan: own, rightPlan: other, left: 'm004', right: 'm003', verdict: 'same' },
      COORDINATOR,
    );
    const { comparison } = await office.cascade.compare(own, other, 'version', COORDINATOR);
    const confirmed = comparison.pairing.pairs.filter((one) => one.confirmed);
    expect(confirmed).toMatchObject([{ left: 'm004', right: 'm003' }]);
  });

  it('refuses a clause that is not there, a plan with itself, and the people of other units', async () => {
    const unknown = { leftPlan: other, rightPlan: own, left: 'm099', right: 'm001', verdict: 'same' as const };
    expect(await codeOf(office.cascade.judge(unknown, COORDINATOR))).toBe('unknown_clause');
    expect(await codeOf(office.cascade.compare(own, own, 'superior', COORDINATOR))).toBe('same_plan');
    const liaison = { user: 'u-edu', name: '联络员', unit: 'edu', roles: ['liaison'] };
    expect(await codeOf(office.cascade.compare(own, other, 'superior', liaison))).toBe('not_found');
    const auditor = { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] };
    expect((await office.cascade.compare(own, other, 'version', auditor)).kind).toBe('version');
    expect(await codeOf(office.cascade.judge({ ...unknown, left: 'm001' }, auditor))).toBe('not_found');
  });

  it('can be confirmed between two drafts too, but not between plans that are over', async () => {
    const draft = await office.entered({ ...FIRST, docNumber: '劳函〔2024〕4号' }, 'draft');
    await office.cascade.judge({ leftPlan: draft, rightPlan: other, ...pair, verdict: 'same' }, COORDINATOR);
    await office.plans.act(draft, 'discard', { reason: '试导入' }, COORDINATOR);
    await office.plans.act(other, 'discard', { reason: '试导入' }, COORDINATOR);
    const closed = office.cascade.judge({ leftPlan: draft, rightPlan: other, ...pair, verdict: 'undone' }, COORDINATOR);
    expect(await codeOf(closed)).toBe('plans_closed');
  });
});

describe('a running plan amended in mid-year', () => {
  let office: Office;
  let plan: string;
  let amended: string;
  let told: string[];
  let before: PlanFacts;

  beforeAll(async () => {
    office = await Office.open();
    plan = await office.issued(FIRST, 'first');
    const year = { planId: plan, cycleId: `${plan}:2024`, today: '2024-06-03' };
    before = await planFacts(office.ground.database.reader, year);
    amended = await office.entered(SECOND, 'second');
  });
  afterAll(() => office.ground.close());

  const order = (decisions: Decisions, digest: string | null = null) => ({ decisions, digest, note: '年中调整' });
  const merge = (digest: string | null = null) =>
    office.amendments.merge(plan, amended, order({}, digest), COORDINATOR);

  it('waits until the new text is confirmed', async () => {
    expect(await codeOf(merge())).toBe('not_confirmed');
    await office.plans.acceptProposals(amended, COORDINATOR);
    await office.plans.confirm(amended, COORDINATOR);
  });

  it('shows beforehand what it will do, and does nothing meanwhile', async () => {
    const { effects, indicators, stages } = await office.amendments.preview(plan, amended, {}, COORDINATOR);
    told = [...stages.sentences, ...indicators.sentences];
    expect(told).toEqual([
      '阶段“推进落实”由2024-04-01至2024-11-30改为2024-04-01至2024-10-31',
      '阶段“总结评估”由未定至2024-12-31（推定）改为2024-11-01至2024-12-15',
      '指标由“培训农民工不低于2万人次”改为“培训农民工不低于3万人次”',
      '新增指标：取证率不低于60%',
      '不再要求指标“放映电影”，已报数据保留',
    ]);
    const swapped = [`${HR}改为配合单位`, '市教育局改为责任单位'];
    expect(effects.map((one) => [one.row, one.decision, ...one.sentences])).toEqual([
      ['m001|m001', 'keep', '由市财政局转给市民政局', ...swapped, '牵头单位改为市教育局'],
      ['m002|m002', 'keep', '改为办结型任务', '完成时限改为 2024-10-31'],
      ['m003|m003', 'keep'],
      ['|m004', 'start', '起办新任务，分办到 2 个单位：市司法局、市总工会'],
      ['m004|', 'withdraw', '撤销任务，各单位不再承担；已报送的进展和数据保留'],
    ]);
    expect(await office.read.findOneBy(Plan, { id: amended })).toMatchObject({ state: 'confirmed' });
  });

  it('offers, beside handing a duty over, to end one and begin the other', async () => {
    const decisions: Decisions = { 'm001|m001': 'apart' };
    const preview = await office.amendments.preview(plan, amended, decisions, COORDINATOR);
    expect(preview.effects[0]).toMatchObject({
      decision: 'apart',
      sentences: [
        '新增配合单位：市民政局',
        '不再承担：市财政局',
        `${HR}改为配合单位`,
        '市教育局改为责任单位',
        '牵头单位改为市教育局',
      ],
    });
    const { rows } = amendmentView(preview, '') as { rows: { id: string; choices: { value: string }[] }[] };
    const offered = rows.filter(({ choices }) => choices.some(({ value }) => value === 'apart')).map(({ id }) => id);
    expect(offered).toEqual(['m001|m001']);
  });

  it('refuses when something happened since the preview', async () => {
    const before = await office.amendments.preview(plan, amended, {}, COORDINATOR);
    const film = (await office.read.findOneBy(Measure, { planId: plan, title: '办好务工者之夜' }))!;
    await office.plans.act(film.id, 'merge', { into: film.id, reason: '并入文化活动' }, COORDINATOR);
    expect(await codeOf(merge(before.digest))).toBe('preview_stale');
    expect(await codeOf(office.amendments.merge(plan, amended, order({}), COORDINATOR, before.seenRevision + 5))).toBe(
      'stale_revision',
    );
    expect(await office.read.findOneBy(Plan, { id: amended })).toMatchObject({ state: 'confirmed' });
    expect(await office.read.find(PlanAmendment)).toEqual([]);
  });

  it('keeps running measures with changed duties, starts what is new, discards the draft: one command', async () => {
    const { digest, seenRevision } = await office.amendments.preview(plan, amended, {}, COORDINATOR);
    await office.amendments.merge(plan, amended, order({}, digest), COORDINATOR, seenRevision, 'merge-key-1');
    expect(await office.read.findOneBy(Plan, { id: amended })).toMatchObject({ state: 'discarded' });
    expect(await office.read.findOneBy(Plan, { id: plan })).toMatchObject({
      state: 'issued',
      docNumber: '劳函〔2024〕3号',
    });
    const training = (await office.read.findOneBy(Measure, { planId: plan, title: '开展技能培训' }))!;
    const education = (await office.read.findOneBy(Unit, { name: '市教育局' }))!;
    expect(training.leadUnit).toBe(education.id);
    expect(training.content).toContain('3万人次');
    expect(await office.duties(plan, '开展技能培训')).toEqual(
      [`${HR} supporting`, '市教育局 responsible', '市民政局 supporting'].sort(),
    );
    expect(await office.duties(plan, '设立法律援助窗口')).toEqual(['市司法局 responsible', '市总工会 supporting']);
    const wages = (await office.read.findOneBy(Measure, { planId: plan, title: '治理拖欠工资' }))!;
    expect(wages.track).toBe('deliverable');
    const due = await office.read.findBy(Assignment, { measureId: wages.id });
    expect(due.map((one) => [one.due, one.duePresumed])).toEqual([
      ['2024-10-31', false],
      ['2024-10-31', false],
    ]);
  });

  it('asks for the new count, not twice for the old one, and no more for what was dropped', async () => {
    const where = { planId: plan };
    const counted = await office.read.find(Indicator, { where, order: { position: 'ASC' } });
    const education = (await office.read.findOneBy(Unit, { name: '市教育局' }))!;
    expect(counted).toMatchObject([
      { id: `${plan}:i1`, name: '培训农民工', target: '30000', reporters: [education.id], endedOn: null },
      { name: '放映电影', target: '60', endedOn: '2024-06-03' },
      { name: '取证率', target: '60', reporters: [education.id], endedOn: null },
    ]);
  });

  it('records old and new of every figure with its basis, and tells both beforehand and afterwards', async () => {
    const [row] = await office.ground.database.reader.all<{ body: string }>(
      `SELECT body FROM event WHERE instance_id = ? AND type = 'adjust'`,
      [plan],
    );
    const { patch, reason } = (JSON.parse(row!.body) as { payload: { patch: AdjustPatch; reason: string } }).payload;
    expect(patch.changeIndicators[0]).toMatchObject({ before: { target: '20000' }, after: { target: '30000' } });
    expect(reason).toMatch(/^按劳函〔2024〕9号修订：指标由“培训农民工不低于2万人次”改为“培训农民工不低于3万人次”/);
    const [amendment] = (await office.cascade.amendments(plan, COORDINATOR)).amendments;
    expect(amendment!.changes).toEqual(told);
  });

  it('carries the stage days of the new text into the running year', async () => {
    const cycle = (await office.read.findOneBy(Cycle, { planId: plan }))!;
    expect(cycle.phases.map(({ stage, start, end, origin }) => `${stage} ${start} ${end} ${origin}`).slice(1)).toEqual([
      'implementation 2024-04-01 2024-10-31 printed',
      'evaluation 2024-11-01 2024-12-15 printed',
    ]);
    const due = await office.ground.database.reader.all<{ name: string; onDay: string }>(
      `SELECT name, on_day FROM deadline WHERE instance_id = ? AND status = 'pending' ORDER BY name`,
      [cycle.id],
    );
    expect(due.map(({ name, onDay }) => `${name} ${onDay}`)).toEqual([
      'evaluationEnd 2024-12-16',
      'implementationEnd 2024-11-01',
    ]);
  });

  it('lets the ledger judge by the days and figures in force', async () => {
    const cycleId = `${plan}:2024`;
    const after = await planFacts(office.ground.database.reader, { planId: plan, cycleId, today: '2024-06-03' });
    expect([[...before.dated], [...after.dated]]).toEqual([[], ['m002']]);
    expect([[...before.soft], [...after.soft]]).toEqual([['m004'], []]);
  });

  it('works on with the text in force, and keeps each measure’s wording before and after', async () => {
    const row = (await office.read.findOneBy(PlanDraftRow, { planId: plan }))!;
    expect(row.reading.measures[0]!.text).toContain('3万人次');
    const [amendment] = (await office.cascade.amendments(plan, COORDINATOR)).amendments;
    expect(amendment).toMatchObject({
      act: 'merged',
      documentNumber: '劳函〔2024〕9号',
      note: '年中调整',
      amendedOn: '2024-06-03',
    });
    const training = amendment!.measures.find((one) => one.after?.title === '开展技能培训')!;
    expect([training.before!.text, training.after!.text].map((text) => /\d万人次/.exec(text)![0])).toEqual([
      '2万人次',
      '3万人次',
    ]);
    expect(training.measureId).toBe(`${plan}:2024:m001`);
  });

  it('a further amendment is compared with the text in force, not with the first one', async () => {
    const third = await office.confirmed({ ...SECOND, docNumber: '劳函〔2024〕15号' }, 'third');
    const result = (await office.cascade.compare(plan, third, 'version', COORDINATOR)) as VersionResult;
    expect(result.comparison.rows.map((row) => row.kinds[0])).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    await office.plans.act(third, 'discard', { reason: '与现行文本相同' }, COORDINATOR);
  });

  it('is proven from its log', async () => {
    expect((await office.ground.verify()).faults).toEqual([]);
  });
});

describe('decisions other than the proposed ones', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.ground.close());

  it('end a measure and start it anew, leave a dropped one running, do not start an added one', async () => {
    const plan = await office.issued(FIRST, 'first');
    const amended = await office.confirmed(SECOND, 'second');
    const decisions: Decisions = { 'm001|m001': 'restart', 'm004|': 'asis', '|m004': 'skip', 'm002|m002': 'asis' };
    await office.amendments.merge(plan, amended, { decisions, digest: null, note: '' }, COORDINATOR);
    const measures = await office.read.find(Measure, { where: { planId: plan }, order: { position: 'ASC' } });
    expect(measures.map((one) => [one.title, one.state.split('.')[0]])).toEqual([
      ['开展技能培训', 'mobilisation'],
      ['治理拖欠工资', 'mobilisation'],
      ['保障随迁子女就学', 'mobilisation'],
      ['办好务工者之夜', 'mobilisation'],
      ['开展技能培训', 'withdrawn'],
    ]);
    expect(measures[0]).toMatchObject({ draftKey: 'm005', content: expect.stringContaining('3万人次') });
    expect((await office.read.findBy(Indicator, { measureId: 'm005' })).map((one) => one.target)).toEqual([
      '30000',
      '60',
    ]);
    const [amendment] = (await office.cascade.amendments(plan, COORDINATOR)).amendments;
    expect(amendment!.measures.map((one) => one.act)).toEqual([
      'restarted',
      'untouched',
      'kept',
      'untouched',
      'untouched',
    ]);
    expect(amendment!.reading!.measures.map((one) => one.key)).toEqual(['m005', 'm002', 'm003', 'm004']);
  });

  it('a notice that changes some clauses neither merges nor takes a plan’s place: the others would be withdrawn', async () => {
    const plan = await office.issued({ ...FIRST, docNumber: '劳函〔2024〕41号' }, 'whole');
    const doubts = [{ code: 'amending_notice', reason: '这是只改几条的通知' }];
    const notice = await office.confirmed({ ...SECOND, docNumber: '劳函〔2024〕42号', doubts }, 'notice');
    const merged = office.amendments.merge(plan, notice, { decisions: {}, digest: null, note: '' }, COORDINATOR);
    expect(await codeOf(merged)).toBe('not_whole');
    expect(await codeOf(office.amendments.supersede(plan, notice, COORDINATOR))).toBe('not_whole');
    const compared = await office.cascade.compare(plan, notice, 'version', COORDINATOR);
    const { next } = comparisonView(compared, COORDINATOR, 'all') as { next: { hint: string } };
    expect(next.hint).toMatch(/没有提到的条款并不作废.*导入改好的完整文本/);
    expect((await office.read.findBy(Measure, { planId: plan })).every(({ state }) => state !== 'withdrawn')).toBe(
      true,
    );
  });

  it('a new plan issued by itself takes the old one’s place: it ends with its open measures and keeps its record', async () => {
    const old = await office.issued({ ...FIRST, docNumber: '劳函〔2024〕31号' }, 'old');
    const now = await office.confirmed({ ...SECOND, docNumber: '劳函〔2024〕32号' }, 'now');
    expect(await codeOf(office.amendments.supersede(old, now, COORDINATOR))).toBe('not_issued');
    await office.plans.issue(
      now,
      { issuedOn: '2024-06-01', enabledOn: '2024-06-03', recipient: null, moveClock: false },
      COORDINATOR,
    );
    expect(
      await codeOf(office.amendments.merge(old, now, { decisions: {}, digest: null, note: '' }, COORDINATOR)),
    ).toBe('not_confirmed');
    await office.amendments.supersede(old, now, COORDINATOR);
    expect(await office.read.findOneBy(Plan, { id: old })).toMatchObject({ state: 'withdrawn' });
    expect((await office.read.findBy(Measure, { planId: old })).map((one) => one.state)).toEqual([
      'withdrawn',
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ]);
    expect(await codeOf(office.amendments.supersede(old, now, COORDINATOR))).toBe('not_running');
    const { amendments } = await office.cascade.amendments(old, COORDINATOR);
    expect(amendments[0]).toMatchObject({ act: 'superseded', otherPlan: now });
    expect((await office.ground.verify()).faults).toEqual([]);
  });
});
