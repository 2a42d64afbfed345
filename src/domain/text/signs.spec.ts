import { describe, expect, it } from '@jest/globals';
import { holds, isSign, matchesOf, nextSign, openingOf, sign, spells } from './signs.js';

const STOP = sign('，。');
const SEASON = sign('春汛');
const TEXT = '汛期前清淤，年底前验收。';

describe('signs tell without a pattern what a text cannot hold', () => {
  it('whichever text was asked for before', () => {
    expect([TEXT, '年底', TEXT].map((text) => holds(text, SEASON))).toEqual([true, false, true]);
    expect([spells('春运', SEASON), spells('', SEASON), holds('年底', SEASON | STOP)]).toEqual([true, false, false]);
  });

  it('a character may be of several signs, and none stands outside a text', () => {
    const first = sign('汛');
    expect([isSign(TEXT, 0, first), isSign(TEXT, 0, SEASON), isSign(TEXT, 1, SEASON)]).toEqual([true, true, false]);
    expect([isSign(TEXT, -1, SEASON), isSign(TEXT, TEXT.length, STOP)]).toEqual([false, false]);
  });

  it('the same characters are the same sign, wherever it is asked for', () => {
    expect(sign('春汛')).toBe(SEASON);
    expect(sign('汛春')).not.toBe(SEASON);
  });

  it('where the words of a clause begin: behind the stop before them, or where the reach ends', () => {
    expect(TEXT.slice(openingOf(TEXT, 11, STOP), 11)).toBe('年底前验收');
    expect(TEXT.slice(openingOf(TEXT, 11, STOP, 2), 11)).toBe('验收');
    expect(openingOf(TEXT, 3, STOP)).toBe(0);
  });

  it('where the next stop stands: at the offset itself, behind it, or where the look ends', () => {
    expect([0, 5, 6].map((from) => nextSign(TEXT, from, STOP))).toEqual([5, 5, 11]);
    expect([nextSign(TEXT, 6, STOP, 9), nextSign(TEXT, 6, SEASON), nextSign('', 0, STOP)]).toEqual([9, 12, 0]);
  });
});

it('all matches of a pattern are those of matchAll, also of one that matches nothing at all', () => {
  for (const pattern of [/[期底]前/g, /，?/g, /冬/g]) {
    const expected = [...TEXT.matchAll(pattern)].map(({ 0: words, index }) => [words, index]);
    expect(matchesOf(TEXT, pattern).map(({ 0: words, index }) => [words, index])).toEqual(expected);
  }
});
