import { describe, expect, it } from '@jest/globals';
import { plainGlyphs, unreadableShare } from './pdf-glyphs.js';

describe('characters of a PDF', () => {
  it('radicals become the characters they stand for', () => {
    expect(plainGlyphs('农⺠⼯⼯作，⻓期坚持，⻔户⻚⾯，⻋辆')).toBe('农民工工作，长期坚持，门户页面，车辆');
  });

  it('other characters stay as printed', () => {
    expect(plainGlyphs('（一）1.5万人次〔2024〕7号')).toBe('（一）1.5万人次〔2024〕7号');
  });

  it('a layer of private characters counts as unreadable', () => {
    expect(unreadableShare('\ue001\ue002一')).toBeCloseTo(2 / 3);
    expect(unreadableShare('')).toBe(0);
  });
});
