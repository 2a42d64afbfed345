import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AmendmentService } from '../../src/cascade/amendment.service.js';
import { PlanPair } from '../../src/cascade/cascade.entities.js';
import { CascadeService } from '../../src/cascade/cascade.service.js';
import type { PlanReading, UnassignedClause } from '../../src/domain/plan/reading.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { PlanDraftRow } from '../../src/plans/plans.entities.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { readConfig } from '../../src/shared/config.js';
import { measure, unit } from '../cascade/compared-plans.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

const clause = (no: string, title: string, text: string): UnassignedClause => ({
  ...{ no, title, text, heading: ['保障措施', title], span: [0, 0] },
});
const PUBLICITY = measure('4', '加强宣传引导', '在车站和工地张贴维权须知，播放公益短片。', ['市总工会', '市司法局']);
const LEADING = clause('5', '加强组织领导', '各级各部门要把这项工作列入议事日程，按月会商。');
const CHECKING = clause('6', '开展督促检查', '适时抽查，结果在全市通报。');

const TEXT: PlanReading = {
  ...{ title: '农民工工作要点', noticeTitle: null, docNumber: '劳函〔2024〕3号', issuers: [unit('市人社局')] },
  ...{ issuedOn: '2024-03-01', region: '太原市', level: 'city', kind: '要点', basis: [], addressees: [], phases: [] },
  ...{ reporting: [], goals: [], contacts: 0, rules: [], doubts: [], text: '（要点全文）' },
  measures: [measure('1', '开展技能培训', '面向务工人员开办电工、护理班。', ['市人社局']), PUBLICITY],
  ...{ unassigned: ['5 加强组织领导', '6 开展督促检查'], unassignedClauses: [LEADING, CHECKING] },
};

/** The amended text names nobody for publicity any more, and somebody for the checking; 组织领导 stays as it was. */
const AMENDED: PlanReading = {
  ...TEXT,
  ...{ docNumber: '劳函〔2024〕9号', issuedOn: '2024-06-01', text: '（修订后的要点全文）' },
  measures: [TEXT.measures[0]!, measure('6', '开展督促检查', CHECKING.text, ['市人社局', '市财政局'])],
  unassigned: ['4 加强宣传引导', '5 加强组织领导'],
  unassignedClauses: [clause('4', '加强宣传引导', PUBLICITY.text), LEADING],
};

describe('a running plan and its amended text, with clauses that nobody was given', () => {
  let ground: TestGround;
  let plans: PlansService;
  let amendments: AmendmentService;
  let running: string;
  let amended: string;

  const confirmed = async (reading: PlanReading, name: string): Promise<string> => {
    const id = await plans.enter(reading, { sha256: name.padEnd(64, '0'), name }, COORDINATOR);
    await plans.acceptProposals(id, COORDINATOR);
    await plans.confirm(id, COORDINATOR);
    return id;
  };

  beforeAll(async () => {
    ground = await openGround('2024-06-03');
    const { database, engine, ids, clock, folder } = ground;
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      () => TEXT,
    );
    const config = readConfig({ DATA_DIR: folder });
    plans = new PlansService(database, engine, storedFiles(ground), reader, ids, clock, config);
    amendments = new AmendmentService(database, engine, ids);
    running = await confirmed(TEXT, 'running');
    const days = { issuedOn: '2024-03-01', enabledOn: '2024-03-01' };
    await plans.issue(running, { ...days, recipient: null, moveClock: false }, COORDINATOR);
    amended = await confirmed(AMENDED, 'amended');
  });
  afterAll(() => ground.close());

  it('finds no clause deleted or new: each is beside itself, with what was said of it', async () => {
    const cascade = new CascadeService(ground.database, ground.engine);
    const { comparison } = await cascade.compare(running, amended, 'version', COORDINATOR);
    const rows = 'rows' in comparison ? comparison.rows : [];
    expect(rows.map(({ kinds, old, now }) => [now?.title, ...kinds, old?.nobodys, now?.nobodys])).toEqual([
      ['开展技能培训', 'unchanged', null, null],
      ['开展督促检查', 'units', 'left', null],
      ['加强宣传引导', 'units', null, 'left'],
      ['加强组织领导', 'unchanged', 'left', 'left'],
    ]);
  });

  it('takes a person’s word on such a clause, too', async () => {
    const cascade = new CascadeService(ground.database, ground.engine);
    const pair = { leftPlan: running, left: 'c001', rightPlan: amended, right: 'c002' };
    await cascade.judge({ ...pair, verdict: 'same' }, COORDINATOR);
    const { comparison } = await cascade.compare(running, amended, 'version', COORDINATOR);
    expect(comparison.pairing.pairs.filter(({ confirmed: said }) => said)).toMatchObject([
      { left: 'c001', right: 'c002' },
    ]);
    expect(await ground.database.reader.manager.find(PlanPair)).toHaveLength(1);
  });

  it('proposes to go on with what nobody is named for any more, and to start what somebody got', async () => {
    const { effects } = await amendments.preview(running, amended, {}, COORDINATOR);
    expect(effects.map(({ row, decision, sentences }) => [row, decision, ...sentences])).toEqual([
      ['m001|m001', 'keep'],
      ['c002|m002', 'start', '起办新任务，分办到 2 个单位：市人社局、市财政局'],
      ['m002|c001', 'asis', '按原样继续'],
      ['c001|c002', 'skip'],
    ]);
  });

  it('merged, each clause stands once in the reading in force, nothing was taken from anybody, no word lingers on old keys', async () => {
    const order = { decisions: {}, digest: null, note: '' };
    await amendments.merge(running, amended, order, COORDINATOR);
    const { reading } = (await ground.database.reader.manager.findOneBy(PlanDraftRow, { planId: running }))!;
    expect(reading.measures.map(({ title, fromClause }) => [title, fromClause])).toEqual([
      ['开展技能培训', undefined],
      ['开展督促检查', undefined],
      ['加强宣传引导', 'c001'],
    ]);
    const publicity = (await ground.database.reader.manager.findOneBy(Measure, { planId: running, draftKey: 'm002' }))!;
    const duties = await ground.database.reader.manager.findBy(Assignment, { measureId: publicity.id });
    expect(duties.map(({ state }) => state.split('.')[0])).toEqual(['duty', 'duty']);
    expect(await ground.database.reader.manager.find(PlanPair)).toEqual([]);
    const again = await new CascadeService(ground.database, ground.engine).compare(
      running,
      amended,
      'version',
      COORDINATOR,
    );
    expect('rows' in again.comparison && again.comparison.rows.map(({ kinds }) => kinds.join())).toEqual([
      'unchanged',
      'unchanged',
      'units',
      'unchanged',
    ]);
    expect((await ground.verify()).faults).toEqual([]);
  });

  it('the record keeps what either text said of a clause, also where it names nobody', async () => {
    const cascade = new CascadeService(ground.database, ground.engine);
    const [record] = (await cascade.amendments(running, COORDINATOR)).amendments;
    const checking = record!.measures.find(({ act }) => act === 'started')!;
    expect([checking.before?.text, checking.after?.text]).toEqual([CHECKING.text, CHECKING.text]);
    const publicity = record!.measures.find(({ act }) => act === 'untouched')!;
    expect(publicity.sentence).toBe(
      '新文没有写责任单位（未分办），原为市总工会（牵头）、市司法局（配合）。决定按原样继续。',
    );
    expect(publicity).toMatchObject({
      ...{
        before: { title: '加强宣传引导', note: '（市总工会、市司法局）' },
        after: { title: '加强宣传引导', note: '' },
      },
    });
  });
});
