import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh } from './note.js';

const registry = loadUnitRegistry();

/** The units of a province's notes, then | and its open groups; 未知 behind a name that is only proposed. */
function province(text: string, region = '云南省'): string[] {
  const context = { registry, region, level: 'province', day: '2024-06-01', carried: '省' } as const;
  return findNotes(text, context).map(({ words }) => {
    const { openGroups } = weigh(words, false);
    const units = words.units.map(({ name, known }) => (known ? name : `${name}未知`));
    return [units.join(' '), openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
  });
}

describe('places that share what is printed behind the last of them', () => {
  it('have governments of their own, printed with their level or by their bare names', () => {
    expect(province('完善口岸。（省商务厅，保山市、腾冲市、陇川县人民政府负责）')).toEqual([
      '省商务厅 保山市人民政府 腾冲市人民政府 陇川县人民政府 | ',
    ]);
    expect(province('完善口岸。（省商务厅，保山、普洱、临沧市政府按职责分工负责）')).toEqual([
      '省商务厅 保山市人民政府 普洱市人民政府 临沧市人民政府 | ',
    ]);
  });

  it('are autonomous prefectures by their everyday names, and leagues with their 行政公署', () => {
    expect(province('发展旅游。（省文化和旅游厅，大理州、丽江市、怒江州、迪庆州人民政府负责）')).toEqual([
      '省文化和旅游厅 大理州人民政府 丽江市人民政府 怒江州人民政府 迪庆州人民政府 | ',
    ]);
    expect(province('发展旅游。（自治区商务厅，包头市、锡林郭勒盟、二连浩特市人民政府负责）', '内蒙古自治区')).toEqual([
      '自治区商务厅 包头市人民政府 锡林郭勒盟行政公署 二连浩特市人民政府 | ',
    ]);
    expect(province('治理荒漠。（阿拉善盟行署、喀什地区行政公署负责）', '内蒙古自治区')).toEqual([
      '阿拉善盟行政公署 喀什地区行政公署 | ',
    ]);
  });

  it('may be towns, which no register has', () => {
    expect(province('修路。（县交通运输局，北房镇、杨宋乡、桥梓镇人民政府负责）', '昌宁县')).toEqual([
      '县交通运输局 北房镇人民政府 杨宋乡人民政府 桥梓镇人民政府 | ',
    ]);
    expect(province('修路。（县交通运输局，北房街道、杨宋街道办事处负责）', '昌宁县')).toEqual([
      '县交通运输局 北房街道办事处 杨宋街道办事处 | ',
    ]);
  });

  it('have a committee and a government each of its own', () => {
    expect(province('治理黑臭水体。（责任单位：保山市委、市政府，陇川县委、县政府）')).toEqual([
      '保山市委 保山市人民政府 陇川县委 陇川县人民政府 | ',
    ]);
  });

  it('may be zones, whose committee the last of them names', () => {
    expect(province('招商。（省商务厅，昆明经济开发区、曲靖产业园区、大理高新区管委会负责）')).toEqual([
      '省商务厅 昆明经济开发区管理委员会 曲靖产业园区管理委员会 大理高新区管理委员会 | ',
    ]);
  });

  it('stand in the names of branches that are of no list', () => {
    expect(province('保供。（省能源局、保山供电局、陇川公安分局、昆明铁路公安局负责）')[0]).toMatch(
      /^省能源局 保山供电局(?:未知)? 陇川公安分局(?:未知)? 昆明铁路公安局(?:未知)? \|/,
    );
    expect(province('保供。（县发改局、陇川供电局负责）', '陇川县')).toEqual(['县发展和改革局 陇川供电局 | ']);
  });

  it('take each its own of several levels', () => {
    const want = '省水利厅 昆明市人民政府 楚雄州人民政府 红河州人民政府';
    expect(province('治理滇池。（省水利厅牵头，昆明、楚雄、红河州（市）人民政府配合）')).toEqual([`${want} | `]);
    expect(province('治理滇池。（省水利厅牵头，昆明、楚雄、红河等州、市人民政府配合）')).toEqual([`${want} | 等`]);
    expect(province('治理滇池。（省水利厅牵头，昆明、楚雄、红河等3个州（市）政府配合）')).toEqual([`${want} | 等`]);
  });

  it('are counted behind the last name', () => {
    const four = '省水利厅 忻州市人民政府 吕梁市人民政府 临汾市人民政府 运城市人民政府 | ';
    expect(province('保护汾河。（省水利厅牵头，忻州、吕梁、临汾、运城4市人民政府具体负责）', '山西省')).toEqual([four]);
    expect(province('保护汾河。（省水利厅牵头，忻州、吕梁、临汾和运城四市政府具体负责）', '山西省')).toEqual([four]);
    expect(province('保护沁河。（责任单位：省水利厅，长治、晋城两市）', '山西省')).toEqual([
      '省水利厅 长治市 晋城市 | ',
    ]);
    expect(province('保护沁河。（省水利厅，长治、晋城两市及沁源、安泽两县人民政府负责）', '山西省')).toEqual([
      '省水利厅 长治市人民政府 晋城市人民政府 沁源县人民政府 安泽县人民政府 | ',
    ]);
  });

  it('are no unit where 等 stands between a place and its government', () => {
    expect(province('建设城市群。（责任单位：合肥、芜湖、马鞍山等市人民政府）', '安徽省')).toEqual([
      '合肥市人民政府 芜湖市人民政府 马鞍山市人民政府 | 等',
    ]);
    expect(province('建设城市群。（责任单位：合肥市、芜湖市等相关市人民政府，省科技厅）', '安徽省')).toEqual([
      '合肥市人民政府 芜湖市人民政府 省科学技术厅 | 等',
    ]);
    expect(province('建设城市群。（责任单位：省科技厅，合肥、芜湖等地）', '安徽省')).toEqual([
      '省科学技术厅 合肥市 芜湖市 | 等',
    ]);
  });

  it('are two where 和 stands between them, though a place has 和 in its name', () => {
    expect(province('建设口岸。（商务厅，呼和浩特和包头市政府负责）', '内蒙古自治区')[0]).toContain(
      '呼和浩特市人民政府 包头市人民政府',
    );
  });
});

describe('a place at the end of a group of places', () => {
  it.each(['各市、州、直管市、香格里拉市人民政府', '各市州、香格里拉市政府'])('shares its government: %s', (group) => {
    expect(province(`治理水源。（省水利厅牵头，${group}落实）`)).toEqual([`省水利厅 | ${group}`]);
  });

  it('is a unit of its own where the group has its own governments, or a comma stands between', () => {
    for (const group of ['各州（市）人民政府、', '各州市，'])
      expect(province(`治理水源。（省水利厅，${group}瑞丽市人民政府负责）`)).toEqual([
        `省水利厅 瑞丽市人民政府 | ${group.slice(0, -1)}`,
      ]);
  });

  it('may be told by the region alone, in a bracket of its own', () => {
    for (const group of ['沿江各州人民政府', '滇中四州市人民政府', '滇西各市政府'])
      expect(province(`完善口岸。报省商务厅备案。（${group}）`)).toEqual([` | ${group}`]);
    expect(province('贴息（滇西各市政府）由省财政拨付。')).toEqual([]);
  });
});

describe('a place without the word 政府', () => {
  it('is known by the register', () => {
    expect(province('建设通道。（省林业局，黄山、池州、宣城市负责）', '安徽省')).toEqual([
      '省林业局 黄山市 池州市 宣城市 | ',
    ]);
    expect(province('建设通道。（省发展改革委、西安市、咸阳市，西咸新区负责）', '陕西省')).toEqual([
      '省发展和改革委员会 西安市 咸阳市 西咸新区 | ',
    ]);
  });

  it('is asked about where it is the plan’s own or no place of the register', () => {
    expect(province('建设通道。（责任单位：省林业局、安徽省、月亮湾市）', '安徽省')).toEqual([
      '省林业局 安徽省未知 月亮湾市未知 | ',
    ]);
  });
});

describe('how many there are of a region', () => {
  it.each([
    '沿汾6市人民政府',
    '皖北六市政府',
    '长株潭三市',
    '市内五区政府',
    '皖北各市',
    '沿海各市县政府',
    '长三角有关市',
  ])('%s is an open group', (group) =>
    expect(province(`治理水源。（责任单位：省水利厅，${group}）`)).toEqual([`省水利厅 | ${group}`]),
  );

  it.each(['二七区人民政府', '沿河县人民政府', '沿滩区人民政府'])('%s is a place’s', (government) =>
    expect(province(`治理水源。（责任单位：省水利厅，${government}）`)).toEqual([`省水利厅 ${government} | `]),
  );
});
