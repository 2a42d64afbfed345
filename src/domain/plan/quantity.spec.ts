import { describe, expect, it } from '@jest/globals';
import { scaled } from './quantity.js';

describe('a printed figure with its scale word', () => {
  it.each([
    ['1.26', '万', 12_600],
    ['1.1', '万', 11_000],
    ['3', '十', 30],
    ['2', '百', 200],
    ['5', '千', 5000],
    ['6', '百万', 6_000_000],
    ['2', '千万', 20_000_000],
    ['3.2', '亿', 320_000_000],
    ['0.01', '万亿', 10_000_000_000],
    ['1,234,567', undefined, 1_234_567],
    ['12，600', undefined, 12_600],
  ])('%s %s is %d', (printed, scale, value) => {
    expect(scaled(printed, scale)).toBe(value);
  });
});
