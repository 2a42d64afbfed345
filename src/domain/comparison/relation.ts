import type { PlanLevel } from '../plan/reading.js';
import { placesNamed, type PlaceTable } from '../reference/place.js';

/** For which place a plan is. */
export interface PlanOf {
  region: string | null;
  level: PlanLevel | null;
}

/**
 * Whether the first plan is one that the second answers to: the State's, or that of a place in which the second's lies
 * (GB/T 2260). Another province's or city's plan is none, and where a place is not known nothing is claimed.
 */
export function isSuperior(other: PlanOf, own: PlanOf, table: PlaceTable): boolean {
  if (other.level === 'state') return own.level !== 'state';
  if (!other.region || !own.region) return false;
  const above = new Set(placesNamed(table, other.region).map((place) => place.code));
  const parents = new Map(table.places.map((place) => [place.code, place.parent]));
  const liesIn = (code: string): boolean => {
    const parent = parents.get(code) ?? null;
    return parent !== null && (above.has(parent) || liesIn(parent));
  };
  return placesNamed(table, own.region).some((place) => liesIn(place.code));
}
