import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
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
    await expect(packets.saveDraft(id, { ...nothing, files: [] }, stranger)).rejects.toMatchObject({ code: 'not_found' });
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
