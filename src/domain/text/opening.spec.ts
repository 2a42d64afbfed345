import { describe, expect, it } from '@jest/globals';
import { Led, opened, openedSource } from './opening.js';

const opening = (source: string): string | null =>
  /^\(\?=\[(.*?)\]\)/
    .exec(openedSource(source))?.[1]
    ?.replace(/\\u(.{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) ?? null;

describe('the characters that the matches of a pattern begin with', () => {
  it.each([
    ['年底|月底', '年月'],
    ['(?:20\\d\\d年)?(?:春节|国庆)', '2春国'],
    ['[上下]旬', '上下'],
    ['[0-3年]', '0123年'],
    ['[+\\-~]1', '+-~'],
    ['\\d{1,2}月', '0123456789'],
    ['(?<=局|委)(?:牵头|负责)(?!人)', '牵负'],
    ['(?<![一二])月?底', '月底'],
    ['一{0,2}二{1,3}?三', '一二'],
    ['(等(?:地|市)*)', '等'],
    ['（[^）]*）', '（'],
    ['(?:甲*?|乙+)丙', '甲丙乙'],
    ['\\u4e00\\.', '一'],
    ['\\.|\\(', '.('],
  ])('%s', (source, expected) => expect([...(opening(source) ?? '')].sort()).toEqual([...expected].sort()));

  it.each(['.月', '[^，]月', '[一-龥]{2}局', '\\s*月', '月?', '(?!)', '\\b月', '(?:年|.)底', '(月)|\\1', ''])(
    'may be any of a pattern, or none at all: %s',
    (source) => expect(openedSource(source)).toBe(source),
  );
});

it('finds what the pattern itself finds, with its groups and flags', () => {
  const pattern = /(?:(20\d\d)年)?(?:(\d{1,2})月|年(底|末))(?:前)?/g;
  const text = '2024年6月前、9月，年底前；年末';
  const all = (one: RegExp) => [...text.matchAll(one)].map((match) => [match.index, ...match]);
  expect(opened(pattern).source).not.toBe(pattern.source);
  expect(all(opened(pattern))).toEqual(all(pattern));
  expect(opened(/abc/i).source).toBe('abc');
});

describe('a pattern that is tried only where a match can begin', () => {
  const pattern = /(?:(20\d\d)年)?(?:(\d{1,2})月|(?<!每)年(底|末))前?/g;
  const text = '2024年6月前、每年末9月，年底前；年末';
  const told = (matches: Iterable<RegExpMatchArray>) => [...matches].map((match) => [match.index, ...match]);

  it('finds what the pattern itself finds, from the start or from an offset on', () => {
    const led = new Led(pattern);
    expect(told(led.all(text))).toEqual(told(text.matchAll(pattern)));
    expect(led.next(text, 8)?.[0]).toBe('9月');
    expect([led.next(text, 8, text.indexOf('9月'))?.[0], led.next(text, 8, text.length)?.[0]]).toEqual([
      undefined,
      '9月',
    ]);
    expect([led.test(text), led.test('全年'), led.next('全年'), led.all('')]).toEqual([true, false, null, []]);
  });

  it.each([/.月/, /月?/, /a月/i])('may not begin anywhere: %s', (one) => {
    expect(() => new Led(one)).toThrow('may begin anywhere');
  });
});
