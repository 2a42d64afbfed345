import { describe, expect, it } from '@jest/globals';
import { useDay } from './use-day.js';

describe('the day on which a plan’s units must have been in use', () => {
  it.each([
    [
      { title: '太原市2025年农民工工作要点', issuedOn: '2025-03-20' },
      { day: '2025-03-20', presumed: false },
    ],
    [
      { title: '太原市2025年农民工工作要点', issuedOn: null },
      { day: '2025-01-01', presumed: true },
    ],
    [
      { title: '农民工工作要点', issuedOn: null, year: 2016 },
      { day: '2016-01-01', presumed: true },
    ],
    [
      { title: '农民工工作要点', issuedOn: null },
      { day: null, presumed: true },
    ],
  ])('%j', (plan, day) => expect(useDay(plan)).toEqual(day));
});
