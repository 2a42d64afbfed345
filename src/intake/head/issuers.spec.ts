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
