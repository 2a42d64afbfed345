import { describe, expect, it } from '@jest/globals';
import type { DeadlineReading } from '../plan/reading.js';
import { duePair, type DueSaid } from './due-days.js';

const inText = (day: string, doubt: string | null = null): DeadlineReading => ({ day, raw: day, span: [0, 1], doubt });
const set = (due: string | null): DueSaid => ({ due });
const proposed = (day: string, doubt: string | null = null): DueSaid => ({ due: null, deadline: inText(day, doubt) });
const declined = (day: string): DueSaid => ({ ...proposed(day), withoutDue: true });

describe('the days of two clauses', () => {
  it('a day in the text of which nobody has decided counts as printed, on either side', () => {
    expect(duePair(set('2025-10-31'), proposed('2025-10-31'), null).same).toBe(true);
    expect(duePair(proposed('2025-10-31'), set('2025-10-31'), null).same).toBe(true);
    expect(duePair(proposed('2025-10-31'), set('2025-12-20'), null)).toMatchObject({
      ...{ theirs: '2025-10-31', ours: '2025-12-20', same: false, doubtful: false },
    });
    expect(duePair(proposed('2025-10-31', '有多个日期'), set(null), null).doubtful).toBe(true);
  });

  it('that a person declined counts as none, unless the other side is yet to be asked about the same day', () => {
    expect(duePair(declined('2025-10-31'), set('2025-10-31'), null)).toMatchObject({ theirs: null, same: false });
    expect(duePair(declined('2025-10-31'), proposed('2025-10-31'), null).same).toBe(true);
    expect(duePair(declined('2025-10-31'), proposed('2025-11-30'), null).same).toBe(false);
    expect(duePair(declined('2025-10-31'), declined('2025-11-30'), null).same).toBe(true);
  });

  it('of plans of two years are laid beside each other by the distance', () => {
    const years = { left: 2025, right: 2026 };
    expect(duePair(set('2025-10-31'), proposed('2026-10-31'), years).same).toBe(true);
    expect(duePair(declined('2025-10-31'), proposed('2026-10-31'), years).same).toBe(true);
    expect(duePair(set('2025-10-31'), set('2026-12-31'), years)).toMatchObject({ laid: '2026-10-31', same: false });
  });

  it('none on both sides is the same', () => {
    expect(duePair(set(null), set(null), null)).toEqual({
      ...{ theirs: null, ours: null, laid: null, same: true, doubtful: false },
    });
  });
});
