import type { Grid, GridCell } from './grid.js';
import type { TaskHead } from './task-heads.js';

const TOTAL = /^(?:合\s*计|小\s*计|总\s*计|共\s*计)(?:[（(：:].*)?$/s;

interface Table {
  grid: Grid;
  /** One remark on all rows that were left empty. */
  notes: string[];
}

/** A table whose rows of totals (合计, 小计：5项), which give nobody a task, are left empty; it is told which they were. */
export function withoutTotals(grid: Grid, head: TaskHead): Table {
  const units = head.columns.filter(({ kind }) => kind === 'unit').map(({ index }) => index);
  const isTotal = (row: readonly GridCell[], at: number): boolean => {
    const first = row.find(({ text }) => text.trim() !== '');
    if (at < head.body || !first || !TOTAL.test(first.text.trim())) return false;
    return units.every((index) => row[index] === first || row[index].text.trim() === '');
  };
  const totals = grid.flatMap((row, at) => (isTotal(row, at) ? [at] : []));
  if (totals.length === 0) return { grid, notes: [] };
  const empty = (row: readonly GridCell[], at: number): GridCell[] =>
    row.map((_, column) => ({ text: '', row: at, column }));
  const rows = totals.map((at) => at + 1).join('、');
  return {
    grid: grid.map((row, at) => (totals.includes(at) ? empty(row, at) : row)),
    notes: [`任务分解表第${rows}行是合计，不是任务，未读入。`],
  };
}
