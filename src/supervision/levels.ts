import type { Ceiling, SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
import { supervisionWords } from '../../workflows/supervision/supervision.v1.words.js';

/** How the office presses: by telephone, by letter of consultation (函商), by order. */
export const WAYS = { phone: '电话提醒', letter: '商请函', order: '督办单' } as const;
export type Way = keyof typeof WAYS;

/** 一般 → 重点 → 挂牌 → 通报 → 约谈, each with its word. */
export const LEVELS = supervisionWords.events.draftOrder.payload.level.choices as Record<SupervisionLevel, string>;

const LADDER: SupervisionLevel[] = ['normal', 'key', 'listed', 'circular', 'interview'];

/** The ways open for a unit, mildest first; `consultOnly` leaves the order out. */
export function waysUnder(ceiling: Ceiling): Way[] {
  const ways: Way[] = ['phone', 'letter', 'order'];
  return ways.slice(0, ways.indexOf(ceiling) + 1);
}

/**
 * The step that may be proposed when a reply stays out: from a letter to an ordinary order, then up the ladder. Null at its
 * top, and for a unit that may not be ordered.
 */
export function nextLevel(now: {
  ceiling: Ceiling;
  form: string | null;
  level: SupervisionLevel;
}): SupervisionLevel | null {
  if (now.ceiling !== 'order') return null;
  if (now.form !== 'order') return 'normal';
  return LADDER[LADDER.indexOf(now.level) + 1] ?? null;
}
