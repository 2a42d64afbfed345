import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CascadeModule } from '../../src/cascade/cascade.module.js';
import { amendmentsView, amendmentView } from '../../src/cascade/amendment.presenter.js';
import { amendmentRecord } from '../../src/cascade/amendment.record.js';
import { AmendmentService, type Choices } from '../../src/cascade/amendment.service.js';
import type { Decisions } from '../../src/cascade/decisions.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { endedMeasures } from '../../src/measures/register.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { Notice } from '../../src/notifications/notifications.entities.js';
import { Unit } from '../../src/organization/organization.entities.js';
import { Indicator } from '../../src/plans/plans.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, target, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { openPages, type TestPages } from '../support/pages.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const HR = '市人力资源和社会保障局';
const paper = (docNumber: string, measures: PlanReading['measures']): PlanReading => ({
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber, issuers: [unit(HR)], issuedOn: '2024-03-01' },
  ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [] },
  ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: `（${docNumber}全文）`, measures },
});

const CLASSES = '面向返乡人员开办电工、护理技能班，全年培训2万人次以上。';
const FAIRS = '春节后组织返乡人员专场招聘会，全年举办招聘会120场以上。';
const trained = (value: number) => target('培训返乡人员', value, '人次', { raw: `${value / 10_000}万人次以上` });
const fairs = target('举办招聘会', 120, '场', { raw: '120场以上' });
const WAGES = measure('9', '治理拖欠工资', '工程项目推行实名考勤与工资专户。', ['市住房和城乡建设局']);

/** Classes and fairs in one measure, and in two, with the classes' words and figure changed. */
const AS_ONE = [
  measure('1', '开展培训和招聘', CLASSES + FAIRS, [HR, '市教育局'], { targets: [trained(20_000), fairs] }),
  WAGES,
];
const AS_TWO = [
  measure('1', '开展技能培训', CLASSES.replace('2万', '3万').replace('护理', '护理、家政'), [HR, '市教育局'], {
    targets: [trained(30_000)],
  }),
  measure('2', '举办专场招聘', FAIRS, ['市总工会', HR], { targets: [fairs] }),
  WAGES,
];

interface View {
  rows: { id: string; kin: string; isChosen: boolean; choices: { value: string; label: string }[]; losses: string[] }[];
}

/** An office whose running plan is amended once. */
class Office {
  private constructor(
    readonly ground: TestGround,
    readonly amendments: AmendmentService,
    readonly plan: string,
    readonly amended: string,
  ) {}

  static async open(first: PlanReading['measures'], second: PlanReading['measures']): Promise<Office> {
    const ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => paper('', first),
    );
    const config = readConfig({ DATA_DIR: folder });
    const plans = new PlansService(database, engine, storedFiles(ground), reader, ids, clock, config);
    const confirmed = async (reading: PlanReading, name: string): Promise<string> => {
      const id = await plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
      await plans.acceptProposals(id, COORDINATOR);
      await plans.confirm(id, COORDINATOR);
      return id;
    };
    const plan = await confirmed(paper('劳函〔2024〕3号', first), 'first');
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01', recipient: null, moveClock: false };
    await plans.issue(plan, days, COORDINATOR);
    const amended = await confirmed(paper('劳函〔2024〕9号', second), 'second');
    return new Office(ground, new AmendmentService(database, engine, ids), plan, amended);
  }

  async shown(decisions: Decisions, choices: Choices = {}) {
    const preview = await this.amendments.preview(this.plan, this.amended, decisions, COORDINATOR, choices);
    const told = preview.effects.map(({ row, decision, sentences }) => [row, decision, ...sentences]);
    return { preview, told, view: amendmentView(preview, '') as unknown as View };
  }

  async merged(decisions: Decisions, choices: Choices = {}): Promise<void> {
    const { preview } = await this.shown(decisions, choices);
    const order = { decisions, ...choices, digest: preview.digest, note: '' };
    await this.amendments.merge(this.plan, this.amended, order, COORDINATOR);
  }

  get read() {
    return this.ground.database.reader.manager;
  }

  /** “1 开展技能培训 m001 mobilisation：…责任” of every measure, in order. */
  async measures(): Promise<string[]> {
    const all = await this.read.find(Measure, { where: { planId: this.plan }, order: { position: 'ASC' } });
    const names = new Map((await this.read.find(Unit)).map((one) => [one.id, one.name]));
    const duties = await this.read.find(Assignment, { where: { planId: this.plan }, order: { position: 'ASC' } });
    return all.map(({ id, draftKey, title, state }) => {
      const own = duties.filter((one) => one.measureId === id && one.state.startsWith('duty'));
      return `${draftKey} ${title} ${state.split('.')[0]}：${own.map(({ unitId }) => names.get(unitId)).join('、')}`;
    });
  }

  async counted(): Promise<string[]> {
    const all = await this.read.find(Indicator, { where: { planId: this.plan }, order: { position: 'ASC' } });
    return all.map(({ id, measureId, name, target: figure, endedOn }) =>
      [id.split(':').at(-1), measureId, name, figure, endedOn ?? 'runs'].join(' '),
    );
  }

  /** What a unit is told after the issue: “measure.amended m002：……”. */
  async toldTo(name: string): Promise<string[]> {
    const addressee = (await this.read.findOneBy(Unit, { name }))!.id;
    const all = await this.read.find(Notice, { where: { addressee }, order: { position: 'ASC' } });
    const since = all.filter(({ textKey }) => textKey !== 'plan.issued');
    return since.map(({ textKey, subject, note }) => `${textKey} ${subject.split(':').at(-1)}：${note}`);
  }

  async record(): Promise<string> {
    return JSON.stringify(amendmentsView(await amendmentRecord(this.ground.database.reader, this.plan, COORDINATOR)));
  }
}

describe('an amended paper that makes two clauses of one running measure, in other words', () => {
  let office: Office;
  let pages: TestPages;
  beforeAll(async () => {
    office = await Office.open(AS_ONE, AS_TWO);
    pages = await openPages(office.ground, { office: COORDINATOR }, [CascadeModule]);
  });
  afterAll(async () => {
    await pages.close();
    await office.ground.close();
  });

  it('tells that they were one, and lets the office choose which part carries the measure on, with what is lost', async () => {
    const { told, view } = await office.shown({});
    expect(told.map(([row, decision]) => [row, decision])).toEqual([
      ['m001|m001', 'keep'],
      ['|m002', 'start'],
      ['m002|m003', 'keep'],
    ]);
    const part = view.rows.find(({ id }) => id === '|m002')!;
    expect(part.kin).toBe('文字与原“1 开展培训和招聘”相近，原任务现由“1 开展技能培训”承接。');
    expect(part.choices.map(({ value, label }) => `${value} ${label}`)).toEqual([
      'start 起办新任务',
      'skip 不起办',
      'carry:m001 由本条承接原“1 开展培训和招聘”',
    ]);
    expect(part.losses).toEqual([
      '选“起办新任务”：本条的进展从头报送，原“1 开展培训和招聘”的进展仍归“1 开展技能培训”；印在本条的原有指标连同已报数据归入本条',
      '选“由本条承接”：原“1 开展培训和招聘”的进展和承办记录随本条，“1 开展技能培训”改为另起新任务，进展从头报送；指标连同已报数据各归所印的条款',
    ]);
  });

  it('shows the other choice before it is done, and can go back', async () => {
    const { told, view } = await office.shown({}, { carries: ['m001|m002'] });
    expect(told[0]!.slice(0, 2)).toEqual(['|m001', 'start']);
    expect(told[1]!.slice(0, 2)).toEqual(['m001|m002', 'keep']);
    expect(told[1]!.slice(2)).toEqual([
      '新增责任单位：市总工会',
      '不再承担：市教育局',
      `${HR}改为配合单位`,
      '牵头单位改为市总工会',
    ]);
    expect(view.rows.find(({ id }) => id === 'm001|m002')).toMatchObject({ isChosen: true });
    expect(view.rows.find(({ id }) => id === '|m001')!.choices.at(-1)).toMatchObject({ value: 'carry:m001' });
  });

  it('is chosen on the page: the preview keeps the choice, and doing it without a preview is refused', async () => {
    const address = `/plans/${office.plan}/amend/${office.amended}`;
    const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
    const first = await pages.text(address, 'office');
    const fields = { rows: '|m002', decisions: 'carry:m001', note: '', digest: field(first, 'digest') };
    const early = await pages.post(address, 'office', { ...fields, _key: 'carry-key-1', _rev: field(first, '_rev') });
    expect([early.status, field(await early.text(), 'carries')]).toEqual([409, 'm001|m002']);
    const shown = await (await pages.post(`${address}/preview`, 'office', fields)).text();
    expect(field(shown, 'carries')).toBe('m001|m002');
    expect(shown).toMatch(/由我办选定承接原任务/);
    const again = { ...fields, rows: 'm001|m002', decisions: 'keep', carries: 'm001|m002' };
    expect(field(await (await pages.post(`${address}/preview`, 'office', again)).text(), 'digest')).toBe(
      field(shown, 'digest'),
    );
  });

  it('carries the chosen part on; the other starts anew in its place and takes its figure, with what was reported, along', async () => {
    await office.merged({}, { carries: ['m001|m002'] });
    expect(await office.measures()).toEqual([
      `m003 开展技能培训 mobilisation：${HR}、市教育局`,
      `m001 举办专场招聘 mobilisation：${HR}、市总工会`,
      'm002 治理拖欠工资 mobilisation：市住房和城乡建设局',
    ]);
    expect(await office.counted()).toEqual(['i1 m003 培训返乡人员 30000 runs', 'i2 m001 举办招聘会 120 runs']);
  });

  it('is a notice to the units of the new measure, with its number, title and where it comes from', async () => {
    const begun =
      /^measure.added m003：新增“1 开展技能培训”.*由原“1 开展培训和招聘”分出，原任务由“2 举办专场招聘”承接。$/;
    const told = await office.toldTo('市教育局');
    expect([told.length, told[1]]).toEqual([2, expect.stringMatching(begun)]);
    expect((await office.toldTo(HR)).map((one) => one.slice(0, 16)).sort()).toEqual([
      'measure.added m0',
      'measure.amended ',
    ]);
  });

  it('is told in the record of the amendment and proven from the log', async () => {
    const told = await office.record();
    expect(told).toContain('由我办选定承接原任务。');
    expect(told).toContain('由原“1 开展培训和招聘”分出，原任务由“2 举办专场招聘”承接。');
    expect(told).toContain('连同已报数据归入“1 开展技能培训”');
    expect((await office.ground.verify()).faults).toEqual([]);
  });
});

describe('an amended paper that makes one clause of two running measures', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open(AS_TWO, AS_ONE);
  });
  afterAll(() => office.ground.close());

  it('proposes to join the one whose words stand in the new clause, and says who then has no part', async () => {
    const { told, view } = await office.shown({});
    expect(told.at(-1)).toEqual([
      'm002|',
      'join',
      '并入“1 开展培训和招聘”，本任务不再单列；已报送的进展和文字留在本任务的记录里',
      '不再承担：市总工会（“1 开展培训和招聘”没有分给该单位）',
    ]);
    const joined = view.rows.find(({ id }) => id === 'm002|')!;
    expect(joined.choices.map(({ value }) => value)).toEqual(['join', 'withdraw', 'asis', 'carry:m001']);
    expect(joined.losses.join()).toContain('已报送的进展和文字留在本任务的记录里');
  });

  it('lets either of the two carry on', async () => {
    const { told } = await office.shown({}, { carries: ['m002|m001'] });
    expect(told.map(([row, decision]) => [row, decision])).toEqual([
      ['m002|m001', 'keep'],
      ['m003|m002', 'keep'],
      ['m001|', 'withdraw'],
    ]);
  });

  it('joins them: one measure goes on, the other is merged into it, its figure goes over with what was reported', async () => {
    await office.merged({});
    expect(await office.measures()).toEqual([
      `m001 开展培训和招聘 mobilisation：${HR}、市教育局`,
      'm003 治理拖欠工资 mobilisation：市住房和城乡建设局',
      'm002 举办专场招聘 merged：',
    ]);
    expect(await office.counted()).toEqual(['i1 m001 培训返乡人员 20000 runs', 'i2 m001 举办招聘会 120 runs']);
    const told = await office.record();
    expect(told).toContain('并入“1 开展培训和招聘”，与原“1 开展技能培训”合为一条。');
    expect(told).toContain('并入其他任务');
    const { into } = await endedMeasures(office.ground.database.reader, office.plan);
    expect([...into].map(([id, name]) => [id.split(':').at(-1), name])).toEqual([['m002', '1《开展培训和招聘》']]);
    expect(await office.toldTo(HR)).toContain(
      'assignment.merged m001：原“2 举办专场招聘”已并入“1 开展培训和招聘”，本单位在并入后的任务中继续承担',
    );
    expect(await office.toldTo('市总工会')).toEqual([
      'assignment.removed m002：原“2 举办专场招聘”已并入“1 开展培训和招聘”，并入后的任务没有分给本单位',
    ]);
    expect((await office.ground.verify()).faults).toEqual([]);
  });
});
