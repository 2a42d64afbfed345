import { describe, expect, it } from '@jest/globals';
import { measure, target } from '../../../test/cascade/compared-plans.js';
import type { ConditionReading } from '../plan/reading.js';
import type { ComparedMeasure } from './clause.js';
import { differences } from './weakening.js';

const said = (text: string, conditions: ConditionReading[] = [], more: Partial<ComparedMeasure> = {}) =>
  measure('1', '排查隐患', text, ['市人社局'], { conditions, ...more });
const told = (theirs: ComparedMeasure, ours: ComparedMeasure) =>
  differences(theirs, ours, { targets: ours.targets, otherLevel: false }).map(
    ({ weaker, certain, words }) => `${weaker ? '弱' : '强'}${certain ? '' : '？'} ${words}`,
  );
const by = (raw: string, day: string): ConditionReading => ({ kind: 'deadline', raw, by: day });
const during = (raw: string, start: string, end: string): ConditionReading => ({ kind: 'window', raw, start, end });
const each = (raw: string): ConditionReading => ({ kind: 'recurrent', raw });

describe('days on the way to the last one', () => {
  const theirs = said(
    '6月底前完成工地摸排，11月底前完成整改。',
    [by('6月底前', '2026-06-30'), by('11月底前', '2026-11-30')],
    { due: '2026-11-30' },
  );

  it('are told where ours has none as early, and where ours is later', () => {
    const without = said('完成整改。', [], { due: '2026-11-30' });
    expect(told(theirs, without)).toEqual(['弱？ 上级要求6月底前完成工地摸排，我方没有写这一时间（请核对）']);
    const later = said('8月底前完成工地摸排，11月底前完成整改。', [by('8月底前', '2026-08-31')], { due: '2026-11-30' });
    expect(told(theirs, later)).toEqual(['弱 上级要求6月底前完成工地摸排，我方为8月底前完成工地摸排，晚于上级']);
    expect(told(theirs, theirs)).toEqual([]);
  });

  it('are kept where all of ours is done as early', () => {
    expect(told(theirs, said('完成摸排和整改。', [], { due: '2026-05-31' }))).toEqual([
      '强 上级完成时限为 2026-11-30，我方为 2026-05-31，早于上级',
    ]);
  });
});

describe('a time of the year in which something is done', () => {
  const may = said('5月开展条例集中宣传。', [during('5月', '2026-05-01', '2026-05-31')]);

  it('is told where ours is later, or names none', () => {
    const november = said('11月开展条例集中宣传。', [during('11月', '2026-11-01', '2026-11-30')]);
    expect(told(may, november)).toEqual([
      '弱？ 上级要求5月开展条例集中宣传，我方为11月开展条例集中宣传，晚于上级（请核对）',
    ]);
    expect(told(may, said('开展条例集中宣传。'))).toEqual([
      '弱？ 上级要求5月开展条例集中宣传，我方没有写这一时间（请核对）',
    ]);
    expect(told(november, may)).toEqual([]);
  });

  it('of other work is not looked for', () => {
    expect(told(may, said('设立服务窗口。'))).toEqual([]);
  });

  it('of ours is named beside their day', () => {
    const day = said('建立用工台账。', [], { due: '2026-09-30' });
    const autumn = said('第四季度建立用工台账。', [during('第四季度', '2026-10-01', '2026-12-31')]);
    expect(told(day, autumn)).toEqual(['弱？ 上级完成时限为 2026-09-30，我方没有写时限，只写“第四季度”（请核对）']);
  });
});

describe('what is done in a rhythm', () => {
  const report = (day: string) => said(`每月${day}前报送监测数据。`, [each(`每月${day}前`)]);

  it('by a later day of the month is later', () => {
    expect(told(report('5日'), report('25日'))).toEqual([
      '弱 上级要求每月5日前报送监测数据，我方为每月25日前报送监测数据，晚于上级',
    ]);
    expect(told(report('25日'), report('5日'))[0]).toMatch(/^强 .*早于上级$/);
    expect(told(report('5日'), report('5日'))).toEqual([]);
  });

  it('is told where ours does the work without saying how often', () => {
    const theirs = said('每季度开展一次工资支付联合检查。', [each('每季度')]);
    const words = '弱？ 上级要求每季度开展一次工资支付联合检查，我方没有写多久一次（请核对）';
    expect(told(theirs, said('开展工资支付联合检查。'))).toEqual([words]);
    expect(told(theirs, said('定期开展工资支付联合检查。'))).toEqual([words]);
    expect(told(theirs, said('按季度开展工资支付联合检查。'))).toEqual([]);
    expect(told(theirs, said('设立服务窗口。'))).toEqual([]);
  });

  it('also where theirs counts it in a figure', () => {
    const rounds = target('每月巡查工地', 4, '次', { targetKind: 'norm' });
    const theirs = said('每月巡查工地不少于4次。', [each('每月')], { targets: [rounds] });
    expect(told(theirs, said('加强工地巡查，巡查工地要有记录。'))).toEqual([
      '弱？ 上级要求每月巡查工地不低于4次，我方没有写多久一次（请核对）',
    ]);
    expect(told(theirs, said('每月巡查工地四次。', [each('每月')]))).toEqual([]);
    expect(told(theirs, said('巡查工地。', [], { targets: [rounds] }))).toEqual([]);
  });
});
