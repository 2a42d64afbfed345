import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { stillAsked, taughtWords } from './card-saved.js';
import type { UnitChange } from './draft-changes.js';
import type { DraftMeasure } from './draft.js';

const taught = (surface: string, name: string): UnitChange => ({
  ...{ op: 'unit', surface, name, place: '太原市', before: surface, onlyLater: true },
});

describe('what the page says of a card that was saved', () => {
  it('names the units that a person gave another name on it', () => {
    expect(taughtWords([taught('市来穗处', '市来穗局')])).toContain('“市来穗处”读作市来穗局');
    expect(taughtWords([])).toBe('');
  });

  it('tells of an accepted card which question of it is still open', () => {
    const accepted = { ...(smallDraft().measures[0] as DraftMeasure), accepted: true };
    expect(stillAsked(accepted, ['“各县（市、区）”尚未明确'])).toBe('这一条还没有核对完：“各县（市、区）”尚未明确。');
    expect(stillAsked(accepted, [])).toBe('');
  });
});
