import { describe, expect, it } from '@jest/globals';
import { GridBuilder } from './grid.js';
import { taskTableLines } from './task-table.js';
import { unitsAlone } from './unit-persons.js';

describe('a cell of units that names persons too', () => {
  it.each([
    ['市商务局（王某某 00000000000）', '市商务局'],
    ['市商务局（王五00000000000）', '市商务局'],
    ['市商务局（联系人：王五，电话：000-0000000）', '市商务局'],
    ['市商务局 王五', '市商务局'],
    ['市商务局：王五', '市商务局'],
    ['市商务局\n王五\n市财政局\n李四 副局长', '市商务局\n市财政局'],
    ['市商务局 王五 李某某', '市商务局'],
    ['王五（市商务局）、市财政局', '市商务局、市财政局'],
    ['市商务局王五00000000000、市财政局', '市商务局、市财政局'],
  ])('%j keeps %j', (cell, units) => {
    expect(unitsAlone(cell)).toBe(units);
  });

  it.each([
    '市总工会\n文联',
    '市文广旅局 文旅集团',
    '各县（市、区）',
    '市农业农村局（林业）',
    '市商务局（牵头）',
    '市人社局\n高新区',
    '李四、市人社局',
  ])('%j has none', (cell) => {
    expect(unitsAlone(cell)).toBe(cell);
  });

  it('is read without them, and that is told', () => {
    const builder = new GridBuilder();
    const rows = [
      ['工作任务', '牵头单位', '配合单位'],
      ['举办招聘会', '市商务局（王五 00000000000）', '市财政局 李四、市公安局'],
    ];
    rows.forEach((row, at) => row.forEach((text, column) => builder.put(at, column, text)));
    const table = taskTableLines(builder.build());
    expect(table?.lines).toEqual(['1. 举办招聘会。（牵头单位：市商务局，配合单位：市财政局、市公安局）']);
    expect(table?.notes).toEqual(['任务分解表的栏目“牵头单位、配合单位”中单位旁的人名、电话涉及个人信息，未读入。']);
  });
});
