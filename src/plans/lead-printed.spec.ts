import { describe, expect, it } from '@jest/globals';
import { firstLeads, printsLead } from './lead-printed.js';

describe('whether a note names a unit as its lead', () => {
  it.each([
    ['（市教育局牵头，市财政局配合）', '市教育局', true],
    ['（市教育局牵头，市财政局配合）', '市财政局', false],
    ['（市教育局、市财政局牵头）', '市教育局', true],
    ['牵头单位：市教育局、市财政局；配合单位：市总工会', '市财政局', true],
    ['牵头单位：市教育局、市财政局；配合单位：市总工会', '市总工会', false],
    ['由市教育局负责，市财政局、市总工会落实', '市教育局', true],
    ['（市教育局会同市财政局办理）', '市财政局', false],
    ['（市教育局、市财政局、市总工会）', '市教育局', false],
    ['（市教育局、市财政局负责）', '市教育局', false],
    ['牵头领导：副市长；责任单位：市教育局、市财政局', '市教育局', false],
    ['', '市教育局', false],
  ])('%s: %s %s', (note, unit, is) => {
    expect(printsLead(note, unit)).toBe(is);
  });

  it('goes by a rule of the document where it has one', () => {
    expect(firstLeads('各项任务列第一位的为牵头单位。\n（一）开展培训。（市教育局、市财政局）')).toBe(true);
    expect(firstLeads('（一）开展培训。（市教育局、市财政局）')).toBe(false);
  });
});
