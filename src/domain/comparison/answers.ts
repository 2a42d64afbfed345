import type { TargetReading } from '../plan/reading.js';
import { bestMatches } from './assignment.js';
import { alikeNamed, daysApart, inUnitOf, placesApart, SAME_IN_CLAUSE } from './demand.js';

/** Of each demand of a clause the figure of ours that answers it. */
export type Answers = ReadonlyMap<TargetReading, TargetReading>;

/**
 * The demands of a clause laid beside the figures of ours by unit and name, all at once: the pairs that are most alike on
 * the whole, whatever their order. Two that are alone in their unit need only end in the same words (平均办理时限 and
 * 案件办理时限).
 */
export function answersIn(demands: readonly TargetReading[], ours: readonly TargetReading[]): Answers {
  const isAlone = (one: TargetReading, among: readonly TargetReading[]): boolean =>
    among.filter((other) => inUnitOf(one, other) !== null).length === 1;
  const worth = (row: number, column: number): number => {
    const [demand, own] = [demands[row]!, ours[column]!];
    const isCounted = inUnitOf(demand, own) !== null;
    if (!isCounted && demand.value !== null && own.value !== null) return 0;
    const alike = alikeNamed(demand, own);
    const apart = placesApart(demand, own) * PLACE + Math.min(1, daysApart(demand, own) / FAR) * PLACE;
    if (alike >= SAME_IN_CLAUSE) return alike * alike - apart;
    const areAlone = isCounted && isAlone(demand, ours) && isAlone(own, demands);
    return areAlone && endAlike(demand, own) ? alike * alike : 0;
  };
  const matches = bestMatches(demands.length, ours.length, worth);
  return new Map(matches.map(([row, column]) => [demands[row]!, ours[column]!]));
}

/** Other places or another day count less than the name. */
const PLACE = 0.01;
const FAR = 400 * 86_400_000;

/** The last words of a metric name what is counted: 时限, 受理率. */
const ENDING = 3;
const endAlike = ({ metric: one }: TargetReading, { metric: other }: TargetReading): boolean =>
  one.length >= ENDING && other.endsWith(one.slice(-ENDING));
