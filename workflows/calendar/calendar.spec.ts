import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { admin, coordinator, liaison } = people;
const PUBLISHED = { year: 2026, source: '国办发明电〔2025〕7号', holidays: ['2026-01-01'], workdays: ['2026-01-04'] };
const year = () => new Course('calendar@1', PUBLISHED);
const CHANGED = {
  source: '国办发明电〔2026〕1号',
  holidays: ['2026-01-01', '2026-01-02'],
  workdays: [],
  reason: '调整',
};

describe('the working calendar of one year', () => {
  it('is changed by the office or the administrator, by nobody of a bureau', () => {
    expect(year().may(liaison, 'amend')).toBe(false);
    expect(year().may(admin, 'amend')).toBe(true);
    const { year: kept, source, holidays, workdays } = year().does(coordinator, 'amend', CHANGED).context;
    expect({ kept, source, holidays, workdays }).toEqual({
      ...{ kept: 2026, source: CHANGED.source, holidays: CHANGED.holidays, workdays: [] },
    });
  });

  it('withdrawn, it keeps what it said, and may be entered anew', () => {
    const gone = year().does(coordinator, 'withdraw', { reason: '误登记' });
    expect(gone.context).toMatchObject(PUBLISHED);
    expect(gone.may(coordinator, 'withdraw')).toBe(false);
    const again = gone.does(admin, 'amend', CHANGED);
    expect([again.state, again.context.source]).toEqual(['inForce', CHANGED.source]);
  });
});
