import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../../intake/registry.js';
import { slipsOf } from './slips.js';

const registry = loadUnitRegistry();

describe('a name with one wrong character', () => {
  it.each([
    ['市公安居', '市公安局'],
    ['市总公会', '市总工会'],
    ['市总工汇', '市总工会'],
    ['市妇连', '市妇女联合会'],
    ['市公会', '市总工会'],
    ['市人设局', '市人力资源和社会保障局'],
    ['县交通居', '县交通运输局'],
  ])('%s may be %s', (name, unit) => expect(slipsOf(name, registry)).toContain(unit));

  it.each(['市公安局', '市妇联', '市教育费', '市文化', '市区内', '市场监管', '公安居', '市商会', '市来穗局'])(
    '%s is none',
    (name) => expect(slipsOf(name, registry)).toEqual([]),
  );
});
