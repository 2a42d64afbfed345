import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { membersTyped, typedWords } from './members-typed.js';
import { kindNames } from './units-near.js';
import { namesReader } from './units-typed.js';

const registry = loadUnitRegistry();
const REGISTERED = ['市卫生健康委员会', '市房产管理局'];
const registered = REGISTERED.map((name) => ({ surface: name, name }));
const draft = { region: '太原市', level: 'city' as const, issuedOn: '2026-01-01' };
const usual = kindNames(registry, '市');
const reads = namesReader(draft, registry, { known: [...REGISTERED, ...usual], registered });
const sorted = (names: string[], chosen: Record<string, string> = {}) =>
  membersTyped(names, new Map(Object.entries(chosen)), { registered: REGISTERED, usual, registry, reads });

describe('names typed for the list of members', () => {
  it('are taken where they are known, in full, and where they are new but look like a unit', () => {
    const { names, asked, refused } = sorted(['市卫健委', '市财政局', '市零工服务促进中心']);
    expect(names).toEqual(['市卫生健康委员会', '市财政局', '市零工服务促进中心']);
    expect([asked, refused]).toEqual([[], []]);
  });

  it('are asked about where they are near to a unit on file or a usual one', () => {
    const { names, asked } = sorted(['市卫建委', '市房产局', '市财证局']);
    expect(names).toEqual([]);
    expect(asked.map(({ typed, offers, own }) => [typed, offers[0]!.name, own])).toEqual([
      ['市卫建委', '市卫生健康委员会', '市卫建委'],
      ['市房产局', '市房产管理局', '市房产局'],
      ['市财证局', '市财政局', '市财证局'],
    ]);
  });

  it('are taken as the person chose, the near one or as a new unit', () => {
    expect(sorted(['市卫建委'], { 市卫建委: '市卫生健康委员会' }).names).toEqual(['市卫生健康委员会']);
    expect(sorted(['市卫建委'], { 市卫建委: '市卫建委' }).names).toEqual(['市卫建委']);
    expect(sorted(['市卫建委'], { 市卫建委: '市教育局' }).asked).toHaveLength(1);
  });

  it('are asked about where they are a place, which is no unit of its own', () => {
    const { asked } = sorted(['小店区'], { 小店区: '小店区' });
    expect(asked).toMatchObject([{ offers: [{ name: '小店区人民政府' }], own: null }]);
    expect(sorted(['小店区'], { 小店区: '小店区人民政府' }).names).toEqual(['小店区人民政府']);
  });

  it('are refused where they stand for several units that they do not name', () => {
    const groups = ['各县（市、区）', '市直有关部门', '领导小组成员单位'];
    const found = sorted([...groups, '市财政局']);
    expect([found.refused, found.asked, found.names]).toEqual([groups, [], ['市财政局']]);
    expect(typedWords(sorted(['各县（市、区）']))).toBe('“各县（市、区）”是统称，不是一家单位');
  });

  it('are refused where they do not look like a unit, with words', () => {
    const found = sorted(['李四', '市卫建委']);
    expect(found.refused).toEqual(['李四']);
    expect(typedWords(found)).toBe('“李四”不像单位名称；“市卫建委”可能就是市卫生健康委员会（简称只差一个字）');
  });
});
