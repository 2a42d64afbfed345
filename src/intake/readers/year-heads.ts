import type { Grid } from './grid.js';

const YEAR = /^20\d{2}年度?$/;
const WHOLE_YEAR = /^(?:全年|本年度?|当年|年度)(?:(?:目标|任务|计划)?[数值量])?$/;
const BRACKETS = /[（(].*?[）)]/g;
/** Years and days, which a column headed 年度 may hold. */
const DAYS = /20\d{2}(?:年度?|$)|\d{1,2}[月日]/g;
/** The share of a column's cells that tells what it holds. */
const MOST = 0.7;

/**
 * What a column headed with a year alone is read under: 2026年 as printed, 全年 over figures as 全年目标; null for other
 * heads.
 * @param body the first row below the head
 */
export function yearGoal(grid: Grid, body: number, index: number, head: string): string | null {
  const words = head.replace(BRACKETS, '');
  if (YEAR.test(words)) return head;
  if (!WHOLE_YEAR.test(words)) return null;
  const cells = grid.slice(body).flatMap((row) => row[index].text.trim() || []);
  const figures = cells.filter((text) => /\d/.test(text.replace(DAYS, '')));
  return figures.length > 0 && figures.length >= cells.length * MOST ? head.replace(words, '全年目标') : null;
}

/** Whether a head names a year and nothing else. */
export const isYearHead = (head: string): boolean => {
  const words = head.replace(BRACKETS, '');
  return YEAR.test(words) || WHOLE_YEAR.test(words);
};
