import { describe, expect, it } from '@jest/globals';
import { Course, people, type Person } from '../../test/support/course.js';

const { coordinator, colleague, liaison, leader, superior, system } = people;
const contents = { rows: [], figures: [], texts: [], files: [] };
const paper = { ...contents, channel: '纸质', receivedOn: '2026-06-30', signer: '签发人', post: '局长', proof: 'sha' };
const owed = () =>
  new Course('packet@1', { planId: 'p', roundId: 'r', unitId: 'u', due: '2026-06-30', fires: '2026-07-01' });
const sent = (by: Person = liaison) => owed().on('2026-06-20').does(by, 'submit', contents);
const recorded = (more: object = {}) =>
  owed()
    .on('2026-07-03')
    .does(coordinator, 'record', { ...paper, ...more });

describe('a bureau’s packet (报送件)', () => {
  it('is drafted, approved inside the bureau, submitted, and accepted by the office', () => {
    const packet = owed().does(liaison, 'saveDraft');
    packet.does(leader, 'approveInside', { form: 'online', signer: '签发人', post: '局长', on: '2026-06-20' });
    expect(packet.state).toBe('approved');
    packet.does(liaison, 'submit', contents).does(coordinator, 'accept', { opinion: '齐全' });
    expect(packet.state).toBe('accepted');
    expect(packet.notices).toEqual(['packet.submitted', 'packet.accepted']);
  });

  it('a change after the leader’s approval makes it a draft again', () => {
    const packet = owed().does(liaison, 'saveDraft');
    packet.does(leader, 'approveInside', { form: 'paper', signer: '签发人', post: '局长', on: '2026-06-20' });
    expect(packet.does(liaison, 'saveDraft').state).toBe('drafted');
  });

  it('is not accepted by who submitted it, though she also works in the office', () => {
    const sameHuman = { ...coordinator, user: liaison.user };
    expect(sent().may(sameHuman, 'accept')).toBe(false);
    expect(sent().may(sameHuman, 'acceptOwnEntry')).toBe(false);
    expect(sent().may(superior, 'accept')).toBe(true);
  });

  it('late is taken and marked, never refused', () => {
    const packet = owed().on('2026-07-01').does(system, 'deadline.due', { day: '2026-07-01' });
    expect(packet.context.overdue).toBe(true);
    packet.on('2026-07-02').does(liaison, 'submit', contents);
    expect(packet.context).toMatchObject({ late: true, overdue: false });
  });

  it('may be a nil report (零报告), or be excused (免报) and asked for after all', () => {
    expect(owed().does(liaison, 'reportNil', { text: '本季度无新增' }).context.nil).toBe(true);
    const excused = owed().does(coordinator, 'exempt', { reason: '无相关任务' });
    expect(excused.deadline('due')).toBeNull();
    excused.does(coordinator, 'unexempt', { due: '2026-07-31', fires: '2026-08-01' });
    expect(excused.state).toBe('awaited');
    expect(excused.deadline('due')).toBe('2026-08-01');
  });

  it('excused after a report that wanted more, it starts afresh when asked for after all', () => {
    const packet = sent().does(coordinator, 'askMore', { rows: ['a'], reason: '缺盖章件' });
    packet.does(coordinator, 'exempt', { reason: '任务划出' });
    packet.does(coordinator, 'unexempt', { due: '2026-07-31', fires: '2026-08-01' });
    expect(packet.context).toMatchObject({ submittedBy: null, receivedOn: null, overdue: false });
  });
});

describe('a packet that came on paper (代填)', () => {
  it('is on time by the day it was received, not the day it was typed in', () => {
    expect(recorded().context.late).toBe(false);
    expect(recorded({ receivedOn: '2026-07-01' }).context.late).toBe(true);
  });

  it('is accepted by a colleague, or by who typed it in with the mark 代填代审', () => {
    expect(recorded().may(coordinator, 'accept')).toBe(false);
    expect(recorded().may(colleague, 'acceptOwnEntry')).toBe(false);
    expect(recorded().does(colleague, 'accept', { opinion: '核对无误' }).context.selfReviewed).toBe(false);
    const own = recorded().does(coordinator, 'acceptOwnEntry', { opinion: '核对无误' });
    expect([own.state, own.context.selfReviewed]).toEqual(['accepted', true]);
  });

  it('without its proof is 待补证 until the scan is added', () => {
    const packet = recorded({ proof: null });
    expect(packet.context.proofMissing).toBe(true);
    expect(packet.does(coordinator, 'addProof', { proof: 'sha' }).context.proofMissing).toBe(false);
  });
});

describe('请补充 and 撤回', () => {
  it('a supplement asked for by a day does not make a punctual report late', () => {
    const packet = sent().does(coordinator, 'askMore', {
      rows: ['a'],
      reason: '缺盖章件',
      wantedBy: '2026-07-05',
      fires: '2026-07-06',
    });
    expect(packet.deadline('supplement')).toBe('2026-07-06');
    packet.on('2026-07-06').does(system, 'deadline.supplement', { day: '2026-07-06' });
    expect(packet.context.supplementOverdue).toBe(true);
    packet.does(liaison, 'submit', contents);
    expect(packet.context).toMatchObject({ late: false, supplementOverdue: false, receivedOn: '2026-06-20' });
    packet.does(coordinator, 'askMore', { rows: ['a'], reason: '仍缺', wantedBy: '2026-07-10', fires: '2026-07-11' });
    expect(packet.context).toMatchObject({ supplementPassed: false, supplementOverdue: false });
  });

  it('withdrawn, it is owed again, and overdue when its day has passed meanwhile', () => {
    const packet = sent().does(system, 'deadline.due', { day: '2026-07-01' });
    expect(packet.context.overdue).toBe(false);
    packet.does(liaison, 'withdraw', { reason: '数据有误' });
    expect(packet.context).toMatchObject({ overdue: true, receivedOn: null });
    packet.on('2026-07-02').does(liaison, 'submit', contents);
    expect(packet.context.late).toBe(true);
  });

  it('once accepted it is not withdrawn; a figure is corrected in place, a row can be asked for again', () => {
    const packet = sent().does(coordinator, 'accept', { opinion: '齐全' });
    expect(packet.may(liaison, 'withdraw')).toBe(false);
    const figure = { indicator: 'i', period: '2026Q2', old: '1', new: '2', reason: '误报', agreedBy: '局长' };
    expect(packet.does(liaison, 'correctFigure', figure).state).toBe('accepted');
    expect(packet.does(coordinator, 'askMore', { rows: ['a'], reason: '补充' }).state).toBe('incomplete');
  });

  it('a later due day takes the lateness away', () => {
    const packet = owed().on('2026-07-02').does(liaison, 'submit', contents);
    expect(packet.context.late).toBe(true);
    packet.does(coordinator, 'setDue', { due: '2026-07-10', fires: '2026-07-11' });
    expect(packet.context).toMatchObject({ late: false, firstDue: '2026-06-30' });
  });
});
