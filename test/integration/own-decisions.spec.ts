import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amendmentsView, amendmentView } from '../../src/cascade/amendment.presenter.js';
import { amendmentRecord } from '../../src/cascade/amendment.record.js';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { PlanAmendment } from '../../src/cascade/cascade.entities.js';
import { comparisonOf } from '../../src/cascade/cascade.service.js';
import { comparisonView } from '../../src/cascade/comparison.presenter.js';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const paper = (docNumber: string, wages: string): PlanReading => ({
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber, issuers: [unit('市人社局')], issuedOn: '2024-03-01' },
  ...{ region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [], reporting: [] },
  ...{ goals: [], unassigned: [], contacts: 0, rules: [], doubts: [], text: '（要点全文）' },
  measures: [
    measure('1', '开展技能培训', '面向返乡人员开办电工、护理技能班。', ['市人社局', '市教育局']),
    measure('2', '治理拖欠工资', wages, ['市住建局']),
    measure('3', '方便子女入学', '简化随迁子女报名手续。', ['市教育局']),
  ],
});
const WAGES = '工程项目推行实名考勤与工资专户。';

/** The room of plans, whose reader gives the same paper for every file. */
function plansOn(ground: TestGround): PlansService {
  const { database, engine, ids, clock, folder } = ground;
  const reader = readerOf(
    () => Promise.resolve({ text: '' }),
    () => paper('', WAGES),
  );
  return new PlansService(database, engine, storedFiles(ground), reader, ids, clock, readConfig({ DATA_DIR: folder }));
}

describe('the office set a day on a running plan; then the paper is amended, twice', () => {
  let ground: TestGround;
  let plans: PlansService;
  let amendments: AmendmentService;
  let plan: string;

  beforeAll(async () => {
    ground = await openGround('2024-06-03');
    plans = plansOn(ground);
    amendments = new AmendmentService(ground.database, ground.engine, ground.ids);
    plan = await entered(paper('劳函〔2024〕3号', WAGES), 'first');
    const changes = [{ key: 'm001', field: 'due', value: '2024-09-30' }];
    await ground.engine.send(plan, 'correct', { patch: { changes } }, { actor: COORDINATOR });
    await confirmed(plan);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(plan, { ...days, recipient: null, moveClock: false }, COORDINATOR);
  });
  afterAll(() => ground.close());

  const entered = (reading: PlanReading, name: string) =>
    plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
  const confirmed = async (id: string) => {
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    return id;
  };
  const OURS = '1 开展技能培训：完成时限（我办更正，新文本未变，默认沿用）';

  it.each(['劳函〔2024〕9号', '劳函〔2024〕15号'])(
    '%s changes the wages clause: our day goes on',
    async (docNumber) => {
      const other = await confirmed(
        await entered(paper(docNumber, `${WAGES}${docNumber}另定办法。`), docNumber.slice(8, 10)),
      );
      const { effects, digest, ground: found } = await amendments.preview(plan, other, {}, COORDINATOR);
      expect(found.comparison.rows.map(({ kinds }) => kinds.join())).toEqual(['unchanged', 'text', 'unchanged']);
      expect(effects.flatMap(({ commands }) => commands)).toEqual([]);
      await amendments.merge(plan, other, { decisions: {}, digest, note: '' }, COORDINATOR);
      const [latest] = await ground.database.reader.manager.find(PlanAmendment, { order: { seq: 'DESC' } });
      expect(latest!.changes).toEqual([OURS]);
      expect(latest!.reading!.measures.map(({ due }) => due)).toEqual(['2024-09-30', null, null]);
    },
  );

  it('is given up where the office says so, and only after that was previewed', async () => {
    const other = await confirmed(await entered(paper('劳函〔2024〕21号', WAGES), 'fourth'));
    const kept = await amendments.preview(plan, other, {}, COORDINATOR);
    expect(amendmentView(kept, '')).toMatchObject({ decided: [{ words: OURS, key: 'm001', declined: false }] });
    const declined = ['m001'];
    const given = await amendments.preview(plan, other, {}, COORDINATOR, { declined });
    expect(amendmentView(given, '')).toMatchObject({ decided: [{ key: 'm001', declined: true }] });
    const { digest, effects, ground: found } = given;
    expect(effects[0]!.sentences).toEqual(['完成时限改为 2024-12-31（推定为年底）']);
    expect(found.decided.map(({ outcome }) => outcome)).toEqual(['declined']);
    const merge = (digest: string) =>
      amendments.merge(plan, other, { decisions: {}, digest, declined, note: '' }, COORDINATOR);
    await expect(merge(kept.digest)).rejects.toMatchObject({ code: 'preview_stale' });
    await merge(digest);
    const [latest] = await ground.database.reader.manager.find(PlanAmendment, { order: { seq: 'DESC' } });
    expect(latest!.reading!.measures[0]!.due).toBeNull();
  });

  it('is proven from its log', async () => {
    expect((await ground.verify()).faults).toEqual([]);
  });
});

describe('the office took the day that the text prints; the amended paper prints it too, and its draft left all doubted days', () => {
  const deadline = { day: '2024-09-30', raw: '9月底前', span: [0, 1] as [number, number], doubt: '可能是阶段目标' };
  const dated = (docNumber: string, wages: string): PlanReading => {
    const reading = paper(docNumber, wages);
    return { ...reading, measures: reading.measures.map((one, at) => (at === 0 ? { ...one, deadline } : one)) };
  };
  let ground: TestGround;
  afterAll(() => ground.close());

  it('keeps its day, and says that it is the office’s own decision', async () => {
    ground = await openGround('2024-06-03');
    const { database, engine, ids } = ground;
    const plans = plansOn(ground);
    const enter = (reading: PlanReading, name: string) =>
      plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
    const correct = (id: string, patch: object) =>
      engine.send(id, 'correct', { patch: { ...patch } }, { actor: COORDINATOR });
    const confirm = async (id: string) => {
      await plans.acceptProposals(id, COORDINATOR);
      await plans.confirm(id, COORDINATOR);
    };
    const plan = await enter(dated('劳函〔2024〕3号', WAGES), 'first');
    const taken = [
      { key: 'm001', field: 'due', value: '2024-09-30' },
      { key: 'm001', field: 'track', value: 'deliverable' },
    ];
    await correct(plan, { changes: taken });
    await confirm(plan);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01', recipient: null, moveClock: false };
    await plans.issue(plan, days, COORDINATOR);
    const other = await enter(dated('劳函〔2024〕9号', `${WAGES}另定办法。`), 'second');
    const left = [{ key: 'm001', field: 'withoutDue', value: true }];
    await correct(other, { changes: left, what: '有疑问的日期不设时限' });
    await confirm(other);
    const preview = await new AmendmentService(database, engine, ids).preview(plan, other, {}, COORDINATOR);
    expect(preview.ground.comparison.rows.map(({ kinds }) => kinds.join())).toEqual(['unchanged', 'text', 'unchanged']);
    expect(preview.ground.decided).toMatchObject([
      { name: '1 开展技能培训', points: ['完成时限', '任务类型'], outcome: 'kept' },
    ]);
    expect(preview.reading.measures[0]).toMatchObject({ due: '2024-09-30', track: 'deliverable' });
    const otherDay = dated('劳函〔2024〕15号', WAGES);
    const [first, ...rest] = otherDay.measures;
    const third = await enter({ ...otherDay, measures: [{ ...first!, due: '2024-10-31' }, ...rest] }, 'third');
    await confirm(third);
    const changed = await new AmendmentService(database, engine, ids).preview(plan, third, {}, COORDINATOR);
    expect(amendmentView(changed, '')).toMatchObject({
      rows: [{ losses: expect.arrayContaining([expect.stringMatching(/（完成时限.*）不再保留，全按新文本/)]) }],
    });
  }, 60_000);
});

describe('the office corrected the words of a clause; the amended paper prints the clause as before, and a new one like it', () => {
  const JOBS = '按季组织专场招聘会，集中发布岗位信息。';
  const skills = (text: string) => measure('1', '开展技能培训和招聘', text, ['市人社局', '市教育局']);
  const CLASSES = '面向返乡人员开办电工、护理技能班。';
  const before: PlanReading = { ...paper('劳函〔2024〕3号', WAGES), measures: [skills(CLASSES + JOBS)] };
  const now: PlanReading = {
    ...paper('劳函〔2024〕9号', WAGES),
    measures: [skills(CLASSES + JOBS), measure('2', '组织专场招聘', `${JOBS}另设夜市专场。`, ['市总工会'])],
  };
  let ground: TestGround;
  afterAll(() => ground.close());

  it('shows the paper’s words, the office’s as its own, and does not tell the new clause as divided off', async () => {
    ground = await openGround('2024-06-03');
    const { database, engine, ids } = ground;
    const plans = plansOn(ground);
    const entered = async (reading: PlanReading, name: string, changes: object[]) => {
      const id = await plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
      if (changes.length > 0) await engine.send(id, 'correct', { patch: { changes } }, { actor: COORDINATOR });
      await plans.acceptProposals(id, COORDINATOR);
      await plans.confirm(id, COORDINATOR);
      return id;
    };
    const plan = await entered(before, 'first', []);
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01', recipient: null, moveClock: false };
    await plans.issue(plan, days, COORDINATOR);
    const other = await entered(now, 'second', [{ key: 'm001', field: 'text', value: CLASSES }]);
    const amendments = new AmendmentService(database, engine, ids);
    const { digest, effects } = await amendments.preview(plan, other, {}, COORDINATOR);
    expect(effects.map(({ carried }) => `${carried.act} ${carried.sentence}`)).toEqual([
      expect.stringMatching(/^kept /),
      expect.stringMatching(/文字与原“1 开展技能培训和招聘”相近，另起新任务，原任务由“1 开展技能培训和招聘”承接。$/),
    ]);
    const shown = await comparisonOf(database.reader, plan, other, 'version', COORDINATOR);
    const { lines } = comparisonView(shown, COORDINATOR, 'all') as { lines: { right: object[] }[] };
    expect(lines[0]!.right).toMatchObject([{ text: CLASSES + JOBS, own: `我办更正为：${CLASSES}` }]);
    await amendments.merge(plan, other, { decisions: {}, digest, note: '' }, COORDINATOR);
    const record = amendmentsView(await amendmentRecord(database.reader, plan, COORDINATOR));
    expect(record).toMatchObject({
      amendments: [{ measures: [{ after: CLASSES + JOBS, own: `我办更正为：${CLASSES}` }, { own: '' }] }],
    });
    expect((await ground.verify()).faults).toEqual([]);
  }, 60_000);
});
