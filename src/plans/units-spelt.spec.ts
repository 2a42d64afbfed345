import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { UnitRef } from '../domain/plan/reading.js';
import { applyChanges } from './draft-changes.js';
import type { DraftReading } from './draft.js';
import { proposals } from './draft-proposals.js';
import { doubtedNames, type DoubtedName } from './units-learned.js';
import { namingChanges } from './units-naming.js';
import { asOneSpelling } from './units-spelt.js';

const doubted = (surface: string, code = 'unit_unknown'): DoubtedName => ({
  ...{ surface, name: surface, times: 1, code, reason: '', successors: [] },
});
const asked = (...names: DoubtedName[]) => asOneSpelling(names, '太原市').map((one) => [one.surface, ...one.spellings]);
const printed = (surface: string): UnitRef => ({ name: surface, surface });

/** 市夜校促进中心 helps in the first measure; the second calls it with its place. */
function draft(): DraftReading {
  const plan = smallDraft();
  const measures = plan.measures.map((one, at) => {
    const surface = ['市夜校促进中心', '太原市夜校促进中心'][at]!;
    const doubts = [{ code: 'unit_unknown', reason: `“${surface}”不在单位名录中，请核对`, field: 'supporting' }];
    return { ...one, supporting: [...one.supporting, printed(surface)], doubts, doubtful: true };
  });
  return { ...plan, measures };
}
const namesOf = ({ measures }: DraftReading) => measures.map(({ supporting }) => supporting.at(-1)!.name);

describe('a name in no list that a plan spells in two ways', () => {
  it('is one question, with its place, its level or neither before it, in wide signs or narrow', () => {
    const spelt = ['太原市夜校促进中心', '市夜校促进中心', '夜校促进中心', '太原夜校促进中心', '市夜校（促进）中心'];
    expect(asked(...spelt.map((one) => doubted(one)))).toEqual([spelt]);
  });

  it('stays apart from another name, another place’s, and one of which something else is asked', () => {
    const names = [doubted('市夜校促进中心'), doubted('市夜校管理中心'), doubted('大同市夜校促进中心')];
    expect(asked(...names, doubted('夜校促进中心', 'unit_near'))).toHaveLength(4);
  });

  it('is settled by one answer', () => {
    const base = draft();
    const standing = { base, now: base, later: [] };
    const next = applyChanges(base, namingChanges(standing, '太原市夜校促进中心', ['市总工会']));
    expect(namesOf(next)).toEqual(['市总工会', '市总工会']);
    expect(doubtedNames(next)).toEqual([]);
  });

  it('is registered as one unit by the proposals', () => {
    const next = applyChanges(draft(), proposals(draft()));
    expect(namesOf(next)).toEqual(['市夜校促进中心', '市夜校促进中心']);
  });
});
