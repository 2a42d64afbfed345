import type { ReadClause } from '../domain/comparison/nobodys.js';
import type { DraftReading } from './draft.js';
import { figuresOf } from './text-figures.js';

/** The clauses for which nobody is named, each with the figures and the day that its words have. */
export function clausesRead(draft: Omit<DraftReading, 'measures'>): ReadClause[] | undefined {
  return draft.unassignedClauses?.map((clause) => {
    const { targets, deadline } = figuresOf(draft, clause);
    return { ...clause, targets, deadline };
  });
}
