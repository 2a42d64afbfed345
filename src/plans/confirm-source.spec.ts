import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { sourceParts } from './confirm-source.presenter.js';
import { applyChanges } from './draft-changes.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** 开头｜甲甲（乙乙）｜结尾: a measure whose span holds its note, and a doubt inside the note. */
function draft(accepted: boolean): DraftReading {
  const base = smallDraft();
  const doubts = [{ code: 'unit_unknown', reason: '', span: [6, 7] as [number, number] }];
  const measure = { ...base.measures[0]!, span: [2, 8] as [number, number], noteSpan: [4, 8] as [number, number] };
  return { ...base, text: '开头甲甲（乙乙）结尾', measures: [{ ...measure, doubts, accepted }] };
}

describe('the source beside the reading', () => {
  it('is cut at measures, notes and doubts, the innermost first; only the first stretch is an anchor', () => {
    const parts = sourceParts(draft(false));
    expect(parts.map(({ text, kind }) => `${kind}:${text}`)).toEqual([
      ...[':开头', 'measure:甲甲', 'note:（乙', 'doubt:乙', 'note:）', ':结尾'],
    ]);
    expect(parts.map(({ id }) => id).filter(Boolean)).toEqual(['s-m001']);
  });

  it('shows no doubt any more once the measure is accepted', () => {
    expect(sourceParts(draft(true)).map(({ kind }) => kind)).toEqual(['', 'measure', 'note', '']);
  });

  it('shows where an undecided group is printed, in the last of its words, until it is decided', () => {
    const base = draft(true);
    const group = (choice: 'undecided' | 'unclear') => ({ surface: '等', role: 'responsible' as const, choice });
    const withGroup = (choice: 'undecided' | 'unclear', text: string) => ({
      ...{ ...base, text },
      measures: [{ ...base.measures[0]!, groups: [group(choice)] }],
    });
    const doubts = (of: DraftReading) => sourceParts(of).filter(({ kind }) => kind === 'doubt');
    expect(doubts(withGroup('undecided', '开头甲甲（乙等）结尾')).map(({ text }) => text)).toEqual(['等']);
    expect(doubts(withGroup('unclear', '开头甲甲（乙等）结尾'))).toEqual([]);
    expect(doubts(withGroup('undecided', '开头甲甲（乙 丙）结尾')).map(({ text }) => text)).toEqual(['（乙 丙']);
  });

  it('shows a doubt that has no place of its own at the note', () => {
    const base = draft(false);
    const doubts = [{ code: 'lead_unclear', reason: '' }];
    const parts = sourceParts({ ...base, measures: [{ ...base.measures[0]!, doubts }] });
    expect(parts.map(({ text, kind }) => `${kind}:${text}`)).toContain('doubt:（乙乙）');
  });

  it('shows every note of measures that were joined, and at the first what is to be checked of both', () => {
    const base = smallDraft();
    const [first, next] = base.measures as [DraftMeasure, DraftMeasure];
    const measures: DraftMeasure[] = [
      { ...first, span: [0, 2], noteSpan: [2, 4] },
      { ...next, span: [4, 6], noteSpan: [6, 8] },
    ];
    const joined = applyChanges({ ...base, text: '甲甲（一乙乙（二', measures }, [
      { op: 'merge', key: 'm001', next: 'm002' },
    ]);
    expect(sourceParts(joined).map(({ text, kind, key }) => `${key} ${kind}:${text}`)).toEqual([
      ...['m001 measure:甲甲', 'm001 doubt:（一', 'm001 measure:乙乙', 'm001 note:（二'],
    ]);
  });

  it('is complete, whatever the spans are', () => {
    const wild = { ...draft(false), measures: [{ ...draft(false).measures[0]!, span: [5, 99] as [number, number] }] };
    expect(
      sourceParts(wild)
        .map(({ text }) => text)
        .join(''),
    ).toBe(wild.text);
  });
});
