import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { applyChanges, type FieldChange } from './draft-changes.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { openQuestions, type DraftReading } from './draft.js';
import { countTaken, takenWords } from './proposals-taken.js';
import { headMoved } from './year-changed.js';

/** The small plan of 11 May 2023, of which the counties report by a day. */
const reportedBy = (due: string | null, every?: string): DraftReading => {
  const reporting = [
    { from: '县（市、区）', to: '市人社局', due, what: '工作总结', ...(every ? { every } : {}) },
    { from: '市人社局', to: '省人社厅', due: '2023-12-31', what: '' },
  ];
  return { ...smallDraft(), reporting };
};
const asked = (draft: DraftReading): string[] => openQuestions(draft).flatMap(({ reasons }) => reasons);

describe('a report that is due before the plan’s own date', () => {
  it('is asked about, with what to do', () => {
    expect(openQuestions(reportedBy('2023-03-31'))).toEqual([
      {
        ...{ key: 'head', no: '', title: '报送要求' },
        reasons: [
          '县（市、区）→市人社局的报送期限 2023-03-31 早于计划的成文日期 2023-05-11：' +
            '请在“更正阶段、报送要求和总体目标”中改为正确的日期，或清空期限',
        ],
      },
    ]);
    for (const draft of [reportedBy('2023-05-11'), reportedBy('2024-03-31'), reportedBy(null, '每月25日前')])
      expect(asked(draft)).toEqual([]);
  });

  it('is left to a person when all proposals are taken, and loses its day only where nobody is there to be asked', () => {
    const draft = reportedBy('2023-03-31');
    const changes = proposals(draft);
    const taken = applyChanges(draft, changes);
    expect(taken.reporting).toEqual(draft.reporting);
    expect(takenWords(countTaken(draft, taken, changes))).toContain(
      '还有 1 条待您定（其中报送期限早于计划的日期 1 处，没有代您定）',
    );
    const unattended = applyChanges(draft, proposalsUnattended(draft));
    expect(unattended.reporting.map(({ due }) => due)).toEqual([null, '2023-12-31']);
    expect(asked(unattended)).toEqual([]);
  });

  it('becomes a question once the plan’s date is entered, and the office is told', () => {
    const undated = { ...reportedBy('2023-03-31'), issuedOn: null };
    expect(asked(undated)).toEqual([]);
    const head: FieldChange[] = [{ key: null, field: 'issuedOn', value: '2023-11-20' }];
    const moved = headMoved(undated, head);
    const after = applyChanges(undated, [...head, ...moved.changes]);
    expect(asked(after)).toEqual([expect.stringContaining('早于计划的成文日期 2023-11-20')]);
    expect(moved.words(after)).toContain('早于计划的日期，已退为待核对：报送要求 2023-03-31，请重新定');
  });
});
