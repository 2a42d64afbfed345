import { describe, expect, it } from '@jest/globals';
import { compareVersions } from '../domain/comparison/versions.js';
import { measure, plan } from '../../test/cascade/compared-plans.js';
import { kindredOf } from './kin.js';

const UNITS = ['市住房和城乡建设局', '市财政局'];
const HOUSING = measure('1', '改善居住条件', '加大公租房供给，面向务工人员配租，各县区落实资金。', UNITS);
const schools = (text: string) => measure('2', '推进产教融合', text, UNITS);
const TRAINING = '支持职业院校与企业共建实训基地，各县区落实资金。';

/** The new text drops the clause on housing; what its lone clauses are said to be like. */
function kinOf(now: string): string[] {
  const comparison = compareVersions(plan('city', [HOUSING, schools(TRAINING)]), plan('city', [schools(now)]));
  const near = { ...comparison.pairing.nearest, left: new Map([['m001', { key: 'm001', score: 0.3 }]]) };
  const kin = kindredOf({ ...comparison, pairing: { ...comparison.pairing, nearest: near } }, () => true);
  return [...kin.values()].map(({ name }) => name);
}

describe('a clause that the new text drops', () => {
  it('is not said to be like one that shares only its units and what many clauses say', () => {
    expect(kinOf(TRAINING.replace('各县区落实资金', '加大投入'))).toEqual([]);
  });

  it('is like one that took its words over', () => {
    expect(kinOf(`${TRAINING}面向务工人员配租公租房，加大公租房供给。`)).toEqual(['2 推进产教融合']);
  });
});
