import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { measureStarts } from '../measures/register.js';
import { headFacts } from './confirm.presenter.js';
import { personsHidden } from './draft-persons.js';
import { typedHidden } from './draft-typed.js';
import { toDraft, type DraftMeasure } from './draft.js';

const NOTE = '责任领导：分管副市长、张三丰；责任单位：市教育局';
const TEXT = '由副市长李四光牵头，开展培训。';

/** The small plan as it was printed with leaders' names. */
function printed() {
  const draft = smallDraft();
  const [first, ...others] = draft.measures as [DraftMeasure, ...DraftMeasure[]];
  const clause = { no: '2', heading: [], title: '宣传', text: '责任人：王五', span: [0, 1] as [number, number] };
  const measure = { ...first, note: NOTE, text: TEXT, opens: TEXT.slice(0, 12), ends: TEXT.slice(-12) };
  return { ...draft, text: `一、${TEXT}${NOTE}`, measures: [measure, ...others], unassignedClauses: [clause] };
}

describe('leaders’ names in a plan', () => {
  it('do not come into the draft, in its source, notes and texts; posts stay and places too', () => {
    const { text, measures, unassignedClauses } = personsHidden(printed());
    expect(JSON.stringify([text, measures, unassignedClauses])).not.toMatch(/张三丰|李四光|王五/);
    expect(measures[0]).toMatchObject({ note: '责任领导：分管副市长、×××；责任单位：市教育局' });
    expect(measures[0]!.opens).toBe('由副市长×××牵头，开展');
    expect(text).toHaveLength(printed().text.length);
  });

  it('are hidden in every word of the draft alike, character for character', () => {
    const draft = smallDraft();
    const [first, ...others] = draft.measures as [DraftMeasure, ...DraftMeasure[]];
    const title = '由副市长李四光同志牵头抓总';
    const text = '市委副书记王五同志负责统筹，孙小八副市长亲自调度。按孙小八要求推进';
    const measure = {
      ...first,
      title,
      text,
      heading: ['一、任务', title],
      opens: text.slice(0, 12),
      ends: '按孙小八要求推进',
    };
    const goals = [{ ...first.targets[0]!, metric: '孙小八包联企业' }];
    const hidden = personsHidden({ ...draft, text: `1.${title}。${text}`, measures: [measure, ...others], goals });
    expect(JSON.stringify(hidden)).not.toMatch(/李四光|王五|孙小八|小八/);
    expect(hidden.measures[0]).toMatchObject({ title: '由副市长×××同志牵头抓总', ends: '自调度。按×××要求推进' });
    expect(hidden.text).toBe(`1.${hidden.measures[0]!.title}。${hidden.measures[0]!.text}`);
    expect(hidden.goals[0]!.metric).toBe('×××包联企业');
  });

  it('are hidden from the first draft on, and the page says so', () => {
    const draft = toDraft(printed());
    expect(draft.measures[0]!.note).toContain('×××');
    expect(headFacts(draft)).toContainEqual({ label: '领导和责任人', value: '姓名不保留，以“×”代替；职务照印' });
    expect(headFacts(smallDraft()).map(({ label }) => label)).not.toContain('领导和责任人');
  });

  it('are hidden in what the office types, wherever in its form, character for character', () => {
    const draft = smallDraft();
    const [first] = draft.measures as [DraftMeasure];
    const title = '由副市长李四光牵头抓总';
    const added = { ...first, key: 'm009', title, text: `${title}，李四光每月调度。`, note: NOTE, fromClause: 'c1' };
    const conditions = [{ raw: '责任人：张三丰', kind: 'coverage' as const }];
    const hidden = typedHidden(draft, [
      { key: first.key, field: 'title', value: title },
      { key: first.key, field: 'conditions', value: conditions },
      { op: 'add', after: null, measure: added },
      { op: 'remove', key: first.key, reason: '按副市长李四光要求移出' },
      { op: 'split', key: first.key, at: 3, newKey: 'm010', title },
    ]);
    expect(JSON.stringify(hidden)).not.toMatch(/李四光|张三丰/);
    expect(hidden[0]).toMatchObject({ value: '由副市长×××牵头抓总' });
    expect(hidden[2]).toMatchObject({ measure: { text: '由副市长×××牵头抓总，×××每月调度。', key: 'm009' } });
    expect(hidden[4]).toMatchObject({ at: 3, newKey: 'm010' });
  });

  it('leave what holds none as it was typed, and are no correction where they were hidden before', () => {
    const draft = { ...smallDraft(), title: '由副市长×××牵头的要点' };
    const plain = [{ key: null, field: 'title', value: '农民工工作要点（修订）' }];
    expect(typedHidden(draft, plain)).toEqual(plain);
    expect(typedHidden(draft, [{ key: null, field: 'title', value: '由副市长李四光牵头的要点' }])).toEqual([]);
  });

  it('are hidden when a draft from before is issued: the units’ pages hold none', () => {
    const [first] = printed().measures;
    const measure = { ...first!, title: '由副市长李四光牵头', heading: ['由副市长李四光牵头'] };
    const units = { idOf: (name: string) => name, members: [], counties: [], named: () => [] };
    const year = { planId: 'p', cycleId: 'p:2023', year: 2023, dutyFrom: '2023-05-11', units };
    const [start] = measureStarts(year, measure, 'm001', 1);
    expect(start!.input).toMatchObject({
      note: expect.stringContaining('分管副市长、×××'),
      content: '由副市长×××牵头，开展培训。',
      title: '由副市长×××牵头',
      heading: ['由副市长×××牵头'],
    });
  });
});
