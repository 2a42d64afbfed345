import { expect, it } from '@jest/globals';
import { ALPHABET, numbered, NUMBERS } from './alphabet.js';

it('a character that a rule names has a number of its own, and always the same; others have none', () => {
  const first = numbered('春汛', 0);
  expect(numbered('汛', 0)).not.toBe(first);
  expect([numbered('迎春', 1), NUMBERS['春'.charCodeAt(0)]]).toEqual([first, first]);
  expect(NUMBERS['夏'.charCodeAt(0)]).toBe(0);
});

it('refuses more characters than tables have room for', () => {
  const all = Array.from({ length: ALPHABET }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  expect(() => [...all].forEach((_, at) => numbered(all, at))).toThrow('no number is left');
});
