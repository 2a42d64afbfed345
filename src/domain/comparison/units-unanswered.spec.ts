import { describe, expect, it } from '@jest/globals';
import { measure, plan } from '../../../test/cascade/compared-plans.js';
import type { ComparedMeasure } from './clause.js';
import { compareWithSuperior } from './superior.js';

const TEXT = '引导用工企业签订电子劳动合同，建立合同台账。';
const theirs = measure('1', '推行电子合同', TEXT, [
  '省人力资源和社会保障厅',
  '省教育厅',
  '省高级人民法院',
  '共青团省委',
]);
const mine = (units: string[], more: Partial<ComparedMeasure> = {}) => measure('2', '推行电子合同', TEXT, units, more);
const told = (ours: ComparedMeasure[], whose: '上级' | '对方' = '上级') =>
  compareWithSuperior(plan('province', [theirs]), plan('city', ours), undefined, whose).findings.map(
    ({ kind, sentence }) => `${kind} ${sentence}`,
  );
const SAME = 'same 疑似对应，请先核对是否同一事项；如是，未见目标降低、时限推后';

describe('units that the superior names for the matter', () => {
  it('are told where ours names no counterpart of theirs, by the part that they have', () => {
    expect(told([mine(['市人力资源和社会保障局', '市中级人民法院', '共青团市委'])])).toEqual([
      `${SAME}；上级的配合单位省教育厅，我方没有对口单位（请核对）。`,
    ]);
    expect(told([mine(['市教育局', '市中级人民法院', '共青团市委'])])).toEqual([
      `${SAME}；上级的责任单位省人力资源和社会保障厅，我方没有对口单位（请核对）。`,
    ]);
  });

  it('are not missed where all are named, in whatever part, nor where a group may hold them', () => {
    const all = ['市教育局', '市人力资源和社会保障局', '市中级人民法院', '共青团市委'];
    expect(told([mine(all)])).toEqual([`${SAME}。`]);
    const group = { open: ['各有关单位'], openGroups: [{ surface: '各有关单位', role: 'supporting' as const }] };
    expect(told([mine(['市人力资源和社会保障局'], group)])).toEqual([`${SAME}。`]);
    expect(told([mine(['市人力资源和社会保障局'])], '对方')).toEqual([`${SAME}。`]);
  });

  it('may stand in any of several clauses of ours', () => {
    const part = (no: string, unit: string, text: string) => measure(no, '推行电子合同', text, [unit]);
    const several = [
      part('2', '市人力资源和社会保障局', '引导用工企业签订电子劳动合同。'),
      part('3', '市教育局', '建立合同台账。'),
    ];
    expect(told(several).join()).not.toContain('省教育厅');
  });
});

describe('one of several clauses of ours without an owner', () => {
  it('is named beside the one that has one', () => {
    const joined = measure('1', '培训和招聘', '开办缝纫护理技能培训班，举办农民工专场招聘会。', [
      '省人力资源和社会保障厅',
    ]);
    const own = [
      measure('2', '技能培训', '开办缝纫护理技能培训班。', ['市人力资源和社会保障局']),
      measure('3', '专场招聘', '举办农民工专场招聘会。', [], { open: ['各有关单位'] }),
    ];
    const { findings } = compareWithSuperior(plan('province', [joined]), plan('city', own));
    expect(findings[0]!.own.map(({ place }) => place.no)).toEqual(['2', '3']);
    expect(findings[0]).toMatchObject({ kind: 'same', certain: false });
    expect(findings[0]!.sentence).toContain('；其中我方“3 专场招聘”没有具体责任单位（请核对）。');
  });
});
