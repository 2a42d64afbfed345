import { describe, expect, it } from '@jest/globals';
import { dutiesOf, figureUnits, groundWords, leadOf, type GroupChoice, type NamedUnits } from './duties.js';

const unit = (name: string) => ({ name, surface: name });
const units: NamedUnits = {
  idOf: (name) => `id-${name}`,
  members: ['id-财政', 'id-民政'],
  counties: ['id-小店区', 'id-清徐县'],
  named: (surface) => (surface === '各责任单位' ? ['id-人社', 'id-住建'] : []),
};
const group = (choice: GroupChoice['choice'], role: GroupChoice['role'] = 'supporting'): GroupChoice => ({
  ...{ surface: '各成员单位', role, choice },
});
const measure = (more: object = {}) => ({
  ...{ mode: 'joint' as const, lead: unit('人社'), leadBasis: 'stated' as const },
  ...{ responsible: [unit('人社'), unit('教育')], supporting: [unit('财政'), unit('教育')], groups: [] },
  ...more,
});
const brief = (more: object = {}) =>
  dutiesOf(measure(more), units).map(({ unitId, role, isLead }) => `${unitId} ${role}${isLead ? ' lead' : ''}`);

describe('who does a measure', () => {
  it('each unit once, at its highest role, the lead marked', () => {
    expect(brief()).toEqual(['id-人社 responsible lead', 'id-教育 responsible', 'id-财政 supporting']);
  });

  it('every unit confirmed as lead leads, also the second', () => {
    const two = { mode: 'lead_support' };
    expect(brief(two)).toEqual(['id-人社 responsible lead', 'id-教育 responsible lead', 'id-财政 supporting']);
    expect(brief({ ...two, leadBasis: 'first_listed' })[1]).toBe('id-教育 responsible');
  });

  it('beside the lead, who answers for a part of its own is no helper and no lead', () => {
    const three = { mode: 'lead_support', responsible: [unit('人社')] };
    const supporting = [{ ...unit('财政'), own: true }, unit('教育')];
    expect(brief({ ...three, supporting })).toEqual([
      'id-人社 responsible lead',
      'id-财政 responsible',
      'id-教育 supporting',
    ]);
  });

  it('figures are asked of the leads where there are, else of all that are responsible', () => {
    const three = { mode: 'lead_support', responsible: [unit('人社')], supporting: [{ ...unit('财政'), own: true }] };
    expect(figureUnits(measure(three), units)).toEqual(['id-人社']);
    expect(figureUnits(measure(), units)).toEqual(['id-人社', 'id-教育']);
    expect(figureUnits(measure({ ...three, lead: null, leadBasis: null, responsible: [] }), units)).toEqual([
      'id-财政',
    ]);
  });

  it('has no lead where one is only first in the list, or none is named', () => {
    expect(leadOf(measure())).toBe('人社');
    expect(leadOf(measure({ leadBasis: 'chosen' }))).toBe('人社');
    expect(leadOf(measure({ leadBasis: 'first_listed' }))).toBeNull();
    expect(leadOf(measure({ lead: null, leadBasis: null }))).toBeNull();
    expect(brief({ leadBasis: 'first_listed' })[0]).toBe('id-人社 responsible');
  });

  it('a group stands for the list that the office chose, in the group’s part, and for nobody while unclear', () => {
    expect(brief({ groups: [group('members')] }).slice(2)).toEqual(['id-财政 supporting', 'id-民政 supporting']);
    expect(brief({ groups: [group('counties', 'responsible')] }).slice(2)).toEqual([
      'id-小店区 responsible',
      'id-清徐县 responsible',
      'id-财政 supporting',
    ]);
    expect(brief({ groups: [group('unclear'), group('undecided')] })).toEqual(brief());
    const reporting = { surface: '各责任单位', role: 'responsible', choice: 'named' };
    expect(brief({ mode: 'all', lead: null, responsible: [], groups: [reporting] })).toEqual([
      'id-人社 responsible',
      'id-住建 responsible',
      'id-财政 supporting',
      'id-教育 supporting',
    ]);
  });
});

describe('on what a chosen lead rests', () => {
  it('is told with its kind', () => {
    const kinds = ['document', 'meeting', 'instruction', 'other'] as const;
    expect(kinds.map((kind) => groundWords({ kind, words: '甲' }))).toEqual([
      '文件（文号）：甲',
      '会议：甲',
      '批示：甲',
      '其他：甲',
    ]);
    expect(groundWords(null)).toBe('未写依据');
  });
});
