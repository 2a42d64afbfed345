import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年安全生产工作方案', ...lines].join('\n'), registry);
const asked = (...lines: string[]) =>
  read(...lines).unassignedClauses?.map(({ no, title, text }) => [no, title, text].join('|'));

describe('a clause for which nobody is named', () => {
  it('is asked about together with its sub-points', () => {
    expect(
      asked(
        '一、主要任务',
        '1.排查隐患。分两步：',
        '（1）企业自查。',
        '（2）抽查三成。',
        '2.开展培训。（市教育局负责）',
      ),
    ).toEqual(['1.1|排查隐患|分两步：\n（1）企业自查。\n（2）抽查三成。']);
  });

  it('is none where one of its sub-points has units', () => {
    expect(asked('一、主要任务', '1.排查隐患。', '（1）企业自查。', '（2）抽查三成。（市应急局负责）')).toEqual([]);
  });

  it('is one though its words begin with the agency that does it, with line breaks and without', () => {
    const duties = ['1.市应急局负责矿山行业的隐患排查工作。', '2.市公安局负责道路交通的隐患排查工作。'];
    const chapter = [
      '三、任务分工',
      '根据《安全生产法》第三条，各县（市、区）负责本辖区工作，新兴行业按照业务相近的原则由相近部门负责。',
    ];
    const texts = ['1|市应急局负责矿山行业的隐患排查工作', '2|市公安局负责道路交通的隐患排查工作'];
    const found = (text: string) =>
      readPlan(text, registry).unassignedClauses?.map(({ no, title }) => `${no.replace('3.', '')}|${title}`);
    const notice = '衢州市2024年安全生产工作方案';
    expect(found([notice, ...chapter, ...duties].join('\n'))).toEqual(texts);
    expect(found(`${notice}\n${[...chapter, ...duties].join('')}`)).toEqual(texts);
  });

  it('shows where all its words stand in the source', () => {
    const { text, unassignedClauses } = read(
      '一、任务',
      '1.排查隐患。',
      '（1）企业自查。',
      '二、保障',
      '1.开展培训。（市教育局负责）',
    );
    expect(unassignedClauses?.map(({ span }) => text.slice(...span))).toEqual(['1.排查隐患。\n（1）企业自查。']);
  });
});

describe('a clause in which a registered unit is printed, though no note gives it to anybody', () => {
  const named = (words: string) =>
    read('一、重点任务', '1.开办夜校。（市教育局负责）', `2.${words}`).unassignedClauses?.map((one) => one.named);

  it('tells which', () => {
    expect(named('按月会商。遇有难处报市人社局，由其牵头会商。')).toEqual(['市人社局']);
    expect(named('张贴须知，播放短片。')).toEqual([undefined]);
  });

  it('tells of somebody put in charge whom no register knows', () => {
    expect(named('开放场地，由城投集团管护。')).toEqual(['由城投集团']);
    expect(named('开放场地，兴隆物业公司要会同街坊管护。')).toEqual(['兴隆物业公司会同']);
    expect(named('形成社区部门牵头、各方参与的局面。')).toEqual(['社区部门牵头']);
    expect(named('落实场地，各县（市、区）政府按职责分工负责。')).toEqual(['各县（市、区）政府负责']);
  });

  it('tells of nobody where the words only sound like it', () => {
    expect(named('主要负责人亲自抓，指定专人负责，对学员负责。')).toEqual([undefined]);
    expect(named('由易到难，由点到面，坚持政府负责、社会协同，由内部逐步推开。')).toEqual([undefined]);
  });

  it('tells of none where every place has that office', () => {
    expect(named('把好关口，各县（市、区）人社局按月会商。')).toEqual([undefined]);
  });

  it('tells of none above the plan: a city gives no work to its province', () => {
    expect(named('报送小结，省人社厅将会同有关部门实地指导。')).toEqual([undefined]);
  });

  it('tells of the own level of a county-level city, and of an agency printed without any level', () => {
    const of = (place: string, words: string) =>
      readPlan(
        [`${place}2025年夜校工作方案`, '一、重点任务', '1.开办夜校。（市总工会负责）', `2.${words}`].join('\n'),
        registry,
      ).unassignedClauses?.map((one) => one.named);
    expect(of('介休市', '遇有难处报市人社局会商。')).toEqual(['市人社局']);
    expect(of('平遥县', '遇有难处报市人社局会商。')).toEqual([undefined]);
    expect(of('平遥县', '按月会商，教育局要当好召集人。')).toEqual(['教育局']);
    expect(of('平遥县', '各级教育局要当好召集人，教育部门按月会商。')).toEqual([undefined]);
  });

  it('tells of a ministry in a plan of the State Council, and of no 部门', () => {
    const central = (words: string) =>
      readPlan(
        ['国务院办公厅关于做好夜校工作的意见', '一、重点任务', '1.开办夜校。（教育部负责）', `2.${words}`].join('\n'),
        registry,
      ).unassignedClauses?.map((one) => one.named);
    expect(central('遇有难处报人力资源社会保障部会商。')).toEqual(['人力资源社会保障部']);
    expect(central('教育部门、财政部门按月会商。')).toEqual([undefined]);
  });
});

describe('a clause that asks for nothing but reports', () => {
  const clauses = (...lines: string[]) =>
    read('一、重点任务', '1.开办夜校。（市教育局负责）', '二、工作要求', ...lines).unassignedClauses?.map((one) => [
      one.title,
      one.named,
    ]);

  it('is not asked again where they were read', () => {
    expect(clauses('1.各单位每季度末月25日前报送进展情况到市安委办。')).toEqual([]);
    expect(clauses('每季度末月25日前报送市安委办。')).toEqual([]);
  });

  it('is asked about its other words, and not for the unit that the reports go to', () => {
    expect(clauses('1.张贴须知30处。每季度末月25日前，各单位将进展报送市安委办。')).toEqual([
      ['张贴须知30处', undefined],
    ]);
  });
});

describe('a clause whose closing bracket names somebody that no rule reads', () => {
  it('tells whom', () => {
    const [clause] = read(
      '一、重点任务',
      '1.开办夜校。（市教育局负责）',
      '2.探望工友。（市公安交通居）',
    ).unassignedClauses!;
    expect(clause!.named).toBe('市公安交通居');
  });
});
