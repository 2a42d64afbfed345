import type { ClausePlace } from '../domain/comparison/clause.js';
import type { ComparisonResult } from './cascade.service.js';
import { ownMark, printedWords } from './printed-words.js';

/** A clause of the right side as its paper prints it; `own` tells what the office made of it, '' for nothing. */
export function asPrinted(place: ClausePlace, result: ComparisonResult): { shown: ClausePlace; own: string } {
  if (result.kind !== 'version') return { shown: place, own: '' };
  const printed = printedWords({ printed: result.printed, draft: result.other.draft }, place);
  const shown = printed === null || printed === 'none' ? place : { ...place, ...printed };
  return { shown, own: ownMark(printed, place) };
}
