import { describe, expect, it } from '@jest/globals';
import type { UnitRef } from '../domain/plan/reading.js';
import { changeLines } from './draft-change-lines.js';
import type { Division } from './draft.js';

const LAND = '市国土资源局';
const heir = (name: string): UnitRef => ({ name, surface: LAND });
const [NATURE, PLANNING] = [heir('市自然资源局'), heir('市规划和自然资源局')];
const JOINT: Division = {
  ...{ mode: 'joint', responsible: [NATURE, PLANNING], supporting: [], lead: NATURE },
  ...{ leadBasis: 'first_listed', leadGround: null },
};
const lines = (before: Division, value: Division) =>
  changeLines({ key: 'm001', field: 'division', before, value }).map(({ what, before: was, after }) =>
    [what, was, after].filter(Boolean).join(' '),
  );

describe('the record of a changed division', () => {
  it('tells of one of two heirs of the same printed unit that it leads now, and nothing of the other', () => {
    const led: Division = { ...JOINT, mode: 'lead_support', responsible: [NATURE] };
    const own = { ...led, supporting: [{ ...PLANNING, own: true }], leadBasis: 'chosen' as const };
    const ground = { kind: 'meeting' as const, words: '会议纪要' };
    expect(lines(JOINT, { ...own, leadGround: ground })).toEqual([
      '分工方式 共同负责（首位不等于牵头） 牵头与配合',
      '市自然资源局 责任 牵头',
      '牵头 指定市自然资源局牵头（会议：会议纪要）',
    ]);
    const second = { ...own, responsible: [PLANNING], lead: PLANNING, supporting: [{ ...NATURE, own: true }] };
    expect(lines(JOINT, { ...second, leadGround: ground }).slice(1, 2)).toEqual(['市规划和自然资源局 责任 牵头']);
  });

  it('tells which of them went, and which was given another name', () => {
    expect(lines(JOINT, { ...JOINT, responsible: [PLANNING], lead: PLANNING })).toEqual([
      '移出单位 市自然资源局（责任）',
    ]);
    expect(lines(JOINT, { ...JOINT, responsible: [NATURE, heir('市林业局')] })).toEqual([
      '单位 市规划和自然资源局 市林业局',
    ]);
  });
});
