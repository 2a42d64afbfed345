import { describe, expect, it } from '@jest/globals';
import { findTaskHead } from './task-heads.js';
import { GridBuilder } from './grid.js';
import { taskTableLines } from './task-table.js';

function gridOf(rows: string[][], covers: [row: number, column: number, rows: number, columns: number][] = []) {
  const grid = new GridBuilder();
  for (const [row, column, height, width] of covers) grid.put(row, column, rows[row]![column]!, height, width);
  rows.forEach((row, r) =>
    row.forEach((text, c) => {
      if (!covers.some(([y, x, h, w]) => r >= y && r < y + h && c >= x && c < x + w)) grid.put(r, c, text);
    }),
  );
  return grid.build();
}
const lines = (head: string, ...cells: string[]): string[] =>
  taskTableLines(
    gridOf([
      ['序号', '指标', head, '责任单位'],
      ...cells.map((cell, at) => [`${at + 1}`, `第${at + 1}项`, cell, '市人社局']),
    ]),
  )?.lines ?? [];

describe('a column headed with the year alone', () => {
  it.each(['全年', '全年数', '年度', '本年', '本年度', '全年任务数'])('%s holds what is to be reached', (head) => {
    expect(lines(head, '3个', '≥98%')).toEqual([
      '1. 第1项。全年目标：3个。（责任单位：市人社局）',
      '2. 第2项。全年目标：≥98%。（责任单位：市人社局）',
    ]);
  });

  it('has the measure word of its head', () => {
    expect(lines('全年（场）', '3', '8')).toEqual([
      '1. 第1项。全年目标：3场。（责任单位：市人社局）',
      '2. 第2项。全年目标：8场。（责任单位：市人社局）',
    ]);
    expect(lines('2026年（场）', '3', '8')[0]).toBe('1. 第1项。2026年：3场。（责任单位：市人社局）');
  });

  it('holds no goal where the column names years or days', () => {
    expect(lines('年度', '2026', '2026')).toEqual([
      '1. 第1项。（责任单位：市人社局）',
      '2. 第2项。（责任单位：市人社局）',
    ]);
    expect(lines('全年', '12月底前', '长期')[0]).not.toContain('目标');
  });

  it('stands under 年度目标 beside its half, on either side', () => {
    for (const halves of [
      ['上半年', '全年'],
      ['全年', '其中：上半年'],
    ]) {
      const rows = [
        ['序号', '指标', '年度目标', '', '责任单位'],
        ['', '', ...halves, ''],
        ['1', '新建驿站（处）', '3', '3', '市人社局'],
      ];
      const covers = [0, 1, 4].map((at): [number, number, number, number] => [0, at, 2, 1]);
      const head = findTaskHead(gridOf(rows, [...covers, [0, 2, 1, 2]]));
      const kinds = head?.columns.map(({ kind, label }) => `${label} ${kind}`);
      expect(kinds?.[2 + halves.indexOf('全年')]).toBe('全年目标 goal');
      expect(head?.body).toBe(2);
    }
  });
});
