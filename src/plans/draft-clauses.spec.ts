import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { clauseMeasure } from './confirm-measure-forms.js';
import { sourceParts } from './confirm-source.presenter.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import { clauseFacts, clauseLeft } from './draft-clauses.js';
import { keysOf } from './draft-history.js';
import { proposals, undoubtedAccepted } from './draft-proposals.js';
import { changeWords } from './draft-words.js';
import { openQuestions, type DraftReading } from './draft.js';

const SOURCE = '举措。（一）加强宣传引导。用好各类媒体。';
const AT = SOURCE.indexOf('（一）');

/** The small plan with a numbered clause for which nobody is named. */
function draft(): DraftReading {
  const clause = { no: '2.1', heading: ['保障措施', '加强宣传引导'], title: '加强宣传引导', text: '用好各类媒体。' };
  return {
    ...{ ...smallDraft(), text: SOURCE, unassigned: ['2.1 加强宣传引导'] },
    unassignedClauses: [{ ...clause, span: [AT, SOURCE.length] }],
  };
}
const reads = (name: string) => ({ name, known: true });
const units = (leads: string, supporting = '') => ({
  ...{ seen: 0, only: '', clause: 'c001', says: 'units' as const, leads, responsible: '', supporting },
});
const tinted = (one: DraftReading) => sourceParts(one).filter(({ key, kind }) => key === 'c001' && kind === 'doubt');

describe('a numbered clause for which nobody is named', () => {
  it('is asked about, with its place in the source', () => {
    expect(openQuestions(draft())).toEqual([
      { key: 'c001', no: '2.1', title: '加强宣传引导', reasons: ['没有写明单位：请补录单位，或定为不分办'] },
    ]);
    expect(tinted(draft()).map(({ text, id }) => [text, id])).toEqual([[SOURCE.slice(AT), 's-c001']]);
    expect(clauseFacts(draft())).toEqual(['2.1 加强宣传引导（待定）']);
  });

  it('becomes a measure at its place when units are named for it', () => {
    const change = clauseMeasure(draft(), 'm003', units('市委宣传部', '市教育局'), reads);
    const next = applyChanges(draft(), [change]);
    expect(next.measures.at(-1)).toMatchObject({
      ...{ key: 'm003', no: '2.1', title: '加强宣传引导', text: '用好各类媒体。', mode: 'lead_support' },
      ...{ lead: { name: '市委宣传部' }, supporting: [{ name: '市教育局' }], span: [AT, SOURCE.length] },
    });
    expect([openQuestions(next), tinted(next)]).toEqual([[], []]);
    const ground = { kind: 'other', words: '原文没有写明单位，由我办补录' };
    expect(next.measures.at(-1)).toMatchObject({ leadBasis: 'chosen', leadGround: ground });
    expect(clauseFacts(next)).toEqual(['2.1 加强宣传引导（已补录单位）']);
    expect(changeWords(change)).toMatchObject({ what: '补录举措', after: '2.1 加强宣传引导' });
    expect(keysOf(change)).toEqual(['m003']);
  });

  it('is asked about again when that measure is removed', () => {
    const change = clauseMeasure(draft(), 'm003', units('市委宣传部'), reads);
    const gone: DraftChange[] = [change, { op: 'remove', key: 'm003', reason: '误录' }];
    expect(openQuestions(applyChanges(draft(), gone))).toHaveLength(1);
  });

  it('needs a unit that answers for it', () => {
    expect(() => clauseMeasure(draft(), 'm003', units('', '市教育局'), reads)).toThrow('请填写牵头或责任单位');
  });

  it('may be given to nobody: in words, once, and never by accepting what is in no doubt', () => {
    const change = clauseLeft(draft(), 'c001');
    const left = applyChanges(draft(), [change]);
    expect(openQuestions(left)).toEqual([]);
    expect(clauseFacts(left)).toEqual(['2.1 加强宣传引导（不分办）']);
    expect(changeWords(change)).toEqual({ what: '未分工条款', before: null, after: '2.1 加强宣传引导：不分办' });
    expect(() => clauseLeft(left, 'c001')).toThrow('已经处理过了');
    expect(openQuestions(applyChanges(draft(), undoubtedAccepted(draft())))).toHaveLength(1);
  });

  it('is given to nobody with all proposals', () => {
    expect(openQuestions(applyChanges(draft(), proposals(draft())))).toEqual([]);
  });

  it('is only listed in a draft that was read before such clauses were asked about', () => {
    const { unassignedClauses: _none, ...before } = draft();
    expect([openQuestions(before), clauseFacts(before)]).toEqual([[], ['2.1 加强宣传引导']]);
  });
});
