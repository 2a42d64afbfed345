import { describe, expect, it } from '@jest/globals';
import { addresseesOf, salutationAt } from './addressees.js';

describe('whom a notice is addressed to', () => {
  it('is one addressee where the levels or the bodies share their end', () => {
    expect(addresseesOf('各省、自治区、直辖市人民政府，国务院各部委、各直属机构：')).toEqual([
      '各省、自治区、直辖市人民政府',
      '国务院各部委',
      '各直属机构',
    ]);
    expect(addresseesOf('各县、区人民政府，省政府各委、办、厅、局：')).toEqual([
      '各县、区人民政府',
      '省政府各委、办、厅、局',
    ]);
  });

  it.each([
    ['各省、自治区、直辖市人民政府和新疆生产建设兵团：', ['各省、自治区、直辖市人民政府', '新疆生产建设兵团']],
    ['各省、自治区、直辖市及新疆生产建设兵团农民工工作领导小组：', null],
    ['各市、州、县、自治县党委和人民政府，省委各部委：', ['各市、州、县、自治县党委和人民政府', '省委各部委']],
    ['各市（州）、县（市、特区）人民政府，省直各部门：', ['各市（州）、县（市、特区）人民政府', '省直各部门']],
    ['各街道工委、办事处，区委各部委办局：', ['各街道工委、办事处', '区委各部委办局']],
    ['各镇党委、人民政府，各街道党工委、办事处：', ['各镇党委、人民政府', '各街道党工委、办事处']],
    ['各设区市、扩权强县市人民政府：', null],
    ['各市、省政府各部门：', ['各市', '省政府各部门']],
    ['各县级市、区人民政府；市各委办局：', ['各县级市、区人民政府', '市各委办局']],
  ])('a list of levels, or of a place’s two bodies, is one: %s', (text, expected) => {
    expect(addresseesOf(text)).toEqual(expected ?? [text.slice(0, -1)]);
    expect(salutationAt([{ text }], 1)).toBe(0);
  });

  it('are several where each has its own words', () => {
    expect(addresseesOf('各街道办事处、区直各单位：')).toEqual(['各街道办事处', '区直各单位']);
    expect(addresseesOf('各县（市、区）、市直有关单位：')).toEqual(['各县（市、区）', '市直有关单位']);
  });
});
