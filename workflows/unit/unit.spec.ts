import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { admin, coordinator, liaison } = people;
const bureau = () => new Course('unit@1', { name: '市卫生和计划生育委员会' });

describe('a member unit in the register', () => {
  it('is renamed from a day on by the office', () => {
    const unit = bureau().does(coordinator, 'rename', { name: '市卫生健康委员会', from: '2019-03-01' });
    expect(unit.context.name).toBe('市卫生健康委员会');
  });

  it('begins with its name and nothing else, and notes the day of what is changed about it', () => {
    const begun = { name: '市卫生和计划生育委员会', endedOn: null, successors: [], changedOn: null };
    expect(bureau().context).toEqual(begun);
    const changed = bureau().on('2026-05-06').does(coordinator, 'addAlias', { alias: '卫计委' });
    expect(changed.context).toEqual({ ...begun, changedOn: '2026-05-06' });
  });

  it('names its own liaison, but not its place in the membership list', () => {
    expect(bureau().may(liaison, 'setLiaison')).toBe(true);
    expect(bureau().may(liaison, 'setMembership')).toBe(false);
  });

  it('ends with its successors, and comes back without them', () => {
    const unit = bureau().does(coordinator, 'end', { on: '2026-09-01', successors: ['u2', 'u3'] });
    expect(unit.context).toMatchObject({ endedOn: '2026-09-01', successors: ['u2', 'u3'] });
    expect(unit.may(coordinator, 'rename')).toBe(false);
    expect(unit.does(admin, 'reinstate', { reason: '误登' }).context).toMatchObject({ endedOn: null, successors: [] });
  });
});
