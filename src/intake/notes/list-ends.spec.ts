import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const read = (note: string) =>
  readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。定期分析情况。（${note}）`, registry).measures.map(
    ({ mode, responsible, supporting, open, doubts }) => ({
      read: `${mode} | ${responsible.map(({ name }) => name).join(' ')} | ${supporting.map(({ name }) => name).join(' ')} | ${open.join(' ')}`,
      codes: doubts.map(({ code }) => code),
    }),
  );
const sure = (words: string) => [{ read: words, codes: [] }];

describe('the end of a list of units', () => {
  it.each(['司法机关', '党政机关', '用人单位', '群团机关', '新闻媒体', '社会力量', '政法机关'])(
    'is closed by 等%s',
    (kind) => {
      expect(read(`市公安局、市司法局等${kind}负责`)).toEqual(sure('joint | 市公安局 市司法局 |  | 等'));
      expect(read(`市教育局牵头，市公安局、市司法局等${kind}配合`)).toEqual(
        sure('lead_support | 市教育局 | 市公安局 市司法局 | 等'),
      );
    },
  );

  it('goes on behind 等部门 with 和, 及 and whoever stands there', () => {
    for (const and of ['和', '及', '以及', '与'])
      expect(read(`市教育局牵头，市公安局、市司法局等部门${and}工商联配合`)).toEqual(
        sure('lead_support | 市教育局 | 市公安局 市司法局 市工商业联合会 | 等'),
      );
  });

  it('is a group where the fields of all levels are listed', () => {
    for (const group of ['市、县两级人社、教育、财政部门', '市县两级人社、教育和财政部门', '各级人社、教育部门'])
      expect(read(`市总工会牵头，${group}配合`)).toEqual(sure(`lead_support | 市总工会 |  | ${group}`));
  });

  it('is no more where the places below answer for their own', () => {
    for (const words of ['落实属地责任', '落实属地管理责任', '落实主体责任'])
      expect(read(`市教育局牵头，市公安局配合，各县（市、区）${words}`)).toEqual(
        sure('lead_support | 市教育局 | 市公安局 | 各县（市、区）'),
      );
  });

  it('stands without brackets just so, and urging the places is no note', () => {
    const bare = (words: string) =>
      readPlan(`衢州市2024年工作方案\n一、任务\n1.办好夜校。定期分析情况。${words}`, registry).measures.map(
        ({ supporting, open }) => [...supporting.map(({ name }) => name), ...open].join(' '),
      );
    for (const words of ['落实属地责任', '为责任主体'])
      expect(bare(`市教育局牵头，市公安局配合，各县（市、区）政府${words}。`)).toEqual(['市公安局 各县（市、区）政府']);
    expect(bare('各县（市、区）政府落实属地责任。')).toEqual([]);
  });

  it('may be an authority by its field, which is asked about as 部门 is', () => {
    expect(read('市公安机关、市教育局负责')).toEqual([
      { read: 'joint | 市公安局 市教育局 |  | ', codes: ['unit_by_field'] },
    ]);
  });
});
