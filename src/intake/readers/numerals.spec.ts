import { describe, expect, it } from '@jest/globals';
import { chineseNumber, formatCounter } from './numerals.js';

describe('numbers of chapters and clauses', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [42, '四十二'],
    [100, '一百'],
    [105, '一百〇五'],
    [110, '一百一十'],
    [1000, '1000'],
  ])('%i is %s', (value, printed) => {
    expect(chineseNumber(value)).toBe(printed);
  });

  it.each([
    ['decimal', 3, '3'],
    ['decimalZero', 3, '03'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographDigital', 12, '一二'],
    ['decimalEnclosedCircleChinese', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 14, 'xiv'],
    ['none', 5, ''],
    ['someFormatOfTomorrow', 5, '5'],
    ['constructor', 5, '5'],
    ['upperLetter', 2_000_000_000, '2000000000'],
  ])('%s prints %i as %s', (format, value, printed) => {
    expect(formatCounter(value, format)).toBe(printed);
  });
});
