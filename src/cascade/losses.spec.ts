import { describe, expect, it } from '@jest/globals';
import type { VersionRow } from '../domain/comparison/versions.js';
import { lossesOf } from './losses.js';
import type { OwnDecision } from './own-decisions.js';

const row = (old: string | null, now: string | null): VersionRow => {
  const place = (key: string | null) =>
    key && { key, no: '1', title: '开展培训', chapter: '', text: '', nobodys: null };
  return { kinds: ['changed'], old: place(old), now: place(now) } as unknown as VersionRow;
};
const lost = (key: string | null, points: string[], cut?: string[]): OwnDecision => ({
  ...{ key, name: '1 开展培训', points, outcome: 'overtaken' },
  ...(cut ? { cut } : {}),
});

describe('what each choice about a changed clause gives up', () => {
  it('is the office’s own corrections where the new text is taken, the new text where the clause stays', () => {
    expect(lossesOf(row('m001', 'm101'), [lost('m101', ['分工', '完成时限'])])).toEqual([
      expect.stringMatching(/^选“继续推进，按新文调整”：我办的更正（分工、完成时限）不再保留/),
      expect.stringMatching(/^选“撤销原任务，另起新任务”：.*（分工、完成时限）不再保留/),
      expect.stringMatching(/^选“按原样继续”：我办的更正（分工、完成时限）保留，新文本.*不采用/),
    ]);
  });

  it('is told of every part of a clause that the office had split', () => {
    const split = lost(null, ['拆分为 2 条'], ['m001', 'm004']);
    expect(lossesOf(row('m001', 'm101'), [split])[0]).toContain('拆分为 2 条');
    expect(lossesOf(row('m004', null), [split])).toEqual([
      expect.stringMatching(/^选“撤销任务”：我办的更正（拆分为 2 条）随任务一并撤销/),
      expect.stringMatching(/^选“按原样继续”/),
    ]);
  });

  it('is nothing where nothing was decided, or all goes on', () => {
    expect(lossesOf(row('m001', 'm101'), [])).toEqual([]);
    expect(lossesOf(row('m001', 'm101'), [{ ...lost('m101', ['分工']), outcome: 'kept' }])).toEqual([]);
    expect(lossesOf(row('m002', 'm102'), [lost('m101', ['分工'])])).toEqual([]);
  });
});
