import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, colleague, liaison, system } = people;
const proposed = (ceiling = 'order') =>
  new Course('supervision@1', { planId: 'p', measureId: 'm', unitId: 'u', ceiling });
const order = { text: '请抓紧办理', due: '2026-08-31', level: 'normal' };
const number = { number: '督办1号', on: '2026-08-01', channel: '公文系统', due: '2026-08-31', fires: '2026-09-01' };
const sent = () =>
  proposed()
    .does(coordinator, 'draftOrder', order)
    .does(colleague, 'approve', { opinion: '同意' })
    .does(coordinator, 'send', number);

describe('supervision of a bureau (督办)', () => {
  it('may end with a telephone call', () => {
    const matter = proposed().does(coordinator, 'phone', { on: '2026-08-01', post: '科长', said: '本周报送' });
    expect(matter.does(coordinator, 'settleByPhone', { outcome: '已报送' }).isOver).toBe(true);
  });

  it('an order is signed off by another person, numbered and sent, answered, accepted and lifted', () => {
    const drafted = proposed().does(coordinator, 'draftOrder', order);
    expect(drafted.may(coordinator, 'approve')).toBe(false);
    const matter = sent().does(liaison, 'acknowledge', { on: '2026-08-02' });
    matter.does(liaison, 'reply', { text: '已完成', files: [] });
    matter.does(coordinator, 'acceptReply', { opinion: '认可' }).does(coordinator, 'lift', { opinion: '解除' });
    expect(matter.isOver).toBe(true);
    expect(matter.deadline('reply')).toBeNull();
  });

  it('the leader’s signature on paper may be recorded by the drafter, and is marked', () => {
    const drafted = proposed().does(coordinator, 'draftOrder', order);
    drafted.does(coordinator, 'recordApproval', { signer: '签批人', post: '主任', on: '2026-08-01', proof: 'sha' });
    expect(drafted.state).toBe('approved');
    expect(drafted.context.selfReviewed).toBe(true);
    const byAnother = proposed().does(coordinator, 'draftOrder', order).does(colleague, 'approve', { opinion: '同意' });
    expect(byAnother.context).toMatchObject({ selfReviewed: false, escalationProposed: false });
  });

  it('a court or a co-issuer is written to, never ordered; its ceiling holds for escalation too', () => {
    const court = proposed('letter');
    expect(court.may(coordinator, 'draftOrder')).toBe(false);
    expect(court.may(coordinator, 'draftLetter')).toBe(true);
    court.does(coordinator, 'draftLetter', { text: '商请支持', due: '2026-08-31' });
    court.does(colleague, 'approve', { opinion: '同意' }).does(coordinator, 'send', number);
    expect(court.may(system, 'proposeEscalation')).toBe(false);
    expect(court.may(coordinator, 'escalate')).toBe(false);
    expect(proposed('phone').may(coordinator, 'draftLetter')).toBe(false);
  });

  it('escalation is proposed by the system and decided by a person', () => {
    const matter = sent().does(system, 'deadline.reply', { day: '2026-09-01' });
    expect(matter.context.replyOverdue).toBe(true);
    matter.does(system, 'proposeEscalation', { level: 'circular', reason: '逾期未反馈' });
    expect(matter.state).toBe('sent');
    expect(matter.may(system, 'escalate')).toBe(false);
    matter.does(coordinator, 'escalate', { level: 'circular', text: '通报', due: '2026-09-15' });
    expect(matter.state).toBe('drafted');
    expect(matter.context).toMatchObject({ level: 'circular', escalationProposed: false });
  });

  it('an insufficient reply is asked for again with a new day', () => {
    const matter = sent().does(liaison, 'reply', { text: '正在办理', files: [] });
    matter.does(coordinator, 'askAgain', { reason: '未见成效', due: '2026-09-15', fires: '2026-09-16' });
    expect(matter.state).toBe('again');
    expect(matter.deadline('reply')).toBe('2026-09-16');
    expect(matter.may(liaison, 'reply')).toBe(true);
  });

  it('a reply entered by telephone is accepted by a colleague, or marked', () => {
    const matter = () => sent().does(coordinator, 'reply', { text: '电话反馈', files: [] });
    expect(matter().may(coordinator, 'acceptReply')).toBe(false);
    expect(matter().may(colleague, 'acceptReply')).toBe(true);
    const own = matter().does(coordinator, 'acceptOwnEntry', { opinion: '已核' });
    expect([own.state, own.context.selfReviewed]).toEqual(['accepted', true]);
  });

  it('a reply taken back after its day leaves the matter overdue, and only then', () => {
    const inTime = sent().does(liaison, 'reply', { text: '已完成', files: [] }).does(liaison, 'withdrawReply');
    expect(inTime.context.replyOverdue).toBe(false);
    const late = sent().does(liaison, 'reply', { text: '已完成', files: [] });
    late.does(system, 'deadline.reply', { day: '2026-09-01' });
    expect(late.context.replyOverdue).toBe(false);
    expect(late.does(liaison, 'withdrawReply').context.replyOverdue).toBe(true);
  });
});
