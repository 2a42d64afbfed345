import type { Doubt, TargetReading } from '../domain/plan/reading.js';
import type { DraftMeasure } from './draft.js';
import { isFigureUnread } from './units-asked.js';

/** Whether a doubt asks for an indicator, or for the word that none is set. */
export const asksTarget = (doubt: Doubt): boolean => isFigureUnread(doubt) && doubt.reason.includes('不设指标');

/** The figures of a measure that were not read and that its card leaves open; `without` are the doubts ticked 不设指标. */
export const figuresOpen = ({ accepted, doubts }: DraftMeasure, without: readonly string[]): Doubt[] =>
  accepted ? [] : doubts.filter((one) => asksTarget(one) && !without.includes(one.reason));

/** The doubts that are left once indicators were added: each new one answers the figure that prints it, else the first one asked about. */
export function doubtsAnswered(shown: DraftMeasure, targets: readonly TargetReading[]): Doubt[] {
  const added = targets.slice(shown.targets.length);
  return added.reduce((left: Doubt[], { value }) => {
    const asked = left.filter(asksTarget);
    const answered = asked.find(({ reason }) => value !== null && reason.includes(String(value))) ?? asked[0];
    return left.filter((one) => one !== answered);
  }, shown.doubts);
}
