import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const BODY = `各区县人民政府，各市（州）人民政府：
现将方案印发给你们。
重庆市人民政府办公厅 四川省人民政府办公厅
2024年3月5日
成渝两地农民工服务2024年工作方案
一、主要任务
（一）共建用工平台。（牵头单位：重庆市发展改革委、四川省发展改革委；配合单位：重庆市财政局、四川省财政厅）`;

describe('a plan that two provinces issue together', () => {
  const notice = '关于印发《成渝两地农民工服务2024年工作方案》的通知';
  it.each([
    `重庆市人民政府办公厅 四川省人民政府办公厅\n${notice}`,
    `重庆市人民政府办公厅\n四川省人民政府办公厅\n${notice}`,
    `重庆市人民政府办公厅四川省人民政府办公厅${notice}`,
    notice,
  ])('has both as its issuers, and the units of both apart: %s', (head) => {
    const { issuers, measures } = readPlan(`${head}\n${BODY}`, registry);
    expect(issuers.map(({ name }) => name)).toEqual(['重庆市人民政府办公厅', '四川省人民政府办公厅']);
    const [one] = measures;
    const surfaces = [...(one?.responsible ?? []), ...(one?.supporting ?? [])].map(({ surface }) => surface);
    expect(surfaces).toEqual(['重庆市发展改革委', '四川省发展改革委', '重庆市财政局', '四川省财政厅']);
    const names = new Set([...(one?.responsible ?? []), ...(one?.supporting ?? [])].map(({ name }) => name));
    expect(names.size).toBe(4);
  });

  it.each(['太原市教育局　太原市财政局\n太原市总工会', '市教育局　市财政局\n市总工会', '市教育局 市财政局 市总工会'])(
    'that bureaus of one place sign two or three to a line has each of them: %s',
    (signed) => {
      const text = `太原市2024年助学工作方案\n一、任务\n（一）办学。（市教育局负责）\n${signed}\n2024年3月5日`;
      const notice = `太原市2024年助学工作方案\n各县（市、区）：\n现将方案印发给你们。\n${signed}\n2024年3月5日\n太原市2024年助学工作方案\n一、任务\n（一）办学。（市教育局负责）`;
      for (const one of [text, notice])
        expect(readPlan(one, registry).issuers.map(({ name }) => name)).toEqual([
          ...['太原市教育局', '太原市财政局', '太原市总工会'],
        ]);
    },
  );

  it('is of neither place where its title names both: the units of both keep their place', () => {
    for (const and of ['和', '、', '与']) {
      const title = `重庆市${and}四川省农民工服务2024年联合工作要点`;
      const { region, level, measures } = readPlan(
        `${title}\n一、任务\n（一）共建平台。（重庆市人社局、四川省人力资源社会保障厅牵头，重庆市交通局、四川省交通运输厅配合）`,
        registry,
      );
      expect([region, level]).toEqual([null, 'province']);
      expect(
        measures.map(({ responsible, supporting }) => [...responsible, ...supporting].map((one) => one.name)),
      ).toEqual([['重庆市人力资源和社会保障局', '四川省人力资源和社会保障厅', '重庆市交通运输局', '四川省交通运输厅']]);
    }
  });

  it('of one place has its own issuers with that place', () => {
    const { issuers } = readPlan(
      '太原市教育局\n太原市财政局\n关于印发《太原市2024年助学工作方案》的通知\n太原市2024年助学工作方案\n一、任务\n（一）办学。（市教育局负责）',
      registry,
    );
    expect(issuers.map(({ name }) => name)).toEqual(['太原市教育局', '太原市财政局']);
  });
});

describe('a table that names who filled it in', () => {
  const ROWS = '序号\t任务\t牵头单位\t配合单位\n1\t开展技能培训\t市人社局\t市教育局\n2\t治理欠薪\t市住建局\t市人社局\n';
  it.each([
    ['填报单位：太原市人力资源和社会保障局\n填报日期：2024年3月5日', '太原市人力资源和社会保障局'],
    ['填表单位（盖章）：太原市教育局    填表时间：2024年3月5日', '太原市教育局'],
    ['填报单位（盖章）：太原市农民工办    单位：万人次、个、%', '太原市农民工工作领导小组办公室'],
    ['填报单位：太原市教育局 计量单位：人', '太原市教育局'],
    ['制表单位：市农民工工作领导小组办公室', '太原市农民工工作领导小组办公室'],
  ])('has it as its issuer: %s', (line, name) => {
    const { issuers, doubts } = readPlan(`太原市2024年农民工服务任务分解表\n${line}\n${ROWS}`, registry);
    expect(issuers.map((one) => one.name)).toEqual([name]);
    expect(doubts.map(({ code }) => code)).not.toContain('issuers_unclear');
  });

  it('tells by it of which place the table is', () => {
    const filled = `2024年农民工服务任务分解表\n填报单位：太原市教育局\n${ROWS}`;
    expect(readPlan(filled, registry)).toMatchObject({ region: '太原市', issuers: [{ name: '太原市教育局' }] });
  });
});

describe('a plan without a red head whose annex lists units', () => {
  const PLAN =
    '太原市2024年农民工工作要点\n一、主要任务\n（一）开展技能培训。面向返乡人员开班。（市人社局牵头，市教育局配合）\n';
  const LIST = '成员单位名单\n太原市教育局\n太原市财政局\n太原市民政局\n';
  const named = (text: string) => readPlan(text, registry).issuers.map(({ name }) => name);

  it('is not issued by the units of that list', () => {
    expect(named(`${PLAN}附件\n${LIST}`)).toEqual([]);
    expect(named(`${PLAN}附件：${LIST}`)).toEqual([]);
    expect(named(`${PLAN}太原市人力资源和社会保障局\n2024年3月5日\n附件1\n${LIST}`)).toEqual([
      '太原市人力资源和社会保障局',
    ]);
  });

  it('is issued by those who signed it under the names of its annexes', () => {
    const signed = `${PLAN}附件：1.任务分解表\n太原市教育局\n太原市财政局\n2024年3月5日\n`;
    expect(named(signed)).toEqual(['太原市教育局', '太原市财政局']);
  });
});
