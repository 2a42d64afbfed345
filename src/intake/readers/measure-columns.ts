import { MEASURE_WORD } from '../targets/measure-words.js';
import type { Grid, GridCell } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';

/** 计量单位, or 单位 over cells that hold measure words: no office. */
const HEAD = /^(?:计量|指标|数量|目标|数值)?单位$/;
const MEASURE = new RegExp(`^[（(]?(?:[百千万亿]?(?:${MEASURE_WORD})|万|亿)[)）]?$`);
const FIGURE = /^((?:≥|≤|>=|<=|＞|＜|>|<|不少于|不低于|不超过|达到|至少|约)?\s*\d[\d,.]*)(以上|以下|以内|左右)?$/;
/** The share of a column's cells that tells what it holds. */
const MOST = 0.7;
const READ_AS_GOAL = /目标|指标/;

/** A table whose figures have their measure words in a column of their own: 500 and 人 as the goal 500人. */
export function withMeasures(grid: Grid, head: TaskHead): { grid: Grid; head: TaskHead } {
  const body = grid.slice(head.body);
  const measure = head.columns.find(({ label, index }) => HEAD.test(label) && mostly(body, index, MEASURE));
  const figure = measure && figureBeside(body, head.columns, measure.index);
  if (!measure || !figure) return { grid, head };
  const joined = new Map<GridCell, GridCell>();
  for (const row of body) {
    const [number, word] = [row[figure.index], row[measure.index]];
    const [, value, behind = ''] = FIGURE.exec(textOf(number)) ?? [];
    if (value && !joined.has(number)) joined.set(number, { ...number, text: value + bare(textOf(word)) + behind });
  }
  const columns = head.columns.map((column): Column => {
    if (column === measure) return { ...column, kind: 'blank' };
    if (column !== figure) return column;
    return { ...column, kind: 'goal', label: READ_AS_GOAL.test(column.label) ? column.label : '目标值' };
  });
  return { grid: grid.map((row) => row.map((cell) => joined.get(cell) ?? cell)), head: { ...head, columns } };
}

/** The nearest column of figures. */
function figureBeside(body: Grid, columns: readonly Column[], at: number): Column | undefined {
  const held = columns.filter(({ kind, index }) => kind !== 'number' && index !== at && mostly(body, index, FIGURE));
  return held.sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
}

function mostly(body: Grid, column: number, pattern: RegExp): boolean {
  const filled = body.map((row) => textOf(row[column])).filter(Boolean);
  return filled.length > 0 && filled.filter((text) => pattern.test(text)).length >= filled.length * MOST;
}

const textOf = (cell: GridCell | undefined): string => cell?.text.trim() ?? '';
const bare = (word: string): string => word.replace(/[（()）]/g, '');
