import { describe, expect, it } from '@jest/globals';
import { bodyCells, headCells, withoutEmptyColumns, type OfficeTable } from './table.js';
import { tableSheet } from './table-sheet.js';

const table = (changes: Partial<OfficeTable> = {}): OfficeTable => ({
  title: '工作台账',
  meta: ['填报单位（盖章）：', '填报日期：'],
  columns: [
    { label: '序号', width: 6, centre: true },
    { label: '重点任务', width: 14, merge: true },
    { label: '举措', width: 30 },
    { label: '牵头单位', width: 14, optional: true },
    { label: '是否销号', width: 8, group: '销号', options: ['是', '否'] },
    { label: '销号日期', width: 12, group: '销号' },
  ],
  rows: [
    ['1', '就业', '甲', '', '否', ''],
    ['2', '就业', '乙', '', '否', ''],
    ['3', '权益', '丙', '', '是', '2023年12月1日'],
  ],
  note: '按季更新。',
  ...changes,
});

describe('an office table', () => {
  it('leaves out optional columns that nobody filled', () => {
    const { columns, rows } = withoutEmptyColumns(table());
    expect(columns.map((column) => column.label)).toEqual(['序号', '重点任务', '举措', '是否销号', '销号日期']);
    expect(rows[2]).toEqual(['3', '权益', '丙', '是', '2023年12月1日']);
  });

  it('merges 重点任务 down over its measures', () => {
    const column = bodyCells(table()).map((row) => row[1]);
    expect(column).toEqual([{ text: '就业', rowspan: 2 }, null, { text: '权益', rowspan: 1 }]);
  });

  it('never merges empty cells', () => {
    const rows = [
      ['1', '', '甲', '', '', ''],
      ['2', '', '乙', '', '', ''],
    ];
    expect(bodyCells(table({ rows })).map((row) => row[1]?.rowspan)).toEqual([1, 1]);
  });

  it('has a head of two rows where columns stand in groups', () => {
    const [upper, lower] = headCells(table().columns);
    expect(upper?.at(-1)).toEqual({ label: '销号', colspan: 2, rowspan: 1 });
    expect(upper?.[0]).toEqual({ label: '序号', colspan: 1, rowspan: 2 });
    expect(lower?.map((cell) => cell.label)).toEqual(['是否销号', '销号日期']);
  });

  it('becomes a sheet with title, form line, head kept in view, choices and 注', () => {
    const sheet = tableSheet(table(), '台账');
    expect(sheet.headRows).toEqual({ from: 3, to: 4 });
    expect(sheet.rows[0]?.cells).toEqual([{ value: '工作台账', colspan: 6, style: 'title' }]);
    expect(sheet.dropDowns).toEqual([{ column: 5, fromRow: 5, toRow: 7, options: ['是', '否'] }]);
    expect(sheet.rows.at(-1)?.cells).toEqual([{ value: '注：按季更新。', colspan: 6, style: 'note' }]);
  });

  it('gives long texts higher rows', () => {
    const long = table({ rows: [['1', '就业', '截至10月底，累计开展专场招聘'.repeat(10), '甲', '否', '无']] });
    const short = table({ rows: [['1', '就业', '甲', '甲', '否', '无']] });
    const height = (value: OfficeTable): number => tableSheet(value, '台账').rows[4]?.fittedHeight ?? 0;
    expect(height(long)).toBeGreaterThan(height(short) * 5);
  });
});
