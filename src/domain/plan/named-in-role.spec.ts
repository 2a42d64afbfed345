import { describe, expect, it } from '@jest/globals';
import { namedInRole, rolesMeant } from './named-in-role.js';

const unit = (name: string, own = false) => ({ name, surface: name, ...(own ? { own } : {}) });
const led = {
  ...{ mode: 'lead_support' as const, lead: unit('市人社局'), leadBasis: 'stated' as const },
  ...{ responsible: [unit('市人社局')], supporting: [unit('市住建局', true), unit('市财政局')] },
};
const joint = {
  ...{ mode: 'joint' as const, lead: unit('市教育局'), leadBasis: 'first_listed' as const },
  ...{ responsible: [unit('市教育局'), unit('市总工会')], supporting: [] },
};
const nobody = { mode: 'all' as const, lead: null, leadBasis: null, responsible: [], supporting: [] };

describe('各责任单位 of a plan', () => {
  it('are read from their words; 相关部门 and 各成员单位 say no part', () => {
    const said = [
      '各责任单位',
      '各有关责任单位',
      '各牵头单位',
      '各牵头责任单位',
      '各承办单位',
      '各配合部门',
      '责任单位',
    ];
    expect(said.map((one) => rolesMeant(one).join())).toEqual([
      ...['responsible', 'responsible', 'lead', 'lead', 'responsible', 'supporting', 'responsible'],
    ]);
    expect(rolesMeant('各牵头、配合单位')).toEqual(['lead', 'supporting']);
    expect(['相关部门', '各成员单位', '各有关单位', '各县（市、区）', '行业牵头部门'].flatMap(rolesMeant)).toEqual([]);
  });

  it('are the units that its measures name in that part', () => {
    const plan = [led, joint, nobody];
    expect(namedInRole(plan, '各牵头单位')).toEqual(['市人社局']);
    expect(namedInRole(plan, '各责任单位')).toEqual(['市人社局', '市住建局', '市教育局', '市总工会']);
    expect(namedInRole(plan, '各配合单位')).toEqual(['市财政局']);
    expect(namedInRole([nobody], '各责任单位')).toEqual([]);
  });
});
