import { describe, expect, it } from '@jest/globals';
import { joinUnits, officesOnly, saysRoles, uniteUnits } from './unit-cells.js';

describe('the units of one cell', () => {
  it.each([
    ['市人社局、市财政局', '市人社局、市财政局'],
    ['市人社局\n市财政局\n市总工会', '市人社局、市财政局、市总工会'],
    ['市人社局，市财政局；市总工会', '市人社局、市财政局、市总工会'],
    ['市人社局 市财政局', '市人社局、市财政局'],
    ['市人力资源社会\n保障局、\n市财政局。', '市人力资源社会保障局、市财政局'],
    ['各县（市、区）\n人民政府', '各县（市、区）人民政府'],
    ['市公安局\n各县\n（市、区）', '市公安局、各县（市、区）'],
    ['各乡镇\n（街道）\n人民政府', '各乡镇（街道）人民政府'],
    ['各县（市、\n区）', '各县（市、区）'],
    ['市直有关部门\n各县区', '市直有关部门、各县区'],
    ['市妇联、市委社\n会工作部、市委\n组织部', '市妇联、市委社会工作部、市委组织部'],
    ['市教育局、市\n水务局', '市教育局、市水务局'],
    ['市总\n市科协\n各乡\n镇', '市总、市科协、各乡镇'],
    ['国家税务总局\n云岭市税务局', '国家税务总局云岭市税务局'],
    ['省科\n技厅、市城市管理行\n政执法局', '省科技厅、市城市管理行政执法局'],
    ['市公安局\n交警支队、县政府办\n公室', '市公安局交警支队、县政府办公室'],
    ['', ''],
  ])('%j is %s', (cell, units) => {
    expect(joinUnits(cell)).toBe(units);
  });

  it('keeps only the offices where a cell also names persons', () => {
    expect(officesOnly('市人社局\n王某某\n市财政局 李某')).toBe('市人社局、市财政局');
  });

  it('sees that a cell says its roles itself', () => {
    expect(saysRoles('市人社局牵头，市财政局配合')).toBe(true);
    expect(saysRoles('市人社局、市财政局')).toBe(false);
    expect(saysRoles('市人社局（牵头）、市财政局（配合）')).toBe(false);
  });

  it('names each unit of several rows once', () => {
    expect(uniteUnits(['市人社局、市财政局', '市财政局、市总工会', ''])).toBe('市人社局、市财政局、市总工会');
  });
});
