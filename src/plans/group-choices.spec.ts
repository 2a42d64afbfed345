import { describe, expect, it } from '@jest/globals';
import { smallDraft } from '../../test/support/small-plan.js';
import { applyChanges } from './draft-changes.js';
import { proposals, proposalsUnattended } from './draft-proposals.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { groupHint, groupOptions } from './group-choices.js';

const reporting = (surface: string, other: DraftMeasure[] = []): DraftReading => {
  const draft = smallDraft();
  const [first] = draft.measures as [DraftMeasure];
  const groups = [{ surface, role: 'responsible' as const, choice: 'undecided' as const }];
  const nobody = { mode: 'all' as const, lead: null, leadBasis: null, responsible: [], supporting: [] };
  return {
    ...draft,
    region: '太原市',
    level: 'city',
    measures: [...other, { ...first, ...nobody, key: 'm900', groups }],
  };
};
const words = (draft: DraftReading, surface: string) =>
  Object.values(groupOptions(draft, { surface, choice: 'undecided' }, '按成员单位名单补齐（名录中18家）'));

describe('what may be chosen for units without names', () => {
  it('各责任单位: the units that the plan names, told before they are taken', () => {
    const draft = reporting('各责任单位', smallDraft().measures);
    expect(words(draft, '各责任单位')[0]).toBe('请选择');
    expect(words(draft, '各责任单位').join()).toMatch(/按本文件在各条中点名的单位（\d+家）/);
    expect(groupHint(draft, '各责任单位')).toContain(`名单：${smallDraft().measures[0]!.responsible[0]!.name}`);
    const chosen = (one: DraftReading) => one.measures.at(-1)!.groups[0]!.choice;
    expect(chosen(applyChanges(draft, proposals(draft)))).toBe('named');
    expect(chosen(applyChanges(draft, proposalsUnattended(draft)))).toBe('named');
  });

  it('各责任单位 of a plan that names none: left open, and no list of such units offered', () => {
    const draft = reporting('各责任单位');
    expect(words(draft, '各责任单位').join()).not.toContain('点名');
    expect(groupHint(draft, '各责任单位')).toContain('没有在别处点名');
    expect(applyChanges(draft, proposals(draft)).measures[0]!.groups[0]!.choice).toBe('undecided');
  });

  it('各县（市、区）: the places below with their names, never the list of members', () => {
    const draft = reporting('各县（市、区）');
    expect(words(draft, '各县（市、区）')).toEqual(['请选择', '各县（市、区）各一项（10家）', '暂不明确']);
    expect(groupHint(draft, '各县（市、区）')).toMatch(/^名单：小店区、迎泽区、/);
    expect(words(draft, '各县（市、区）人民政府')[1]).toBe('各县（市、区）各一项（10家）');
    expect(words(draft, '各县（市、区）农民工办')[1]).toBe('各县（市、区）各一项（10家）');
    expect(words(draft, '各街道').join()).not.toContain('成员');
    expect(words(draft, '相关部门').join()).toContain('按成员单位名单补齐（名录中18家）');
  });

  it('各县（市、区）教育局: whose office below would do it in their place is told, and only a person chooses that', () => {
    const draft = reporting('各县（市、区）教育局');
    expect(words(draft, '各县（市、区）教育局')).toEqual([
      '请选择',
      '各县（市、区）各一项（10家），由其农民工办承担，代替“各县（市、区）教育局”',
      '暂不明确',
    ]);
    const choice = (one: DraftReading) => one.measures[0]!.groups[0]!.choice;
    expect(choice(applyChanges(draft, proposals(draft)))).toBe('undecided');
    expect(choice(applyChanges(draft, proposalsUnattended(draft)))).toBe('counties');
  });
});
