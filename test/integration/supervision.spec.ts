import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/engine/types.js';
import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { Cycle, Plan } from '../../src/plans/plans.entities.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { Packet, Round } from '../../src/rounds/rounds.entities.js';
import { RoundsService } from '../../src/rounds/rounds.service.js';
import { startOfDay } from '../../src/shared/clock.js';
import { Supervision, SupervisionLetter, SupervisionReply } from '../../src/supervision/supervision.entities.js';
import { SupervisionQueries } from '../../src/supervision/supervision.queries.js';
import { SupervisionService } from '../../src/supervision/supervision.service.js';
import type { ProposeInput } from '../../src/supervision/supervision.types.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { COLLEAGUE, CYCLE, issueSmallPlan, liaison, PLAN, type UnitId } from '../support/small-plan.js';

const QUARTER = {
  ...{ kind: '季' as const, asOf: '2023-06-30', due: '2023-06-30', basis: null, parts: ['text' as const] },
  ...{ indicatorIds: 'all' as const, units: 'all' as const },
};
const SCHOOLING = `${CYCLE}:m002`;
const TRAINING = `${CYCLE}:m001`;

const about = (unitId: UnitId, more: Partial<ProposeInput> = {}): ProposeInput => {
  return { unitId, measureIds: [], way: 'order', level: 'normal', reason: '多次催报未报', ...more };
};
const page = { unreadOnly: false, offset: 0, limit: 50 };

/** The rooms that a supervision's story plays in. */
async function openOffice(day: string) {
  const ground = await openGround(day);
  await issueSmallPlan(ground);
  const { engine, ids, database, clock } = ground;
  return {
    ground,
    rounds: new RoundsService(engine, ids),
    packets: new PacketsService(engine, new PacketDrafts(database, clock)),
    supervision: new SupervisionService(engine, ids),
    queries: new SupervisionQueries(database, engine),
    notices: new NotificationsService(database, clock),
    find: database.reader.manager,
    setDay: (next: string) => {
      clock.set(startOfDay(next) + 10 * 3_600_000);
      return engine.fireDue();
    },
    press: (id: string, type: string, payload: Record<string, unknown>, actor: Actor) =>
      engine.send(id, type, payload, { actor }),
  };
}
type Office = Awaited<ReturnType<typeof openOffice>>;

describe('a bureau that does not report is supervised', () => {
  let office: Office;
  let ground: TestGround;
  let id: string;
  const by = { actor: COORDINATOR };
  const row = async () => (await office.find.findOneBy(Supervision, { id }))!;
  const texts = async (actor: Actor) =>
    (await office.notices.list(actor, page)).lines.map((notice) => `${notice.text}${notice.about}`);

  beforeAll(async () => {
    office = await openOffice('2023-06-10');
    ground = office.ground;
  });
  afterAll(() => ground.close());

  it('is first proposed to the office when the round’s day has passed; nobody else is told, nothing goes out', async () => {
    const round = await office.rounds.open(PLAN, QUARTER, COORDINATOR);
    await office.setDay('2023-06-30');
    expect(await office.queries.suggestions(COORDINATOR)).toEqual([]);
    await office.setDay('2023-07-04');
    const proposed = await office.queries.suggestions(COORDINATOR);
    expect(proposed.map((one) => one.unitName)).toContain('太原市教育局');
    expect(proposed.find((one) => one.unitName === '太原市教育局')).toMatchObject({
      ...{ daysLate: 4, href: `/plans/${PLAN}/supervision/new?unit=edu`, text: expect.stringContaining('尚未催报') },
    });
    expect(await office.queries.suggestions(liaison('edu'))).toEqual([]);
    await office.rounds.chase(round, ['edu'], '电话', null, COORDINATOR);
    await office.rounds.chase(round, ['edu'], 'QQ', null, COORDINATOR);
    const after = (await office.queries.suggestions(COORDINATOR)).find((one) => one.unitName === '太原市教育局')!;
    expect(after.text).toContain('已催报2次仍未报，建议发督办单');
    expect(await office.find.countBy(Supervision, {})).toBe(0);
  });

  it('cannot be ordered where it issued the plan with the office: 函商 only', async () => {
    const order = office.supervision.propose(PLAN, about('hr'), by);
    await expect(order).rejects.toMatchObject({
      code: 'consult_only',
      message: expect.stringContaining('只能函商'),
      detail: { cure: expect.stringContaining('商请函') },
    });
    const letter = await office.supervision.propose(PLAN, about('hr', { way: 'letter' }), by);
    const paper = { form: 'order' as const, text: '督办', due: '2023-07-20', level: 'normal' as const };
    await expect(office.supervision.draft(letter, paper, by)).rejects.toMatchObject({ code: 'consult_only' });
    await office.press(letter, 'cancel', { reason: '已电话沟通' }, COORDINATOR);
  });

  it('is proposed by the office alone, for its own work, once', async () => {
    const propose = (input: ProposeInput, actor = COORDINATOR) => office.supervision.propose(PLAN, input, { actor });
    await expect(propose(about('edu'), liaison('hr'))).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(propose(about('office'))).rejects.toMatchObject({ code: 'own_office' });
    await expect(propose(about('fin', { measureIds: [SCHOOLING] }))).rejects.toMatchObject({
      code: 'measure_not_of_unit',
    });
    await expect(propose(about('edu', { reason: ' ' }))).rejects.toMatchObject({ code: 'invalid_input' });
    const input = about('edu', { measureIds: [SCHOOLING] });
    id = await office.supervision.propose(PLAN, input, { actor: COORDINATOR, key: 'propose-edu' });
    expect(await office.supervision.propose(PLAN, input, { actor: COORDINATOR, key: 'propose-edu' })).toBe(id);
    await expect(propose(about('edu', { measureIds: [SCHOOLING, TRAINING] }))).rejects.toMatchObject({
      ...{ code: 'supervision_exists', detail: { facts: { supervision: id } } },
    });
    expect(await row()).toMatchObject({ state: 'proposed', ceiling: 'order', measureIds: [SCHOOLING] });
    expect((await office.queries.suggestions(COORDINATOR)).map((one) => one.unitName)).not.toContain('太原市教育局');
  });

  it('does not see the draft, nor that there is one', async () => {
    await office.press(id, 'phone', { on: '2023-07-04', post: '办公室主任', said: '一周内报送' }, COORDINATOR);
    const paper = { form: 'order' as const, text: '请抓紧报送。', due: '2023-07-18', level: 'normal' as const };
    const early = office.supervision.draft(id, { ...paper, due: '2023-07-01' }, by);
    await expect(early).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('2023-07-01'),
    });
    await office.supervision.draft(id, paper, by);
    expect(await office.queries.list(liaison('edu'))).toEqual([]);
    await expect(office.queries.sheet(id, liaison('edu'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(office.supervision.acknowledge(id, '', null, { actor: liaison('edu') })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('gets the order when a second person has signed it off and it has its number', async () => {
    await expect(office.press(id, 'approve', { opinion: '同意' }, COORDINATOR)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await office.press(id, 'approve', { opinion: '同意' }, COLLEAGUE);
    const sending = { on: '2023-07-04', channel: '公文系统', due: '2023-07-18' };
    const [first, second] = [
      { actor: COORDINATOR, key: 'send-edu' },
      { actor: COORDINATOR, key: 'send-edu' },
    ];
    await Promise.all([office.supervision.send(id, sending, first), office.supervision.send(id, sending, second)]);
    expect(await row()).toMatchObject({ state: 'sent', number: '督办〔2023〕1号', sentOn: '2023-07-04' });
    expect(await office.find.findBy(SupervisionLetter, { supervisionId: id })).toEqual([
      expect.objectContaining({
        number: '督办〔2023〕1号',
        text: '请抓紧报送。',
        due: '2023-07-18',
        channel: '公文系统',
      }),
    ]);
    expect((await office.queries.list(liaison('edu'))).map((line) => line.supervision.id)).toEqual([id]);
    expect(await texts(liaison('edu'))).toContain('收到督办，请签收并按期反馈。教育局：督办〔2023〕1号');
    expect(await office.queries.list(liaison('fin'))).toEqual([]);
  });

  it('that stays silent brings a proposal to go one step up, which nobody but a person takes', async () => {
    await office.supervision.acknowledge(id, '', null, { actor: liaison('edu') });
    await office.setDay('2023-07-18');
    expect(await row()).toMatchObject({ state: 'acknowledged', acknowledgedOn: '2023-07-04', replyOverdue: false });
    await office.setDay('2023-07-19');
    expect(await row()).toMatchObject({
      state: 'acknowledged',
      replyOverdue: true,
      suggestedLevel: 'key',
      level: 'normal',
    });
    const [step] = (await office.queries.suggestions(COORDINATOR)).filter((one) => one.href === `/supervision/${id}`);
    expect(step!.text).toBe('督办〔2023〕1号反馈已逾期1天，建议升级为“重点督办”');
    expect(await texts(COLLEAGUE)).toContain('建议升级督办，请决定。教育局：督办〔2023〕1号');
    const up = { level: 'key' as const, text: '现予重点督办。', due: '2023-07-28' };
    await office.supervision.escalate(id, up, by);
    expect(await row()).toMatchObject({ state: 'drafted', level: 'key', due: '2023-07-28' });
    const unitSees = { state: 'acknowledged', level: 'normal', due: '2023-07-18', text: '请抓紧报送。' };
    expect((await office.queries.sheet(id, liaison('edu'))).supervision).toMatchObject(unitSees);
    expect((await office.queries.list(liaison('edu')))[0]!.supervision).toMatchObject(unitSees);
    const approval = { signer: '李某', post: '副市长', on: '2023-07-19', proof: null };
    await office.supervision.recordApproval(id, approval, by);
    expect(await row()).toMatchObject({
      state: 'approved',
      level: 'key',
      suggestedLevel: null,
      selfReviewed: true,
      approval,
    });
    const taken = { on: '2023-07-19', channel: '纸质', due: '2023-07-28', number: '督办〔2023〕1号' };
    await expect(office.supervision.send(id, taken, by)).rejects.toMatchObject({ code: 'number_taken' });
    await office.supervision.send(id, { ...taken, number: '' }, by);
    expect(await row()).toMatchObject({ state: 'sent', number: '督办〔2023〕2号', sentOn: '2023-07-04' });
  });

  it('answers on paper: the office enters it with the day it came in, which decides whether it was late', async () => {
    await office.setDay('2023-07-31');
    expect((await row()).replyOverdue).toBe(true);
    const reply = { text: '已完成报送，附情况说明。', files: [] };
    const paper = { channel: '纸质', receivedOn: '2023-07-28', signer: '王某', post: '副局长', proof: null };
    await expect(office.supervision.reply(id, reply, null, by)).rejects.toMatchObject({ code: 'receipt_missing' });
    const future = office.supervision.reply(id, reply, { ...paper, receivedOn: '2023-08-02' }, by);
    await expect(future).rejects.toMatchObject({ code: 'invalid_input' });
    await office.supervision.reply(id, reply, paper, by);
    expect(await office.find.findBy(SupervisionReply, { supervisionId: id })).toEqual([
      expect.objectContaining({ receivedOn: '2023-07-28', late: false, channel: '纸质', signer: '王某', proof: null }),
    ]);
    await expect(office.press(id, 'acceptReply', { opinion: '可' }, COORDINATOR)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it('is asked again, answers itself, and is released', async () => {
    await office.supervision.askAgain(id, { due: '2023-08-10', reason: '请补充分区数据' }, { actor: COLLEAGUE });
    const answer = { text: '分区数据已补充。', files: [{ sha256: 'a'.repeat(64), name: '数据.xlsx' }] };
    await expect(office.supervision.reply(id, answer, null, { actor: liaison('fin') })).rejects.toMatchObject({
      code: 'not_found',
    });
    await office.supervision.reply(id, answer, null, { actor: liaison('edu') });
    await office.press(id, 'acceptReply', { opinion: '符合要求' }, COORDINATOR);
    await office.press(id, 'lift', { opinion: '已落实' }, COORDINATOR);
    expect(await row()).toMatchObject({ state: 'lifted', endedOn: '2023-07-31', outcome: '已落实', due: '2023-08-10' });
    const replies = await office.find.find(SupervisionReply, {
      where: { supervisionId: id },
      order: { position: 'ASC' },
    });
    expect(replies.map(({ ordinal, verdict, opinion }) => [ordinal, verdict, opinion])).toEqual([
      [1, 'again', '请补充分区数据'],
      [2, 'accepted', '符合要求'],
    ]);
  });

  it('is proven from the log, notices and all', async () => {
    const verdict = await ground.verify();
    expect(verdict.faults).toEqual([]);
    expect(await office.find.countBy(SupervisionLetter, {})).toBe(2);
  });
});

describe('notices land on the desks they belong to', () => {
  let office: Office;
  let ground: TestGround;
  const listOf = async (actor: Actor) => (await office.notices.list(actor, page)).lines;

  beforeAll(async () => {
    office = await openOffice('2023-06-10');
    ground = office.ground;
    await office.rounds.open(PLAN, QUARTER, COORDINATOR);
  });
  afterAll(() => ground.close());

  it('every unit learns once that the plan is issued, however many tasks it has', async () => {
    for (const unit of ['hr', 'edu', 'fin', 'xiaodian'] as const) {
      const issued = (await listOf(liaison(unit))).filter((notice) => notice.text.startsWith('计划已印发'));
      expect(issued).toHaveLength(1);
    }
  });

  it('a bureau’s report reaches the office, not the other bureaus, and not whoever sent it', async () => {
    const { id } = (await office.find.findOneBy(Packet, { unitId: 'fin' }))!;
    const before = await office.notices.unreadCount(COORDINATOR);
    await office.packets.reportNil(id, '本期无新的进展', null, { actor: liaison('fin') });
    expect(await office.notices.unreadCount(COORDINATOR)).toBe(before + 1);
    const [newest] = await listOf(COORDINATOR);
    expect(newest).toMatchObject({
      text: '有单位报来材料，请审核。',
      about: '财政局：2023年第二季度调度',
      isRead: false,
    });
    expect((await listOf(liaison('edu'))).map((notice) => notice.subject)).not.toContain(id);
    expect((await listOf(liaison('fin'))).map((notice) => notice.subject)).not.toContain(id);
    await expect(office.notices.markRead(newest!.id, liaison('edu'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('已阅 is each person’s own; what came in after the page was opened stays unread', async () => {
    const seen = (await listOf(COORDINATOR))[0]!;
    await office.notices.markRead(seen.id, COORDINATOR);
    await office.notices.markRead(seen.id, COORDINATOR);
    expect(await office.notices.unreadCount(COORDINATOR)).toBe(0);
    expect(await office.notices.unreadCount(COLLEAGUE)).toBeGreaterThan(0);
    const { id } = (await office.find.findOneBy(Packet, { unitId: 'xiaodian' }))!;
    await office.packets.reportNil(id, '无', null, { actor: { ...liaison('xiaodian'), roles: ['county'] } });
    await office.notices.markAllRead(COLLEAGUE, seen.position);
    expect((await listOf(COLLEAGUE)).filter((notice) => !notice.isRead)).toHaveLength(1);
  });

  it('an auditor has no desk here', async () => {
    const auditor = { user: 'u-audit', name: '审计员', unit: null, roles: ['auditor'] };
    expect(await listOf(auditor)).toEqual([]);
    expect((await ground.verify()).faults).toEqual([]);
  });
});

describe('a plan that is withdrawn leaves nothing running', () => {
  let office: Office;
  afterAll(() => office.ground.close());

  it('ends its year, rounds, what closed rounds are still owed, supervisions and tasks, in one step', async () => {
    office = await openOffice('2023-06-10');
    const { ground, find } = office;
    const closed = await office.rounds.open(PLAN, QUARTER, COORDINATOR);
    const { id: reported } = (await find.findOneBy(Packet, { roundId: closed, unitId: 'fin' }))!;
    await office.packets.reportNil(reported, '无', null, { actor: liaison('fin') });
    await office.rounds.close(closed, '', COORDINATOR);
    const special = { ...QUARTER, kind: '专项' as const, due: '2023-07-20', asOf: '2023-07-15', title: '暑期专项' };
    const open = await office.rounds.open(PLAN, special, COORDINATOR);
    const id = await office.supervision.propose(PLAN, about('edu'), { actor: COORDINATOR });
    await ground.engine.send(PLAN, 'withdraw', { reason: '文件已废止' }, { actor: COORDINATOR });

    expect((await find.findOneBy(Plan, { id: PLAN }))!.state).toBe('withdrawn');
    expect((await find.findBy(Cycle, { planId: PLAN })).map((cycle) => cycle.state)).toEqual(['cancelled']);
    expect((await find.findOneBy(Round, { id: open }))!.state).toBe('cancelled');
    expect((await find.findOneBy(Round, { id: closed }))!.state).toBe('closed');
    const packets = await find.findBy(Packet, { planId: PLAN });
    expect(packets.filter((packet) => packet.state !== 'cancelled').map((packet) => packet.id)).toEqual([reported]);
    expect(await find.findOneBy(Supervision, { id })).toMatchObject({ state: 'cancelled', outcome: '文件已废止' });
    expect(new Set((await find.findBy(Measure, { planId: PLAN })).map((one) => one.state))).toEqual(
      new Set(['withdrawn']),
    );
    expect(new Set((await find.findBy(Assignment, { planId: PLAN })).map((one) => one.state))).toEqual(
      new Set(['removed']),
    );
    expect((await ground.verify()).faults).toEqual([]);
    await office.setDay('2023-12-31');
    expect(await office.queries.suggestions(COORDINATOR)).toEqual([]);
    await expect(office.supervision.propose(PLAN, about('edu'), { actor: COORDINATOR })).rejects.toMatchObject({
      code: 'plan_not_issued',
    });
  });
});
