import type { OwnColumn } from '../domain/plan/own-columns.js';
import { isPlace } from '../domain/plan/place-columns.js';
import type { Doubt, Span } from '../domain/plan/reading.js';

/** One column named by a place may be of anything. */
const LEAST = 2;
const SHOWN = 3;

/**
 * One doubt for a task table that divides its figures over counties or townships, a column for each: they are nobody's
 * targets, and stay in the office's own columns. None where no such columns hold figures.
 */
export function placeDoubts(rows: readonly { span: Span; own: readonly OwnColumn[] }[]): Doubt[] {
  const held = rows.filter(({ own }) => own.some(isQuota));
  const places = [...new Set(held.flatMap(({ own }) => own.filter(isQuota).map(({ column }) => column)))];
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last || places.length < LEAST) return [];
  const named = places.slice(0, SHOWN).join('、') + (places.length > SHOWN ? `等${places.length}栏` : '');
  const reason = `任务分解表按地方分列的数字（${named}）没有读成指标，原文留在各条的“原表其他栏目”，请核对；需要督办到县（市、区）、乡镇的，请补录到有关举措`;
  return [{ code: 'place_figures', reason, field: 'measures', span: [first.span[0], last.span[1]] }];
}

const isQuota = ({ column, text }: OwnColumn): boolean => isPlace(column) && /\d/.test(text);
