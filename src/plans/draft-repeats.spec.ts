import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { readPlan } from '../intake/read-plan.js';
import { applyChanges } from './draft-changes.js';
import { refuseOpenQuestions } from './draft-open.js';
import { repeatsOf, repeatsOut, repeatsSaidAlready, repeatWords } from './draft-repeats.js';
import { toDraft } from './draft.js';
import { REPEATING_PLAN } from '../../test/support/repeating-plan.js';

const draft = toDraft(readPlan(REPEATING_PLAN, loadUnitRegistry()));

describe('rows of an annex that repeat clauses of the body', () => {
  it('go out with one button each, the day that only the row prints put to its clause', () => {
    const repeats = repeatsOf(draft);
    expect(repeats.map(({ row }) => repeatWords(draft, row))).toEqual([
      '完成时限 2025-10-31 补到第1.1条并移出（重复）',
      '移出（重复）',
    ]);
    const out = applyChanges(draft, repeatsOut(repeats.slice(0, 1)));
    expect(out.measures.map(({ title }) => title)).toEqual(['办好零工驿站', '组织劳务协作', '组织劳务协作']);
    expect(out.measures[0]).toMatchObject({ due: '2025-10-31', track: 'deliverable' });
  });

  it('go out all at once but for one that has a unit of its own', () => {
    expect(repeatsSaidAlready(draft).map(({ row }) => row.title)).toEqual(['办好零工驿站']);
  });

  it('are named where the reading is confirmed too early', () => {
    const only = { ...draft, measures: draft.measures.filter(({ accepted }) => !accepted) };
    expect(() => refuseOpenQuestions(only)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ cure: expect.stringContaining('移出（重复）') }) }),
    );
  });
});
