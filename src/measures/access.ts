import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';

interface Duty {
  measureId: string;
  unitId: string;
}

/**
 * Which measures are a person's business, by their duties: all for those who read everything; else those in which the
 * person's unit has a part, or had one. The one place that decides it for measures, plans and records of amendments.
 */
export function concernedWith(actor: Actor, duties: readonly Duty[]): (measureId: string) => boolean {
  if (readsAll(actor)) return () => true;
  const mine = new Set(duties.filter(({ unitId }) => unitId === actor.unit).map(({ measureId }) => measureId));
  return (measureId) => mine.has(measureId);
}
