import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { amendmentsView, amendmentView } from '../../src/cascade/amendment.presenter.js';
import { amendmentRecord } from '../../src/cascade/amendment.record.js';
import { AmendmentService, type AmendmentPreview } from '../../src/cascade/amendment.service.js';
import { CascadeService } from '../../src/cascade/cascade.service.js';
import type { Decisions } from '../../src/cascade/decisions.js';
import { ownWords } from '../../src/cascade/own-decisions.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { Measure } from '../../src/measures/measures.entities.js';
import { toDraft } from '../../src/plans/draft.js';
import { Indicator } from '../../src/plans/plans.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, target, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const paper = (docNumber: string, measures: PlanReading['measures']): PlanReading => ({
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber, issuers: [unit('市人社局')], issuedOn: '2024-03-01' },
  ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [] },
  ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: `（${docNumber}全文）`, measures },
});

const wages = measure('1', '治理拖欠工资', '工程项目推行实名考勤与工资专户。', ['市住房和城乡建设局']);
const fairs = (value: number, by = '2024-12-31') =>
  measure('2', '举办招聘会', `面向返乡人员举办专场招聘会${value}场以上。`, ['市总工会', '市教育局'], {
    targets: [target('举办招聘会', value, '场', { raw: `${value}场以上`, by })],
  });

interface View {
  rows: { id: string; words: string; kin: string; choices: { value: string; label: string }[]; losses: string[] }[];
}

/** An office with a running plan, which it amends as often as a paper comes. */
class Office {
  private papers = 0;

  private constructor(
    readonly ground: TestGround,
    readonly plans: PlansService,
    readonly amendments: AmendmentService,
    readonly plan: string,
  ) {}

  static async open(first: PlanReading['measures'], changes: object[] = []): Promise<Office> {
    const ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => paper('', first),
    );
    const plans = new PlansService(
      ...([database, engine, storedFiles(ground), reader, ids, clock] as const),
      readConfig({ DATA_DIR: folder }),
    );
    const plan = await plans.enter(paper('劳函〔2024〕3号', first), { sha256: '0'.repeat(64), name: '0' }, COORDINATOR);
    const office = new Office(ground, plans, new AmendmentService(database, engine, ids), plan);
    if (changes.length > 0) await engine.send(plan, 'correct', { patch: { changes } }, { actor: COORDINATOR });
    await office.confirmed(plan);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01', recipient: null, moveClock: false };
    await plans.issue(plan, days, COORDINATOR);
    return office;
  }

  private async confirmed(id: string): Promise<string> {
    await this.plans.acceptProposals(id, COORDINATOR);
    await this.plans.confirm(id, COORDINATOR);
    return id;
  }

  async comes(measures: PlanReading['measures']): Promise<string> {
    this.papers += 1;
    const reading = paper(`劳函〔2024〕${10 + this.papers}号`, measures);
    const sha256 = String(this.papers).padStart(64, '0');
    return this.confirmed(await this.plans.enter(reading, { sha256, name: `${this.papers}` }, COORDINATOR));
  }

  shown(other: string, decisions: Decisions = {}, declined: string[] = []): Promise<AmendmentPreview> {
    return this.amendments.preview(this.plan, other, decisions, COORDINATOR, { declined });
  }

  async merged(other: string, decisions: Decisions = {}, declined: string[] = []): Promise<void> {
    const { digest } = await this.shown(other, decisions, declined);
    await this.amendments.merge(this.plan, other, { decisions, declined, digest, note: '' }, COORDINATOR);
  }

  /** “m002 举办招聘会 withdrawn” of every measure, in order. */
  async measures(): Promise<string[]> {
    const where = { planId: this.plan };
    const all = await this.ground.database.reader.manager.find(Measure, { where, order: { position: 'ASC' } });
    return all.map(({ draftKey, title, state }) => `${draftKey} ${title} ${state.split('.')[0]}`);
  }

  async counted(): Promise<string[]> {
    const where = { planId: this.plan };
    const all = await this.ground.database.reader.manager.find(Indicator, { where, order: { position: 'ASC' } });
    return all.map(({ id, measureId, name, target: figure, by, endedOn }) =>
      [id.split(':').at(-1), measureId, name, figure, by, endedOn ?? 'runs'].join(' '),
    );
  }

  async record(): Promise<string> {
    return JSON.stringify(amendmentsView(await amendmentRecord(this.ground.database.reader, this.plan, COORDINATOR)));
  }
}

const viewOf = (preview: AmendmentPreview) => amendmentView(preview, '') as unknown as View;

describe('a row that an amendment took out and the next one brings back with another figure', () => {
  let office: Office;
  let third: string;
  beforeEach(async () => {
    office = await Office.open([wages, fairs(120)]);
    await office.merged(await office.comes([wages]));
    expect(await office.counted()).toEqual(['i1 m002 举办招聘会 120 2024-12-31 2024-06-03']);
    third = await office.comes([wages, fairs(150)]);
  });
  afterEach(() => office.ground.close());

  it('is offered as the return of the measure that was withdrawn, with what each choice gives up', async () => {
    const row = viewOf(await office.shown(third)).rows.find(({ id }) => id === '|m002')!;
    expect(row.words).toBe('新增（原已撤销，疑为恢复）');
    expect(row.kin).toBe('标题与已撤销的原“2 举办招聘会”相同。');
    expect(row.choices.map(({ value, label }) => `${value} ${label}`)).toEqual([
      'resume 恢复原“2 举办招聘会”',
      'start 起办新任务',
      'skip 不起办',
    ]);
    expect(row.losses).toEqual([
      '选“恢复原‘2 举办招聘会’”：原有指标连同已报数据归入本条，接着报送；已撤销的任务不能再办，其进展和文字留在原任务的记录里，本条的进展从头报送',
      '选“起办新任务”：与原“2 举办招聘会”不相连，指标从头报送',
    ]);
  });

  it('goes on counting under the new measure where the office confirms it, which the record tells', async () => {
    const { effects, indicators } = await office.shown(third);
    expect(effects.at(-1)).toMatchObject({
      decision: 'resume',
      sentences: ['恢复原“2 举办招聘会”，分办到 2 个单位：市总工会、市教育局'],
    });
    expect(indicators.sentences).toEqual([
      '恢复指标“举办招聘会不低于120场”，改为“举办招聘会不低于150场”，连同已报数据归入“2 举办招聘会”',
    ]);
    await office.merged(third);
    expect(await office.measures()).toEqual([
      'm001 治理拖欠工资 mobilisation',
      'm003 举办招聘会 mobilisation',
      'm002 举办招聘会 withdrawn',
    ]);
    expect(await office.counted()).toEqual(['i1 m003 举办招聘会 150 2024-12-31 runs']);
    expect(await office.record()).toContain('恢复已撤销的原“2 举办招聘会”。');
    expect((await office.ground.verify()).faults).toEqual([]);
  });

  it('begins anew where the office says that it is another matter', async () => {
    await office.merged(third, { '|m002': 'start' });
    expect(await office.counted()).toEqual([
      'i1 m002 举办招聘会 120 2024-12-31 2024-06-03',
      'r5i1 m003 举办招聘会 150 2024-12-31 runs',
    ]);
  });
});

describe('a measure that the office entered by hand, and an amended paper that prints a clause of the same title', () => {
  const entered = { ...fairs(120), key: 'm009', no: '', text: '与各县对接，逢集市日设点。', targets: [] };
  let office: Office;
  let second: string;
  beforeEach(async () => {
    const draft = { ...toDraft(paper('', [entered])).measures[0]!, key: 'm009' };
    office = await Office.open([wages], [{ op: 'add', after: 'm001', measure: draft }]);
    second = await office.comes([wages, fairs(150)]);
  });
  afterEach(() => office.ground.close());

  it('is laid beside that clause, which is told and left to the office to confirm', async () => {
    const { ground, effects } = await office.shown(second);
    expect(effects.map(({ row, decision }) => [row, decision])).toEqual([
      ['m001|m001', 'keep'],
      ['m009|m002', 'keep'],
    ]);
    expect(ground.comparison.rows[1]).toMatchObject({ certain: false, pair: { confirmed: false } });
    expect(ground.decided.map(ownWords)).toEqual([
      '举办招聘会：由我办补录，新文本印有标题相同的“2 举办招聘会”（默认与之对应，请核对；不是同一事项的，请在新旧文本对照中判定）',
    ]);
  });

  it('goes on under that clause, once', async () => {
    await office.merged(second);
    expect(await office.measures()).toEqual(['m001 治理拖欠工资 mobilisation', 'm009 举办招聘会 mobilisation']);
    expect((await office.ground.verify()).faults).toEqual([]);
  });

  it('goes on beside it where the office has said that they are two matters', async () => {
    const { database, engine } = office.ground;
    const pair = { leftPlan: office.plan, left: 'm009', rightPlan: second, right: 'm002' };
    await new CascadeService(database, engine).judge({ ...pair, verdict: 'different' }, COORDINATOR);
    const { effects } = await office.shown(second);
    expect(effects.map(({ row, decision }) => [row, decision])).toEqual([
      ['m001|m001', 'keep'],
      ['|m002', 'start'],
      ['m009|own-m009', 'keep'],
    ]);
  });
});

describe('an amended paper that only gives a figure another day', () => {
  const by = '2024-10-31';
  let office: Office;
  let second: string;
  beforeEach(async () => {
    office = await Office.open([wages, fairs(120)]);
    second = await office.comes([wages, fairs(120, by)]);
  });
  afterEach(() => office.ground.close());

  it('is told as a change of the target, with what becomes of the figure', async () => {
    const { ground, indicators, effects } = await office.shown(second);
    expect(ground.comparison.rows[1]).toMatchObject({ kinds: ['target'] });
    expect(ground.comparison.rows[1]!.sentence).toBe(
      '目标由举办招聘会不低于120场（2024-12-31前）改为举办招聘会不低于120场（2024-10-31前）。',
    );
    expect(indicators.sentences).toEqual(['指标“举办招聘会不低于120场”：期限由2024-12-31改为2024-10-31']);
    expect(effects[1]!.decision).toBe('keep');
  });

  it('carries the day over where the office keeps the measure, and leaves it where it goes on as it was', async () => {
    expect((await office.shown(second, { 'm002|m002': 'asis' })).indicators.sentences).toEqual([]);
    await office.merged(second);
    expect(await office.counted()).toEqual(['i1 m002 举办招聘会 120 2024-10-31 runs']);
    expect((await office.ground.verify()).faults).toEqual([]);
  });
});
