import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (note: string, head = '宜昌市2024年工作要点') =>
  readPlan(`${head}\n一、任务\n1.办好夜校。定期分析情况。${note}`, registry).measures.map(
    ({ responsible, supporting, open, due }) => ({
      responsible: responsible.map(({ name }) => name),
      supporting: supporting.map(({ name }) => name),
      ...{ open, due },
    }),
  );
const [hr, union] = ['市人力资源和社会保障局', '市总工会'];

describe('a note that is put together in a less usual way', () => {
  it('closes its list with 等部门 before any verb that says who helps', () => {
    for (const verb of ['协同', '协办', '分工负责'])
      expect(read(`（市人社局牵头，中国银行宜昌分行等部门${verb}）`)).toEqual([
        { responsible: [hr], supporting: ['中国银行宜昌分行'], open: ['等'], due: null },
      ]);
  });

  it('joins a federation to whoever stands behind 和, its level printed or not', () => {
    expect(read('（市残联和国网宜昌供电公司、市工商联及枝江市人民政府负责）')[0]?.responsible).toEqual([
      '市残疾人联合会',
      '国网宜昌供电公司',
      '市工商业联合会',
      '枝江市人民政府',
    ]);
    expect(read('（共青团中央及财政部、中国残联和教育部负责）', '国务院2024年工作要点')[0]?.responsible).toEqual([
      '共青团中央',
      '财政部',
      '中国残疾人联合会',
      '教育部',
    ]);
  });

  it('stands as a sentence whose parts a semicolon divides, whatever the word for leading', () => {
    for (const lead of ['牵头组织实施', '负总责', '主办', '为牵头单位'])
      expect(read(`市人社局${lead}；市总工会参加。`)).toEqual([
        { responsible: [hr], supporting: [union], open: [], due: null },
      ]);
  });

  it('stands as a sentence that ends with 协同, 指导 or with a rhythm', () => {
    for (const end of ['协同', '指导', '配合，持续推进', '指导，长期坚持'])
      expect(read(`\n市人社局牵头，市总工会${end}。`)).toEqual([
        { responsible: [hr], supporting: [union], open: [], due: null },
      ]);
  });

  it('has its day or its leader in a bracket of its own, before the units or behind them', () => {
    const parts = { responsible: [hr], supporting: [union], open: [], due: '2024-06-30' };
    expect(read('（牵头单位：市人社局）（参与单位：市总工会）（完成时限：6月底前）')).toEqual([parts]);
    expect(read('（完成时限：6月底前）（牵头单位：市人社局）（参与单位：市总工会）')).toEqual([parts]);
    expect(read('（责任领导：甲某）（责任单位：市人社局）')[0]).toMatchObject({ responsible: [hr], supporting: [] });
    expect(read('\n【牵头单位】市人社局【参与单位】市总工会【责任人】甲某')[0]).toMatchObject({ supporting: [union] });
  });

  it('has a full stop behind each label, and a day before the first', () => {
    expect(read('\n完成时限：6月底前。主要责任单位：市人社局。具体负责单位：市总工会。参加单位：各县区。')).toEqual([
      { responsible: [hr], supporting: [union], open: ['各县区'], due: '2024-06-30' },
    ]);
    expect(read('主办单位：市人社局。落实单位：市总工会。办结时限：6月底前。')).toEqual([
      { responsible: [hr], supporting: [union], open: [], due: '2024-06-30' },
    ]);
  });

  it('goes on to the next label behind 持续推进', () => {
    expect(read('\n时限：持续推进\n承办单位：市人社局')[0]).toMatchObject({ responsible: [hr], due: null });
  });

  it('is no foot of a web page, though a government is the 主办单位', () => {
    expect(read('\n主办单位：枝江市人民政府、市总工会\n责任单位：市人社局')[0]).toMatchObject({
      responsible: ['枝江市人民政府', union],
      supporting: [hr],
    });
    expect(read('\n承办单位：枝江市人民政府 协同单位：市总工会。')[0]).toMatchObject({ supporting: [union] });
    expect(read('（市人社局负责）\n主办：宜昌市人民政府办公室 承办：宜昌市信息中心')).toHaveLength(1);
  });

  it('is followed by the rule of the plan with nothing between, line breaks lost', () => {
    const rule = '注：各项任务责任单位中列第一位的为牵头单位，其他为配合单位。';
    expect(read(`牵头单位：市人社局落实单位：市总工会等部门${rule}`)).toEqual([
      { responsible: [hr], supporting: [union], open: ['等'], due: null },
    ]);
    expect(read(`责任单位：市人社局，各成员单位${rule}`)[0]).toMatchObject({ responsible: [hr], open: ['各成员单位'] });
  });
});
