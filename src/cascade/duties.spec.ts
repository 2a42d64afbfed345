import { describe, expect, it } from '@jest/globals';
import type { Duty } from '../domain/plan/duties.js';
import { apart, dutyMoves, type RunningDuty } from './duties.js';

const duty = (unitId: string, role: Duty['role'] = 'supporting'): Duty => ({ unitId, role, isLead: false });
const running = (unitId: string, role: Duty['role'] = 'supporting'): RunningDuty => ({
  id: `a-${unitId}`,
  unitId,
  role,
});

describe('duties carried over to a new text', () => {
  it('one unit out and one in, in the same part, is a transfer', () => {
    const moves = dutyMoves([running('fin')], [duty('fin')], [duty('civil')]);
    expect(moves.transfer).toEqual([{ from: running('fin'), to: duty('civil') }]);
    expect([moves.start, moves.remove]).toEqual([[], []]);
  });

  it('kept apart, the one that goes ends its duty and the one that comes begins its own', () => {
    const moves = apart(dutyMoves([running('fin')], [duty('fin')], [duty('civil')]));
    expect(moves).toMatchObject({ start: [duty('civil')], remove: [running('fin')], transfer: [] });
  });

  it('several out or in are no transfer: nobody knows whose work goes to whom', () => {
    const moves = dutyMoves([running('fin'), running('edu')], [duty('fin'), duty('edu')], [duty('civil')]);
    expect(moves.transfer).toEqual([]);
    expect(moves.start).toEqual([duty('civil')]);
    expect(moves.remove.map((one) => one.unitId)).toEqual(['fin', 'edu']);
  });

  it('a unit that goes on with a clause that was split off hands nothing over', () => {
    const moves = dutyMoves([running('edu')], [duty('edu')], [duty('union')], new Set(['edu']));
    expect(moves.transfer).toEqual([]);
    expect([moves.start, moves.remove]).toEqual([[duty('union')], [running('edu')]]);
  });

  it('a change of part is a change of part, where the text made it', () => {
    const moves = dutyMoves([running('edu')], [duty('edu')], [duty('edu', 'responsible')]);
    expect(moves.changeRole).toEqual([{ running: running('edu'), role: 'responsible' }]);
    expect(moves.stay).toEqual([running('edu')]);
  });

  it('what the office arranged by hand, and the text does not speak of, stays', () => {
    const added = running('volunteers');
    const promoted = running('edu', 'responsible');
    const moves = dutyMoves([added, promoted], [duty('edu'), duty('taken-off')], [duty('edu'), duty('taken-off')]);
    expect(moves).toEqual({ start: [], remove: [], transfer: [], changeRole: [], stay: [added, promoted] });
  });
});
