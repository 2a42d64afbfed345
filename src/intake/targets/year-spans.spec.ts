import { describe, expect, it } from '@jest/globals';
import { measureFigures } from './goal-column.js';
import { readTargets, type TargetContext } from './targets.js';

const PLAN: TargetContext = { year: 2024, by: null };
const read = (text: string, context = PLAN) => readTargets(text, context, (start, end) => [start, end]);
const dated = (text: string, context = PLAN): string[] =>
  read(text, context).map(({ metric, value, by, targetKind, years }) =>
    [metric, value, by ?? '', targetKind, ...(years ?? [])].join(' '),
  );
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('a figure for several years is due when the last of them is over', () => {
  it.each([
    ['3年内新增就业岗位1万个', ['新增就业岗位 10000 2026-12-31 multi_year']],
    ['力争五年内新增学位2万个', ['新增学位 20000 2028-12-31 multi_year']],
    [
      '利用三年时间，新建驿站300个，培训农民工5万人',
      ['新建驿站 300 2026-12-31 multi_year', '培训农民工 50000 2026-12-31 multi_year'],
    ],
    ['用3到5年时间建成示范区10个', ['建成示范区 10 2028-12-31 multi_year']],
    ['未来三年每年新增托位500个', ['新增托位 500 2024-12-31 annual 2024 2026']],
    ['从2024年起，每年新增公益性岗位2000个，连续三年', ['新增公益性岗位 2000 2024-12-31 annual 2024 2026']],
    ['三年共投入3亿元', ['共投入 300000000 2026-12-31 multi_year']],
    ['三年内新建驿站300个；今年新建驿站90个', ['新建驿站 300 2026-12-31 multi_year', '新建驿站 90  annual']],
    ['2024—2026年三年共投入3亿元', ['共投入 300000000 2026-12-31 multi_year']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));

  it.each(['毕业2年内的高校毕业生就业率达到90%', '近三年内发放补贴3亿元', '一年内改造宿舍100间'])(
    'not those of people, of the past, or of one year: %s',
    (text) => expect(read(text).map(({ by }) => by)).toEqual([null]),
  );

  it('from when on is asked, where the plan prints no years', () => {
    expect(doubts('三年内新建驿站300个')).toEqual(['target_span 三年内']);
    expect(doubts('2024—2026年三年共新建驿站300个')).toEqual([]);
    expect(doubts('三年内形成长效机制')).toEqual([]);
  });

  it('what is reached together is due with the last year of the plan’s title', () => {
    const plan = { ...PLAN, first: 2024, last: 2026 };
    expect(dated('累计投入5亿元，举办招聘会20场', plan)).toEqual([
      '累计投入 500000000 2026-12-31 multi_year',
      '举办招聘会 20  annual',
    ]);
    expect(dated('累计投入5亿元')).toEqual(['累计投入 500000000  annual']);
  });
});

describe('2025年、2026年各建20所 is so many in each of the years', () => {
  it.each([
    ['2025年、2026年各建20所学校', ['建学校 20 2025-12-31 annual 2025 2026']],
    ['2024年、2025年、2026年各新建学校20所', ['新建学校 20 2024-12-31 annual 2024 2026']],
  ])('%s', (text, expected) => expect(dated(text)).toEqual(expected));
});

describe('several figures behind 每年', () => {
  it('as many as years: each is that of its own year', () =>
    expect(dated('2024—2026年每年新建驿站10个、15个、20个')).toEqual([
      '新建驿站 10 2024-12-31 annual 2024 2024',
      '新建驿站 15 2025-12-31 multi_year 2025 2025',
      '新建驿站 20 2026-12-31 multi_year 2026 2026',
    ]));

  it('fewer: asked about', () =>
    expect(doubts('2024—2026年每年新建驿站10个、15个')).toEqual(['target_span 每年新建驿站10个、15个']));

  it('of one year each there is nothing to ask', () =>
    expect(doubts('2024—2026年每年新建驿站10个、15个、20个')).toEqual([]));
});
