import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { historyOf } from './confirm-history.presenter.js';
import { detailFields } from './confirm-measure-forms.js';
import { MeasureDetailDto } from './confirm.dto.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import { proposals, undoubtedAccepted } from './draft-proposals.js';
import { openQuestions, toDraft, type DraftReading } from './draft.js';

const read = (day: string): DraftReading => {
  const measure = '（一）春风行动。春节前后举办招聘会。（市人社局牵头，市财政局配合）';
  const lines = ['太原市2024年农民工工作要点', '太原市农民工工作领导小组办公室', day, '一、就业', measure];
  return toDraft(readPlan(lines.join('\n'), loadUnitRegistry()));
};
const asked = (draft: DraftReading) => openQuestions(draft).flatMap(({ reasons }) => reasons);
const after = (draft: DraftReading, changes: DraftChange[]) => applyChanges(draft, changes);

describe('a season that was over when the plan was issued', () => {
  const draft = read('2024年3月15日');

  it('is asked about, not silently put into the next year', () => {
    expect(asked(draft)).toEqual([expect.stringContaining('暂按下一年推算：春节前后（2025-01-14 至 2025-02-13）')]);
    expect(asked(read('2024年1月5日'))).toEqual([]);
    expect(asked(after(draft, undoubtedAccepted(draft)))).toHaveLength(1);
  });

  it('is settled when the card is accepted, its days are changed, or the proposals are taken, which the record tells', () => {
    const { key, text } = draft.measures[0]!;
    expect(asked(after(draft, [{ key, field: 'accepted', value: true }]))).toEqual([]);
    const typed = Object.assign(new MeasureDetailDto(), { text, conditions: '春节前后（2024-01-26 至 2024-02-25）' });
    const fields = detailFields(draft.measures[0]!, typed);
    const set = Object.entries(fields).map(([field, value]) => ({ key, field, value }));
    expect(asked(after(draft, set))).toEqual([]);
    const taken = after(draft, proposals(draft));
    expect(asked(taken)).toEqual([]);
    const correction = { position: 1, actor: 'a', actorName: '甲', recordedAt: 0, what: '全部采用建议', undoes: null };
    const corrections = [{ ...correction, changes: proposals(draft) }];
    const [entry] = historyOf({ corrections, imported: draft, draft: taken });
    expect(entry!.lines).toMatchObject([{ what: '接受疑问内容', after: expect.stringContaining('按下一年推算') }]);
  });
});
