import type { Clause } from './outline.js';

/** Marks from here on ((1), ①) are sub-points of a clause: nobody answers for one of them alone unless it is printed. */
const SUB_POINT = 4;

/** Whether a part is a clause that may be somebody's, not a sub-point. */
export const isClause = ({ rank }: Clause): boolean => rank < SUB_POINT;

/** A clause with nothing below it but sub-points. */
export const isLeaf = (clause: Clause): boolean => isClause(clause) && !clause.children.some(isClause);

/** All parts below a clause, in the order of the text. */
export function descendants(clause: Clause): Clause[] {
  const all: Clause[] = [];
  for (const one of clause.children) all.push(one, ...descendants(one));
  return all;
}
