import { describe, expect, it } from '@jest/globals';
import { addresseesOf } from './addressees.js';

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

  it('are several where each has its own words', () => {
    expect(addresseesOf('各街道办事处、区直各单位：')).toEqual(['各街道办事处', '区直各单位']);
    expect(addresseesOf('各县（市、区）、市直有关单位：')).toEqual(['各县（市、区）', '市直有关单位']);
  });
});
