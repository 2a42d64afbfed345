import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { toDraft, openQuestions, type DraftReading } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { changeLines } from './draft-change-lines.js';
import { planDoubts } from './confirm-doubts.presenter.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import { openStrangeDays, strangeDaySeen, strangeDaysLeft } from './draft-strange-days.js';

const TEXT = `2027年太原市农民工工作要点

一、稳定就业

（一）开展技能培训。2月30日前完成摸底。（市人社局牵头，市教育局配合）

（二）清理欠薪。（市住建局负责，11月31日前完成）

二、实施步骤

（一）总结阶段（2027年12月）。各县（市、区）于6月31日前将半年情况报送市农民工办。
`;

const read = (): DraftReading => toDraft(readPlan(TEXT, loadUnitRegistry()));
const asked = (draft: DraftReading) => openQuestions(draft).find(({ key }) => key === 'strange-days')?.reasons ?? [];

describe('a printed day that no calendar has', () => {
  it('is asked about where it belongs: with its measure, else as a question of the plan', () => {
    const draft = read();
    expect(asked(draft)).toEqual([expect.stringContaining('6月31日前')]);
    const measures = openQuestions(draft).filter(({ key }) => key.startsWith('m'));
    expect(measures.map(({ reasons }) => reasons.join())).toEqual([
      expect.stringMatching(/2月30日前.*日历上没有/),
      expect.stringMatching(/11月31日前.*日历上没有/),
    ]);
    expect(planDoubts({ draft, imported: draft }).join()).not.toContain('日历上没有');
  });

  it('is a question until a person says that it is seen to, and is one again when that is taken back', () => {
    const draft = read();
    const change = strangeDaySeen(draft, openStrangeDays(draft)[0]!.id);
    const seen = applyChanges(draft, [change]);
    expect(asked(seen)).toEqual([]);
    expect(changeLines({ ...change, before: null })).toMatchObject([
      { what: '核对日期', after: expect.stringContaining('6月31日前') },
    ]);
    expect(() => strangeDaySeen(seen, 'd003')).toThrow('已经核对过了');
    expect(strangeDaysLeft(seen)).toEqual([]);
  });

  it('is left to a person by 全部采用建议, and to nobody where nobody can be asked', () => {
    const draft = read();
    expect(asked(applyChanges(draft, proposals(draft)))).toHaveLength(1);
    expect(openQuestions(applyChanges(draft, proposalsUnattended(draft)))).toEqual([]);
  });
});
