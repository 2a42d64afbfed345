import { measureOf } from './draft-changes.js';
import type { DraftReading } from './draft.js';
import { mergeMeasures } from './draft-structure.js';

/**
 * A draft with neighbouring measures as one, under the first one's key and accepted, as a person would join them on the
 * page for checking. Refusals: unknown_measure, not_neighbours.
 */
export function joinedClauses(draft: DraftReading, [first, ...others]: readonly string[]): DraftReading {
  if (first === undefined) return draft;
  const joined = others.reduce((so, key) => mergeMeasures(so, measureOf(so, first), measureOf(so, key)), draft);
  const measures = joined.measures.map((one) => (one.key === first ? { ...one, accepted: true } : one));
  return { ...joined, measures };
}
