import { describe, expect, it } from '@jest/globals';
import { SIMPLIFIED_TABLE } from './character-table.js';

/** Chinese print itself, numbers in circles and brackets, and the dots of an ellipsis, which mark levels and gaps. */
const KEPT = /[①-⒛⓪-⓿❶-➓…‥！（），：；？\ud800-\udfff]/;

describe('the table of characters', () => {
  it('leaves no character whose printed form has another of the same meaning', () => {
    const left: string[] = [];
    SIMPLIFIED_TABLE.forEach((becomes, code) => {
      const character = String.fromCharCode(code);
      const same = character.normalize('NFKC');
      if (becomes === code && same !== character && same.length === 1 && !KEPT.test(character)) left.push(character);
    });
    expect(left).toEqual([]);
  });

  it('leaves what stands for itself: ideographs, figures, letters and the marks of Chinese print', () => {
    for (const character of '农民工䶮鿿가힣0129azAZ。、“”（），；：')
      expect(SIMPLIFIED_TABLE[character.charCodeAt(0)]).toBe(character.charCodeAt(0));
  });
});
