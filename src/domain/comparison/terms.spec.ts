import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measure, target } from '../../../test/cascade/compared-plans.js';
import { bare, called, clausesOf, counterpart, placeOf, unitsOf } from './clause.js';
import { similarities } from './similarity.js';
import { bigrams, cosines, likeness, overlaps, type Table, type Terms } from './terms.js';

const texts = fc.array(
  fc.array(fc.constantFrom('农', '民', '工', '培', '训', '，'), { maxLength: 12 }).map((letters) => letters.join('')),
  { maxLength: 4 },
);

/** Rarity over all texts, in hundredths: what only one says weighs most. */
function weigher(all: readonly Terms[]): (term: string) => number {
  return (term) => {
    const holding = all.filter((one) => one.has(term)).length;
    return Math.round(100 * Math.log(1 + all.length / holding));
  };
}

const cell = ({ columns, values }: Table, row: number, column: number) => values[row * columns + column]!;

describe('the letters of a text', () => {
  it('count in pairs of neighbours, in one width and case, without layout and punctuation', () => {
    expect([...bigrams('培训, 培训')]).toEqual([
      ['培训', 2],
      ['训培', 1],
    ]);
    expect([...bigrams('工')]).toEqual([['工', 1]]);
    expect(bigrams('，。 ').size).toBe(0);
    expect(bare('“ＡＩ+”  行动（２０２４）')).toBe('ai行动2024');
  });

  it('make two short texts alike by the share of pairs they have in common', () => {
    expect(likeness('培训农民工', '培训农民工')).toBe(1);
    expect(likeness('培训农民工', '农民工培训')).toBe(0.75);
    expect(likeness('培训农民工', '培训居民')).toBeCloseTo(2 / 7, 10);
    expect([likeness('', '培训'), likeness('培训', ''), likeness('培训', '就业')]).toEqual([0, 0, 0]);
  });
});

describe('two lists of texts', () => {
  it('are compared by the cosine of their terms, each weighed by its rarity, thrice at most', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const [a, b] = [left.map(bigrams), right.map(bigrams)];
        const weight = weigher([...a, ...b]);
        const vector = (terms: Terms) => new Map([...terms].map(([term, n]) => [term, Math.min(n, 3) * weight(term)]));
        const table = cosines(a, b);
        expect([table.rows, table.columns, table.values.length]).toEqual([a.length, b.length, a.length * b.length]);
        a.forEach((one, row) =>
          b.forEach((other, column) => {
            const [x, y] = [vector(one), vector(other)];
            const dot = [...x].reduce((sum, [term, n]) => sum + n * (y.get(term) ?? 0), 0);
            const norm = (v: Map<string, number>) => [...v.values()].reduce((sum, n) => sum + n * n, 0);
            const length = Math.sqrt(norm(x) * norm(y));
            expect(cell(table, row, column)).toBeCloseTo(length > 0 ? dot / length : 0, 9);
            expect(cell(table, row, column)).toBeLessThanOrEqual(1);
          }),
        );
      }),
    );
  });

  it('share terms by their weight among all terms of both', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const [a, b] = [left.map(bigrams), right.map(bigrams)];
        const weight = weigher([...a, ...b]);
        const sum = (terms: Iterable<string>) => [...terms].reduce((all, term) => all + weight(term), 0);
        const table = overlaps(a, b);
        a.forEach((one, row) =>
          b.forEach((other, column) => {
            const union = sum(new Set([...one.keys(), ...other.keys()]));
            const shared = sum([...one.keys()].filter((term) => other.has(term)));
            expect(cell(table, row, column)).toBeCloseTo(union > 0 ? shared / union : 0, 9);
          }),
        );
      }),
    );
  });
});

describe('how alike two clauses are', () => {
  const like = (a: Parameters<typeof similarities>[0][number], b: typeof a) => cell(similarities([a], [b]), 0, 0);
  const clause = (title: string, text: string, units: string[], metrics: string[] = []) =>
    measure('1', title, text, units, { heading: [title], targets: metrics.map((metric) => target(metric, 1, '人')) });

  it('is whole for one and the same, nothing for what has nothing in common', () => {
    const one = clause('开展培训', '每年办班', ['省教育厅'], ['培训人数']);
    expect(like(one, one)).toBe(1);
    expect(like(one, clause('修建公寓', '筹集房源', ['省住房厅'], ['床位']))).toBe(0);
  });

  it('rests on units for eight, on targets for five parts of a hundred, counterparts being one unit', () => {
    const one = clause('开展培训', '每年办班', ['省教育厅'], ['培训人数']);
    expect(like(one, clause('修建公寓', '筹集房源', ['市教育局'], ['床位']))).toBe(0.08);
    expect(like(one, clause('修建公寓', '筹集房源', ['省住房厅'], ['培训人数']))).toBe(0.05);
    const headings = clause('开展培训', '', ['省住房厅'], ['床位']);
    const withText = { ...headings, title: '', heading: ['开展培训'] };
    expect(like({ ...one, title: '', text: '每年办班' }, { ...withText, text: '筹集房源' })).toBe(0.22);
  });

  it('leaves out what either side says nothing of', () => {
    const one = clause('开展培训', '每年办班', ['省教育厅']);
    expect(like(one, clause('修建公寓', '筹集房源', ['市教育局'], ['床位']))).toBe(0.084211);
    const silent = clause('', '', []);
    expect(like(silent, silent)).toBe(0);
  });
});

describe('a clause in its plan', () => {
  it('is called by its number and a title that a sentence can hold', () => {
    const long = '一'.repeat(25);
    expect(called({ no: '2.1', title: '开展技能培训' })).toBe('2.1 开展技能培训');
    expect(called({ no: '', title: '一'.repeat(24) })).toBe('一'.repeat(24));
    expect(called({ no: '2.1', title: long })).toBe(`2.1 ${'一'.repeat(24)}…`);
  });

  it('has a key of its own, else one by its place, and knows its chapter', () => {
    const one = measure('1', '开展培训', '办班', [], { heading: ['重点任务', '就业', '开展培训'], span: [3, 9] });
    const clauses = clausesOf({ measures: [one, { ...one, key: 'k7' }] });
    expect(clauses.map(({ key }) => key)).toEqual(['m001', 'k7']);
    expect(placeOf(clauses[0]!)).toEqual({
      ...{ key: 'm001', no: '1', title: '开展培训', text: '办班' },
      ...{ span: [3, 9], chapter: '重点任务 / 就业', nobodys: null },
    });
  });

  it('names every unit once, its lead first', () => {
    const one = measure('1', '开展培训', '办班', ['省教育厅', '省财政厅', '省教育厅']);
    expect(unitsOf(one).map(({ name }) => name)).toEqual(['省教育厅', '省财政厅']);
    expect(unitsOf({ ...one, lead: null, responsible: [] }).map(({ name }) => name)).toEqual(['省财政厅', '省教育厅']);
  });

  it('has counterparts at other levels', () => {
    const names = ['省教育厅', '市教育局', '自治区教育厅', '县发展和改革委员会', '市发展和改革委', '市', '厅属学校'];
    expect(names.map(counterpart)).toEqual([
      '教育局',
      '教育局',
      '教育局',
      '发展和改革委',
      '发展和改革委',
      '市',
      '厅属学校',
    ]);
    expect(counterpart('教育委员会办公室')).toBe('教育委员会办公室');
    expect(counterpart('住房局省直分局')).toBe('住房局省直分局');
  });
});
