import { describe, expect, it } from '@jest/globals';
import { readConditions, readTerms } from '../targets/conditions.js';
import { readTargets } from '../targets/targets.js';
import { deadlinesIn } from './deadlines.js';
import { noteDays } from './note-days.js';
import { dueDays } from './phrases.js';

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
