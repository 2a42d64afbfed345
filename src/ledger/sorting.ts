import type { Colour } from '../domain/lights/rule-set.js';
import type { DutyLine } from './duty-line.js';

/** The orders a person may choose; a query never names a column. */
export const SORTS = {
  plan: '按计划顺序',
  light: '按亮灯轻重',
  due: '按完成时限',
  unit: '按单位',
  progress: '按完成率从低到高',
} as const;

export type SortKey = keyof typeof SORTS;

const GRAVITY: Record<Colour, number> = { 红: 0, 黄: 1, 绿: 2, 灰: 3, 蓝: 4 };

const ORDERS: Record<SortKey, ((line: DutyLine) => string | number) | null> = {
  plan: null,
  light: (line) => GRAVITY[line.light.colour],
  due: (line) => line.due ?? '9999-12-31',
  unit: (line) => `${line.unitKind}${line.unitName}`,
  progress: (line) => line.progress ?? -1,
};

/** The lines in the chosen order; equal ones stay in the order of the plan. */
export function sorted(lines: DutyLine[], key: SortKey): DutyLine[] {
  const order = ORDERS[key];
  if (!order) return lines;
  return [...lines].sort((a, b) => compare(order(a), order(b)));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
