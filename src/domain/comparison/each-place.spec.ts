import { describe, expect, it } from '@jest/globals';
import { measure, plan, target } from '../../../test/cascade/compared-plans.js';
import type { PlanLevel, TargetReading } from '../plan/reading.js';
import { eachPlace } from './each-place.js';
import { compareWithSuperior } from './superior.js';
import { targetDifference } from './weakening.js';

const told = (theirs: TargetReading, ours: TargetReading[], level: PlanLevel = 'city', above: PlanLevel = 'province') =>
  targetDifference(
    theirs,
    { targets: ours, due: null },
    { targets: [], otherLevel: level !== above, level, above },
  ).map(({ weaker, certain, words }) => `${weaker ? '弱' : '强'}${certain ? '' : '？'} ${words}`);
const norm = (metric: string, value: number) => target(metric, value, '个', { targetKind: 'norm' });

describe('of which places each has a figure', () => {
  it.each([
    ['各市建设驿站', ['city']],
    ['每个市建设驿站', ['city']],
    ['各设区市建设驿站', ['city']],
    ['各地级以上市建设驿站', ['city']],
    ['各市（州）建设驿站', ['city']],
    ['指导各市建设驿站', ['city']],
    ['各县（市、区）建设驿站', ['county']],
    ['每个县区建设驿站', ['county']],
    ['各市（县、区）建设驿站', ['county']],
    ['各县（市）建设驿站', ['county']],
    ['各市、县（区）建设驿站', ['city', 'county']],
    ['各市县建设驿站', ['city', 'county']],
    ['各乡镇（街道）建设驿站', ['town']],
    ['各地建设驿站', ['any']],
    ['各市场主体用工', []],
    ['各级医院接诊', []],
    ['建设驿站', []],
  ])('%s', (metric, places) => expect(eachPlace(metric)).toEqual(places));
});

describe('a figure that the superior sets for each place', () => {
  const [each, ours] = [target('各市建设综合服务站', 15, '个'), target('建设综合服务站', 12, '个')];

  it('is ours where we are such a place: less is weaker, and nothing is left to be divided', () => {
    expect(told(each, [ours])).toEqual(['弱 上级为各市建设综合服务站不低于15个，我方为建设综合服务站不低于12个']);
    expect(told(norm('每个市建设综合服务站', 15), [ours])[0]).toMatch(/^弱 .*不低于12个$/);
    expect(told(each, [{ ...ours, value: 15 }])).toEqual([]);
  });

  it('is told where ours has none, also one that is printed as a norm', () => {
    expect(told(norm('每个市建设综合服务站', 15), [])).toEqual([
      '弱 上级有目标：每个市建设综合服务站不低于15个，我方没有写相应目标',
    ]);
    expect(told(norm('每个县建设综合服务站', 2), [])[0]).toMatch(/^弱？ 上级有目标/);
    expect(told(norm('每人发放工具', 2), [])).toEqual([]);
  });

  it('各地 may mean us or the places below', () => {
    expect(told({ ...each, metric: '各地建设综合服务站' }, [ours])).toEqual([
      '弱？ 上级为各地建设综合服务站不低于15个，我方为建设综合服务站不低于12个（“各地”是否指本级，请核对）',
    ]);
  });

  it('of the places below us cannot be laid beside our total, nor beside what each of others has', () => {
    const counties = target('各县（市、区）建设驿站', 2, '个');
    const size = '（一方为每地的数，一方不是，请核对）';
    expect(told(counties, [target('建设驿站', 10, '个')])).toEqual([
      `弱？ 上级为各县（市、区）建设驿站不低于2个，我方为建设驿站不低于10个${size}`,
    ]);
    expect(told(norm('每个市建设驿站', 5), [norm('每个县建设驿站', 2)])[0]).toContain(size);
    expect(told(counties, [target('每个县建设驿站', 1, '个')])[0]).toMatch(/^弱 /);
  });

  it('of several of ours the one of the same places is laid beside it', () => {
    const own = [norm('每个县建设驿站', 1), target('建设驿站', 12, '个')];
    expect(told(norm('每个市建设驿站', 15), own)[0]).toContain('我方为建设驿站不低于12个');
    expect(told(norm('每个县建设驿站', 2), own)[0]).toContain('我方为每个县建设驿站不低于1个');
  });

  it('a share is a share anywhere', () => {
    const share = target('各市资金到位率', 100, '%');
    expect(told(share, [target('资金到位率', 95, '%')])[0]).toMatch(/^弱 .*不低于95%$/);
  });
});

describe('a total of the superior’s', () => {
  it('is said to be the whole place’s, to be compared by our part of it', () => {
    const [theirs, ours] = [target('新建零工驿站', 150, '个'), target('新建零工驿站', 12, '个')];
    const words = '上级为新建零工驿站不低于150个，我方为新建零工驿站不低于12个';
    expect(told(theirs, [ours])).toEqual([`弱？ ${words}（上级为全省（区、市）合计，须按分解到本地的数比，请核对）`]);
    expect(told(theirs, [ours], 'county', 'city')[0]).toContain('（上级为全市合计，须按');
    expect(told(theirs, [ours], 'province', 'state')[0]).toContain('（上级为全国合计，须按');
    const clauses = (value: number) => [
      measure('1', '建设驿站', '新建零工驿站。', ['省民政厅'], {
        targets: [target('新建零工驿站', value, '个')],
      }),
    ];
    const { findings } = compareWithSuperior(plan('province', clauses(150)), plan('city', clauses(12)));
    expect(findings[0]!.sentence).toContain('全省（区、市）合计');
  });
});

describe('a figure summed over years beside one of the year', () => {
  const year = target('培育品牌', 5, '个');
  const sum = (value: number) => target('累计培育品牌', value, '个', { cumulative: true, targetKind: 'multi_year' });
  const laid = (theirs: TargetReading, ours: TargetReading) => told(theirs, [ours], 'city', 'city')[0];

  it('neither falls short of it for certain nor goes further', () => {
    expect(laid(sum(15), year)).toMatch(/^弱？ .*（上级为累计数，我方为当年数，请核对）$/);
    expect(laid(year, sum(15))).toMatch(/^弱？ .*（上级为当年数，我方为累计数，请核对）$/);
    expect(laid(year, sum(4))).toMatch(/^弱 /);
    expect(laid(sum(15), { ...year, value: 20 })).toMatch(/^强 /);
    expect(laid(sum(15), sum(15))).toBeUndefined();
  });

  it('is told to be the whole place’s, too', () => {
    expect(told(sum(15), [year])[0]).toContain(
      '（上级为累计数，我方为当年数；上级为全省（区、市）合计，须按分解到本地的数比，请核对）',
    );
  });

  it('累计 without a later year may be of the year alone', () => {
    expect(laid(year, target('累计培育品牌', 5, '个', { cumulative: true }))).toBeUndefined();
  });
});
