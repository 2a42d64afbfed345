import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate, coverageSentence, type SubmittedFigure } from './aggregate.js';
import type { TargetOp } from '../plan/reading.js';
import { completion } from './completion.js';
import { brokenLinks, correctedQuotes, valueAt, type Correction } from './correction.js';
import { formatFigure, formatRange } from './format.js';
import { presetFor, type IndicatorPreset } from './indicator.js';
import { parseFigure } from './parse.js';
import { cumulate, periodFigure, yearOnYear } from './series.js';
import { leastFirm, statusMark } from './value-status.js';

describe('figures in documents', () => {
  it('uses 万 and 亿 only where nothing is lost', () => {
    expect(formatFigure('12600', '人次')).toBe('1.26万人次');
    expect(formatFigure('12345', '人')).toBe('12345人');
    expect(formatFigure('320000000', '元')).toBe('3.2亿元');
    expect(formatFigure('9999', '人')).toBe('9999人');
    expect(formatFigure('12600', '人次', 'exact')).toBe('12600人次');
    expect(formatFigure('0.5', '%')).toBe('0.5%');
    expect(formatFigure('1.5', '百分点')).toBe('1.5个百分点');
    expect(formatFigure(null, '人')).toBe('待公布');
    expect(formatFigure('12', null)).toBe('12');
  });

  it('repeats 万 and % at both ends of a range', () => {
    expect(formatRange('130000', '170000', '元')).toBe('13万元～17万元');
    expect(formatRange('15', '30', '%')).toBe('15%～30%');
    expect(formatRange('3', '5', '场')).toBe('3～5场');
    expect(formatRange('8000', '12000', '人')).toBe('8000人～1.2万人');
    expect(formatRange('20000', '25001', '人')).toBe('2万人～25001人');
  });

  it('reads back whatever it prints', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom('人', '人次', '元', '%'),
        (value, unit) => {
          expect(parseFigure(formatFigure(String(value), unit))).toMatchObject({ value: String(value), unit });
        },
      ),
    );
  });
});

describe('figures of several counties', () => {
  const counties = ['xiaodian', 'yingze', 'loufan'];
  const cumulative = { aggregation: 'sum', accumulation: 'cumulative' } as const;
  const figure = (
    unit: string,
    asOf: string,
    value: string | null,
    more: Partial<SubmittedFigure> = {},
  ): SubmittedFigure => ({
    ...{ unit, asOf, value, status: '快报' },
    ...more,
  });
  const reported = [
    figure('xiaodian', '2023-06-30', '1200'),
    figure('xiaodian', '2023-09-30', '2000', { status: '终审' }),
    figure('yingze', '2023-09-30', '800.5', { status: '预计' }),
  ];

  it('adds each county’s latest running total and says who is missing', () => {
    const total = aggregate(cumulative, reported, counties, '2023-09-30');
    expect(total).toMatchObject({ value: '2800.5', status: '预计', missing: ['loufan'] });
    expect(coverageSentence(total, '县（市、区）', () => '娄烦县')).toBe('3个县（市、区）中2个已报，缺：娄烦县');
    const one = aggregate(cumulative, reported.slice(0, 2), counties, '2023-09-30');
    expect(coverageSentence(one, '县', (unit) => unit)).toBe('3个县中1个已报，缺：yingze、loufan');
    expect(coverageSentence({ ...total, missing: [] }, '县', String)).toBeNull();
  });

  it('counts a county’s latest running total, in whatever order the reports came in', () => {
    expect(aggregate(cumulative, [...reported].reverse(), counties, '2023-09-30').value).toBe('2800.5');
  });

  it('adds all periods of a periodic figure, and only those up to the as-of day', () => {
    const periodic = { aggregation: 'sum', accumulation: 'period' } as const;
    expect(aggregate(periodic, reported, counties, '2023-09-30').value).toBe('4000.5');
    expect(aggregate(periodic, reported, counties, '2023-08-31').value).toBe('1200');
  });

  it('never averages shares: it divides the sums of their parts', () => {
    const ratio = { aggregation: 'ratio', accumulation: 'cumulative' } as const;
    const shares = [
      figure('xiaodian', '2023-09-30', '90', { numerator: '900', denominator: '1000' }),
      figure('yingze', '2023-09-30', '50', { numerator: '50', denominator: '100' }),
    ];
    expect(aggregate(ratio, shares, counties, '2023-12-31')).toMatchObject({ value: '86.36', numerator: '950' });
    expect(
      aggregate(ratio, [figure('a', '2023-09-30', '90'), figure('b', '2023-09-30', '50')], [], '2023-12-31').value,
    ).toBeNull();
    expect(aggregate(ratio, [figure('jiaoyu', '2023-09-30', '95.2')], [], '2023-12-31').value).toBe('95.2');
  });

  it('takes a share from its parts alone, but only when both are there', () => {
    const ratio = { aggregation: 'ratio', accumulation: 'cumulative' } as const;
    const parts = figure('a', '2023-09-30', null, { numerator: '3', denominator: '4' });
    const half = figure('b', '2023-09-30', null, { numerator: '3' });
    expect(aggregate(ratio, [parts, half], ['a', 'b'], '2023-12-31')).toMatchObject({ value: '75', missing: ['b'] });
    expect(aggregate(ratio, [figure('b', '2023-09-30', '60', { numerator: '3' })], [], '2023-12-31').value).toBe('60');
    const bare = figure('c', '2023-09-30', '50');
    expect(aggregate(ratio, [parts, bare], [], '2023-12-31')).toMatchObject({ value: null, numerator: null });
    expect(aggregate(cumulative, [parts], ['a'], '2023-12-31')).toMatchObject({ value: null, missing: ['a'] });
    const none = figure('d', '2023-09-30', null, { numerator: '0', denominator: '0' });
    expect(aggregate(ratio, [none], [], '2023-12-31')).toMatchObject({ value: null, denominator: '0' });
  });

  it('takes the newest figure where only the newest counts, and none where none is summed', () => {
    const latest = { aggregation: 'latest', accumulation: 'period' } as const;
    expect(aggregate(latest, reported, counties, '2023-12-31').value).toBe('800.5');
    expect(aggregate({ ...latest, aggregation: 'none' }, reported, counties, '2023-12-31')).toMatchObject({
      value: null,
      status: null,
    });
  });

  it('counts a unit without a figure as missing, never as zero', () => {
    const total = aggregate(cumulative, [figure('loufan', '2023-09-30', null)], ['loufan'], '2023-09-30');
    expect(total).toMatchObject({ value: null, counted: [], missing: ['loufan'] });
    expect(aggregate(cumulative, [figure('loufan', '2023-09-30', '0')], ['loufan'], '2023-09-30').value).toBe('0');
  });

  it('sums in any order to the same digits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 }), (cents) => {
        const parts = cents.map((value, at) => figure(`u${at}`, '2023-09-30', (value / 100).toFixed(2)));
        const forth = aggregate(cumulative, parts, [], '2023-09-30').value;
        expect(aggregate(cumulative, [...parts].reverse(), [], '2023-09-30').value).toBe(forth);
        expect(Number(forth).toFixed(2)).toBe((cents.reduce((sum, value) => sum + value, 0) / 100).toFixed(2));
      }),
    );
  });
});

describe('running totals and last year', () => {
  it('starts a running total at its opening value', () => {
    expect(cumulate('3000', ['250', null, '750'])).toEqual(['3250', null, '4000']);
  });

  it('warns when a running total goes down', () => {
    expect(periodFigure('3250', '4000')).toEqual({ value: '750', fell: false });
    expect(periodFigure('4000', '3900')).toEqual({ value: '-100', fell: true });
    expect(periodFigure('4000', '4000').fell).toBe(false);
  });

  it('compares with the same period last year in the report’s words', () => {
    expect(yearOnYear('10620', '10000', '人')).toEqual({ change: '620', percent: '6.2', phrase: '同比增长6.2%' });
    expect(yearOnYear('7', '8', '件')?.phrase).toBe('同比下降12.5%');
    expect(yearOnYear('81.5', '80', '%')?.phrase).toBe('同比提高1.5个百分点');
    expect(yearOnYear('5', '0', '件')?.phrase).toBe('上年同期为0，同比增加5件');
    expect(yearOnYear('5', '5', '件')?.phrase).toBe('与上年同期持平');
    expect(yearOnYear('5', null, '件')).toBeNull();
    expect(yearOnYear(null, '5', '件')).toBeNull();
    expect(yearOnYear('78.5', '80', '%')).toEqual({ change: '-1.5', percent: null, phrase: '同比下降1.5个百分点' });
    expect(yearOnYear('-5', '0', '元')?.phrase).toBe('上年同期为0，同比减少5元');
    expect(yearOnYear('5', '0', null)?.phrase).toBe('上年同期为0，同比增加5');
  });
});

describe('how firm a figure is', () => {
  it('is that of its least firm part', () => {
    expect(leastFirm(['终审', '预计', '快报'])).toBe('预计');
    expect(leastFirm([])).toBeNull();
    expect(statusMark('预计')).toBe('（预计）');
    expect(statusMark('终审')).toBe('');
    expect(statusMark(null)).toBe('');
  });
});

describe('corrections', () => {
  const first: Correction = {
    ...{ submission: 's1', old: '1200', new: '1180', reason: '重复统计', by: '联络员（市教育局）', agreedBy: '协调员' },
    recordedAt: 100,
  };
  const second: Correction = { ...first, old: '1180', new: '1175', reason: '核减退出人员', recordedAt: 200 };

  it('keep every value that was in force', () => {
    expect(valueAt('1200', [second, first], 50)).toBe('1200');
    expect(valueAt('1200', [second, first], 100)).toBe('1180');
    expect(valueAt('1200', [second, first])).toBe('1175');
    expect(brokenLinks('1200', [second, first])).toEqual([]);
  });

  it('show a chain that was tampered with', () => {
    expect(brokenLinks('1200', [first, { ...second, old: '1200' }]).map((link) => link.recordedAt)).toEqual([200]);
  });

  it('list issued papers whose figure has changed since, and leave the paper as it was', () => {
    const quotes = [
      { submission: 's1', value: '1180', paper: '2023年上半年进展情况' },
      { submission: 's2', value: '60', paper: '2023年上半年进展情况' },
    ];
    expect(correctedQuotes(quotes, [first, second])).toEqual([{ ...quotes[0], now: '1175', reason: '核减退出人员' }]);
    expect(correctedQuotes([{ ...quotes[0], value: '1175' }], [first, second])).toEqual([]);
    expect(correctedQuotes([{ ...quotes[0], value: '1200' }], [first])).toMatchObject([{ now: '1180' }]);
  });
});

describe('completion of targets', () => {
  it('tells a range of things as printed; its lower end is what must be reached', () => {
    const towns = { op: '>=' as const, value: '3', unit: '个', raw: '3~5个' };
    expect(completion(towns, '4').sentence).toBe('目标3~5个，实际4个，完成133.3%，已达到');
    expect(completion({ ...towns, raw: '3个以上' }, '4').sentence).toContain('目标不低于3个');
  });

  it('includes the number in 以上 and excludes it in 超过', () => {
    expect(completion({ op: '>=', value: '80', unit: '%' }, '80')).toMatchObject({ met: true, percent: '100' });
    expect(completion({ op: '>', value: '80', unit: '%' }, '80').met).toBe(false);
    expect(completion({ op: '<=', value: '15', unit: '分钟' }, '16')).toMatchObject({ met: false, percent: null });
    expect(completion({ op: '<', value: '5', unit: '%' }, '4.9').met).toBe(true);
  });

  it('counts a plain number as reached by more, but 动态清零 by zero only', () => {
    const trained = completion({ op: '=', value: '12600', unit: '人次' }, '13100');
    expect(trained.sentence).toBe('目标1.26万人次，实际1.31万人次，完成104%，已达到');
    expect(completion({ op: '=', value: '0', unit: '件' }, '0').met).toBe(true);
    expect(completion({ op: '=', value: '0', unit: '件' }, '2')).toMatchObject({ met: false, percent: null });
  });

  it('leaves the tolerance of 左右 to the office', () => {
    expect(completion({ op: '~', value: '180000', unit: '人' }, '176000').met).toBe(false);
    expect(completion({ op: '~', value: '180000', unit: '人', tolerance: 5 }, '176000').met).toBe(true);
  });

  it('judges “三个下降” against last year, each by itself', () => {
    const down = { op: 'trend_down', value: null, unit: '件' } as const;
    expect(completion(down, '7', '9')).toEqual({
      percent: null,
      met: true,
      sentence: '目标下降，实际7件，上年同期9件，已达到',
    });
    expect(completion(down, '9', '9').met).toBe(false);
    expect(completion({ ...down, op: 'trend_up' }, '10', '9').met).toBe(true);
    expect(completion(down, '7').met).toBeNull();
  });

  it('says the target in its own words, and whether it is reached', () => {
    const said = (op: TargetOp, actual: string) => completion({ op, value: '15', unit: '分钟' }, actual).sentence;
    expect(said('>', '20')).toBe('目标超过15分钟，实际20分钟，完成133.3%，已达到');
    expect(said('<=', '16')).toBe('目标不超过15分钟，实际16分钟，未达到');
    expect(said('<', '15')).toBe('目标低于15分钟，实际15分钟，未达到');
    expect(said('~', '15')).toBe('目标约15分钟，实际15分钟，完成100%，已达到');
  });

  it('“不低于0” is reached by any number', () => {
    expect(completion({ op: '>=', value: '0', unit: '件' }, '3').met).toBe(true);
  });

  it('a trend that did not come is not reached, and says nothing without last year', () => {
    const up = { op: 'trend_up', value: null, unit: '人' } as const;
    expect(completion(up, '9', '9').sentence).toBe('目标上升，实际9人，上年同期9人，未达到');
    expect(completion({ ...up, op: 'trend_down' }, '10', '9').met).toBe(false);
    expect(completion(up, null, '9')).toEqual({ percent: null, met: null, sentence: '目标上升，尚无可比数据' });
  });

  it('is open while nothing is known', () => {
    expect(completion({ op: '>=', value: null, unit: '人' }, '80').sentence).toBe('目标不低于待公布，尚无数据');
    expect(completion({ op: '>=', value: '80', unit: '%' }, null)).toEqual({
      percent: null,
      met: null,
      sentence: '目标不低于80%，尚无数据',
    });
  });
});

describe('presets for targets', () => {
  const preset = (id: string, tags: string[]) => ({ id, tags }) as IndicatorPreset;
  const presets = [
    preset('training', ['培训+农民工']),
    preset('arrears', ['欠薪', '拖欠农民工工资']),
    preset('return', ['返乡创业']),
  ];

  it('finds the preset whose words the target uses', () => {
    expect(presetFor('培训农民工1.26万人次', presets)?.id).toBe('training');
    expect(presetFor('拖欠农民工工资案件', presets)?.id).toBe('arrears');
    expect(presetFor('建设公园', presets)).toBeNull();
    expect(presetFor('举办培训20场次', presets)).toBeNull();
  });
});
