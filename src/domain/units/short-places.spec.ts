import { describe, expect, it } from '@jest/globals';
import { shortPlace } from './short-places.js';

describe('the everyday name of an autonomous place', () => {
  it.each([
    ['红河哈尼族彝族自治州', '红河州'],
    ['巴音郭楞蒙古自治州', '巴音郭楞州'],
    ['莫力达瓦达斡尔族自治旗', '莫力达瓦旗'],
    ['龙胜各族自治县', '龙胜县'],
    ['东乡族自治县', null],
    ['广西壮族自治区', null],
    ['红河县', null],
  ])('of %s is %s', (name, short) => expect(shortPlace(name)).toBe(short));
});
