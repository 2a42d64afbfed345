import { describe, expect, it } from '@jest/globals';
import type { TargetReading } from '../plan/reading.js';
import { isAsked, matterWords, sameMatters, type MatterPlace } from './matter.js';

const target = (metric: string, value: number | null, unit: string | null, more: Partial<TargetReading> = {}) =>
  ({
    ...{ metric, value, unit, op: '>=', raw: `${value}${unit}`, by: null, hard: true, targetKind: 'annual' },
    ...more,
  }) as TargetReading;

const place = (key: string, targets: TargetReading[]): MatterPlace => ({ key, targets });
const brief = (goals: TargetReading[], places: MatterPlace[]) =>
  sameMatters(goals, places).map(({ goal, key, target: at, sure }) => `${goal}-${key}.${at} ${sure ? 'sure' : 'ask'}`);

const CLEARED = { op: '=', targetKind: 'standing' } as const;

describe('one matter printed as a goal of the plan and as a measure’s target', () => {
  it.each([
    ['农民工欠薪案件实现', '欠薪'],
    ['抓好欠薪问题', '欠薪'],
    ['组织开展农民工职业技能培训', '职业技能培训'],
    ['全市农民工', '农民工'],
    ['努力推动组织培训', '培训'],
    ['返乡创业支持点', '返乡创业支持点'],
    ['欠薪问题案件情况', '欠薪'],
    ['案件办理率', '案件办理率'],
    ['农民工的工资', '工资'],
  ])('%s is about %s', (metric, words) => expect(matterWords(metric)).toBe(words));

  it('is sure where words, unit and value agree', () => {
    const goals = [target('农民工欠薪案件', 0, '件', CLEARED), target('培训农民工', 12_000, '人次')];
    const places = [place('m001', [target('抓好欠薪问题', 0, '件', CLEARED)])];
    expect(brief(goals, places)).toEqual(['0-m001.0 sure']);
  });

  it('is asked where words are only partly alike', () => {
    const goals = [target('开展农民工职业技能培训', 12_000, '人次')];
    expect(brief(goals, [place('m002', [target('技能提升行动培训', 12_000, '人次')])])).toEqual(['0-m002.0 ask']);
  });

  it('is asked where a large count agrees and one word is in common, not for small numbers and rates', () => {
    const pair = (value: number, unit: string) =>
      brief([target('提供法律援助服务', value, unit)], [place('m004', [target('办理援助', value, unit)])]);
    expect(pair(300, '件')).toEqual(['0-m004.0 ask']);
    expect([pair(6, '件'), pair(95, '%')]).toEqual([[], []]);
  });

  it('is asked where one name stands inside the other, whichever is the longer, if it is a word', () => {
    const inside = (short: string, long: string) => [
      ...brief([target(long, 6, '家')], [place('a', [target(short, 6, '家')])]),
      ...brief([target(short, 6, '家')], [place('b', [target(long, 6, '家')])]),
    ];
    expect(inside('驿站', '零工之家与零工市场驿站点')).toEqual(['0-a.0 ask', '0-b.0 ask']);
    expect(inside('驿', '零工之家与零工市场驿站点')).toEqual([]);
    expect(inside('书屋', '零工之家与零工市场驿站点')).toEqual([]);
    expect(inside('市工', '零工之家与零工市场驿站点')).toEqual([]);
  });

  it('is sure from three quarters of the words on, and a hundred is a large count', () => {
    const alike = (value: number) =>
      brief([target('技能鉴定费', value, '元')], [place('a', [target('鉴定费技能', value, '元')])]);
    expect(alike(6)).toEqual(['0-a.0 sure']);
    const word = (value: number) =>
      brief([target('提供法律援助服务', value, '件')], [place('a', [target('办理援助', value, '件')])]);
    expect([word(100), word(99)]).toEqual([['0-a.0 ask'], []]);
  });

  it('takes one target for a goal, and one goal for a target', () => {
    const twin = [target('新建驿站', 6, '家')];
    expect(brief(twin, [place('a', twin), place('b', twin)])).toEqual(['0-a.0 sure']);
    expect(brief([...twin, ...twin], [place('a', twin)])).toEqual(['0-a.0 sure']);
  });

  it.each([
    ['another value', target('培训农民工', 8000, '人次')],
    ['another thing counted', target('培训农民工', 12_000, '人')],
    ['another demand', target('培训农民工', 12_000, '人次', { op: '<=' })],
    ['a norm', target('培训农民工', 12_000, '人次', { targetKind: 'norm' })],
    ['no word in common', target('办理法律援助', 12_000, '人次')],
  ])('is no match with %s', (_, other) => {
    expect(brief([target('培训农民工', 12_000, '人次')], [place('m001', [other])])).toEqual([]);
  });

  it('compares trends by their direction', () => {
    const down = { op: 'trend_down' } as const;
    const goals = [target('拖欠农民工工资案件', null, null, down)];
    expect(brief(goals, [place('m001', [target('工资拖欠案件', null, null, { op: 'trend_up' })])])).toEqual([]);
    expect(brief(goals, [place('m001', [target('拖欠工资案件', null, null, down)])])).toEqual(['0-m001.0 sure']);
  });

  it('gives each goal one target and each target one goal, the most alike first', () => {
    const goals = [target('新建零工驿站', 6, '家'), target('新建公共零工驿站', 6, '家')];
    const places = [
      place('m001', [target('新建公共零工驿站', 6, '家')]),
      place('m002', [target('建零工驿站', 6, '家')]),
    ];
    expect(brief(goals, places)).toEqual(['0-m002.0 sure', '1-m001.0 sure']);
  });
});

describe('a person’s word on two figures', () => {
  const goals = [target('开展农民工职业技能培训', 12_000, '人次')];
  const places = [place('m002', [target('技能提升行动培训', 12_000, '人次')])];

  it('makes them one, or keeps them apart', () => {
    expect(sameMatters(goals, places, () => true)).toMatchObject([{ key: 'm002', sure: true }]);
    expect(sameMatters(goals, places, () => false)).toEqual([]);
  });
});

describe('what is asked for in rounds', () => {
  it.each([
    ['annual', true],
    ['ratio', true],
    ['standing', true],
    ['multi_year', true],
    ['norm', false],
    ['parameter', false],
    ['scope', false],
  ] as const)('%s: %s', (targetKind, asked) => expect(isAsked({ targetKind })).toBe(asked));
});
