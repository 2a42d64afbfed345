import { describe, expect, it } from '@jest/globals';
import { mattersOf, type Matter } from '../domain/figures/asked.js';
import type { TargetReading } from '../domain/plan/reading.js';
import { smallDraft } from '../../test/support/small-plan.js';
import { applyChanges } from './draft-changes.js';
import { matterChange } from './draft-matters.js';
import { proposals } from './draft-proposals.js';
import { openQuestions, type DraftReading } from './draft.js';
import { changeWords } from './draft-words.js';
import { indicatorsOf } from './indicators.js';

const goal = (metric: string, hard = false): TargetReading => ({
  ...{ metric, op: '>=', value: 12_000, unit: '人次', raw: '1.2万人次以上', by: '2023-12-31' },
  ...{ targetKind: 'annual', hard },
});

/** The small plan, whose first measure counts 培训农民工 12000人次, with a goal of the whole plan. */
const withGoal = (metric: string): DraftReading => ({ ...smallDraft(), goals: [goal(metric)] });
const SURE = withGoal('组织农民工培训');
const PERHAPS = withGoal('补贴性技能培训');

const decided = (draft: DraftReading, same: boolean): DraftReading =>
  applyChanges(draft, [matterChange(draft, mattersOf(draft)[0]!.id, same)]);
const brief = ({ key, isOne, open }: Matter) => ({ key, isOne, open });
const counted = (draft: DraftReading) =>
  indicatorsOf('p', draft, (key) => [key ?? 'whole']).map(
    ({ name, measureId, forPlan, reporters }) => `${name} ${measureId} ${forPlan} ${reporters.join()}`,
  );

describe('one matter printed as a goal and as a measure’s target', () => {
  it('becomes one indicator of both, asked of the measure’s units', () => {
    expect(mattersOf(SURE).map(brief)).toEqual([{ key: 'm001', isOne: true, open: false }]);
    expect(counted(SURE)).toEqual(['组织农民工培训 m001 true m001', '随迁子女入学率 m002 false m002']);
    expect(openQuestions(SURE)).toEqual([]);
  });

  it('keeps the stricter word, and the day where only one of the two prints it', () => {
    const [indicator] = indicatorsOf('p', SURE, () => []);
    expect(indicator).toMatchObject({ id: 'p:i1', hard: true, by: '2023-12-31', target: '12000', aggregation: 'sum' });
  });

  it('is asked about where the words are only partly alike: two indicators until somebody decides', () => {
    expect(mattersOf(PERHAPS).map(brief)).toEqual([{ key: 'm001', isOne: false, open: true }]);
    expect(openQuestions(PERHAPS)[0]).toMatchObject({ key: 'm001', reasons: [expect.stringContaining('同一事项')] });
    expect(counted(PERHAPS)).toHaveLength(3);
  });

  it('is what the person says', () => {
    expect(openQuestions(decided(PERHAPS, true))).toEqual([]);
    expect(counted(decided(PERHAPS, true))).toHaveLength(2);
    expect(openQuestions(decided(PERHAPS, false))).toEqual([]);
    expect(counted(decided(PERHAPS, false))).toHaveLength(3);
    expect(counted(decided(SURE, false))).toHaveLength(3);
    expect(counted(decided(decided(SURE, false), true))).toHaveLength(2);
  });

  it('is told in the record by its words', () => {
    const change = matterChange(PERHAPS, mattersOf(PERHAPS)[0]!.id, true);
    expect(changeWords(change)).toMatchObject({
      what: '同一事项',
      after: '总体目标“补贴性技能培训”与 1.1“培训农民工”：是同一事项',
    });
  });

  it('is one matter where all proposals are taken', () => {
    const taken = applyChanges(PERHAPS, proposals(PERHAPS));
    expect(openQuestions(taken)).toEqual([]);
    expect(counted(taken)).toHaveLength(2);
  });

  it('falls apart when one of the two figures is corrected', () => {
    const corrected = { ...decided(PERHAPS, true), goals: [{ ...goal('补贴性技能培训'), value: 9000 }] };
    expect(mattersOf(corrected)).toEqual([]);
    expect(counted(corrected)).toHaveLength(3);
  });
});
