import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { ClauseDto } from './confirm.dto.js';
import { clauseCards } from './confirm-clauses.presenter.js';
import { clauseMeasure } from './confirm-measure-forms.js';
import { sourceParts } from './confirm-source.presenter.js';
import { applyChanges, type DraftChange } from './draft-changes.js';
import { clauseFacts, clauseLeft, isBracketed, unbracketedLeft } from './draft-clauses.js';
import { keysOf } from './draft-history.js';
import { proposals, proposalsUnattended, undoubtedAccepted } from './draft-proposals.js';
import { changeWords } from './draft-words.js';
import { openQuestions, type DraftMeasure, type DraftReading } from './draft.js';

const SOURCE = '举措。（一）加强宣传引导。用好各类媒体。';
const RICH = '举措。（一）加强宣传引导。全年开展宣讲不少于50场次，\n6月底前建成宣传阵地，做到工地全覆盖。';
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
const units = (leads: string, supporting = '', more: Partial<ClauseDto> = {}): ClauseDto => ({
  ...{ seen: 0, only: '', clause: 'c001', says: 'units' as const, leads, responsible: '', supporting, due: '' },
  ...more,
});

/** The same plan, whose clause prints a figure, a day and a condition. */
function richDraft(): DraftReading {
  const text = RICH.slice(RICH.indexOf('全年'));
  const [clause] = draft().unassignedClauses!;
  return { ...draft(), text: RICH, unassignedClauses: [{ ...clause!, text, span: [AT, RICH.length] }] };
}
const entered = (form: ClauseDto, one = richDraft()): DraftMeasure =>
  applyChanges(one, [clauseMeasure(one, 'm003', form, reads)]).measures.at(-1)!;
const tinted = (one: DraftReading) => sourceParts(one).filter(({ key, kind }) => key === 'c001' && kind === 'doubt');

describe('a numbered clause for which nobody is named', () => {
  it('is asked about, with its place in the source', () => {
    expect(openQuestions(draft())).toEqual([
      { key: 'c001', no: '2.1', title: '加强宣传引导', reasons: ['没有写明单位：请补录单位，或定为不分办'] },
    ]);
    const [clause] = draft().unassignedClauses!;
    const row: DraftReading = { ...draft(), unassignedClauses: [{ ...clause!, above: '责任单位：市总工会' }] };
    const [asked] = clauseCards(row, {}, null) as { reason: string }[];
    expect(asked!.reason).toMatch(
      /^表中“2.1 加强宣传引导”一行的单位栏空着，上一行是“责任单位：市总工会”：.*补录上一行的单位/,
    );
    expect(openQuestions(row)[0]!.reasons).toEqual([asked!.reason]);
    expect(tinted(draft()).map(({ text, id }) => [text, id])).toEqual([[SOURCE.slice(AT), 's-c001']]);
    expect(clauseFacts(draft())).toEqual(['2.1 加强宣传引导（待定）']);
  });

  it('is never given to nobody at once with others where its closing bracket names somebody', () => {
    const [clause] = draft().unassignedClauses!;
    const one: DraftReading = {
      ...draft(),
      unassignedClauses: [{ ...clause!, text: '探望工友。（市公安交通居）' }, clause!],
    };
    expect(one.unassignedClauses!.map(isBracketed)).toEqual([true, false]);
    for (const changes of [unbracketedLeft(one), proposals(one)])
      expect(applyChanges(one, changes).clauses?.map(({ id }) => id)).toEqual(['c002']);
    expect(unbracketedLeft({ ...one, unassignedClauses: [one.unassignedClauses![0]!] })).toEqual([]);
  });

  it('is never given to nobody by the proposals where it prints a registered unit', () => {
    const asked = draft();
    const [clause] = asked.unassignedClauses!;
    const named: DraftReading = { ...asked, unassignedClauses: [{ ...clause!, named: '市教育局' }] };
    const taken = applyChanges(named, proposals(named));
    expect(openQuestions(taken)).toEqual([
      expect.objectContaining({ key: 'c001', reasons: [expect.stringContaining('文中印有“市教育局”')] }),
    ]);
    expect(openQuestions(applyChanges(named, proposalsUnattended(named)))).toEqual([]);
  });

  it('is never given to nobody by the proposals where it is a row under one with units', () => {
    const asked = draft();
    const [clause] = asked.unassignedClauses!;
    const row: DraftReading = { ...asked, unassignedClauses: [{ ...clause!, above: '牵头单位：市妇联' }] };
    expect(openQuestions(applyChanges(row, proposals(row)))).toEqual([
      expect.objectContaining({ key: 'c001', reasons: [expect.stringContaining('上一行是“牵头单位：市妇联”')] }),
    ]);
  });

  it('is never given to nobody by the proposals where it is words with a figure beside the measures', () => {
    const asked = richDraft();
    const [clause] = asked.unassignedClauses!;
    const stray: DraftReading = { ...asked, unassignedClauses: [{ ...clause!, stray: true }] };
    expect(openQuestions(applyChanges(stray, proposals(stray)))).toEqual([
      expect.objectContaining({ key: 'c001', reasons: [expect.stringContaining('不在任何一条举措里')] }),
    ]);
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

  it('brings its figures, conditions and place with it, like a measure with a note', () => {
    const measure = entered(units('市委宣传部', '', { due: '2023-06-30' }));
    expect(measure.targets).toMatchObject([{ op: '>=', value: 50, unit: '场次', by: null }]);
    expect(measure.conditions.map(({ raw }) => raw)).toContain('做到工地全覆盖');
    const [from, to] = measure.targets[0]!.span!;
    expect(RICH.slice(from, to)).toContain('50场次');
    expect(measure).toMatchObject({ due: '2023-06-30', track: 'deliverable', withoutDue: false });
    expect(RICH.slice(...measure.deadline!.span)).toBe('6月底前');
  });

  it('proposes the day that its text prints; who clears it sets none, who sets one before the plan’s date is refused', () => {
    const [shown] = clauseCards(richDraft(), {}, null) as [
      { due: string; dueHint: string; targets: string; text: string },
    ];
    expect(shown).toMatchObject({ due: '2023-06-30', dueHint: '正文印有“6月底前”，照此建议；清空即不设' });
    expect(shown.targets).toEqual([expect.stringContaining('不少于50场次')]);
    expect(shown.text).toContain('做到工地全覆盖');
    expect(entered(units('市委宣传部'))).toMatchObject({ due: null, track: 'standing', withoutDue: true });
    expect(() => entered(units('市委宣传部', '', { due: '2022-06-30' }))).toThrow('早于计划的成文日期');
    const [plain] = clauseCards(draft(), {}, null) as [{ due: string; dueHint: string }];
    expect(plain).toMatchObject({ due: '', dueHint: '未印明可不填' });
  });

  it('takes names as people type them: lists with 、 or blanks, a name with a blank in it, groups', () => {
    const known = new Set(['市教育局', '市公安局', '市总工会', '中国人民银行太原中心支行']);
    const reader = (name: string) => ({ name, known: known.has(name) });
    const typed = units('市教育局', '市公安局 市总工会，中国人民银行 太原中心支行', {
      responsible: '各县（市、区）政府',
    });
    const { measure } = clauseMeasure(richDraft(), 'm003', typed, reader);
    expect(measure.responsible.map(({ name }) => name)).toEqual(['市教育局']);
    expect(measure.supporting.map(({ name }) => name)).toEqual(['市公安局', '市总工会', '中国人民银行太原中心支行']);
    expect(measure.groups).toEqual([{ surface: '各县（市、区）政府', role: 'responsible', choice: 'counties' }]);
    expect(measure.doubts).toEqual([]);
  });

  it('may go to all counties alone', () => {
    const all = entered(units('', '', { responsible: '各县区政府' }));
    expect(all).toMatchObject({ mode: 'all', lead: null, responsible: [], consolidator: 'office' });
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
