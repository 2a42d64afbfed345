import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';
import { withTables } from './tabbed-rows.js';

const TITLE = '太原市2025年农民工工作任务分解表';

/** The due days of a table whose 完成时限 column prints these cells, what is asked about them, and the remarks on it. */
const read = (...cells: string[]) => {
  const rows = cells.map((cell, at) => [`${at + 1}`, `办好第${at + 1}类夜校`, '市教育局', cell]);
  const table = [['序号', '任务', '责任单位', '完成时限'], ...rows].map((row) => row.join('\t'));
  const { text, notes } = withTables([`关于印发《${TITLE}》的通知`, TITLE, ...table].join('\n'));
  const { measures } = readPlan(text, loadUnitRegistry());
  return { due: measures.map(({ due }) => due), doubts: measures.flatMap(({ doubts }) => doubts), notes };
};

describe('a column of days that prints figures', () => {
  it('is read as days, with one question for the column', () => {
    const { due, doubts, notes } = read('9.15', '12.31前', '3.1-10.20', '6月底');
    expect(due).toEqual(['2025-09-15', '2025-12-31', '2025-10-20', '2025-06-30']);
    expect(doubts).toEqual([]);
    expect(notes).toEqual(['任务分解表“完成时限”栏第2行等3处印有“9.15”这样的数，按“9月15日”读作日期，请核对。']);
  });

  it('knows the numbers that a sheet keeps days as', () => {
    const { due, notes } = read('45960', '46022');
    expect(due).toEqual(['2025-10-30', '2025-12-31']);
    expect(notes[0]).toContain('“45960”这样的数，按“2025年10月30日”读作日期');
  });

  it('tells of a zero that a sheet may have left out', () => {
    expect(read('9.3').notes[0]).toContain('“9.3”也可能是9月30日');
    expect(read('2025.1').notes[0]).toContain('“2025.1”也可能是2025年10月');
    expect(read('2025.9', '2025.10')).toEqual({ due: ['2025-09-30', '2025-10-31'], doubts: [], notes: [] });
  });

  it('leaves what is no day to be asked about', () => {
    const { due, doubts, notes } = read('13.5', '99999', '9');
    expect(due).toEqual([null, null, null]);
    expect(doubts.map(({ code }) => code)).toEqual(['deadline_unread', 'deadline_unread', 'deadline_unread']);
    expect(notes).toEqual([]);
  });
});
