import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { openQuestions, type DraftReading, type GroupChoice } from './draft.js';
import { refuseUnready } from './draft-ready.js';

/** The small plan with something else in its first measure. */
function draft(change: object): DraftReading {
  const base = smallDraft();
  return { ...base, measures: base.measures.map((one, at) => (at === 0 ? { ...one, ...change } : one)) };
}
const group = (choice: GroupChoice['choice']) => ({
  ...{ mode: 'all', lead: null, responsible: [] },
  groups: [{ surface: '各成员单位', role: 'responsible', choice }],
});
const reasons = (one: DraftReading) => openQuestions(one).flatMap((question) => question.reasons);

describe('a draft is not given out', () => {
  it.each([
    ['without any unit', { lead: null, responsible: [], supporting: [] }],
    ['with units that only support', { lead: null, responsible: [] }],
    ['with a group left 暂不明确 and no unit beside it', group('unclear')],
  ])('with a measure %s: the measure is named, and asked about beforehand', (_, change) => {
    expect(() => refuseUnready(draft(change))).toThrow('“1.1 开展技能培训”没有责任单位');
    expect(reasons(draft({ ...change, accepted: true }))).toEqual(['没有责任单位，请填写或移出这一条']);
  });

  it('with a figure that has no name, in a measure or among the goals', () => {
    const [target] = smallDraft().measures[0]!.targets;
    const bare = { ...target!, metric: ' ', raw: '达到4万人' };
    expect(() => refuseUnready(draft({ targets: [bare] }))).toThrow('“1.1 开展技能培训”有指标没有名称');
    expect(reasons(draft({ targets: [bare] }))).toEqual([expect.stringContaining('指标“达到4万人”没有名称')]);
    const unnamed = [{ code: 'target_unnamed', reason: '“达到4万人”没有写明是哪一项指标，请补写指标名称' }];
    expect(reasons(draft({ targets: [bare], doubts: unnamed, doubtful: true }))).toHaveLength(1);
    const goals = { ...smallDraft(), goals: [bare] };
    expect(() => refuseUnready(goals)).toThrow('“总体目标”有指标没有名称');
    expect(openQuestions(goals)).toMatchObject([{ key: 'head', title: '总体目标' }]);
  });

  it('and is, where a group is filled from a list', () => {
    expect(() => refuseUnready(draft(group('members')))).not.toThrow();
    expect(() => refuseUnready(smallDraft())).not.toThrow();
  });
});
