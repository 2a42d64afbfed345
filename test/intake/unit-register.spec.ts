import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { UnitSeed } from '../../src/domain/units/seed.js';
import { resolveUnit } from '../../src/domain/units/resolve.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { projectRoot } from '../../src/shared/paths.js';

const seed: UnitSeed = JSON.parse(readFileSync(join(projectRoot, 'seeds', 'units.json'), 'utf8'));
const registry = loadUnitRegistry();
const LEVELS = [
  ['province', '省', '安徽省'],
  ['city', '市', '太原市'],
  ['county', '县', '栾川县'],
] as const;

const fullNames = (level: (typeof LEVELS)[number][0]): string[] => [
  ...seed.kinds.flatMap(({ stem, variants, ends }) => [stem, ...(variants ?? [])].map((one) => one + ends[level])),
  ...seed.units
    .filter(({ id, only }) => !['court', 'committee', 'government'].includes(id) && only !== 'state')
    .flatMap(({ name, variants }) => [name, ...(variants ?? [])]),
];

describe('the register of units', () => {
  it.each(LEVELS)('gives every full name of a %s back as it stands', (level, prefix, region) => {
    const context = { registry, region, level, day: null, carried: null };
    const changed = fullNames(level)
      .map((rest) => prefix + rest)
      .filter((name) => resolveUnit(name, context).name !== name);
    expect(changed).toEqual([]);
  });

  it('reads a name with its place and in a list with the prefix carried as the same unit', () => {
    const context = { registry, region: '太原市', level: 'city' as const, day: null, carried: '市' };
    const strange = fullNames('city').filter((rest) => {
      const bare = resolveUnit(rest, context).name;
      return bare !== `市${rest}` || resolveUnit(`太原市${rest}`, context).name !== `市${rest}`;
    });
    // They serve a place without belonging to its government (conventions.md section 5).
    expect(strange).toEqual(['海关', '人行']);
  });

  it('names its successors by ids it has, and dates that follow each other', () => {
    const ids = new Set([...seed.kinds, ...seed.units].map(({ id }) => id));
    const all = [...seed.kinds, ...seed.units];
    const lost = all.flatMap(({ successors }) => successors ?? []).filter((id) => !ids.has(id));
    expect(lost).toEqual([]);
    expect(all.filter(({ from, to }) => from && to && from >= to)).toEqual([]);
    expect(all.filter(({ stateFrom, stateTo }) => stateFrom && stateTo && stateFrom >= stateTo)).toEqual([]);
    const circles = seed.kinds.filter(({ id, successors }) => successors?.includes(id));
    expect(circles).toEqual([]);
    expect(ids.size).toBe(all.length);
  });

  /** Organs of the State Council and of the Party by the names that plans of 2013 to 2025 print for them. */
  it.each([
    ['国家民委', '国家民族事务委员会'],
    ['国家医保局', '国家医疗保障局'],
    ['国家林草局', '国家林业和草原局'],
    ['国家粮食和储备局', '国家粮食和物资储备局'],
    ['国家疾控局', '国家疾病预防控制局'],
    ['国家数据局', '国家数据局'],
    ['国家移民局', '国家移民管理局'],
    ['国家电影局', '国家电影局'],
    ['国家宗教局', '国家宗教事务局'],
    ['国务院安委会办公室', '国务院安全生产委员会办公室'],
    ['国务院食品安全办', '国务院食品安全委员会办公室'],
    ['国务院审改办', '国务院行政审批制度改革工作领导小组办公室'],
    ['国务院医改办', '国务院深化医药卫生体制改革领导小组办公室'],
    ['国务院南水北调办', '国务院南水北调工程建设委员会办公室'],
    ['国务院三峡办', '国务院三峡工程建设委员会办公室'],
    ['国家网信办', '国家互联网信息办公室'],
    ['全国老龄办', '全国老龄工作委员会办公室'],
    ['全国爱卫办', '全国爱国卫生运动委员会办公室'],
    ['国家防总', '国家防汛抗旱总指挥部'],
    ['供销总社', '中华全国供销合作总社'],
    ['中央社会工作部', '中央社会工作部'],
    ['中央金融办', '中央金融委员会办公室'],
    ['中央外办', '中央外事工作委员会办公室'],
    ['铁道部', '铁道部'],
    ['国家测绘地信局', '国家测绘地理信息局'],
    ['质检总局', '国家质量监督检验检疫总局'],
  ])('knows %s as %s', (printed, name) => {
    const state = { registry, region: null, level: 'state' as const, day: null, carried: '' };
    expect(resolveUnit(printed, state)).toMatchObject({ name, known: true });
  });

  it.each([
    '沈阳铁路局',
    '宁波电业局',
    '中国铁路上海局集团南京铁路办事处',
    '国网福建电力',
    '中储粮株洲直属库',
    '中央军委后勤保障部',
  ])('leaves %s its own name, whatever the list says', (printed) => {
    const context = { registry, region: '太原市', level: 'city' as const, day: null, carried: '市' };
    expect(resolveUnit(printed, context)).toMatchObject({ name: printed, known: true });
  });

  it.each([
    ['区安办', '区安全生产委员会办公室'],
    ['省爱卫会办公室', '省爱国卫生运动委员会办公室'],
    ['省台港澳办', '省台港澳事务办公室'],
    ['省委台港澳办', '省委台港澳工作办公室'],
    ['市城管综合执法局', '市城管综合执法局'],
    ['市行政服务中心管委会', '市行政服务中心管理委员会'],
  ])('knows %s of a place as %s', (printed, name) => {
    const context = { registry, region: null, level: null, day: null, carried: null };
    expect(resolveUnit(printed, context)).toMatchObject({ name, known: true });
  });

  it('knows the units of provinces, cities and counties that such plans name beside the usual ones', () => {
    const names =
      '民委、煤炭厅、煤炭局、交运局、科经局、科创局、经商局、机管局、人保局、工商质监局、水利和湖泊局、外经贸局、建交委、' +
      '铁路局、供销总社、警备区、审改办、综治办、测绘地信局、农垦局、南水北调办、公共资源交易监管局、考核办、党史研究室、巡察办';
    const context = { registry, region: '太原市', level: 'city' as const, day: null, carried: '市' };
    expect(names.split('、').filter((one) => !resolveUnit(one, context).known)).toEqual([]);
    expect(resolveUnit('市警备区', context).name).toBe('市警备区');
    expect(resolveUnit('县交运局', context).name).toBe('县交通运输局');
  });
});
