import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, colleague, liaison, lead, system } = people;
const input = {
  planId: 'p',
  measureId: 'm',
  unitId: '市教育局',
  role: 'responsible',
  followsLead: false,
  due: '2026-06-30',
  fires: '2026-07-01',
};
const duty = (more: object = {}) => new Course('assignment@1', { ...input, ...more });

describe('one bureau’s part in a measure', () => {
  it('is signed for, and the due day that came with it is watched', () => {
    const part = duty().does(liaison, 'acknowledge', { kind: 'signed' });
    expect(part.state).toBe('duty.work.active+duty.extension.none');
    expect(part.context.acknowledged).toBe('signed');
    expect(part.deadline('due')).toBe('2026-07-01');
  });

  it('signing is no gate: a report without it implies it', () => {
    const part = duty().does(system, 'report', { packetId: 'k', progress: '已启动' });
    expect(part.state).toContain('duty.work.active');
    expect(part.context.acknowledged).toBe('implied');
    part.does(coordinator, 'acknowledge', { kind: 'signed' });
    expect(part.may(liaison, 'acknowledge')).toBe(false);
  });

  it('is not late for a day that passes while it reports through the lead', () => {
    const follower = duty({ role: 'supporting', followsLead: true }).on('2026-07-01');
    follower.does(system, 'deadline.due', { day: '2026-07-01' });
    expect(follower.context).toMatchObject({ duePassed: true, overdue: false });
    expect(follower.notices).toEqual([]);
  });

  it('turns overdue the day after its due day, not once its contribution is accepted', () => {
    const late = duty().on('2026-07-01').does(system, 'deadline.due', { day: '2026-07-01' });
    expect(late.context.overdue).toBe(true);
    const done = duty().does(system, 'report', { packetId: 'k', progress: '完成' });
    done.does(coordinator, 'acceptContribution').does(system, 'deadline.due', { day: '2026-07-01' });
    expect(done.context.overdue).toBe(false);
    done.does(coordinator, 'returnContribution', { opinion: '缺数据' });
    expect(done.context.overdue).toBe(true);
  });

  it('the lead bureau accepts others’ contributions, never its own', () => {
    const own = duty().does(system, 'report', { packetId: 'k', progress: '完成' });
    expect(own.may(lead, 'acceptContribution')).toBe(false);
    const another = duty({ unitId: '市财政局' }).does(system, 'report', { packetId: 'k', progress: '完成' });
    expect(another.may(lead, 'acceptContribution')).toBe(true);
    const office = { ...coordinator, unit: '市教育局' };
    expect(own.may(office, 'acceptContribution')).toBe(true);
  });

  it('a supporter that follows the lead need not report before it is accepted', () => {
    const follower = duty({ unitId: '市财政局', role: 'supporting', followsLead: true });
    expect(follower.may(lead, 'acceptContribution')).toBe(true);
    follower.does(coordinator, 'followLead', { on: false });
    expect(follower.may(lead, 'acceptContribution')).toBe(false);
  });
});

describe('an extension (延期)', () => {
  const asked = () => duty().does(liaison, 'requestExtension', { to: '2026-09-30', reason: '招标推迟' });
  const grant = { to: '2026-09-30', fires: '2026-10-01', opinion: '同意' };

  it('moves the light’s day and keeps the first on record', () => {
    const part = asked().does(coordinator, 'grantExtension', grant);
    expect(part.context).toMatchObject({ due: '2026-09-30', firstDue: '2026-06-30', overdue: false });
    expect(part.deadline('due')).toBe('2026-10-01');
    expect(part.state).toContain('extension.none');
  });

  it('changes no day when refused or taken back', () => {
    const refused = asked().does(coordinator, 'refuseExtension', { opinion: '按期完成' });
    const takenBack = asked().does(liaison, 'withdrawExtension');
    for (const part of [refused, takenBack]) {
      expect(part.context.due).toBe('2026-06-30');
      expect(part.deadline('due')).toBe('2026-07-01');
    }
  });

  it('is not granted by who asked for it, unless it was entered for the bureau and marked', () => {
    expect(asked().may({ ...coordinator, user: liaison.user }, 'grantExtension')).toBe(false);
    const entered = duty().does(coordinator, 'requestExtension', { to: '2026-09-30', reason: '来电申请' });
    expect(entered.may(colleague, 'grantExtension')).toBe(true);
    entered.does(coordinator, 'grantExtension', grant);
    expect(entered.context.selfReviewed).toBe(true);
  });
});

describe('the end of a bureau’s part', () => {
  it('clears its day when closed, and takes it up where it stood when reopened', () => {
    const part = duty().does(liaison, 'acknowledge', { kind: 'signed' });
    part.does(liaison, 'requestExtension', { to: '2026-09-30', reason: '招标推迟' }).does(system, 'close');
    expect(part.deadline('due')).toBeNull();
    part.does(system, 'reopen', { fires: null });
    expect(part.state).toBe('duty.work.active+duty.extension.requested');
    expect(part.deadline('due')).toBe('2026-07-01');
    part.does(system, 'close').on('2026-07-15').does(system, 'reopen', { fires: '2026-08-01' });
    expect(part.deadline('due')).toBe('2026-08-01');
    expect(part.context.duePassed).toBe(false);
    part.does(system, 'close').on('2026-08-01').does(system, 'reopen', { fires: null });
    expect(part.context.duePassed).toBe(true);
    const open = duty({ due: null, fires: null }).does(system, 'close').does(system, 'reopen', { fires: null });
    expect([open.deadline('due'), open.context.duePassed]).toEqual([null, false]);
  });

  it('is over when it goes to another bureau', () => {
    const part = duty().does(coordinator, 'transfer', { toUnit: '市卫生健康委员会', reason: '职能划转' });
    expect(part.isOver).toBe(true);
    expect(part.deadline('due')).toBeNull();
  });
});
