import { isGrowthHead } from './growth-columns.js';
import { type Grid, type GridCell, withCells } from './grid.js';
import { type Column, goalsAsTasks, type TaskHead } from './task-heads.js';

const GOAL_TASK = /^(?:年度|工作)?(?:目标任务|任务目标)(?:[（(].{1,8}[）)])?$/;
/** 2万人次, 培训2万人次, ≥500: a figure that is to be reached, perhaps with what it counts, and no sentence. */
const GOAL = /^[^\d。；，\n]{0,14}\d[\d.,]*[^\d。；，\n]{0,8}$/;
const FIGURE = /^[^\d一-龥]{0,2}(?:不少于|不低于|不超过|达到|至少|约)?\d/;
/** The share of a column's cells that tells what it holds. */
const MOST = 0.7;

interface Table {
  grid: Grid;
  head: TaskHead;
}

/** A table of which 目标任务 beside 重点工作 holds the figures that are to be reached: there it is the goal, not the task. */
export function goalTasks(grid: Grid, head: TaskHead): TaskHead {
  const column = goalTask(head);
  if (!column || !mostly(grid, head, column.index, GOAL)) return head;
  const columns = head.columns.map((one): Column => (one === column ? { ...one, kind: 'goal' } : one));
  return goalsAsTasks(grid, { ...head, columns });
}

/** A table of which 目标任务 beside 重点工作 names what the next column's figure counts: 城镇新增就业 and 5000人. */
export function namedGoals(grid: Grid, head: TaskHead): Table {
  const column = goalTask(head);
  const goals = head.columns.filter(({ kind, label }) => kind === 'goal' && !isGrowthHead(label));
  const [goal] = goals;
  const fits = goals.length === 1 && mostly(grid, head, goal.index, FIGURE);
  if (!column || !fits || mostly(grid, head, column.index, /\d/)) return { grid, head };
  const joined = new Map<GridCell, GridCell>();
  for (const row of grid.slice(head.body)) {
    const [cell, value] = [row[column.index], row[goal.index]];
    if (cell.text.trim() === '' || !FIGURE.test(value.text.trim()) || joined.has(cell)) continue;
    joined.set(cell, { ...cell, text: cell.text.trim() + value.text.trim() });
    joined.set(value, { ...value, text: '' });
  }
  const named = withCells(grid, joined);
  const left = named.slice(head.body).some((row) => row[goal.index].text.trim() !== '');
  const columns = head.columns.map((one): Column => (one === goal && !left ? { ...one, kind: 'blank' } : one));
  return { grid: named, head: { ...head, columns } };
}

/** The column 目标任务 beside another column of tasks. */
function goalTask(head: TaskHead): Column | undefined {
  const tasks = head.columns.filter(({ kind }) => kind === 'text');
  return tasks.length > 1 ? tasks.find(({ label }) => GOAL_TASK.test(label)) : undefined;
}

function mostly(grid: Grid, head: TaskHead, index: number, pattern: RegExp): boolean {
  const filled = grid.slice(head.body).flatMap((row) => row[index].text.trim() || []);
  return filled.length > 0 && filled.filter((text) => pattern.test(text)).length >= filled.length * MOST;
}
