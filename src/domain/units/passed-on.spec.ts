import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../../intake/registry.js';
import type { PlanLevel } from '../plan/reading.js';
import { passedDoubt } from './passed-doubt.js';
import { resolveUnit } from './resolve.js';

const registry = loadUnitRegistry();
const PLACES = { state: null, province: '安徽省', city: '太原市', county: '栾川县' };
const PREFIX = { state: '', province: '省', city: '市', county: '县' };

/** What became of a unit that a plan of this level and day names. */
function passed(surface: string, day: string | null, level: PlanLevel = 'city') {
  const context = { registry, region: PLACES[level], level, day, carried: PREFIX[level] };
  return resolveUnit(surface, context).passed;
}
const heirs = (surface: string, day: string, level: PlanLevel = 'city') =>
  passed(surface, day, level)?.successors.map(({ name, since }) => `${name} ${since}`);

describe('a unit that a plan names', () => {
  it('is in use to its last day, and where no day is known', () => {
    expect(passed('市国土资源局', '2019-06-30')).toBeNull();
    expect(passed('市国土资源局', null)).toBeNull();
    expect(passed('市国土资源局', '2019-07-01')).toMatchObject({ until: '2019-06-30', notBefore: null });
  });

  it('keeps the name that its level gave it: a province had a 监察厅, a city a 监察局', () => {
    const named = (surface: string, level: PlanLevel) =>
      resolveUnit(surface, { registry, region: PLACES[level], level, day: '2016-05-01', carried: PREFIX[level] }).name;
    expect(named('省监察厅', 'province')).toBe('省监察厅');
    expect(named('市监察局', 'city')).toBe('市监察局');
  });

  it('is followed by those that do its work, each at the level of the unit', () => {
    expect(heirs('市环保局', '2020-03-01')).toEqual(['市生态环境局 2018-03-01']);
    expect(heirs('省卫生计生委', '2020-03-01', 'province')).toEqual(['省卫生健康委员会 2018-03-01']);
    expect(heirs('省环保厅', '2020-03-01')).toEqual(['省生态环境厅 2018-03-01']);
    expect(heirs('县法制办', '2020-03-01', 'county')).toEqual(['县司法局 2019-07-01']);
  });

  it('may have kept its name in some places only', () => {
    const of = (region: string, level: PlanLevel) =>
      resolveUnit('市经信委', { registry, region, level, day: '2024-03-01', carried: '市' }).passed;
    expect(of('太原市', 'city')?.successors.map(({ name }) => name)).toEqual(['市工业和信息化局', '市经济和信息化局']);
    expect(passed('市经信委', '2018-03-01')).toBeNull();
    expect(of('上海市', 'province')).toBeNull();
    expect(passed('市经信局', '2024-03-01')).toBeNull();
  });

  it('has several to choose from where places differ', () => {
    expect(heirs('市国土资源局', '2020-03-01')).toEqual([
      '市自然资源局 2018-03-01',
      '市自然资源和规划局 2018-03-01',
      '市规划和自然资源局 2018-03-01',
    ]);
  });

  it('is followed through all that came after, by the day of the plan', () => {
    expect(heirs('市扶贫开发办公室', '2022-05-01')).toEqual(['市乡村振兴局 2021-02-01']);
    expect(heirs('市扶贫开发办公室', '2025-05-01')).toEqual(['市农业农村局 2025-01-01']);
    expect(heirs('市人口计生委', '2018-01-01')).toEqual(['市卫生和计划生育委员会 2013-03-01']);
    expect(heirs('市人口计生委', '2020-01-01')).toEqual(['市卫生健康委员会 2018-03-01']);
  });

  it('keeps the place of one from elsewhere', () => {
    const context = { registry, region: '太原市', level: 'city' as const, day: '2020-03-01', carried: '市' };
    expect(resolveUnit('河北省环境保护厅', context)).toMatchObject({
      ...{ name: '河北省环境保护厅', passed: { successors: [{ name: '河北省生态环境厅' }] } },
    });
  });

  it.each([
    ['国土资源部', '2018-04-10', ['自然资源部 2018-03-01']],
    ['质检总局', '2018-06-01', ['国家市场监督管理总局 2018-03-01', '海关总署 2018-04-01']],
    ['银监会', '2019-06-01', ['中国银行保险监督管理委员会 2018-03-01']],
    ['银监会', '2024-06-01', ['国家金融监督管理总局 2023-05-01']],
    ['国务院扶贫办', '2021-05-01', ['国家乡村振兴局 2021-02-01']],
    ['国务院扶贫办', '2024-05-01', ['农业农村部 2024-01-01']],
    ['铁道部', '2014-01-01', ['交通运输部 2013-04-01', '国家铁路局 2013-04-01', '中国铁路总公司 2013-04-01']],
    ['国务院法制办', '2018-09-01', ['司法部 2018-04-01']],
    ['国家煤矿安监局', '2022-01-01', ['国家矿山安全监察局 2020-10-01']],
  ])('of the State: %s on %s', (surface, day, expected) => expect(heirs(surface, day, 'state')).toEqual(expected));

  it('of the State has its own days: the reform of 2018 came there first', () => {
    expect(passed('国土资源部', '2018-03-31', 'state')).toBeNull();
    expect(passed('市国土资源局', '2018-04-10')).toBeNull();
  });

  it.each(['市应急管理局', '市医保局', '市文旅局', '市文化和旅游局', '市税务局', '市乡村振兴局'])(
    'may come up only after the plan, whichever of a reform’s units it is: %s',
    (name) => {
      expect(passed(name, '2016-05-01')?.notBefore).toMatch(/^20(?:18|21)-0[236]-01$/);
      expect(passed(name, '2022-05-01')).toBeNull();
    },
  );

  it.each([
    [
      '省新闻出版广电局',
      '2022-05-01',
      'province',
      ['省广播电视局 2019-07-01', '省新闻出版局 2019-07-01', '省电影局 2019-07-01'],
    ],
    ['市地方金融监管局', '2025-05-01', 'city', ['市地方金融管理局 2023-06-01']],
  ] as const)('is gone on %s: %s', (name, day, level, expected) => expect(heirs(name, day, level)).toEqual(expected));

  it('may come up only after the plan', () => {
    expect(passed('市退役军人事务局', '2016-05-01')).toEqual({ notBefore: '2018-03-01', until: null, successors: [] });
  });
});

describe('the question about it', () => {
  const asked = (surface: string, day: string) => passedDoubt(surface, passed(surface, day)!);

  it('says until when it was, who follows and since when, and decides nothing', () => {
    expect(asked('市环保局', '2020-03-01')).toEqual({
      ...{ code: 'unit_out_of_use', field: 'responsible' },
      successors: [{ name: '市生态环境局', since: '2018-03-01' }],
      reason:
        '“市环保局”这个名称按名录至迟用到2019年6月，成文时已经更名或撤并；各地先后改由市生态环境局（2018年3月起）接着办，早晚不一，请定由谁承担',
    });
    expect(asked('市扶贫开发办公室', '2025-05-01').reason).toMatch(
      /；改由市农业农村局（2025年1月起）接着办，请定由谁承担$/,
    );
  });

  it('names the year where the plan prints no day', () => {
    const gone = passed('市环保局', '2020-01-01')!;
    expect(passedDoubt('市环保局', gone, 2020).reason).toContain('原文没有印成文日期，本计划2020年年初已经更名或撤并');
  });

  it('says so where the register knows nobody', () => {
    expect(passedDoubt('市矿务局', { notBefore: null, until: '2009-12-31', successors: [] }).reason).toBe(
      '“市矿务局”这个名称按名录至迟用到2009年12月，成文时已经更名或撤并；名录没有写明由谁接着办，请定由谁承担',
    );
  });

  it('asks for the plan’s day where the unit came up later', () => {
    expect(asked('市退役军人事务局', '2016-05-01').reason).toBe(
      '“市退役军人事务局”按名录自2018年3月起才设立，成文时还没有，请核对成文日期和单位名称',
    );
  });
});
