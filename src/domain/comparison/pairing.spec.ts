import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cityPlan, measure, plan, provincePlan } from '../../../test/cascade/compared-plans.js';
import { pairMeasures, type Pairing } from './pairing.js';

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
const anyPlan = fc.array(clause, { maxLength: 12 }).map((measures) => plan('city', measures));

describe('whatever the two plans are', () => {
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
});
