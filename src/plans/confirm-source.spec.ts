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

  it('shows every note of measures that were joined, and doubts of both', () => {
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
      ...['m001 measure:甲甲', 'm001 note:（一', 'm001 measure:乙乙', 'm001 note:（二'],
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
