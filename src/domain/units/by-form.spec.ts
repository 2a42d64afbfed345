import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildUnitRegistry } from './registry.js';
import { resolveUnit, type UnitContext } from './resolve.js';
import type { PlaceSeed, UnitSeed } from './seed.js';

const read = <T>(name: string): T => JSON.parse(readFileSync(`seeds/${name}.json`, 'utf8')) as T;
const registry = buildUnitRegistry(read<UnitSeed>('units'), read<{ places: PlaceSeed[] }>('places').places);
const city: UnitContext = { registry, region: '大同市', level: 'city', day: '2025-03-01', carried: '市' };

/** Those of the names that only their form tells to be units, as a plan of 大同市 prints them. */
const byForm = (names: readonly string[], more: Partial<UnitContext> = {}): string[] =>
  names.filter((surface) => resolveUnit(surface, { ...city, ...more }).byForm);

describe('a name that neither the register nor a rule of a line has', () => {
  it.each([
    ['centres and teams', ['市驿站运营服务中心', '市夜市管理服务中心', '市劳务品牌推广中心', '县巡回宣讲总队']],
    ['companies and groups', ['市云冈人力集团', '大同云中建设集团', '古都物业有限公司', '大同水泊城投公司']],
    ['schools, hospitals and press', ['大同劳务学院', '云中职业大学', '大同长城医院', '云州日报社']],
    ['banks of a place’s own', ['云中村镇银行', '大同长城银行']],
    ['airports and former railway bureaus', ['大同机场', '云冈机场', '大同铁路局']],
    ['special groups and commands', ['市暖心回家专班', '市春风送岗指挥部', '市驿站建设协调小组']],
    ['leading groups of no known work', ['市夜校建设领导小组办公室', '市推进夜校工作领导小组']],
    ['agencies put together from words', ['市促进服务局', '市物流和人才局', '区信息资产局', '平城区合作促进局']],
    ['zones of places that are not known', ['白羊湖新区管委会', '云门经济开发区管委会', '云中产业园区管委会']],
    ['governments of places that are not known', ['云中县政府', '白羊镇人民政府', '云门街道办事处']],
    ['centres inside a known unit', ['市人社局驿站中心', '市教育局研修院']],
  ])('is one: %s', (_, names) => expect(byForm(names)).toEqual(names));

  it('keeps the name and the place in the list that it has by its form', () => {
    expect(resolveUnit('市云冈人力集团', city)).toMatchObject({ name: '市云冈人力集团', known: true, carries: '市' });
    expect(resolveUnit('市物流和人才局', city)).toMatchObject({ name: '市物流和人才局', known: true });
  });
});

describe('a name that a rule has for sure', () => {
  it.each([
    ['units of the register', ['市财政局', '平城区人社局', '妇联', '市档案馆', '市住房公积金管理中心', '团市委']],
    ['offices of a known unit', ['市公安局治安支队', '市人社局就业科', '市生态环境局平城分局', '平城公安分局']],
    ['branches of the tax, customs and statistics lines', ['国家税务总局大同市税务局', '大同海关', '大同调查队']],
    ['branches of the central bank', ['人行大同市分行', '人民银行', '人行市中支', '人行阳高县支行']],
    ['branches of the regulators', ['大同银保监分局', '大同金融监管分局', '国家金融监督管理总局大同监管分局']],
    ['grid, post and telecom companies', ['国网大同供电公司', '中国移动大同分公司', '市供电公司', '邮政公司']],
    ['branches of a line at the plan’s place', ['大同供电公司', '大同海事局', '大同气象局', '大同铁塔公司']],
    ['railways and state banks', ['中国铁路太原局集团有限公司', '工商银行大同分行', '农发行', '市农业银行']],
    ['zones of a known place', ['大同经济技术开发区管委会', '大同市高新区管委会', '高新区管委会', '市经开区管委会']],
    ['new areas of the state', ['赣江新区管委会', '雄安新区管委会', '西咸新区管委会']],
    [
      'governments and committees',
      ['平城区政府', '锡林郭勒盟行署', '县政府', '阳高县委', '市委', '市人民政府', '市人大社会委'],
    ],
    ['leading groups of known work', ['市农民工工作领导小组', '市农民工工作领导小组办公室', '市安全生产委员会']],
    [
      'institutions that most places have',
      ['市博物馆', '县文化馆', '市大数据中心', '市政府政务服务中心', '市机关事务服务中心', '县农商银行'],
    ],
  ])('is none: %s', (_, names) => expect(byForm(names)).toEqual([]));

  it('is none in a plan of the state nor one of no place', () => {
    const own = { region: null, level: null, carried: null };
    expect(byForm(['大同海关', '国网大同供电公司', '人行大同市分行', '大同经开区管委会'], own)).toEqual([]);
    expect(byForm(['农业银行', '开发银行', '人力资源社会保障部'], { ...own, level: 'state' })).toEqual([]);
  });
});
