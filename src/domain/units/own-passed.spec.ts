import { describe, expect, it } from '@jest/globals';
import { ownPassed } from './own-passed.js';

const heir = (name: string, day: string | null) => {
  const passed = ownPassed(name, day);
  return passed && passed.successors.map((one) => `${one.name} ${one.since}`).join();
};

describe('a branch that is called by its own name', () => {
  it.each([
    ['山西银保监局', '2024-01-10', '国家金融监督管理总局山西监管局 2023-08-01'],
    ['银保监会太原监管分局', '2024-01-10', '国家金融监督管理总局太原监管分局 2023-08-01'],
    ['六安银保监分局', '2023-08-01', '国家金融监督管理总局六安监管分局 2023-08-01'],
    ['六安银监分局', '2020-06-01', '六安银保监分局 2019-01-01'],
    ['六安银监分局', '2024-06-01', '国家金融监督管理总局六安监管分局 2023-08-01'],
    ['中国人民银行安阳市中心支行', '2024-01-10', '中国人民银行安阳市分行 2023-09-01'],
    ['中国人民银行贵港中心支行', '2024-01-10', '中国人民银行贵港市分行 2023-09-01'],
  ])('%s is followed on %s by %s', (name, day, expected) => expect(heir(name, day)).toBe(expected));

  it.each([
    ['国家税务总局安阳市税务局', '2016-05-08', '2018-06-01'],
    ['六安银保监分局', '2017-03-01', '2018-03-01'],
    ['国家金融监督管理总局太原监管分局', '2022-03-01', '2023-05-01'],
  ])('%s was not yet there on %s', (name, day, notBefore) => {
    expect(ownPassed(name, day)).toEqual({ notBefore, until: null, successors: [] });
  });

  it('is in use until then, and where no day is known', () => {
    expect(heir('山西银保监局', '2023-07-31')).toBeNull();
    expect(heir('中国人民银行安阳市中心支行', '2021-03-01')).toBeNull();
    expect(heir('六安银监分局', null)).toBeNull();
    expect(heir('中国人民银行安阳市分行', '2024-01-10')).toBeNull();
    expect(heir('国家税务总局安阳市税务局', '2024-01-10')).toBeNull();
  });
});
