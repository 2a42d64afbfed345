import { describe, expect, it } from '@jest/globals';
import { signatureName } from './register.js';

describe('a unit’s name in a signature', () => {
  it('has the place in front', () => {
    expect(signatureName('市卫生健康委员会', '太原市')).toBe('太原市卫生健康委员会');
    expect(signatureName('共青团市委', '太原市')).toBe('共青团太原市委');
    expect(signatureName('国家统计局太原调查队', '太原市')).toBe('国家统计局太原调查队');
  });

  it('keeps the level where the plan does not tell its place', () => {
    expect(signatureName('市卫生健康委员会', '')).toBe('市卫生健康委员会');
  });
});
