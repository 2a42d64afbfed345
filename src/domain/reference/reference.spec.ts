import { describe, expect, it } from '@jest/globals';
import { fills, listInForce, type MembershipList } from './membership.js';
import { placesBelow, placesNamed, type PlaceTable } from './place.js';

const table: PlaceTable = {
  asOf: '2023-06-30',
  places: [
    { code: '140181', name: '古交市', level: 'county', parent: '140100' },
    { code: '140100', name: '太原市', level: 'city', parent: '140000' },
    { code: '140105', name: '小店区', level: 'county', parent: '140100' },
    { code: '320100', name: '南京市', level: 'city', parent: '320000' },
    { code: '320106', name: '鼓楼区', level: 'county', parent: '320100' },
    { code: '350100', name: '福州市', level: 'city', parent: '350000' },
    { code: '350102', name: '鼓楼区', level: 'county', parent: '350100' },
  ],
};

describe('places', () => {
  it('lists 各县（市、区） of a city in the order of their codes', () => {
    expect(placesBelow(table, '140100').map((place) => place.name)).toEqual(['小店区', '古交市']);
  });

  it('tells two districts of one name apart by the city above', () => {
    expect(placesNamed(table, '鼓楼区')).toHaveLength(2);
    expect(placesNamed(table, '鼓楼区', '南京市').map((place) => place.code)).toEqual(['320106']);
  });
});

describe('membership lists', () => {
  const list = (id: string, from: string, to: string | null): MembershipList => ({
    ...{ id, from, to, name: '农民工工作领导小组成员单位', level: 'city', members: [] },
    surfaces: ['各部门', '农民工工作领导小组各成员单位'],
  });
  const lists = [list('old', '2013-06-14', '2018-09-30'), list('new', '2018-10-01', null)];

  it('gives the list that was in force on the plan’s day', () => {
    expect(listInForce(lists, 'city', '2015-11-20')?.id).toBe('old');
    expect(listInForce(lists, 'city', '2023-05-11')?.id).toBe('new');
    expect(listInForce(lists, 'city', '2010-01-01')).toBeNull();
    expect(listInForce(lists, 'county', '2023-05-11')).toBeNull();
    expect(listInForce([lists[0]], 'city', '2018-10-01')).toBeNull();
  });

  it('holds from its first day to its last, and gives way to a newer list', () => {
    expect(listInForce(lists, 'city', '2013-06-14')?.id).toBe('old');
    expect(listInForce(lists, 'city', '2018-09-30')?.id).toBe('old');
    const overlapping = [list('first', '2018-10-01', null), list('revised', '2021-03-01', null)];
    expect(listInForce(overlapping, 'city', '2020-01-01')?.id).toBe('first');
    expect(listInForce(overlapping, 'city', '2023-05-11')?.id).toBe('revised');
  });

  it('knows under which group names plans mean it', () => {
    expect(fills(lists[0], '各部门')).toBe(true);
    expect(fills(lists[0], '市农民工工作领导小组各成员单位')).toBe(true);
    expect(fills(lists[0], '市人民政府农民工工作暨根治拖欠农民工工资工作领导小组成员单位')).toBe(true);
    expect(fills(lists[0], '各县（市、区）政府')).toBe(false);
    expect(fills(lists[0], '市直各部门')).toBe(true);
    expect(fills(lists[0], '各部门所属企业')).toBe(false);
    expect(fills(lists[0], '领导小组成员单位联络员')).toBe(false);
    const other = { ...lists[0], surfaces: ['市农民工工作领导小组'] };
    expect(fills(other, '市农民工工作领导小组')).toBe(true);
  });
});
