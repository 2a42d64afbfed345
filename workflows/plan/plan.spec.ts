import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, colleague, liaison, system } = people;
const days = { issuedOn: '2026-03-20', enabledOn: '2026-03-31' };

describe('a plan from its reading to the archive', () => {
  it('is corrected, confirmed and issued by the office, and tells the units', () => {
    const plan = new Course('plan@1', { title: '2026年农民工工作要点' });
    plan.does(coordinator, 'correct', { patch: { number: '第1号' } }).does(coordinator, 'confirm');
    plan.does(colleague, 'issue', days);
    expect(plan.state).toBe('issued');
    expect(plan.context).toMatchObject(days);
    expect(plan.notices).toEqual(['plan.issued']);
  });

  it('cannot be issued before somebody has confirmed the reading', () => {
    const plan = new Course('plan@1', { title: '要点' });
    expect(plan.may(coordinator, 'issue')).toBe(false);
    plan.does(coordinator, 'confirm').does(coordinator, 'reopenDraft');
    expect(plan.may(coordinator, 'issue')).toBe(false);
  });

  it('is the office’s alone: a bureau’s liaison and the system may not touch it', () => {
    const plan = new Course('plan@1', { title: '要点' });
    for (const event of ['correct', 'confirm', 'discard']) {
      expect(plan.may(liaison, event)).toBe(false);
      expect(plan.may(system, event)).toBe(false);
    }
  });

  it('lets the clock be moved in a demonstration only', () => {
    const issued = (demo: boolean) =>
      new Course('plan@1', { title: '要点', demo }).does(coordinator, 'confirm').does(coordinator, 'issue', days);
    expect(issued(false).may(coordinator, 'moveClock')).toBe(false);
    const moved = issued(true).does(coordinator, 'moveClock', { offsetMs: 86_400_000 });
    expect(moved.context).toMatchObject({ clockOffsetMs: 86_400_000 });
  });

  it('opens a second year while the first is under appraisal, resumes, and ends in the archive', () => {
    const plan = new Course('plan@1', { title: '三年规划' })
      .does(coordinator, 'confirm')
      .does(coordinator, 'issue', days);
    plan.does(coordinator, 'appraise').does(coordinator, 'openCycle', { year: 2027, cycleId: 'c2' });
    plan.does(coordinator, 'resume');
    expect(plan.state).toBe('issued');
    plan.does(coordinator, 'appraise').does(coordinator, 'archive');
    expect(plan.isOver).toBe(true);
  });
});
