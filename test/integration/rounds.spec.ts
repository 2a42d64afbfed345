import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { PacketForms } from '../../src/rounds/packet-forms.js';
import { RoundBoards } from '../../src/rounds/round-boards.js';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import type { ContentsInput, ReceiptInput } from '../../src/rounds/packet.types.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { Chase, Figure, FigureCorrection, Packet, PacketRow, Round } from '../../src/rounds/rounds.entities.js';
import { RoundsService, type RoundInput } from '../../src/rounds/rounds.service.js';
import { startOfDay } from '../../src/shared/clock.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import {
  assignmentId,
  COLLEAGUE,
  CYCLE,
  indicatorId,
  issueSmallPlan,
  liaison,
  PLAN,
  type UnitId,
} from '../support/small-plan.js';

const QUARTER: RoundInput = {
  ...{ kind: '季', asOf: '2023-06-30', due: '2023-06-30', basis: null, parts: ['text', 'table'] },
  ...{ indicatorIds: 'all', units: 'all' },
};

const nothing: ContentsInput = { rows: {}, figures: {} };

function paper(receivedOn: string, more: Partial<ReceiptInput> = {}): ReceiptInput {
  return { channel: '纸质', receivedOn, signer: '王某', post: '副局长', proof: null, ...more };
}

const printedStages = [
  { stage: 'evaluation', name: '总结评估', start: '2023-12-01', end: '2023-12-31', origin: 'printed' },
];

describe('a round, from opening to the last packet', () => {
  let ground: TestGround;
  let rounds: RoundsService;
  let packets: PacketsService;
  let quarter: string;
  let yearEnd: string;

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    await issueSmallPlan(ground);
    rounds = new RoundsService(ground.engine, ground.ids);
    packets = new PacketsService(ground.engine, new PacketDrafts(ground.database, ground.clock));
  });
  afterAll(() => ground.close());

  const find = () => ground.database.reader.manager;
  const setDay = (day: string) => {
    ground.clock.set(startOfDay(day) + 10 * 3_600_000);
    return ground.engine.fireDue();
  };
  const packetOf = async (round: string, unitId: UnitId): Promise<Packet> =>
    (await find().findOneBy(Packet, { roundId: round, unitId }))!;
  const rowsOf = async (round: string, unitId: UnitId) =>
    find().findBy(PacketRow, { packetId: (await packetOf(round, unitId)).id });
  const training: ContentsInput = {
    rows: { [assignmentId(1, 'hr')]: { text: '开展培训40期', progress: '60%', issues: '', nextStep: '继续推进' } },
    figures: { [indicatorId(1)]: { printed: '1.26万人次', valueStatus: '快报' } },
    summary: '上半年工作情况',
  };

  it('asks every unit with work and the places below, once', async () => {
    quarter = await rounds.open(PLAN, QUARTER, COORDINATOR, 'open-quarter');
    expect(await rounds.open(PLAN, QUARTER, COORDINATOR, 'open-quarter')).toBe(quarter);
    const units = (await find().findBy(Packet, { roundId: quarter })).map((packet) => packet.unitId);
    expect(units.sort()).toEqual(['edu', 'fin', 'hr', 'xiaodian']);
    expect((await find().findOneBy(Round, { id: quarter }))!.title).toBe('2023年第二季度调度');
    await expect(rounds.open(PLAN, QUARTER, COORDINATOR, 'again')).rejects.toMatchObject({ code: 'round_exists' });
    await expect(rounds.open(PLAN, QUARTER, liaison('hr'))).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('takes a bureau’s packet: the figure in its base unit, the row into its assignment, which is thereby signed for', async () => {
    await setDay('2023-06-29');
    const { id } = await packetOf(quarter, 'hr');
    await packets.submit(id, training, [], { actor: liaison('hr'), key: 'submit-hr' });
    expect(await packetOf(quarter, 'hr')).toMatchObject({
      state: 'submitted',
      submittedOn: '2023-06-29',
      late: false,
      onBehalf: false,
    });
    expect(await find().findOneBy(Figure, { packetId: id })).toMatchObject({
      value: '12600',
      printed: '1.26万人次',
      unitId: 'hr',
      asOf: '2023-06-30',
    });
    expect(await find().findOneBy(Assignment, { id: assignmentId(1, 'hr') })).toMatchObject({
      ...{ ackKind: 'deemed', lastText: '开展培训40期', progress: 60, status: '长期坚持', lastPacketId: id },
    });
  });

  it('gives a double click the first answer and changes nothing the second time', async () => {
    const { id, sourcePosition } = await packetOf(quarter, 'hr');
    const again = await packets.submit(id, training, [], { actor: liaison('hr'), key: 'submit-hr' });
    expect(again.receipts[0]!.position).toBe(sourcePosition);
    expect((await packetOf(quarter, 'hr')).sourcePosition).toBe(sourcePosition);
  });

  it('does not let a bureau see or touch another one’s packet', async () => {
    const { id } = await packetOf(quarter, 'hr');
    const stranger = { actor: liaison('edu'), key: 'foreign' };
    await expect(packets.submit(id, training, [], stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(packets.withdraw(id, '看看', stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(packets.saveDraft(id, { ...nothing, files: [] }, stranger)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('points an empty packet to 零报告 and names the fields that are wrong', async () => {
    const { id } = await packetOf(quarter, 'edu');
    const by = { actor: liaison('edu') };
    await expect(packets.submit(id, nothing, [], by)).rejects.toMatchObject({
      code: 'packet_empty',
      detail: { cure: expect.stringContaining('零报告') },
    });
    const wrong = {
      rows: { [assignmentId(2, 'edu')]: { text: '已入学', progress: '120' } },
      figures: { [indicatorId(2)]: { printed: '很多' } },
    };
    await expect(packets.submit(id, wrong, [], by)).rejects.toMatchObject({
      code: 'invalid_input',
      detail: {
        facts: {
          fields: [
            { field: `rows[${assignmentId(2, 'edu')}][progress]`, message: expect.stringContaining('0 到 100') },
            { field: `figures[${indicatorId(2)}][printed]`, message: expect.stringContaining('很多') },
          ],
        },
      },
    });
    expect((await packetOf(quarter, 'edu')).state).toBe('awaited');
  });

  it('lets a merely supporting unit report in one click: 随牵头统一反馈', async () => {
    const { id } = await packetOf(quarter, 'fin');
    await packets.submit(id, nothing, [], { actor: liaison('fin') });
    expect(await rowsOf(quarter, 'fin')).toEqual([expect.objectContaining({ status: '随牵头统一反馈', text: null })]);
  });

  it('reminds those who owe, and nobody else; the reminder is on record', async () => {
    await setDay('2023-07-03');
    await expect(rounds.chase(quarter, ['hr'], '电话', null, COORDINATOR)).rejects.toMatchObject({
      code: 'already_reported',
    });
    await rounds.chase(quarter, ['edu', 'xiaodian'], '电话', null, COORDINATOR, 'chase-1');
    const chases = await find().findBy(Chase, { roundId: quarter });
    expect(chases.map((chase) => [chase.unitId, chase.channel, chase.chasedOn])).toEqual([
      ['edu', '电话', '2023-07-03'],
      ['xiaodian', '电话', '2023-07-03'],
    ]);
    expect(chases[0]!.text).toContain('现已逾期');
  });

  it('judges a paper by the day it came in, not the day it was entered', async () => {
    await setDay('2023-07-05');
    const rows = {
      [assignmentId(2, 'edu')]: { text: '随迁子女应入尽入' },
      [assignmentId(1, 'edu')]: { status: '随牵头统一反馈' },
    };
    const figures = { [indicatorId(2)]: { numerator: '960', denominator: '1000' } };
    const { id } = await packetOf(quarter, 'edu');
    await packets.record(id, { rows, figures }, [], paper('2023-06-30'), { actor: COORDINATOR, key: 'record-edu' });
    const recorded = await packetOf(quarter, 'edu');
    expect(recorded).toMatchObject({
      late: false,
      onBehalf: true,
      channel: '纸质',
      receivedOn: '2023-06-30',
      signer: '王某',
      proof: null,
    });
    expect(await find().findOneBy(Figure, { packetId: id })).toMatchObject({
      value: '96',
      numerator: '960',
      denominator: '1000',
      printed: '96%',
    });
    const future = packets.record(id, { rows, figures }, [], paper('2023-08-01'), { actor: COORDINATOR });
    await expect(future).rejects.toMatchObject({ code: 'received_in_future' });
  });

  it('accepts a late report and marks it, never refuses it', async () => {
    const { id } = await packetOf(quarter, 'xiaodian');
    expect((await ground.engine.offers(id, liaison('xiaodian'))).state).toBe('awaited');
    await packets.record(id, { ...nothing, summary: '区里的正式报告' }, [], paper('2023-07-04', { channel: 'QQ' }), {
      actor: COORDINATOR,
    });
    expect(await packetOf(quarter, 'xiaodian')).toMatchObject({
      state: 'submitted',
      late: true,
      receivedOn: '2023-07-04',
    });
  });

  it('asks for a single row again; the supplement takes the place of the whole', async () => {
    const { id } = await packetOf(quarter, 'hr');
    const ask = { rows: [assignmentId(1, 'hr')], reason: '请补充培训工种', by: '2023-07-08' };
    await packets.askMore(id, ask, { actor: COORDINATOR });
    expect(await packetOf(quarter, 'hr')).toMatchObject({ state: 'incomplete', askReason: '请补充培训工种' });
    expect((await rowsOf(quarter, 'hr'))[0]!.askedAgain).toBe(true);
    const better = {
      ...training,
      rows: { [assignmentId(1, 'hr')]: { text: '开展培训40期，涉及6个工种', progress: 60 } },
    };
    await packets.submit(id, better, [], { actor: liaison('hr'), key: 'supplement' });
    expect(await rowsOf(quarter, 'hr')).toEqual([
      expect.objectContaining({ text: '开展培训40期，涉及6个工种', askedAgain: false }),
    ]);
    expect(await packetOf(quarter, 'hr')).toMatchObject({ state: 'submitted', late: false, askReason: null });
  });

  it('tells the later of two reviewers what the earlier one did', async () => {
    const { id } = await packetOf(quarter, 'hr');
    const { revision } = await ground.engine.offers(id, COORDINATOR);
    await packets.accept(id, '属实', { actor: COORDINATOR, seenRevision: revision });
    expect(await packetOf(quarter, 'hr')).toMatchObject({
      state: 'accepted',
      acceptedBy: COORDINATOR.name,
      selfReviewed: false,
    });
    const stale = packets.askMore(id, { rows: [], reason: '再补' }, { actor: COLLEAGUE, seenRevision: revision });
    await expect(stale).rejects.toMatchObject({ code: 'stale_revision', message: expect.stringContaining('接收') });
  });

  it('does not let the recorder accept silently: a colleague does, or it is marked 代填代审', async () => {
    const { id } = await packetOf(quarter, 'edu');
    await expect(packets.accept(id, '', { actor: COORDINATOR })).rejects.toMatchObject({ code: 'not_allowed' });
    await packets.acceptOwnEntry(id, '电话核对无误', { actor: COORDINATOR });
    expect(await packetOf(quarter, 'edu')).toMatchObject({ state: 'accepted', selfReviewed: true });
    const xiaodian = await packetOf(quarter, 'xiaodian');
    await packets.accept(xiaodian.id, '同意', { actor: COLLEAGUE });
    expect(await packetOf(quarter, 'xiaodian')).toMatchObject({ state: 'accepted', selfReviewed: false });
  });

  it('corrects an accepted figure without overwriting it, and adds the missing proof', async () => {
    const { id } = await packetOf(quarter, 'hr');
    const correction = { indicatorId: indicatorId(1), printed: '12300', reason: '剔除重复', agreedBy: '分管副局长' };
    await packets.correctFigure(id, correction, { actor: liaison('hr') });
    expect(await find().findOneBy(Figure, { packetId: id })).toMatchObject({ value: '12300', printed: '12300' });
    expect(await find().findBy(FigureCorrection, {})).toEqual([
      expect.objectContaining({ oldValue: '12600', newValue: '12300', reason: '剔除重复', agreedBy: '分管副局长' }),
    ]);
    await expect(packets.correctFigure(id, correction, { actor: liaison('hr') })).rejects.toMatchObject({
      code: 'figure_unchanged',
    });
    const edu = await packetOf(quarter, 'edu');
    await packets.addProof(edu.id, 'a'.repeat(64), { actor: COORDINATOR });
    expect((await packetOf(quarter, 'edu')).proof).toBe('a'.repeat(64));
  });

  it('takes nothing unchecked, by whatever address it is sent', async () => {
    const { id } = await packetOf(quarter, 'hr');
    const send = (type: string, payload: Record<string, unknown>, actor = liaison('hr')) =>
      ground.engine.send(id, type, payload, { actor });
    const scribble = { indicator: indicatorId(1), period: '', old: '', new: '很多', reason: '无', agreedBy: '无' };
    await expect(send('correctFigure', scribble)).rejects.toMatchObject({ code: 'contents_unchecked' });
    expect(await find().findOneBy(Figure, { packetId: id })).toMatchObject({ value: '12300' });
    const fin = await packetOf(quarter, 'fin');
    await packets.askMore(fin.id, { rows: [], reason: '请补充' }, { actor: COORDINATOR });
    const raw = { rows: 'abc', figures: 'x', texts: 'y', files: 'z' };
    const forged = ground.engine.send(fin.id, 'submit', raw, { actor: liaison('fin') });
    await expect(forged).rejects.toMatchObject({ code: 'contents_unchecked' });
    const nil = ground.engine.send(fin.id, 'reportNil', { text: '无' }, { actor: COORDINATOR });
    await expect(nil).rejects.toMatchObject({ code: 'receipt_missing' });
    await packets.submit(fin.id, nothing, [], { actor: liaison('fin') });
  });

  it('lets the unit take its packet back before acceptance, without a trace in the figures', async () => {
    const { id } = await packetOf(quarter, 'fin');
    await packets.withdraw(id, '有误', { actor: liaison('fin') });
    expect(await packetOf(quarter, 'fin')).toMatchObject({ state: 'drafted', submittedOn: null });
    expect(await rowsOf(quarter, 'fin')).toEqual([]);
    await packets.exempt(id, '本季无配合任务', { actor: COORDINATOR });
    expect(await packetOf(quarter, 'fin')).toMatchObject({ state: 'exempt', exemptReason: '本季无配合任务' });
  });

  it('opens evaluation with the year-end round, and keeps the quarter’s words apart', async () => {
    await ground.engine.send(CYCLE, 'beginImplementation', {}, { actor: COORDINATOR });
    await rounds.close(quarter, '', COORDINATOR);
    await setDay('2023-12-01');
    const input: RoundInput = { ...QUARTER, kind: '年终', asOf: '2023-12-31', due: '2023-12-20' };
    yearEnd = await rounds.open(PLAN, input, COORDINATOR);
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m001` }))!.state).toBe('evaluation.unitTexts');
    await rounds.extend(yearEnd, { due: '2023-12-25', reason: '省里推迟' }, COORDINATOR);
    expect((await packetOf(yearEnd, 'hr')).due).toBe('2023-12-25');
  });

  it('accepts contributions with the year-end packets; the measure goes on when the last one is in', async () => {
    const hr = await packetOf(yearEnd, 'hr');
    await packets.submit(hr.id, training, [], { actor: liaison('hr') });
    await packets.accept(hr.id, '', { actor: COORDINATOR });
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m001` }))!.state).toBe('evaluation.consolidation');
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m002` }))!.state).toBe('evaluation.unitTexts');
    await setDay('2023-12-18');
    const edu = await packetOf(yearEnd, 'edu');
    await packets.reportNil(edu.id, '下半年无新情况', paper('2023-12-15', { channel: '电话' }), { actor: COORDINATOR });
    expect(await packetOf(yearEnd, 'edu')).toMatchObject({ nil: true, onBehalf: true, channel: '电话' });
    await packets.accept(edu.id, '', { actor: COLLEAGUE });
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m002` }))!.state).toBe('evaluation.consolidation');
  });

  it('keeps a round to which somebody has reported', async () => {
    await expect(rounds.cancel(yearEnd, '不开了', COORDINATOR)).rejects.toMatchObject({ code: 'round_has_reports' });
    const special = await rounds.open(PLAN, { ...QUARTER, kind: '专项', units: ['hr'] }, COORDINATOR);
    await rounds.cancel(special, '重复', COORDINATOR);
    expect((await packetOf(special, 'hr')).state).toBe('cancelled');
  });

  it('is proven by the log: every state, row and figure', async () => {
    const verdict = await ground.verify();
    expect(verdict.faults).toEqual([]);
    expect(verdict.events).toBeGreaterThan(50);
  });
});

describe('the edges of a round', () => {
  let ground: TestGround;
  let rounds: RoundsService;
  let packets: PacketsService;
  let boards: RoundBoards;
  let round: string;

  beforeAll(async () => {
    ground = await openGround('2023-06-20');
    await issueSmallPlan(ground);
    rounds = new RoundsService(ground.engine, ground.ids);
    boards = new RoundBoards(ground.database, ground.engine);
    packets = new PacketsService(ground.engine, new PacketDrafts(ground.database, ground.clock));
    round = await rounds.open(PLAN, { ...QUARTER, units: 'units' }, COORDINATOR);
  });
  afterAll(() => ground.close());

  const find = () => ground.database.reader.manager;
  const packetOf = async (unitId: UnitId, id = round): Promise<Packet> =>
    (await find().findOneBy(Packet, { roundId: id, unitId }))!;
  const line = async (unitId: UnitId) =>
    (await boards.board(round, COORDINATOR)).lines.find((one) => one.unitId === unitId)!;

  it('asks only who leads a task', async () => {
    const led = await rounds.open(PLAN, { ...QUARTER, kind: '专项', units: 'leads' }, COORDINATOR);
    const asked = (await find().findBy(Packet, { roundId: led })).map(({ unitId }) => unitId);
    expect(asked.sort()).toEqual(['edu', 'hr']);
    await rounds.cancel(led, '重复', COORDINATOR);
  });

  it('signs for all of a unit’s tasks at once, by itself or on its behalf, each only once', async () => {
    expect(await packets.acknowledgeAll(PLAN, { actor: liaison('edu') })).toBe(2);
    expect(await packets.acknowledgeAll(PLAN, { actor: liaison('edu') })).toBe(0);
    const byTelephone = paper('2023-06-19', { channel: '电话' });
    const behalf = { unitId: 'hr', receipt: byTelephone };
    expect(await packets.acknowledgeAll(PLAN, { actor: COORDINATOR }, behalf)).toBe(1);
    expect(await find().findOneBy(Assignment, { id: assignmentId(1, 'hr') })).toMatchObject({
      ...{ ackKind: 'signed', ackOn: '2023-06-19' },
    });
    const meddling = packets.acknowledgeAll(PLAN, { actor: liaison('edu') }, { unitId: 'fin', receipt: byTelephone });
    await expect(meddling).rejects.toMatchObject({ code: 'not_found' });
    expect(await line('hr')).toMatchObject({ signed: 1, duties: 1 });
  });

  it('asks further units and lets others go, as long as they have not reported', async () => {
    await rounds.addUnits(round, ['xiaodian'], COORDINATOR);
    expect((await packetOf('xiaodian')).due).toBe('2023-06-30');
    await expect(rounds.addUnits(round, ['xiaodian'], COORDINATOR)).rejects.toMatchObject({ code: 'already_asked' });
    await expect(rounds.addUnits(round, ['nobody'], COORDINATOR)).rejects.toMatchObject({ code: 'unknown_unit' });
    await rounds.removeUnits(round, ['fin'], '本季无任务', COORDINATOR);
    expect((await packetOf('fin')).state).toBe('cancelled');
    expect((await boards.board(round, COORDINATOR)).lines.map((one) => one.unitId)).toEqual(['hr', 'edu', 'xiaodian']);
  });

  it('marks who is overdue when the day is past, and takes the report all the same', async () => {
    await packets.setDue((await packetOf('edu')).id, { due: '2023-07-10', reason: '局里换人' }, { actor: COORDINATOR });
    ground.clock.set(startOfDay('2023-07-01') + 10 * 3_600_000);
    await ground.engine.fireDue();
    expect((await line('hr')).receipt).toBe('逾期未报');
    expect((await line('edu')).receipt).toBe('待报送');
    const note = await boards.notReported(round, COORDINATOR);
    expect(note).toContain('截至7月1日，尚未报送“2023年第二季度调度”材料的单位：成员单位2个');
    const late = { rows: { [assignmentId(1, 'hr')]: { text: '开展培训' } }, figures: {} };
    await packets.submit((await packetOf('hr')).id, late, [], { actor: liaison('hr') });
    expect(await line('hr')).toMatchObject({
      receipt: '逾期报送',
      isOwed: false,
      texts: 1,
      figures: 0,
      figuresAsked: 1,
    });
  });

  it('brings an exempt unit back with a day of its own', async () => {
    const { id } = await packetOf('xiaodian');
    await packets.exempt(id, '无农民工工作任务', { actor: COORDINATOR });
    expect((await line('xiaodian')).receipt).toBe('免报');
    await packets.unexempt(id, { due: '2023-07-15' }, { actor: COORDINATOR });
    expect(await packetOf('xiaodian')).toMatchObject({ state: 'awaited', due: '2023-07-15', exemptReason: null });
  });

  it('keeps the unit’s draft from the office, and the office’s from the unit', async () => {
    const { id } = await packetOf('edu');
    const forms = new PacketForms(ground.database, ground.engine, new PacketDrafts(ground.database, ground.clock));
    await packets.saveDraft(id, { ...nothing, summary: '单位的草稿', files: [] }, { actor: liaison('edu') });
    expect((await forms.read(id, COORDINATOR)).summary).toBe('');
    expect((await forms.read(id, liaison('edu'))).summary).toBe('单位的草稿');
    expect((await packetOf('edu')).state).toBe('drafted');
    await packets.approveInside(
      id,
      { form: 'paper', signer: '张某', post: '副局长', on: '2023-07-01' },
      { actor: liaison('edu') },
    );
    expect(await packetOf('edu')).toMatchObject({ state: 'approved', approval: { signer: '张某', form: 'paper' } });
  });

  it('gives a unit that took its packet back what it had written', async () => {
    const forms = new PacketForms(ground.database, ground.engine, new PacketDrafts(ground.database, ground.clock));
    const { id } = await packetOf('hr');
    await packets.withdraw(id, '数据有误', { actor: liaison('hr') });
    const form = await forms.read(id, liaison('hr'));
    expect(form.rows[0]!.current.text).toBe('开展培训');
    expect(form.record.rows).toEqual([]);
  });

  it('lets a measure pass at once to consolidation when all was accepted before its evaluation began', async () => {
    await ground.engine.send(CYCLE, 'setPhases', { phases: printedStages, fires: {} }, { actor: COORDINATOR });
    const yearEnd = await rounds.open(PLAN, { ...QUARTER, kind: '年终', asOf: '2023-12-31' }, COORDINATOR);
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m001` }))!.state).toBe('mobilisation');
    const { id } = await packetOf('hr', yearEnd);
    const words = { rows: { [assignmentId(1, 'hr')]: { text: '全年培训完成' } }, figures: {} };
    await packets.submit(id, words, [], { actor: liaison('hr') });
    await packets.accept(id, '', { actor: COORDINATOR });
    await ground.engine.send(CYCLE, 'beginEvaluation', {}, { actor: COORDINATOR });
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m001` }))!.state).toBe('evaluation.consolidation');
    expect((await find().findOneBy(Measure, { id: `${CYCLE}:m002` }))!.state).toBe('evaluation.unitTexts');
    expect((await ground.verify()).faults).toEqual([]);
  });
});
