import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { Measure } from '../measures/measures.entities.js';
import type { AmendmentGround } from './amendment.ground.js';
import { keepCommands } from './keeping.js';

const [SMALL] = smallDraft().measures;
const due = (day: string | null) => ({ ...SMALL!, due: day });

/** A running plan of one year, enabled on a day, with one duty of its measure. */
function running(year: number, enabledOn: string, yearFrom = year): AmendmentGround {
  const ground = {
    ...{
      cycle: { year },
      old: { plan: { enabledOn, yearFrom } },
      reason: '按新文件修订',
      year: { year, dutyFrom: enabledOn },
    },
    assignments: new Map([['m', [{ id: 'm:hr', unitId: '市人力资源社会保障局', role: 'responsible' }]]]),
    kindred: new Map(),
    units: { idOf: (name: string) => name, members: [], counties: [], named: () => [] },
    unitName: (id: string) => id,
  };
  return ground as unknown as AmendmentGround;
}

const told = (ground: AmendmentGround, from: string | null, to: string | null) =>
  keepCommands(
    ground,
    { id: 'm', track: SMALL!.track, state: 'active' } as Measure,
    due(from),
    due(to),
  ).sentences.filter((sentence) => sentence.startsWith('完成时限'));

describe('the day of a running measure, when the paper is amended', () => {
  it('moves also in the weeks before the plan’s year, where the plan was enabled then', () => {
    const nextYear = running(2027, '2026-11-20');
    expect(told(nextYear, '2026-12-15', '2026-12-28')).toEqual(['完成时限改为 2026-12-28']);
    expect(told(nextYear, '2026-12-15', '2026-12-15')).toEqual([]);
    expect(told(nextYear, '2026-12-15', null)).toEqual(['完成时限改为 2027-12-31（推定为年底）']);
  });

  it('of an earlier year of a plan of several years is none of this year', () => {
    expect(told(running(2027, '2026-03-01', 2026), '2026-06-30', '2026-09-30')).toEqual([]);
  });
});
