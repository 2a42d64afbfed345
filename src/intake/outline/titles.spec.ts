import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年促进消费实施方案', ...lines].join('\n'), registry);
const told = (...lines: string[]) =>
  read(...lines).measures.map(({ no, title, text, lead, supporting }) => [
    no,
    title,
    text,
    [lead?.name, ...supporting.map(({ name }) => name)].join(' '),
  ]);

describe('a heading without a full stop', () => {
  it('ends before the bracket that says who does it, whatever label stands in the bracket', () => {
    expect(
      told(
        '一、主要任务',
        '1.新增经营主体2万户（牵头部门：市市场监管局；协助部门：市税务局）',
        '2.办好年货节（市商务局负责，1月底前）各地同步举办。',
      ),
    ).toEqual([
      ['1.1', '新增经营主体2万户', '新增经营主体2万户', '市市场监督管理局 市税务局'],
      ['1.2', '办好年货节', '各地同步举办。', '市商务局'],
    ]);
  });

  it('ends before the label of its units where the line break between them was lost', () => {
    expect(
      told('一、主要任务', '1.改善消费环境责任单位：市市场监管局', '2.办好夜市牵头：市商务局；配合：市公安局'),
    ).toEqual([
      ['1.1', '改善消费环境', '改善消费环境', '市市场监督管理局'],
      ['1.2', '办好夜市', '办好夜市', '市商务局 市公安局'],
    ]);
    expect(
      told('一、主要任务', '1.第一检查组；责任领导：甲某某责任单位：市城管局，市司法局').map(([, title]) => title),
    ).toEqual(['第一检查组']);
  });

  it('keeps its number where the text is cut out of a longer plan', () => {
    expect(
      told('三、主要任务', '9.办好夜市。延长时间。（市商务局牵头）', '10.办好年货节。布置展区。（市商务局牵头）'),
    ).toEqual([
      ['3.9', '办好夜市', '延长时间。', '市商务局'],
      ['3.10', '办好年货节', '布置展区。', '市商务局'],
    ]);
  });

  it('keeps a colon title that speaks of no units', () => {
    expect(told('一、主要任务', '1.零工市场：建成四处。（市人社局负责）')).toEqual([
      ['1.1', '零工市场', '建成四处。', '市人力资源和社会保障局'],
    ]);
  });
});
