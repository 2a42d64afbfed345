import { describe, expect, it } from '@jest/globals';
import { readConditions, readTerms } from '../targets/conditions.js';
import { readTargets } from '../targets/targets.js';
import { deadlinesIn } from './deadlines.js';
import { noteDays } from './note-days.js';
import { dayRange, dueDays } from './phrases.js';

const spanOf = (start: number, end: number): [number, number] => [start, end];
const windows = (text: string) =>
  readConditions(text, { year: 2023, issuedOn: '2023-03-01' }, spanOf).map(({ kind, raw, start, end }) => [
    kind,
    raw,
    start,
    end,
  ]);

describe('a stretch that goes on to a feast', () => {
  it.each([
    ['2023年11月中旬至2024年春节前，集中排查欠薪。', '2023年11月中旬至2024年春节前', '2023-11-11', '2024-02-09'],
    ['12月至春节期间走访慰问。', '12月至春节期间', '2023-12-01', '2024-02-16'],
    ['2023年11月起至次年元旦前开展检查。', '2023年11月起至次年元旦前', '2023-11-01', '2023-12-31'],
    ['8月15日—国庆节前完成布展。', '8月15日—国庆节前', '2023-08-15', '2023-09-30'],
    ['9月1日至中秋节，举办招聘月。', '9月1日至中秋节', '2023-09-01', '2023-09-28'],
  ])('is one time: %s', (text, raw, start, end) => expect(windows(text)).toEqual([['window', raw, start, end]]));

  const text = '2023年11月中旬至2024年春节前，开展清欠行动，线索核实率达到98%。';

  it('gives its figures its last day', () => {
    expect(readTargets(text, { year: 2023, by: null }, spanOf)).toMatchObject([
      { metric: '线索核实率', value: 98, by: '2024-02-09' },
    ]);
    expect(dueDays(text, 2023)).toEqual([{ day: '2024-02-09', raw: '2023年11月中旬至2024年春节前', index: 0 }]);
  });

  it('is asked about before it becomes the day of the measure', () => {
    expect(deadlinesIn(text, 2023, null)).toMatchObject([
      { day: '2024-02-09', doubt: expect.stringContaining('一段时间的结束') },
    ]);
  });

  it('is the day of a note', () => {
    const note = '2023年11月中旬至2024年春节前';
    expect(noteDays(note, 2023, null).due).toEqual({ day: '2024-02-09', raw: note, doubt: null });
    expect(readTerms(`市局负责，${note}`, { year: 2023, issuedOn: null }, spanOf)).toMatchObject([
      { kind: 'window', raw: note, start: '2023-11-11', end: '2024-02-09' },
    ]);
  });
});

describe('a stretch whose ends are printed in different forms', () => {
  it.each([
    ['5月中旬—12月开展走访。', '5月中旬—12月', '2023-05-11', '2023-12-31'],
    ['5月-12月中旬开展走访。', '5月-12月中旬', '2023-05-01', '2023-12-20'],
    ['5月上旬至6月底开展走访。', '5月上旬至6月底', '2023-05-01', '2023-06-30'],
    ['3月10日到5月中旬开展走访。', '3月10日到5月中旬', '2023-03-10', '2023-05-20'],
    ['3月底~10月8日开展走访。', '3月底~10月8日', '2023-03-31', '2023-10-08'],
    ['6月初至年底开展走访。', '6月初至年底', '2023-06-01', '2023-12-31'],
    ['11月中旬—次年2月开展走访。', '11月中旬—次年2月', '2023-11-11', '2024-02-29'],
    ['11月下旬至2月底开展走访。', '11月下旬至2月底', '2023-11-21', '2024-02-29'],
    ['2023年11月下旬至2024年2月中旬开展走访。', '2023年11月下旬至2024年2月中旬', '2023-11-21', '2024-02-20'],
  ])('is one time: %s', (text, raw, start, end) => expect(windows(text)).toEqual([['window', raw, start, end]]));

  it('gives its figures its last day', () =>
    expect(readTargets('5月中旬—12月，培训农民工300人。', { year: 2023, by: null }, spanOf)).toMatchObject([
      { value: 300, by: '2023-12-31' },
    ]));

  it('has its day by which it ends beside it', () =>
    expect(windows('9月中旬至12月底前完成整治。')).toEqual([
      ['window', '9月中旬至12月底', '2023-09-11', '2023-12-31'],
      ['deadline', '12月底前', undefined, undefined],
    ]));

  it('proposes no day but its last, and over New Year that of the next year', () => {
    expect(deadlinesIn('3月底至10月上旬开展走访。', 2023, null).map(({ day }) => day)).toEqual(['2023-10-10']);
    expect(deadlinesIn('11月下旬至2月底开展走访。', 2023, null).map(({ day }) => day)).toEqual(['2024-02-29']);
  });

  it('is the time of a note, told once', () =>
    expect(readTerms('市局负责，3月10日至5月中旬', { year: 2023, issuedOn: null }, spanOf)).toMatchObject([
      { kind: 'window', raw: '3月10日至5月中旬', start: '2023-03-10', end: '2023-05-20' },
    ]));

  it('is the time of a phase, over New Year too', () => {
    expect(dayRange('11月—次年2月', 2023)).toEqual({ start: '2023-11-01', end: '2024-02-29' });
    expect(dayRange('11月中旬至2月', 2023)).toEqual({ start: '2023-11-11', end: '2024-02-29' });
    expect(dayRange('2023年5月中旬-12月', null)).toEqual({ start: '2023-05-11', end: '2023-12-31' });
    expect(dayRange('5月10日至20日', 2023)).toEqual({ start: '2023-05-10', end: '2023-05-20' });
  });
});

describe('a month in which something is held', () => {
  it.each([
    ['9月举办招聘月活动。', [['window', '9月', '2023-09-01', '2023-09-30']]],
    [
      '4月、10月各组织一次义诊。',
      [
        ['window', '4月', '2023-04-01', '2023-04-30'],
        ['window', '10月', '2023-10-01', '2023-10-31'],
      ],
    ],
    ['排查隐患，2024年3月集中开展回访。', [['window', '2024年3月', '2024-03-01', '2024-03-31']]],
  ])('is a time of the measure: %s', (text, told) => expect(windows(text)).toEqual(told));

  it('comes round with 每年', () =>
    expect(windows('每年9月举办招聘月活动。').map(([kind]) => kind)).toEqual(['recurrent']));
});

describe('several feasts', () => {
  it.each([
    [
      '春节、国庆节前后各开展一次慰问。',
      ['window', '春节', '2024-01-26', '2024-02-25'],
      ['window', '国庆节前后', '2023-09-24', '2023-10-08'],
    ],
    [
      '五一、国庆假期加强值守。',
      ['window', '五一', '2023-05-01', '2023-05-05'],
      ['window', '国庆假期', '2023-10-01', '2023-10-07'],
    ],
    [
      '2024年元旦、春节期间走访慰问。',
      ['window', '2024年元旦', '2024-01-01', '2024-01-03'],
      ['window', '春节期间', '2024-02-10', '2024-02-16'],
    ],
  ])('that lie apart are a time each: %s', (text, ...times) => expect(windows(text)).toEqual(times));

  it('whose days run into each other are one time', () =>
    expect(windows('中秋、国庆假期值班。')).toEqual([['window', '中秋、国庆假期', '2023-09-29', '2023-10-07']]));

  it('from one to another are one stretch, over New Year too', () => {
    const told = (text: string) => readConditions(text, { year: 2023, issuedOn: null }, spanOf)[0];
    const stretch = { raw: '元旦至元宵节期间', start: '2023-01-01', end: '2023-02-05' };
    expect(told('元旦至元宵节期间举办专场招聘。')).toMatchObject(stretch);
    expect(told('国庆节至元旦期间开展检查。')).toMatchObject({ start: '2023-10-01', end: '2024-01-03' });
    expect(told('元旦至春节前清欠。')).toMatchObject({ start: '2023-01-01', end: '2023-01-21' });
  });
});
