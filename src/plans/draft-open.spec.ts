import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { Refusal } from '../shared/errors.js';
import { applyChanges } from './draft-changes.js';
import { refuseOpenQuestions } from './draft-open.js';
import { proposals } from './draft-proposals.js';
import type { DraftMeasure, DraftReading } from './draft.js';

function cureOf(draft: DraftReading): string | undefined {
  try {
    refuseOpenQuestions(draft);
    return undefined;
  } catch (refusal) {
    return (refusal as Refusal).detail.cure;
  }
}

/** The small plan with one unit that is gone: a question that no proposal answers. */
function withGone(): DraftReading {
  const base = smallDraft();
  const [first, ...rest] = base.measures as [DraftMeasure, ...DraftMeasure[]];
  const { surface } = first.responsible[0]!;
  const doubts = [{ code: 'unit_out_of_use', reason: `“${surface}”这个名称已经更名或撤并，请定由谁承担` }];
  return { ...base, measures: [{ ...first, doubts, doubtful: true, accepted: false }, ...rest] };
}
const group = { surface: '各成员单位', role: 'supporting' as const, choice: 'undecided' as const };

describe('confirming a draft too early', () => {
  it('names “全部采用建议” only while there is something to take', () => {
    const gone = withGone();
    const draft = { ...gone, measures: gone.measures.map((one) => ({ ...one, groups: [group] })) };
    expect(cureOf(draft)).toContain('或使用“全部采用建议”');
    const taken = applyChanges(draft, proposals(draft));
    expect(proposals(taken)).toEqual([]);
    expect(cureOf(taken)).toBe('请逐条处理标有疑问的内容，这几条没有建议可采用，须由您定。');
  });

  it('is no refusal once nothing is open', () => {
    const settled = applyChanges(smallDraft(), proposals(smallDraft()));
    expect(cureOf(settled)).toBeUndefined();
  });
});
