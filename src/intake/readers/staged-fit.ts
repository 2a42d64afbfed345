import { isStage } from '../../domain/plan/stage-columns.js';
import type { Column } from '../lines/column-words.js';
import { UNIT_LINE } from './paragraph-cells.js';

/** “一、技能提升”: what stands over the rows below it. */
export const GROUP = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；：]{2,40}$/;
const NUMBER = /^\d{1,3}[.、]?$/;
const FIGURE = /^[\d.,%]+$/;

/** Whether a row has its number, units and words where the heads say so. */
export const fits = (cells: readonly string[], columns: readonly Pick<Column, 'kind'>[]): boolean =>
  columns.every(({ kind }, at) => {
    const cell = cells[at] ?? '';
    if (kind === 'number') return NUMBER.test(cell);
    if (kind === 'units') return cell === '' || UNIT_LINE.test(cell);
    return kind !== 'words' || !FIGURE.test(cell);
  });

/**
 * A row of which cells of the stages, which stand side by side, were empty and lost: those on both sides in their places,
 * what stood in the stages as one; null where the row does not fit.
 */
export function withoutEmpty(
  cells: readonly string[],
  columns: readonly Column[],
): { cells: string[]; rest: string } | null {
  const first = columns.findIndex(({ label }) => isStage(label));
  const last = columns.findLastIndex(({ label }) => isStage(label));
  const left = cells.length - first - (columns.length - last - 1);
  if (first < 0 || left < 0 || left > last - first) return null;
  if (!columns.slice(first, last + 1).every(({ label }) => isStage(label))) return null;
  const stages = Array.from({ length: last - first + 1 }, () => '');
  const row = [...cells.slice(0, first), ...stages, ...cells.slice(first + left)];
  const named = columns.every(({ kind }, at) => kind !== 'units' || row[at]);
  return named && fits(row, columns) ? { cells: row, rest: cells.slice(first, first + left).join('；') } : null;
}
