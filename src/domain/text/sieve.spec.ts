import { describe, expect, it } from '@jest/globals';
import { Sieve } from './sieve.js';

const PATTERNS = [
  /^(?:每|各)(?:个|家)?/,
  /^全[市县]$|^市[直级]/,
  /(?:不少于|至少)$/,
  /[约近](?:达到?)?$|[超过]$/,
  /力争|努力(?!人)/,
  /(?<!不)低于|(?:^|，)对/,
  /约占[^，]*$|近$/,
  /约占?[^，]|[近超]/,
  /^.{2,4}(?:率|比例)$/,
];
const WORDS = [
  '',
  '每个县',
  '各',
  '全市',
  '市级',
  '全',
  '不少于',
  '至少',
  '约达',
  '超过',
  '力争',
  '努力人',
  '不低于',
].concat(['低于', '，对', '对', '约占一半', '近', '参保率', '率', '合格比例', '比例', '新建', '少', '努', '，每个']);

describe('a pattern that is tried only on words that have the characters of its matches', () => {
  it.each(PATTERNS)('finds what the pattern itself finds: %s', (pattern) => {
    const one = new Sieve().of(pattern);
    const told = WORDS.map((words) => [one.test(words), one.exec(words)?.[0], one.without(words)]);
    expect(told).toEqual(
      WORDS.map((words) => [pattern.test(words), pattern.exec(words)?.[0], words.replace(pattern, '')]),
    );
  });

  it('looks at the beginning, at the end or at all of the words', () => {
    const sieve = new Sieve();
    const [begins, ends, holds] = [sieve.of(/^每[年月]/), sieve.of(/以上$/), sieve.of(/力争/)];
    expect([begins.may('每天'), begins.may('不每年'), begins.may('')]).toEqual([true, false, false]);
    expect([ends.may('上'), ends.may('以上的'), ends.may('')]).toEqual([true, false, false]);
    const told = ['不力争', '尽力', '争力', '不力争', ''].map((words) => holds.may(words));
    expect(told).toEqual([true, false, false, true, false]);
  });

  it('of many patterns each is told by itself', () => {
    const marks = Array.from({ length: 40 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const sieve = new Sieve();
    const begin = marks.map((mark) => sieve.of(new RegExp(`^${mark}`)));
    expect(marks.map((mark) => begin.filter((one) => one.test(mark)).length)).toEqual(marks.map(() => 1));
    for (const mark of marks.slice(0, 32)) sieve.of(new RegExp(mark));
    expect(() => sieve.of(/力/)).toThrow('no bit is left');
  });

  it('refuses a pattern that says nothing of these characters, or that keeps a place', () => {
    for (const pattern of [/[^，]率/, /^.*月|年$/, /(?:甲|乙)*/, /月?$/])
      expect(() => new Sieve().of(pattern)).toThrow('may begin anywhere');
    expect(() => new Sieve().of(/月/g)).toThrow('flags');
  });
});
