import { type Grid, type GridCell, withCells } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';

/** 增幅（%）, 同比增速, 2025年增长目标: by how much what stands beside it is to grow. */
const HEAD =
  /^(20\d{2})?年?(?:度)?(?:同比|比上年|较上年|年均)?(?:增幅|增速|增长(?:率|速度|幅度)?)(?:目标)?(?:[（(][%％][）)])?$/;
const PERCENT = /[%％]/;
const GROWTH =
  /^([-－—+＋]?)\s*(≥|≤|>=|<=|不低于|不少于|不超过|至少|约)?\s*(\d{1,3}(?:\.\d+)?)\s*([%％])?\s*(左右|以上|以下|以内)?$/;
/** Below one, a figure without its sign may be the share itself: 0.05 for 5%. */
const LEAST_BARE = 1;
/** 500亿元 goes on with its growth; of 500 alone the task may tell in what it counts. */
const MEASURED = /\d[^\d。；]*[一-龥%％]/;
/** What was reached, in a year before. */
const REACHED = /完成|实绩|上年|去年|同期|基数/;
const TO_REACH = /目标|指标值/;
const YEAR = /20\d{2}/;

interface Table {
  grid: Grid;
  head: TaskHead;
}

/** A table whose column of growth goes with the goal beside it: 500亿元 and 5 as 500亿元，增长5%. */
export function withGrowth(grid: Grid, head: TaskHead): Table {
  return head.columns.filter(isGrowth).reduce(withColumn, { grid, head });
}

/** Whether a head says by how much something is to grow. */
export const isGrowthHead = (label: string): boolean => HEAD.test(label);

const isGrowth = ({ kind, label }: Column): boolean => (kind === 'extra' || kind === 'goal') && isGrowthHead(label);

function withColumn({ grid, head }: Table, { index, label }: Column): Table {
  const host = hostOf(head.columns, index, label);
  const alone = host === null && !head.columns.some((column) => REACHED.test(column.label) || isGoal(column, index));
  if (!host && !alone) return { grid, head };
  const changed = new Map<GridCell, GridCell>();
  for (const row of grid.slice(head.body)) {
    const words = growthOf(row[index].text, label);
    if (words === null || changed.has(row[index])) continue;
    const beside = host ? (changed.get(row[host.index]) ?? row[host.index]) : null;
    const goes = host !== null && beside !== null && MEASURED.test(beside.text);
    changed.set(row[index], { ...row[index], text: goes ? '' : words });
    if (goes) changed.set(row[host.index], joined(beside, words));
  }
  const own: Column = { index, kind: 'goal', label: '目标' };
  const columns = head.columns.map((column) => (column.index === index ? own : column));
  return changed.size > 0 ? { grid: withCells(grid, changed), head: { ...head, columns } } : { grid, head };
}

const joined = (cell: GridCell, words: string): GridCell => ({
  ...cell,
  text: `${cell.text.trim().replace(/[，。；]$/, '')}，${words}`,
});

const isGoal = ({ kind, label, index }: Column, growth: number): boolean =>
  index !== growth && (kind === 'goal' || (kind === 'text' && TO_REACH.test(label)));

/** The column of goals to the left that the growth belongs to: of its year, and nothing that was reached between them. */
function hostOf(columns: readonly Column[], growth: number, label: string): Column | null {
  const before = columns.slice(0, growth);
  const host = before.findLast((column) => isGoal(column, growth) && !HEAD.test(column.label));
  if (!host || before.slice(host.index + 1).some((column) => REACHED.test(column.label))) return null;
  const [own, other] = [label, host.label].map((words) => YEAR.exec(words)?.[0]);
  return own === undefined || other === undefined || own === other ? host : null;
}

/** 5, -3 or 8以上 under 增幅（%） in words: 增长5%, 下降3%, 增长8%以上; null for what is no such figure. */
function growthOf(cell: string, label: string): string | null {
  const [, sign = '', least = '', figure, percent, about = ''] = GROWTH.exec(cell.trim()) ?? [];
  if (figure === undefined || !(percent || (PERCENT.test(label) && Number(figure) >= LEAST_BARE))) return null;
  return `${/[-－—]/.test(sign) ? '下降' : '增长'}${least}${figure}%${about}`;
}
