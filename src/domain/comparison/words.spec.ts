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

  it('keeps as many words as the two texts have in common, in order', () => {
    const parts = fc.array(fc.constantFrom('培训', '就业', '工资', '，'), { maxLength: 8 });
    const wordsOf = (whole: string) =>
      Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(whole), ({ segment }) => segment);
    const common = (a: string[], b: string[]): number => {
      if (a.length === 0 || b.length === 0) return 0;
      if (a[0] === b[0]) return 1 + common(a.slice(1), b.slice(1));
      return Math.max(common(a.slice(1), b), common(a, b.slice(1)));
    };
    fc.assert(
      fc.property(parts, parts, (old, now) => {
        const [before, after] = [old.join(''), now.join('')];
        const changes = wordChanges(before, after);
        const kept = changes.filter(({ kind }) => kind === 'kept').flatMap((change) => wordsOf(change.text));
        expect(kept.length).toBe(common(wordsOf(before), wordsOf(after)));
        expect(changes.every(({ kind }, at) => kind !== changes[at - 1]?.kind)).toBe(true);
        expect(changes.every((change) => change.text !== '')).toBe(true);
      }),
    );
  });

  it('shows a long text that became short, or a short one that became long, as wholes', () => {
    const cycle = (times: number) => Array.from({ length: times }, () => '培训。就业').join('。');
    const short = '工资。培训。住房';
    expect(wordChanges(cycle(200), short).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(wordChanges(short, cycle(200)).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(wordChanges(cycle(100), short).filter(({ kind }) => kind === 'kept')).toHaveLength(1);
    expect(wordChanges(short, cycle(100)).filter(({ kind }) => kind === 'kept').length).toBeGreaterThan(0);
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
