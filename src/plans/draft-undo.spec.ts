import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import type { DraftChange } from './draft-changes.js';
import { draftAt, type Correction } from './draft-history.js';
import { acceptanceKept, staysAfter, staysWords } from './draft-undo.js';

const correction = (
  position: number,
  actor: string,
  changes: DraftChange[],
  undoes: number | null = null,
): Correction => ({
  ...{ position, actor, actorName: `协调员${actor}`, recordedAt: 0, changes, what: null, undoes },
});
const field = (name: string, value: unknown): DraftChange => ({ key: 'm001', field: name, value });

describe('a correction taken back after somebody else saved over it', () => {
  const own = correction(1, '甲', [field('title', '培训'), field('due', '2023-06-30'), field('accepted', true)]);
  const theirs = correction(2, '乙', [field('title', '技能培训')]);

  it('says what stays and whose it is, and leaves the card checked', () => {
    const all = [own, theirs];
    const draft = draftAt(smallDraft(), all);
    expect(staysWords(staysAfter(all, 1), draft, '甲')).toBe(
      '其中后来又更正过的仍保留：1.1 的名称由协调员乙（1月1日 08:00）改过。要改回的，请直接更正，或在更正记录中撤销后来的更正。',
    );
    const kept = acceptanceKept(draft, all, 1);
    const after = draftAt(smallDraft(), [...all, correction(3, '甲', kept, 1)]).measures[0]!;
    expect(after).toMatchObject({ title: '技能培训', due: null, accepted: true });
  });

  it('leaves nothing, and the card open again, where nobody did', () => {
    const draft = draftAt(smallDraft(), [own]);
    expect(staysWords(staysAfter([own], 1), draft, '甲')).toBe('');
    expect(acceptanceKept(draft, [own], 1)).toEqual([]);
    const undone = [own, theirs, correction(3, '乙', [], 2)];
    expect([staysAfter(undone, 1), acceptanceKept(draft, undone, 1)]).toEqual([[], []]);
  });
});
