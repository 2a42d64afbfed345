import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../intake/registry.js';
import { closeNames, kindNames, nearNames, offeredNames } from './units-near.js';

const registry = loadUnitRegistry();
const KNOWN = ['市工业和信息化局', '市教育局', '市住房和城乡建设局', '市农业农村局', '市商务局', '市总工会'];

describe('names near to an unknown one', () => {
  it.each([
    ['市工信委', '市工业和信息化局', '简称的每个字依次出现在全称里'],
    ['市商务委', '市商务局', '只是词尾不同，可能是机构改革前后的名称'],
    ['县教育局', '市教育局', '名称相同，只是层级不同'],
    ['市农业农业局', '市农业农村局', '只差一个字'],
    ['市农业农村工作中心', '市农业农村局', '都有“农业农村”'],
  ])('%s may be %s: %s', (surface, name, reason) => {
    expect(nearNames(surface, KNOWN)[0]).toEqual({ name, reason });
  });

  it('are those that end with the words of one in a list', () => {
    const [close] = closeNames('区社会保障局', ['区人力资源和社会保障局', '区教育局'], true);
    expect(close).toEqual({ name: '区人力资源和社会保障局', reason: '是全称的后半部分' });
  });

  it('are none for a name like no other', () => expect(nearNames('市盐业协会', KNOWN)).toEqual([]));

  it.each([
    ['市公交公司', ['市公共资源交易局', '市公安交通管理局']],
    ['市政府办', ['市政府法制局', '市政府研究局']],
    ['市劳动监察局', ['市劳动就业局']],
    ['市建设服务中心', ['市政务服务中心', '市就业服务中心']],
    ['市拥军优抚领导小组', ['市移民安置领导小组']],
  ])('are none where only words that any unit may have are the same: %s', (surface, others) => {
    expect(nearNames(surface, others)).toEqual([]);
  });

  it('are only the nearest ones, where others are by far less near', () => {
    const names = nearNames('市金融监管局', ['市金融监督管理局', '市金融局', '市金融发展局']);
    expect(names.map(({ name }) => name)).toEqual(['市金融监督管理局']);
  });

  it('are at most three', () => {
    expect(
      nearNames('市农业农村厅', ['省农业农村厅', '市农业农村局', '市农业农村委', '县农业农村局', '区农业农村局']),
    ).toHaveLength(3);
  });

  it('come from the kinds of units too, with the plan’s level before them', () => {
    const names = kindNames(loadUnitRegistry(), '市');
    expect(names).toContain('市财政局');
    expect(names.filter((name) => /(?:委|会|小组)局$|^市.局$/.test(name))).toEqual([]);
    expect(names.every((name) => name.startsWith('市'))).toBe(true);
  });

  it('are offered with the one first that the question names', () => {
    const reason =
      '“市文旅局”不在单位名录中，与“市文化和旅游局”相近（简称的每个字依次出现在全称里），请核对是否同一单位';
    const names = ['市文体旅局', '市文旅体局', '市文体广旅局', '市文化和旅游局'];
    const offered = offeredNames({ name: '市文旅局', reason }, names, registry);
    expect(offered.map(({ name }) => name)).toEqual(['市文化和旅游局', '市文体旅局', '市文旅体局']);
    expect(offeredNames({ name: '市文旅局', reason: '' }, ['市文体旅局'], registry)).toHaveLength(1);
  });

  it('are offered where only its short form is a character off', () => {
    const offered = offeredNames({ name: '市教玉局', reason: '' }, ['市教育体育局'], registry);
    expect(offered[0]).toEqual({ name: '市教育体育局', reason: '简称只差一个字' });
    expect(offered.map(({ name }) => name)).toContain('市教育局');
    expect(offeredNames({ name: '市来穗局', reason: '' }, [], registry)).toEqual([]);
  });
});

describe('a company that is called by its own name', () => {
  const close = (name: string, ...others: string[]) => closeNames(name, others, true).map((one) => one.name);

  it('is held against the companies of the register by its short name', () => {
    const full = '市城市建设投资集团有限公司';
    expect(close('市城投集团', full, '市交通投资集团有限公司')).toEqual([full]);
    expect(close('市城投公司', '市城投集团')).toEqual(['市城投集团']);
  });

  it('is near to no agency, and to no other company', () => {
    expect(close('市水务集团', '市水务局', '市水利投资集团')).toEqual([]);
    expect(close('县城投公司', '市城投公司')).toEqual([]);
  });
});
