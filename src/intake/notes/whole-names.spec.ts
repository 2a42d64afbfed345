import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh } from './note.js';

const registry = loadUnitRegistry();

/** What each note of a city's plan says: lead or responsible units, supporting units, open groups. */
function city(text: string): string[] {
  const context = { registry, region: '太原市', level: 'city', day: '2024-06-01', carried: '市' } as const;
  return findNotes(text, context).map(({ words }) => {
    const { responsible, supporting, openGroups } = weigh(words, false);
    const names = [responsible, supporting].map((units) => units.map(({ name }) => name).join(' '));
    return [...names, openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
  });
}

describe('a team whose name holds the verb of what it does', () => {
  it.each([
    '市推进数字政府建设领导小组办公室',
    '市统筹推进新型城镇化工作领导小组办公室',
    '市实施乡村振兴战略领导小组办公室',
    '市促进服务业发展联席会议办公室',
    '市推进“放管服”改革协调小组办公室',
    '市委全面依法治市委员会办公室',
    '市支持重点项目工作专班',
  ])('%s is one unit', (team) => {
    expect(city(`压实责任。（${team}、市财政局负责）`)).toEqual([`${team} 市财政局 |  | `]);
    expect(city(`压实责任。（${team}牵头，市财政局配合）`)).toEqual([`${team} | 市财政局 | `]);
    expect(city(`压实责任。责任单位：*${team}，市财政局`)).toEqual([`${team} 市财政局 |  | `]);
  });

  it('is cut from those it works with', () => {
    expect(city('压实责任。（市农民工办会同市安委会各成员单位负责）')).toEqual([
      '市农民工工作领导小组办公室 |  | 市安委会各成员单位',
    ]);
  });

  it('is cut from a unit that does something with it', () => {
    expect(city('压实责任。（市财政局配合市双碳工作领导小组办公室）')[0]).toContain('市财政局');
    expect(city('压实责任。（市发展改革委牵头推进，市双碳工作领导小组办公室配合）')).toEqual([
      '市发展和改革委员会 | 市双碳工作领导小组办公室 | ',
    ]);
  });
});

describe('all members of a committee', () => {
  it.each([
    '健康太原行动推进委员会各成员单位',
    '市安委会各成员单位',
    '市安委会成员单位',
    '市食安委各成员单位',
    '市防汛抗旱指挥部各成员单位',
    '市养老服务联席会议各成员单位',
  ])('%s is one open group', (members) =>
    expect(city(`压实责任。（${members}，各县（市、区）政府负责）`)).toEqual([` |  | ${members} 各县（市、区）政府`]),
  );
});

describe('units by whose they are and where they sit', () => {
  it.each([
    '中省直有关部门',
    '中直驻并有关单位',
    '驻并中直单位',
    '中央和省驻并有关单位',
    '市直及中省直各有关单位',
    '中央、省驻市各单位',
    '部、省属驻市单位',
    '中、省、市驻县单位',
  ])('%s are one open group', (group) => {
    expect(city(`压实责任。（责任单位：市财政局，${group}）`)).toEqual([`市财政局 |  | ${group}`]);
    expect(city(`压实责任。（市财政局、${group}负责）`)).toEqual([`市财政局 |  | ${group}`]);
  });

  it('are a group of their own behind another group', () => {
    expect(city('压实责任。（责任单位：市直各部门和中央、省驻市各单位）')).toEqual([
      ' |  | 市直各部门 中央、省驻市各单位',
    ]);
  });
});

describe('groups by field or level', () => {
  it.each([
    '各级教育、人社、财政部门',
    '市、县区两级人社部门',
    '各县（市、区）党委、政府',
    '各市、县（市、区）党委、政府',
    '各县区党委和政府',
    '省直管县（市）人民政府',
  ])('%s are one open group', (group) => {
    expect(city(`压实责任。（${group}按职责分工负责）`)).toEqual([` |  | ${group}`]);
    expect(city(`压实责任。（市财政局牵头，${group}配合）`)).toEqual([`市财政局 |  | ${group}`]);
  });

  it('are cut from a unit before them where the separator was lost', () => {
    expect(city('压实责任。（责任单位：市财政局市人社局各县区政府）')).toEqual([
      '市财政局 市人力资源和社会保障局 |  | 各县区政府',
    ]);
  });
});

it('a river commission keeps its own name in a list of the city', () => {
  expect(city('保护水源。（市水务局、黄河水利委员会上中游管理局负责）')).toEqual([
    '市水务局 黄河水利委员会上中游管理局 |  | ',
  ]);
});
