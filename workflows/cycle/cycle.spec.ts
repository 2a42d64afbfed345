import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, liaison, system } = people;
const fires = { mobilisationEnd: '2026-05-01', implementationEnd: '2026-12-01', evaluationEnd: '2027-01-01' };
const aYear = () => new Course('cycle@1', { planId: 'p', year: 2026 });

describe('the stages of a plan’s year', () => {
  it('动员部署、推进落实、总结评估 follow one another on the days set, and nothing is closed by a day', () => {
    const year = aYear().does(coordinator, 'setPhases', { phases: [], fires });
    expect(year.deadline('implementationEnd')).toBe('2026-12-01');
    year.on('2026-05-01').does(system, 'deadline.mobilisationEnd', { day: '2026-05-01' });
    expect(year.state).toBe('implementation');
    year.on('2026-12-01').does(system, 'deadline.implementationEnd', { day: '2026-12-01' });
    expect(year.state).toBe('evaluation');
    year.on('2027-01-01').does(system, 'deadline.evaluationEnd', { day: '2027-01-01' });
    expect(year.state).toBe('evaluation');
    expect(year.context.evaluationOver).toBe(true);
  });

  it('without printed days the office moves the stage by hand; a bureau may not', () => {
    const year = aYear();
    expect(year.may(liaison, 'beginImplementation')).toBe(false);
    year.does(coordinator, 'beginImplementation').does(coordinator, 'beginEvaluation');
    year.does(coordinator, 'appraise').does(coordinator, 'close');
    expect(year.isOver).toBe(true);
  });

  it('a return by hand keeps the days that were set', () => {
    const year = aYear().does(coordinator, 'setPhases', { phases: [], fires }).does(coordinator, 'beginImplementation');
    year.does(coordinator, 'backToMobilisation', { reason: '补充部署' });
    expect(year.deadline('mobilisationEnd')).toBe('2026-05-01');
    year.does(system, 'deadline.mobilisationEnd', { day: '2026-05-01' });
    expect(year.state).toBe('implementation');
  });

  it('a day that comes while a later stage runs moves nothing back', () => {
    const year = aYear().does(coordinator, 'setPhases', { phases: [], fires }).does(coordinator, 'beginEvaluation');
    year.does(system, 'deadline.mobilisationEnd', { day: '2026-05-01' });
    expect(year.state).toBe('evaluation');
  });

  it('ends with its plan when that is withdrawn, at any stage', () => {
    const year = aYear().does(coordinator, 'setPhases', { phases: [], fires });
    expect(year.may(coordinator, 'cancel')).toBe(false);
    expect(year.does(system, 'cancel', { reason: '计划撤回' }).isOver).toBe(true);
    expect(year.deadline('implementationEnd')).toBeNull();
  });

  it('leaves no day behind when the year is closed', () => {
    const year = aYear().does(coordinator, 'setPhases', { phases: [], fires }).does(coordinator, 'beginEvaluation');
    year.does(coordinator, 'close');
    expect(Object.keys(fires).map((name) => year.deadline(name))).toEqual([null, null, null]);
  });
});
