import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, liaison, system } = people;
const quarter = () =>
  new Course('round@1', { planId: 'p', cycleId: 'c', kind: '季', due: '2026-06-30', fires: '2026-07-01' });

describe('a round of reporting (调度)', () => {
  it('chases who has not reported, passes its day, and is closed by the office alone', () => {
    const round = quarter()
      .on('2026-06-29')
      .does(coordinator, 'chase', { units: ['u'], channel: '电话', text: '请报送' });
    expect(round.context.chasedOn).toBe('2026-06-29');
    round.does(system, 'deadline.due', { day: '2026-07-01' });
    expect(round.state).toBe('open');
    expect(round.may(liaison, 'close')).toBe(false);
    round.does(coordinator, 'close');
    expect(round.state).toBe('closed');
    expect(round.deadline('due')).toBeNull();
  });

  it('a new day wakes the watch again, and so does reopening', () => {
    const round = quarter().does(system, 'deadline.due', { day: '2026-07-01' });
    round.does(coordinator, 'extend', { due: '2026-07-10', fires: '2026-07-11' });
    expect(round.context).toMatchObject({ due: '2026-07-10', duePassed: false });
    round
      .does(coordinator, 'close')
      .does(coordinator, 'reopen', { due: '2026-07-20', fires: '2026-07-21', reason: '补报' });
    expect(round.deadline('due')).toBe('2026-07-21');
  });

  it('may have no day at all', () => {
    const round = new Course('round@1', { planId: 'p', cycleId: 'c', kind: '当日', due: null });
    expect(round.deadline('due')).toBeNull();
  });
});
