import { describe, expect, it } from '@jest/globals';
import { parseEntry, parseFigure } from './parse.js';
import { baseUnit, isShare, sameUnit } from './unit.js';

describe('printed figures', () => {
  it.each([
    ['1.26万人次', '12600', '人次'],
    ['１２，６００人次', '12600', '人次'],
    ['3.2亿元', '320000000', '元'],
    ['80%', '80', '%'],
    ['８０．５％', '80.5', '%'],
    ['5个百分点', '5', '个百分点'],
    ['1,234,567元', '1234567', '元'],
    ['11.3万套（间）', '113000', '套（间）'],
    ['11.3万套(间)', '113000', '套（间）'],
    ['300千米', '300', '千米'],
    ['5百分点', '5', '百分点'],
    ['-3.5%', '-3.5', '%'],
    ['2000', '2000', null],
    ['0.1亿人', '10000000', '人'],
    ['0.01万亿元', '10000000000', '元'],
    ['2千亿元', '200000000000', '元'],
    ['3百亿元', '30000000000', '元'],
    ['5千万元', '50000000', '元'],
    ['6百万元', '6000000', '元'],
    ['3十万元', '300000', '元'],
    ['4千人', '4000', '人'],
    ['7百人', '700', '人'],
    ['－3.5%', '-3.5', '%'],
    ['＋5%', '5', '%'],
    ['12.5元/人', '12.5', '元/人'],
    ['2.5人日', '2.5', '人日'],
    ['3 万 元', '30000', '元'],
  ])('%s is %s in the base unit', (text, value, unit) => {
    expect(parseFigure(text)).toEqual({ value, unit, printed: text });
  });

  it('adds without the binary rounding that 1.1万 and 2.2万 would bring', () => {
    expect(parseFigure('3.3万人').value).toBe('33000');
    expect(parseFigure('0.57亿元').value).toBe('57000000');
  });

  it('refuses what is no figure and half persons, saying what to write', () => {
    expect(() => parseFigure('若干')).toThrow(expect.objectContaining({ code: 'figure_unreadable' }));
    expect(() => parseFigure('1/3')).toThrow('1.26万人次');
    expect(() => parseFigure('12.5人')).toThrow(expect.objectContaining({ code: 'figure_not_whole' }));
    expect(() => parseFigure('1.23456万人')).toThrow('“人”应为整数');
  });

  it('keeps the figure as written, without the blanks around it', () => {
    expect(parseFigure(' 80% ')).toEqual({ value: '80', unit: '%', printed: '80%' });
    expect(parseEntry(' 80% ', '%').printed).toBe('80%');
  });
});

describe('figures entered for an indicator', () => {
  it('counts a bare number in the indicator’s unit', () => {
    expect(parseEntry('12.6', '万人次')).toMatchObject({ kind: 'figure', value: '126000', unit: '人次' });
    expect(parseEntry('12.6万', '人次').value).toBe('126000');
    expect(parseEntry('83.2', '%')).toMatchObject({ value: '83.2', unit: '%' });
    expect(parseEntry('58名', '人').value).toBe('58');
  });

  it('takes “无” for zero, “待公布” for pending and a dash for blank', () => {
    expect(parseEntry('无', '件')).toMatchObject({ kind: 'zero', value: '0', unit: '件' });
    expect(parseEntry('待公布', '%')).toMatchObject({ kind: 'pending', value: null });
    expect(parseEntry(' — ', '人')).toMatchObject({ kind: 'blank', value: null });
    expect(parseEntry('——', '人').kind).toBe('blank');
    expect(parseEntry('', '人').kind).toBe('blank');
  });

  it('takes such a word only when it stands alone', () => {
    const unreadable = expect.objectContaining({ code: 'figure_unreadable' });
    for (const words of ['本月无', '无新增', '数据待公布', '待公布后补报']) {
      expect(() => parseEntry(words, '件')).toThrow(unreadable);
    }
  });

  it('counts a figure with its own 百 or 万 in the base unit, not in the indicator’s 万元', () => {
    expect(parseEntry('3百', '万元').value).toBe('300');
    expect(parseEntry('3', '万元').value).toBe('30000');
  });

  it('takes a unit in letters for the same one in words', () => {
    expect(parseEntry('60km', '公里')).toMatchObject({ value: '60' });
    expect(parseEntry('1.2万m2', '平方米')).toMatchObject({ value: '12000' });
    expect(parseEntry('30万㎡', '平米')).toMatchObject({ value: '300000' });
    expect(parseFigure('20万千伏安')).toMatchObject({ value: '200000', unit: '千伏安' });
  });

  it('without a unit of measure takes any unit that is written', () => {
    expect(parseEntry('12人', null)).toMatchObject({ kind: 'figure', value: '12' });
  });

  it('keeps 人 and 人次 apart, and money and heads', () => {
    expect(() => parseEntry('300人', '人次')).toThrow('“人”，本指标的计量单位是“人次”');
    expect(() => parseEntry('3万元', '人')).toThrow(expect.objectContaining({ code: 'figure_unit_mismatch' }));
  });

  it('refuses a negative count but not a fall in per cent', () => {
    expect(() => parseEntry('-3', '件')).toThrow(expect.objectContaining({ code: 'figure_negative' }));
    expect(parseEntry('-1.5', '%').value).toBe('-1.5');
    expect(parseEntry('-3.5', '万元').value).toBe('-35000');
    expect(() => parseEntry('12.5', '人')).toThrow('整数');
  });

  it('takes units apart', () => {
    expect(baseUnit('万人次').scale.toNumber()).toBe(10000);
    expect(baseUnit('千瓦').unit).toBe('千瓦');
    expect(baseUnit(null).unit).toBeNull();
    expect(baseUnit(' 万元 ').unit).toBe('元');
    expect(baseUnit('元/万人')).toMatchObject({ unit: '元/万人' });
    expect(baseUnit('元/万人').scale.toNumber()).toBe(1);
  });

  it('knows two words for one thing counted', () => {
    const pairs = [
      ['名', '人'],
      ['位', '人'],
      ['％', '%'],
      ['个百分点', '百分点'],
      ['平米', '平方米'],
      ['公里', '千米'],
      ['km', '公里'],
      ['㎡', '平米'],
      ['m2', '平方米'],
      ['hm²', '公顷'],
      ['MW', '兆瓦'],
      ['t', '吨'],
      ['TEU', '标箱'],
    ] as const;
    expect(pairs.filter(([a, b]) => !sameUnit(a, b) || !sameUnit(b, a))).toEqual([]);
    expect(sameUnit('人', '人次')).toBe(false);
  });

  it('takes per cent, per mille and points for shares, nothing that merely contains them', () => {
    expect(['%', '‰', '％', '百分点', '个百分点'].every(isShare)).toBe(true);
    expect(['同比%', '%以上', '百分点/年', '人', null].some(isShare)).toBe(false);
  });
});
