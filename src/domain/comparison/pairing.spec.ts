import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cityPlan, measure, plan, provincePlan } from '../../../test/cascade/compared-plans.js';
import { pairMeasures, type Nearest, type Pairing } from './pairing.js';
import { similarities } from './similarity.js';

const keys = ({ pairs }: Pairing) => pairs.map(({ left, right }) => `${left}=${right}`);

describe('the clauses of two plans paired', () => {
  it('finds the city’s clause for each of the province’s, whatever its order, title and units', () => {
    const { pairs, leftOnly, rightOnly } = pairMeasures(provincePlan(), cityPlan());
    expect(pairs.map(({ left, right }) => [left, right])).toEqual([
      ['m001', 'm002'],
      ['m002', 'm003'],
      ['m003', 'm001'],
    ]);
    expect(leftOnly).toEqual(['m004']);
    expect(rightOnly).toEqual(['m004']);
    expect(pairs.every((pair) => pair.certain && !pair.confirmed)).toBe(true);
  });

  it('takes as given what a person confirmed, and does not propose again what a person rejected', () => {
    const confirmed = pairMeasures(provincePlan(), cityPlan(), {
      confirmed: [{ left: 'm004', right: 'm004' }],
      rejected: [],
    });
    expect(confirmed.pairs.at(-1)).toMatchObject({ left: 'm004', right: 'm004', certain: true, confirmed: true });
    const rejected = pairMeasures(provincePlan(), cityPlan(), {
      confirmed: [],
      rejected: [{ left: 'm002', right: 'm003' }],
    });
    expect(keys(rejected)).toEqual(['m001=m002', 'm003=m001']);
  });

  it('keeps a confirmed pair even against a better candidate, and never uses one clause for two', () => {
    const judged = {
      confirmed: [
        { left: 'm001', right: 'm003' },
        { left: 'm002', right: 'm003' },
      ],
      rejected: [],
    };
    const { pairs } = pairMeasures(provincePlan(), cityPlan(), judged);
    expect(keys({ pairs } as Pairing)).toContain('m001=m003');
    expect(pairs.filter((pair) => pair.right === 'm003')).toHaveLength(1);
  });

  it('of two clauses alike it marks the pair for a person to look at', () => {
    const twice = plan('city', [
      measure('1', '组织招聘活动', '在车站广场举办外来务工人员招聘会。', ['市人力资源和社会保障局']),
      measure('2', '组织招聘活动', '在工业园区举办外来务工人员招聘会。', ['市人力资源和社会保障局']),
    ]);
    const once = plan('province', [
      measure('1', '组织招聘活动', '举办外来务工人员招聘会。', ['省人力资源和社会保障厅']),
    ]);
    const { pairs, rightOnly, nearest } = pairMeasures(once, twice);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]!.certain).toBe(false);
    expect(nearest.right.get(rightOnly[0]!)).toMatchObject({ key: 'm001' });
  });

  it('ignores judgements about clauses that are gone, and keeps the order of the left plan', () => {
    const judged = {
      confirmed: [
        { left: 'm009', right: 'm001' },
        { left: 'm001', right: 'm009' },
        { left: 'm004', right: 'm001' },
        { left: 'm004', right: 'm002' },
      ],
      rejected: [{ left: 'm001', right: 'm003' }],
    };
    expect(keys(pairMeasures(provincePlan(), cityPlan(), judged))).toEqual(['m001=m002', 'm002=m003', 'm004=m001']);
    const back = {
      confirmed: [{ left: 'm001', right: 'm004' }],
      rejected: [{ left: 'm003', right: 'm002' }],
    };
    expect(keys(pairMeasures(cityPlan(), provincePlan(), back))).toEqual(['m001=m004', 'm002=m001']);
  });

  it('says nothing of a plan without measures', () => {
    expect(pairMeasures(plan('city', []), cityPlan())).toMatchObject({ pairs: [], leftOnly: [] });
  });
});

const TOPICS = [
  '技能培训',
  '工资支付',
  '子女入学',
  '住房保障',
  '劳动合同',
  '返乡创业',
  '法律援助',
  '文化生活',
  '社会保险',
  '就业服务',
];
const BUREAUS = ['人力资源和社会保障局', '教育局', '财政局', '住房和城乡建设局', '司法局'];
const clause = fc
  .record({
    topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 3 }),
    words: fc.array(fc.constantFrom('推进', '落实', '农民工', '县域', '排查', '全年', '宣传', '项目', '工地'), {
      maxLength: 12,
    }),
    bureaus: fc.uniqueArray(fc.constantFrom(...BUREAUS), { minLength: 1, maxLength: 3 }),
  })
  .map(({ topics, words, bureaus }) =>
    measure('1', `${topics[0]}工作`, `${topics.join('和')}${words.join('')}`, bureaus),
  );
const atOf = (key: string) => Number(key.slice(1)) - 1;
const anyPlan = fc.array(clause, { maxLength: 12 }).map((measures) => plan('city', measures));

describe('whatever the two plans are', () => {
  it('a pair is alike by 0.27 at least, certain from 0.5 on and 0.06 ahead of any third; a lone clause knows its nearest', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const { values, columns } = similarities(a.measures, b.measures);
        const like = (row: number, column: number) => values[row * columns + column]!;
        const [rows, others] = [a.measures.map((_, at) => at), b.measures.map((_, at) => at)];
        const { pairs, leftOnly, rightOnly, nearest } = pairMeasures(a, b);
        for (const { left, right, score, certain, confirmed } of pairs) {
          const [row, column] = [atOf(left), atOf(right)];
          const third = [
            ...rows.filter((one) => one !== row).map((one) => like(one, column)),
            ...others.filter((one) => one !== column).map((one) => like(row, one)),
          ];
          expect([score, confirmed]).toEqual([like(row, column), false]);
          expect(score).toBeGreaterThanOrEqual(0.27);
          expect(certain).toBe(score >= 0.5 && score - Math.max(0, ...third) >= 0.06);
        }
        const known = (alone: string[], most: (at: number) => number, found: Map<string, Nearest>) =>
          alone.forEach((key) =>
            expect(found.get(key)?.score).toBe(most(atOf(key)) >= 0.24 ? most(atOf(key)) : undefined),
          );
        known(leftOnly, (row) => Math.max(0, ...others.map((column) => like(row, column))), nearest.left);
        known(rightOnly, (column) => Math.max(0, ...rows.map((row) => like(row, column))), nearest.right);
        nearest.left.forEach(({ key, score }, left) => expect(like(atOf(left), atOf(key))).toBe(score));
        nearest.right.forEach(({ key, score }, right) => expect(like(atOf(key), atOf(right))).toBe(score));
        expect([...nearest.left.keys(), ...nearest.right.keys()].sort()).toEqual(
          [
            ...leftOnly.filter((key) => nearest.left.has(key)),
            ...rightOnly.filter((key) => nearest.right.has(key)),
          ].sort(),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('pairs are the same from both sides, and no clause is paired twice or lost', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const [there, back] = [pairMeasures(a, b), pairMeasures(b, a)];
        const turned = back.pairs.map(({ left, right, score }) => ({ left: right, right: left, score }));
        const order = (x: { left: string }, y: { left: string }) => (x.left < y.left ? -1 : 1);
        expect(turned.sort(order)).toEqual(there.pairs.map(({ left, right, score }) => ({ left, right, score })));
        expect([back.leftOnly, back.rightOnly]).toEqual([there.rightOnly, there.leftOnly]);
        const left = [...there.pairs.map((pair) => pair.left), ...there.leftOnly];
        expect(new Set(left).size).toBe(left.length);
        expect(left).toHaveLength(a.measures.length);
        const right = [...there.pairs.map((pair) => pair.right), ...there.rightOnly];
        expect(new Set(right).size).toBe(right.length);
        expect(right).toHaveLength(b.measures.length);
      }),
      { numRuns: 200 },
    );
  });

  it('where one may answer several, the single pairs stay, what is alike by 0.3 joins them, from both sides alike', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (a, b) => {
        const [single, there] = [pairMeasures(a, b), pairMeasures(a, b, undefined, 'several')];
        const back = pairMeasures(b, a, undefined, 'several');
        const of = (pairs: readonly { left: string; right: string }[]) =>
          pairs.map(({ left, right }) => `${left}=${right}`).sort();
        expect(of(back.pairs.map(({ left, right }) => ({ left: right, right: left })))).toEqual(of(there.pairs));
        expect(of(there.pairs)).toEqual(expect.arrayContaining(of(single.pairs)));
        const joined = there.pairs.filter((pair) => !of(single.pairs).includes(`${pair.left}=${pair.right}`));
        expect(joined.every(({ score, certain }) => score >= 0.3 && !certain)).toBe(true);
        const likest = [...there.nearest.left.values(), ...there.nearest.right.values()].map(({ score }) => score);
        expect(Math.max(0, ...likest)).toBeLessThan(0.3);
      }),
      { numRuns: 100 },
    );
  });
});
