import { describe, expect, it } from '@jest/globals';
import { leadBasisWords } from './lead-basis.js';
import type { OpenGroup } from './reading.js';

const told = (note: string, isAlone: boolean, surfaces: string[] = [], role: OpenGroup['role'] = 'responsible') => {
  const groups = surfaces.map((surface) => ({ surface, role }));
  return leadBasisWords({ leadBasis: 'stated', leadGround: null, note, isAlone, groups });
};

describe('where a lead comes from', () => {
  it('is told as printed only where the note has a word for leading', () => {
    expect(told('（市教育局牵头，市公安局配合）', false)).toBe('文件印明');
    expect(told('市住建局会同市人社局负责', false)).toBe('文件印明');
    expect(told('（主要责任单位：市教育局；其他责任单位：市公安局）', false)).toBe('文件印明');
  });

  it('is told as the only responsible unit where the note names one and nobody else', () => {
    expect(told('责任单位：市教育局', true)).toContain('按唯一责任单位认定');
    expect(told('责任单位：市教育局', true)).not.toContain('印明');
  });

  it('is told as the only unit named, and not as the only responsible one, where groups are responsible beside it', () => {
    expect(told('（市教育局、各县（市、区））', true, ['各县（市、区）'])).toBe(
      '文件没有写“牵头”，点名的只有这一家，其余是“各县（市、区）”，按点名的这一家牵头认定',
    );
    expect(told('责任单位：市教育局、各乡镇、相关部门', true, ['各乡镇', '相关部门'])).toContain(
      '其余是“各乡镇”“相关部门”',
    );
    expect(told('市教育局，相关部门配合', true, ['相关部门'], 'supporting')).toContain('按唯一责任单位认定');
    expect(told('（市教育局牵头，各县（市、区）负责）', true, ['各县（市、区）'])).toBe('文件印明');
  });

  it('is not told as printed where only a person is said to lead', () => {
    expect(told('牵头领导：分管副县长；责任单位：县人社局', true)).toContain('按唯一责任单位认定');
    expect(told('由副县长×××牵头，县教育局负责，各乡镇配合', true)).toContain('按唯一责任单位认定');
    expect(told('牵头领导：×××；牵头单位：县人社局', true)).toBe('文件印明');
  });

  it('is told by contrast beside supporting units, and as the office’s where there is no note or another rule', () => {
    expect(told('（责任单位：市教育局，配合单位：市公安局）', false)).toContain('另列有配合单位');
    expect(told('（市教育局、市公安局）', false)).toContain('排序说明');
    expect(told('', true)).toContain('我办补录');
  });

  it('is not told as the only responsible unit where the note prints only helpers', () => {
    for (const note of ['配合单位：市总工会', '（配合单位：市总工会）', '市总工会配合', '（协办：市总工会、市妇联）']) {
      expect(told(note, true)).toContain('只印了配合');
      expect(told(note, true)).not.toContain('责任单位');
    }
    expect(
      leadBasisWords({
        leadBasis: 'first_listed',
        leadGround: null,
        note: '市总工会、市妇联配合',
        isAlone: false,
        groups: [],
      }),
    ).toContain('只印了配合');
    expect(told('市教育局，市公安局配合', false)).toContain('另列有配合单位');
    expect(told('责任单位：市教育局，配合单位：市公安局', false)).toContain('另列有配合单位');
    expect(told('市教育局负责，市公安局配合', false)).toContain('另列有配合单位');
  });

  it('names the ground of a chosen lead, and says of the first in a list only that', () => {
    const leadGround = { kind: 'meeting', words: '第3次会议' } as const;
    const chosen = { leadBasis: 'chosen', leadGround, note: '（甲局、乙局负责）', isAlone: false, groups: [] } as const;
    expect(leadBasisWords(chosen)).toBe('我办指定，依据会议：第3次会议');
    expect(leadBasisWords({ ...chosen, leadBasis: 'first_listed', leadGround: null })).toBe(
      '文件没有写由谁牵头，未指定牵头',
    );
    expect(leadBasisWords({ ...chosen, leadBasis: null })).toBe('');
  });

  it('says that nobody leads yet where a printed lead was divided, and who answers where only that is printed', () => {
    const divided = {
      leadBasis: 'first_listed',
      leadGround: null,
      note: '（市国土资源局牵头，市司法局配合）',
    } as const;
    expect(leadBasisWords({ ...divided, isAlone: false, groups: [] })).toContain('尚未定由谁牵头');
    expect(told('由市教育局负责，市公安局、市财政局落实', false)).toBe('文件写明由其负责，按牵头认定');
  });
});
