import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年稳就业实施方案', ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  read(...lines).measures.map(({ no, heading, text, lead, targets }) => [
    no,
    heading.join('>'),
    text,
    lead?.name,
    targets.map(({ value }) => value).join(' '),
  ]);

describe('a heading with a note', () => {
  it('keeps the figure that stands in it, beside its parts', () => {
    expect(told('一、扩大就业', '（一）新建驿站20个（责任单位：市总工会）', '1.配齐设施。')).toEqual([
      ['1.1', '扩大就业>新建驿站20个', '新建驿站20个', '市总工会', '20'],
      ['1.1.1', '扩大就业>新建驿站20个>配齐设施', '配齐设施。', '市总工会', ''],
    ]);
  });

  it('may be nothing but its note: that is no title', () => {
    expect(told('一、责任单位：市总工会', '1.城镇新增就业12万人。', '2.培训5万人次。')).toEqual([
      ['1.1', '城镇新增就业12万人', '城镇新增就业12万人。', '市总工会', '120000'],
      ['1.2', '培训5万人次', '培训5万人次。', '市总工会', '50000'],
    ]);
  });

  it('is its own text where only a remark on the whole list stands below', () => {
    const list = ['1.新增就业三千人。（责任单位：市人社局）', '2.办好夜校。（责任单位：市总工会）'];
    expect(told(...list, '注：各单位按季度报送进展').map(([, , text]) => text)).toEqual([
      '新增就业三千人。',
      '办好夜校。',
    ]);
  });

  it('gives the last of its parts no words of who issues the plan', () => {
    const [one] = told(
      '一、扩大就业（责任单位：市总工会）',
      '1.办好夜校。',
      '开课30门。',
      '衢州市人民政府',
      '2024年3月2日',
    );
    expect(one).toEqual(['1.1', '扩大就业>办好夜校', '开课30门。', '市总工会', '30']);
  });
});

describe('a list that the text before the note announces', () => {
  const TEXT = '（一）扩大培训。开展下列培训：（责任单位：市总工会）';

  it('belongs to the measure', () => {
    expect(told('一、扩大就业', TEXT, '——夜校1万人次；', '——网课2000人次。')).toEqual([
      ['1.1', '扩大就业>扩大培训', '开展下列培训：\n——夜校1万人次；\n——网课2000人次。', '市总工会', '10000 2000'],
    ]);
  });

  it('ends at the first line that is no item', () => {
    expect(told('一、扩大就业', TEXT, '——夜校1万人次。', '衢州市人民政府')[0]?.[2]).toBe(
      '开展下列培训：\n——夜校1万人次。',
    );
  });
});
