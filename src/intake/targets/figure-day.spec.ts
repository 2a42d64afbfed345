import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2026, by: null }, span);
const dated = (text: string): string[] =>
  read(text).map(({ metric, value, by, targetKind }) => `${metric} ${value} ${by ?? ''} ${targetKind}`);
const asked = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);
const told = (text: string) =>
  readConditions(text, { year: 2026, issuedOn: null }, span).map(({ kind, raw }) => `${kind} ${raw}`);

describe('the day from which work goes on is none by which it is done', () => {
  it.each([
    ['自6月1日起，对80家工地开展巡查', ['对工地开展巡查 80  annual']],
    ['自2026年4月起每月巡查2次，巡查工地不少于90家', ['每月巡查 2  norm', '巡查工地 90  annual']],
    ['从3月1日至5月31日，走访工地300家', ['走访工地 300 2026-05-31 annual']],
    ['2026年6月底前起草完毕，走访工地40家', ['走访工地 40 2026-06-30 annual']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));
});

describe('what was reached before is no figure of the plan, and lends it no day', () => {
  it.each([
    ['签约率由2025年的72%提高到85%', ['签约率 85  ratio']],
    ['到2027年签约率由2025年的72%提高到85%', ['签约率 85 2027-12-31 ratio']],
    ['在2025年培训1.2万人的基础上，全年培训1.5万人', ['培训 15000  annual']],
    ['截至2025年底参保9万人，2026年参保人数突破10万人', ['参保人数 100000 2026-12-31 annual']],
    ['截至2026年底参保9万人', ['参保 90000 2026-12-31 annual']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));

  it('nor is 截至 of a year that is over a day of the work', () => {
    expect(told('截至2025年底参保9万人')).toEqual([]);
    expect(told('到2026年底参保9万人')).toEqual(['deadline 2026年底']);
  });

  it('what is added to it is read, and its name asked about', () => {
    const text = '在去年培训1.2万人次基础上再增加1500人次';
    expect(read(text).map(({ value, unit }) => `${value}${unit}`)).toEqual(['1500人次']);
    expect(asked(text)).toEqual(['target_mixed 1500人次']);
  });
});

describe('今年 behind a farther day is the plan’s own year', () => {
  it.each([
    ['十五五期间培育工匠3000人，今年不少于500人', ['培育工匠 3000 2030-12-31 multi_year', '培育工匠 500  annual']],
    ['分三年新建食堂24个，今年8个', ['新建食堂 24 2028-12-31 multi_year', '新建食堂 8  annual']],
    ['6月底前新建食堂10个，每月巡查2次', ['新建食堂 10 2026-06-30 annual', '每月巡查 2  norm']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));

  it('and 分三年 is asked about, as nobody prints its first year', () =>
    expect(asked('分三年新建食堂24个，今年8个')).toEqual(['target_span 分三年']));
});

describe('as much by each day of a list', () => {
  it.each([
    [
      '上半年、下半年各举办2场宣讲，每季度至少开展1次巡查',
      ['举办宣讲 2 2026-06-30 annual', '举办宣讲 2 2026-12-31 annual', '每季度开展巡查 1  norm'],
    ],
    [
      '3月底前、7月底前、10月底前各举办1场招聘会',
      ['举办招聘会 1 2026-03-31 annual', '举办招聘会 1 2026-07-31 annual', '举办招聘会 1 2026-10-31 annual'],
    ],
    ['11月底前各县举办1场招聘会', ['各县举办招聘会 1 2026-11-30 annual']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));
});

it('a term behind a semicolon has not the day before it', () =>
  expect(
    dated('欠薪存量案件6月底前清零60%；新增案件7日内立案、30日内办结')
      .slice(1)
      .map((one) => one.includes('2026-06-30')),
  ).toEqual([false, false]));
