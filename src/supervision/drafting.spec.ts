import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar, type CalendarTable } from '../domain/calendar/working-days.js';
import { readSeed } from '../shared/seeds.js';
import { letterText, orderText, proposeReplyDay } from './drafting.js';
import { afterPacketDay, afterReplyDay } from './suggestions.js';

const calendar = new WorkingCalendar(readSeed<CalendarTable>('calendar'));
const GROUND = {
  ...{ unitName: '太原市教育局', planTitle: '农民工工作行动计划', reason: '两次催报未报' },
  items: [{ no: '1.2', title: '保障随迁子女入学', sentence: '超过时限12天' }],
};

describe('the first wording of a paper', () => {
  it('an order names the unit, the plan, the level, the measures with their lights, and asks for a reply', () => {
    const text = orderText(GROUND, 'key');
    expect(text.split('\n')[0]).toBe('太原市教育局：');
    expect(text).toContain('《农民工工作行动计划》');
    expect(text).toContain('重点督办');
    expect(text).toContain('1. 1.2 保障随迁子女入学：超过时限12天。');
    expect(text).toContain('书面反馈');
  });

  it('a letter asks and does not order', () => {
    const text = letterText(GROUND);
    expect(text).toContain('商请贵单位');
    expect(text).not.toContain('督办');
  });
});

describe('the day offered for the reply', () => {
  it('counts working days past the National Day holidays, fewer the graver the level', () => {
    expect(proposeReplyDay('2023-09-27', 'normal', calendar)).toBe('2023-10-17');
    expect(proposeReplyDay('2023-09-27', 'interview', calendar)).toBe('2023-10-08');
  });

  it('counts natural days in a year whose holidays are not published', () => {
    expect(proposeReplyDay('2035-01-01', 'normal', calendar)).toBe('2035-01-15');
  });
});

describe('what is proposed when a day has passed', () => {
  const matter = {
    id: 's1',
    unitName: '太原市教育局',
    planTitle: '计划',
    number: '督办〔2023〕1号',
    due: '2023-07-14',
  };
  const unit = { planId: 'p', unitId: 'edu', unitName: '太原市教育局', planTitle: '计划', rounds: ['第二季度调度'] };
  const late = { due: '2023-06-30', today: '2023-07-04' };

  it('an unanswered order: the next level, a person to decide', () => {
    const step = afterReplyDay({ ...matter, today: '2023-07-17', ceiling: 'order', form: 'order', level: 'normal' });
    expect(step).toMatchObject({ daysLate: 3, href: '/supervision/s1' });
    expect(step.text).toContain('建议升级为“重点督办”');
  });

  it('an unanswered letter to a court: a call or more time, never an order', () => {
    const step = afterReplyDay({ ...matter, today: '2023-07-17', ceiling: 'letter', form: 'letter', level: 'normal' });
    expect(step.text).toContain('只能函商');
    expect(step.text).not.toContain('升级');
  });

  it('an overdue packet: call first, after two reminders a paper of the kind the unit may get', () => {
    expect(afterPacketDay({ ...unit, ...late, chases: 0, ceiling: 'order' }).text).toContain('尚未催报，建议电话提醒');
    expect(afterPacketDay({ ...unit, ...late, chases: 2, ceiling: 'order' }).text).toContain('建议发督办单');
    expect(afterPacketDay({ ...unit, ...late, chases: 2, ceiling: 'letter' }).text).toContain('建议发商请函');
    expect(afterPacketDay({ ...unit, ...late, chases: 0, ceiling: 'order' })).toMatchObject({
      ...{ daysLate: 4, href: '/plans/p/supervision/new?unit=edu' },
    });
  });
});
