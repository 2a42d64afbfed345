import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordChanges } from './words.js';

const text = (changes: ReturnType<typeof wordChanges>, without: 'removed' | 'added') =>
  changes
    .filter((change) => change.kind !== without)
    .map((change) => change.text)
    .join('');

describe('what changed in a text, word by word', () => {
  it('shows the figure and the word that changed, and nothing around them', () => {
    const changes = wordChanges('全年培训农民工2万人次，由教育局实施', '全年培训农民工3万人次，由财政局实施');
    expect(changes.filter((change) => change.kind !== 'kept').map(({ kind, text: words }) => [kind, words])).toEqual([
      ['removed', '2'],
      ['added', '3'],
      ['removed', '教育局'],
      ['added', '财政局'],
    ]);
  });

  it('keeps both texts whole, whatever they are', () => {
    const words = fc.array(fc.constantFrom('农民工', '培训', '就业', '，', '二', '万', '2', 'ａ', '\n'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (old, now) => {
        const [before, after] = [old.join(''), now.join('')];
        const changes = wordChanges(before, after);
        expect(text(changes, 'added')).toBe(before);
        expect(text(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('of a clause written anew it shows the old and the new as wholes', () => {
    const [before, after] = [
      Array.from({ length: 700 }, (_, i) => `甲${i}`),
      Array.from({ length: 700 }, (_, i) => `乙${i}`),
    ];
    const changes = wordChanges(before.join('，'), after.join('，'));
    expect(changes.length).toBeLessThanOrEqual(3);
    expect(text(changes, 'removed')).toBe(after.join('，'));
  });
});
