import { describe, expect, it } from '@jest/globals';
import { buildUnitRegistry } from './registry.js';
import { resolveUnit, type UnitContext } from './resolve.js';

const registry = buildUnitRegistry(
  {
    kinds: [
      {
        id: 'hrss',
        category: 'government',
        stem: '人力资源和社会保障',
        short: ['人力资源社会保障', '人社'],
        ends: { province: '厅', city: '局', county: '局' },
        state: '人力资源和社会保障部',
      },
      {
        id: 'ndrc',
        category: 'government',
        stem: '发展和改革',
        short: ['发展改革', '发改'],
        ends: { province: '委员会', city: '委员会', county: '局' },
      },
      {
        id: 'safety',
        category: 'government',
        stem: '安全生产监督管理',
        short: ['安监'],
        ends: { province: '局', city: '局', county: '局' },
        to: '2019-06-30',
        successors: ['emergency'],
      },
      {
        id: 'market',
        category: 'government',
        stem: '市场监督管理',
        short: ['市场监管'],
        ends: { province: '局', city: '局', county: '局' },
      },
      {
        id: 'culture-tourism',
        category: 'government',
        stem: '文化和旅游',
        short: ['文旅'],
        loose: ['文旅局'],
        ends: { province: '厅', city: '局', county: '局' },
      },
      {
        id: 'poverty',
        category: 'government',
        stem: '扶贫开发',
        short: ['扶贫'],
        ends: { province: '办公室', city: '办公室', county: '办公室' },
      },
    ],
    units: [
      { id: 'union', category: 'mass', name: '总工会' },
      { id: 'court', category: 'court', name: '人民法院', aliases: ['法院'] },
    ],
  },
  [
    { code: '410500', name: '安阳市', level: 'city', parent: '410000' },
    { code: '410000', name: '河南省', level: 'province', parent: null },
    { code: '130000', name: '河北省', level: 'province', parent: null },
    { code: '410581', name: '林州市', level: 'county', parent: '410500' },
  ],
);

const context: UnitContext = { registry, region: '安阳市', level: 'city', day: '2015-11-20', carried: '市' };
const name = (surface: string): string => resolveUnit(surface, context).name;

describe('a printed unit name', () => {
  it('becomes the full name with its level and without its place', () => {
    expect(name('市人社局')).toBe('市人力资源和社会保障局');
    expect(name('安阳市人力资源社会保障局')).toBe('市人力资源和社会保障局');
    expect(name('河南省安阳市总工会')).toBe('市总工会');
    expect(name('省人社厅')).toBe('省人力资源和社会保障厅');
  });

  it('keeps the printed ending: 发展改革委 is a committee, 发改局 a bureau', () => {
    expect(name('市发改委')).toBe('市发展和改革委员会');
    expect(name('县发改局')).toBe('县发展和改革局');
  });

  it('stays as printed where its short form may stand for several: only 文旅厅 is 文化和旅游厅 for sure', () => {
    expect(name('市文旅局')).toBe('市文旅局');
    expect(resolveUnit('文旅局', context)).toMatchObject({ name: '市文旅局', id: 'culture-tourism', known: true });
    expect(name('省文旅厅')).toBe('省文化和旅游厅');
  });

  it('stays as printed with an ending that its kind has nowhere, and as a branch', () => {
    expect(name('市扶贫办')).toBe('市扶贫开发办公室');
    expect(name('市扶贫局')).toBe('市扶贫局');
    expect(name('市人社分局')).toBe('市人社分局');
  });

  it('takes the prefix of the list, even where it begins with a level word by accident', () => {
    expect(name('市场监管局')).toBe('市市场监督管理局');
    expect(name('市市场监管局')).toBe('市市场监督管理局');
  });

  it('names courts by their level', () => expect(name('市法院')).toBe('市中级人民法院'));

  it('keeps the place of a unit from elsewhere, not that of the plan or of one above it', () => {
    expect(name('林州市人社局')).toBe('林州市人力资源和社会保障局');
    expect(name('河北省人社厅')).toBe('河北省人力资源和社会保障厅');
    expect(name('河南省人社厅')).toBe('省人力资源和社会保障厅');
  });

  it('knows that a county-level city has no intermediate court', () => {
    expect(resolveUnit('法院', { ...context, level: 'county' }).name).toBe('市人民法院');
  });

  it('keeps names of its own', () => {
    expect(name('人行安阳市中心支行')).toBe('中国人民银行安阳市中心支行');
    expect(name('安阳调查队')).toBe('国家统计局安阳调查队');
    expect(name('团市委')).toBe('共青团市委');
    expect(name('国家税务总局安阳市税务局')).toBe('国家税务总局安阳市税务局');
  });

  it('tells whether the name was in use on the day of the plan', () => {
    expect(resolveUnit('市安监局', context)).toMatchObject({ id: 'safety', passed: null });
    expect(resolveUnit('市安监局', { ...context, day: '2021-01-01' })).toMatchObject({
      id: 'safety',
      passed: { until: '2019-06-30', successors: [] },
    });
  });

  it('proposes what it does not know, and says so', () => {
    expect(resolveUnit('市月球探测局', context)).toMatchObject({ name: '市月球探测局', known: false, id: null });
    expect(resolveUnit('月球探测局', context)).toMatchObject({ name: '市月球探测局', known: false });
  });
});
