import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { chosenYear } from './year-chosen.js';

const DAYS = { issuedOn: '2026-11-20', enabledOn: '2026-11-22' };
const due = (day: string | null) => ({ measures: smallDraft().measures.map((one) => ({ ...one, due: day })) });

describe('the year at the issue', () => {
  it('is the plan’s own, also where it is enabled in the autumn before', () => {
    const nextYear = { yearFrom: 2027, yearTo: 2027 };
    expect(chosenYear(nextYear, due(null), DAYS)).toEqual({ year: 2027, ...nextYear });
    expect(chosenYear(nextYear, due('2026-12-15'), { ...DAYS, year: 2027 })).toEqual({ year: 2027, ...nextYear });
  });

  it('may be changed by the office: a plan of one year moves, one of several begins in it', () => {
    const to2027 = { ...DAYS, year: 2027 };
    expect(chosenYear({ yearFrom: 2026, yearTo: 2026 }, due('2027-06-30'), to2027)).toEqual({
      ...{ year: 2027, yearFrom: 2027, yearTo: 2027 },
    });
    expect(chosenYear({ yearFrom: 2026, yearTo: 2030 }, due(null), to2027)).toEqual({
      ...{ year: 2027, yearFrom: 2027, yearTo: 2030 },
    });
  });

  it('is refused far from the plan, and where printed days would be lost', () => {
    const plan = { yearFrom: 2026, yearTo: 2026 };
    expect(() => chosenYear(plan, due(null), { ...DAYS, year: 2207 })).toThrow('可填 2026 至 2027');
    expect(() => chosenYear(plan, due('2026-12-15'), { ...DAYS, year: 2027 })).toThrow('1.1（2026-12-15）');
  });
});
