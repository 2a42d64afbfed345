import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { Refusal } from '../shared/errors.js';
import type { CorrectMeasureDto, NameUnitDto } from './confirm.dto.js';
import type { DraftChange } from './draft-changes.js';
import type { Standing } from './draft-conflicts.js';
import type { Correction } from './draft-history.js';
import type { DraftMeasure } from './draft.js';
import { requiredNames, taughtBy } from './units-naming.js';

const SURFACE = '市夜校促进中心';
const asked = { code: 'unit_unknown', reason: `“${SURFACE}”不在单位名录中，请核对`, field: 'responsible' };
const shown: DraftMeasure = {
  ...(smallDraft().measures[0] as DraftMeasure),
  ...{ responsible: [{ name: SURFACE, surface: SURFACE }], supporting: [], doubts: [asked], doubtful: true },
};
const standing = (...later: Correction[]): Standing => ({ base: smallDraft(), now: smallDraft(), later });
const card = (name: string) =>
  ({ unitName: [name], unitSurface: [SURFACE], unitRole: ['responsible'] }) as unknown as CorrectMeasureDto;
const decided = (name: string): Correction => {
  const change: DraftChange = { op: 'unit', surface: SURFACE, name, place: '太原市', before: SURFACE, onlyLater: true };
  return { actor: 'u9', actorName: '王某', recordedAt: 0, changes: [change] } as unknown as Correction;
};

describe('a unit in doubt on a card that is saved', () => {
  it('is decided by another name only, never by being left as it is', () => {
    expect(taughtBy(standing(), shown, card(SURFACE))).toEqual([]);
    expect(taughtBy(standing(), shown, card('市总工会'))).toMatchObject([{ surface: SURFACE, name: '市总工会' }]);
  });

  it('is not decided against a colleague who decided it on another card meanwhile', () => {
    expect(() => taughtBy(standing(decided('市教育局')), shown, card('市总工会'))).toThrow(
      /王某.*已将“市夜校促进中心”定为市教育局/,
    );
    expect(taughtBy(standing(decided('市总工会')), shown, card('市总工会'))).toHaveLength(1);
  });
});

describe('the name typed for a unit in doubt', () => {
  const typed = (name: string): NameUnitDto => ({ seen: 0, only: '', surface: name, name, suggested: '', several: [] });
  const reads = (name: string) => ({ name, known: name === '国网太原供电' });

  it('is a unit’s: a person’s is refused, a new unit’s and a known one’s are taken', () => {
    expect(() => requiredNames(typed('张某三'), reads)).toThrow(Refusal);
    expect(requiredNames(typed('市重点项目推进中心'), reads)).toEqual(['市重点项目推进中心']);
    expect(requiredNames(typed('国网太原供电'), reads)).toEqual(['国网太原供电']);
  });
});
